import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookOf, metricOf, monthCells, type CellRow } from '../../tests/books/book-of.ts';
import { writtenBook } from '../../tests/books/written-book.ts';
import { highlightKey } from './book/book.ts';
import { presetMetrics } from './book/presets.ts';
import { evaluate } from './evaluate.ts';
import { actualsFor } from './kpis/actuals.ts';
import { computeKpis } from './kpis/compute-kpis.ts';
import { DEFAULT_OPTIONS } from './kpis/facts.ts';
import { kpisOfPreset } from './kpis/preset-kpis.ts';
import { withCells } from './plan/goal-edits.ts';
import { oracleCase } from '../../tests/oracle/oracle-orders.ts';

const months = (seed: number): number[] =>
  Array.from({ length: 12 }, (_, index) => ((seed * 7919 + index * 104729) % 9973) + 1);

test('EV1 an empty book evaluates to nothing known', () => {
  const evaluation = evaluate(bookOf({ metrics: [metricOf('sales')] }));
  expect(evaluation.scorecard[0]).toMatchObject({ actual: null, verdict: null, problem: null });
  expect(evaluation.drafts['sales']?.clauses.map((clause) => clause.id)).toEqual(['no-data']);
});

test('EV2 an evaluation can be posted as it is', () => {
  const evaluation = evaluate(
    bookOf({ metrics: [metricOf('sales')], cells: monthCells('sales', 'actual', 2025, months(1)) }),
  );
  expect(structuredClone(evaluation)).toEqual(evaluation);
});

test('EV2 EV4 no book, however odd, makes it throw or keeps it from being posted', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', '', 'a|b', '__proto__');
  const odd = fc.oneof(fc.integer(), fc.double(), fc.constant(null));
  const metric = fc.record({
    id,
    unit: fc.constantFrom('money' as const, 'count' as const, 'percent' as const, 'times' as const, 'days' as const),
    direction: fc.constantFrom('higher' as const, 'lower' as const),
    yearly: fc.constantFrom('sum' as const, 'last' as const, 'none' as const),
    formula: fc.option(
      fc.record({
        kind: fc.constantFrom('sum' as const, 'product' as const, 'ratio' as const),
        of: fc.array(id, { maxLength: 4 }),
      }),
    ),
  });
  const period = fc.constantFrom(
    'Y2025',
    'Y2024',
    'Y2026',
    'Q2026-1',
    'M2025-01',
    'M2025-12',
    'M2024-01',
    'M2026-06',
    'nonsense',
  );
  const cell = fc.tuple(id, fc.constantFrom('actual' as const, 'target' as const), period, odd);
  fc.assert(
    fc.property(
      fc.array(metric, { maxLength: 6 }),
      fc.array(cell),
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.oneof(fc.integer({ min: -2, max: 9 }), fc.double())),
      (metrics, cells, firstMonth, counts) => {
        const rows: CellRow[] = cells.map(([metricId, kind, at, value]) => [metricId, kind, at, value]);
        const segments = metrics.flatMap((one, index) =>
          ['M2024-01' as const, 'Y2024' as const, 'Y2025' as const].map((period) => ({
            metric: one.id,
            dimension: 'x',
            name: period.slice(0, 1),
            byPeriod: new Map([
              [period, counts[index] ?? 3],
              ['M2025-01' as const, 3],
            ]),
            ...(index % 2 === 1 && { weights: new Map([[period, counts[index + 1] ?? 0]]) }),
          })),
        );
        const highlights = new Map(metrics.map((one) => [highlightKey(one.id, 2025), 'pinned' as const]));
        const parts = { metrics: metrics.map((one) => metricOf(one.id, one)), cells: rows, segments, highlights };
        const evaluation = evaluate(bookOf({ ...parts, firstMonth }));
        expect(structuredClone(evaluation)).toEqual(evaluation);
      },
    ),
    { numRuns: 300 },
  );
});

test('EV4 formulas nested without end give unknown figures', () => {
  const metrics = Array.from({ length: 1000 }, (_, index) =>
    metricOf(`m${index}`, { formula: { kind: 'sum', of: [`m${index + 1}`, `m${index + 1}`] } }),
  );
  expect(evaluate(bookOf({ metrics })).scorecard[0]?.actual).toBeNull();
});

test('EV6 whatever numbers peers have written, every figure is finite', () => {
  const number = fc.constantFrom(
    0,
    -0,
    1,
    -1,
    1e308,
    -1e308,
    5e-324,
    1e-200,
    2 ** 53,
    -(2 ** 53) + 1,
    0.1,
    NaN,
    Infinity,
  );
  const metrics = [
    metricOf('a'),
    metricOf('b', { unit: 'count' }),
    metricOf('product', { formula: { kind: 'product', of: ['a', 'b', 'a', 'b'] } }),
    metricOf('rate', { unit: 'percent', yearly: 'none', formula: { kind: 'ratio', of: ['a', 'b'] } }),
    metricOf('rates', { unit: 'times', yearly: 'none', formula: { kind: 'product', of: ['rate', 'rate', 'rate'] } }),
    metricOf('sum', { direction: 'lower', formula: { kind: 'sum', of: ['product', 'rates'] } }),
  ];
  const period = fc.constantFrom('Y2025', 'Y2024', 'Y2023', 'Y2026', 'M2025-01', 'M2025-06', 'M2024-01', 'M2024-06');
  const cell = fc.tuple(
    fc.constantFrom('a', 'b', 'line'),
    fc.constantFrom('actual' as const, 'target' as const),
    period,
    number,
  );
  const fields = <K extends string>(...names: K[]) =>
    fc.record(Object.fromEntries(names.map((name) => [name, number])) as Record<K, typeof number>);
  const line = fields(
    'budgetQuantity',
    'budgetPrice',
    'actualQuantity',
    'actualPrice',
    'sales',
    'margin',
    'hoursSaved',
    'hourlyCost',
    'realisation',
  );
  const group = fields('intended', 'customers', 'sales', 'customersBefore', 'salesBefore');
  const endless = (value: unknown, path = ''): string[] =>
    typeof value === 'number'
      ? Number.isFinite(value)
        ? []
        : [`${path} ${value}`]
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, one]) => endless(one, `${path}.${key}`))
        : [];
  fc.assert(
    fc.property(
      fc.array(cell, { maxLength: 40 }),
      fc.array(line, { maxLength: 3 }),
      fc.array(group, { maxLength: 2 }),
      fc.array(fc.tuple(number, number), { minLength: 3, maxLength: 3 }),
      (cells, lines, groups, [task, rhythm, market]) => {
        const book = writtenBook(bookOf({ metrics, cells: cells.map((row): CellRow => row) }), (edit) => {
          for (const one of lines) edit.add('costs', { year: 2025, category: 'sms', ...one });
          for (const [at, one] of groups.entries())
            edit.add('groups', { year: 2025, group: at === 0 ? 'champions' : 'loyal', ...one });
          edit.add('tasks', { year: 2025, planned: task?.[0] ?? 0, actual: task?.[1] ?? 0 });
          edit.add('rhythms', { year: 2025, held: rhythm?.[0] ?? 0, planned: rhythm?.[1] ?? 0 });
          edit.add('benchmarks', {
            metric: 'a',
            year: 2025,
            kind: 'market',
            measure: 'growth',
            value: market?.[0] ?? 0,
          });
          edit.add('benchmarks', {
            metric: 'b',
            year: 2025,
            kind: 'market',
            measure: 'value',
            value: market?.[1] ?? 0,
          });
        });
        expect(endless(evaluate(book))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

const real = oracleCase('adventureworks');

test.skipIf(!real)(
  'EV5 real orders: the identity holds, splits sum to the change, and figures are the oracle’s',
  () => {
    if (!real) return;
    const kpis = computeKpis(real.columns, DEFAULT_OPTIONS);
    const empty = bookOf({ metrics: presetMetrics(), year: 2017 });
    const source = { dataset: 'd', datasetName: 'Orders', computedAt: '2026-01-05T08:00:00Z' };
    const taken = empty.metrics.map((metric) =>
      actualsFor(
        kpis,
        metric,
        metric.preset ? kpisOfPreset(metric.preset, 365) : { month: null, year: null },
        empty.settings,
        source,
      ),
    );
    const book = {
      ...withCells(
        empty,
        taken.flatMap((one) => one.cells),
      ),
      segments: taken.flatMap((one) => one.segments),
    };
    const { scorecard, explanations } = evaluate(book);
    const of = (id: string) => scorecard.find((row) => row.metric.id === id);
    const oracle = (year: number) => real.expected.yearly.find((row) => row['yr'] === year);
    // Its last day is 1 December: a year to date, held against last year's same days.
    expect(of('returningSales')).toMatchObject({
      actual: oracle(2017)?.['ret_365_sales'],
      toDate: true,
      problem: null,
      comparableMonths: 11,
    });
    expect(of('returningSales')?.lastYear).toBeLessThan(oracle(2016)?.['ret_365_sales'] ?? NaN);
    expect(of('returningBuyers')).toMatchObject({ actual: oracle(2017)?.['ret_365_buyers'] });
    expect(of('retention')?.actual).toBeCloseTo(
      (oracle(2017)?.['retained'] ?? NaN) / (oracle(2017)?.['prev_buyers'] ?? NaN),
      12,
    );
    const { splits } = explanations['returningSales'] ?? { splits: [] };
    expect(splits.map((split) => split.by)).toEqual(expect.arrayContaining(['drivers', 'newness', 'category']));
    expect(splits[0]?.parts.map((part) => part.id)).toEqual(['returningBuyers', 'spendPerReturning']);
    for (const { parts, from, to } of splits) expect(parts.reduce((sum, part) => sum + part.effect, 0)).toBe(to - from);
  },
);
