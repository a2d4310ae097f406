import { describe, expect, test } from 'vitest';
import { bookOf } from '../../../tests/books/book-of.ts';
import type { Line } from '../../../tests/oracle/columns-of.ts';
import { columnsOf } from '../../../tests/oracle/columns-of.ts';
import { lineOf, linesOf } from '../../../tests/oracle/line-of.ts';
import { naiveKpis } from '../../../tests/oracle/naive-kpis.ts';
import type { Book, SegmentSeries } from '../book/book.ts';
import { presetMetrics, presetMetric } from '../book/presets.ts';
import { evaluate } from '../evaluate.ts';
import { calendarYear, monthInYear } from '../period.ts';
import { setYearTarget, withCells } from '../plan/goal-edits.ts';
import { actualsFor } from './actuals.ts';
import { computeKpis } from './compute-kpis.ts';
import { DEFAULT_OPTIONS } from './facts.ts';
import { kpisOfPreset } from './preset-kpis.ts';
import { KPI_IDS, KPIS } from './registry.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const SOURCE = { dataset: 'd', datasetName: 'Orders', computedAt: '2026-01-05T08:00:00Z' };

const ODD: Readonly<
  Record<string, { readonly lines: readonly Line[]; readonly year: number; readonly first?: number }>
> = {
  'a single order': { lines: [lineOf('a', '2025-05-05')], year: 2025 },
  'a single month': { lines: linesOf(9, 'a', '2025-05-05'), year: 2025 },
  'guests only': { lines: Array.from({ length: 12 }, () => lineOf('', '2025-05-05')), year: 2025 },
  'refunds only': {
    lines: Array.from({ length: 12 }, () => lineOf('a', '2025-05-05', { paid: -500, quantity: -1 })),
    year: 2025,
  },
  'everything refunded': { lines: linesOf(9, 'a', '2025-05-05', { refund: 10_000 }), year: 2025 },
  'a customer with refunds alone': {
    lines: [
      ...linesOf(9, 'a', '2024-05-05'),
      ...linesOf(9, 'a', '2025-05-05'),
      lineOf('b', '2025-06-06', { paid: -900 }),
    ],
    year: 2025,
  },
  'the years 1999 and 2099': {
    lines: [...linesOf(6, 'a', '1999-12-31'), ...linesOf(6, 'a', '2099-01-01')],
    year: 2099,
  },
  'more than forty categories': {
    lines: Array.from({ length: 45 }, (_, at) =>
      linesOf(1 + (at % 7), 'a', '2025-03-03', { category: `c${at}` }),
    ).flat(),
    year: 2025,
  },
  'seventy months': {
    lines: Array.from({ length: 70 }, (_, at) =>
      linesOf(5 + (at % 3), 'a', `${calendarYear(2020 * 12 + at)}-${two(monthInYear(2020 * 12 + at))}-15`),
    ).flat(),
    year: 2025,
  },
  'fiscal years from April': {
    lines: Array.from({ length: 30 }, (_, at) =>
      linesOf(6, `c${at % 4}-`, `${calendarYear(2023 * 12 + 3 + at)}-${two(monthInYear(2023 * 12 + 3 + at))}-01`),
    ).flat(),
    year: 2024,
    first: 4,
  },
};

describe.each(Object.entries(ODD))('%s', (_, { lines, year, first = 1 }) => {
  const options = { ...DEFAULT_OPTIONS, firstMonth: first };
  const kpis = computeKpis(columnsOf(lines), options);
  const empty = bookOf({
    metrics: [...presetMetrics(), presetMetric('sales'), presetMetric('orderValue')],
    year,
    firstMonth: first,
  });
  const taken = empty.metrics.map((metric) =>
    actualsFor(
      kpis,
      metric,
      metric.preset ? kpisOfPreset(metric.preset, 365) : { month: null, year: null },
      empty.settings,
      SOURCE,
    ),
  );
  const filled: Book = {
    ...withCells(
      empty,
      taken.flatMap(({ cells }) => cells),
    ),
    segments: taken.flatMap(({ segments }) => segments),
  };
  const book = filled.metrics.reduce(
    (planned, metric) => withCells(planned, setYearTarget(planned, metric, metric.unit === 'percent' ? 0.4 : 100_003)),
    filled,
  );

  test('KP7 facts equal a naive reading', () => {
    const naive = naiveKpis(lines, options);
    expect(kpis.months).toMatchObject(naive.months);
    expect(kpis.years).toMatchObject(naive.years);
  });

  test('no figure is anything but a finite number or unknown', () => {
    for (const id of KPI_IDS) {
      for (const { month } of kpis.months) expectFinite(KPIS[id].figure(kpis, { grain: 'month', month }).value, id);
      for (const { year: of } of kpis.years) {
        expectFinite(KPIS[id].figure(kpis, { grain: 'year', year: of }).value, id);
        expectFinite(KPIS[id].lastYearAlike(kpis, of).value, id);
      }
    }
  });

  test('the review, its explanations and the plan hold, and add up', () => {
    const { scorecard, explanations, goals } = evaluate(book);
    for (const row of scorecard) {
      for (const value of [
        row.actual,
        row.attainment,
        row.gap,
        row.growth.value,
        row.growthTwoYears.value,
        row.lastYear,
      ])
        expectFinite(value, row.metric.id);
    }
    for (const { splits } of Object.values(explanations))
      for (const { parts, from, to } of splits)
        expect(parts.reduce((sum, part) => sum + part.effect, 0)).toBeCloseTo(to - from, 6);
    for (const goal of goals.filter(({ adds }) => adds)) {
      const sum = (values: readonly (number | null)[]): number =>
        values.reduce<number>((all, value) => all + (value ?? 0), 0);
      expect(sum(goal.months), goal.metric.id).toBe(goal.target);
      expect(sum(goal.quarters), goal.metric.id).toBe(goal.target);
    }
  });

  test('segments of every period sum to the figure they split', () => {
    for (const dimension of new Set(filled.segments.map((one) => one.dimension)))
      for (const metric of new Set(filled.segments.map((one) => one.metric))) {
        const series = filled.segments.filter((one) => one.dimension === dimension && one.metric === metric);
        for (const period of new Set(series.flatMap((one) => [...one.byPeriod.keys()]))) {
          const cell = filled.cells.get(`${metric}|actual|${period}`);
          if (!cell || cell.value === null) continue;
          const name = `${metric} ${dimension} ${period}`;
          const sum = (of: (one: SegmentSeries) => number | undefined): number =>
            series.reduce((all, one) => all + (of(one) ?? 0), 0);
          const isRate = series.some((one) => one.weights !== undefined);
          // Segments of a rate hold its numerator and denominator, which the cell's source keeps.
          const { numerator, denominator } = cell.source.kind === 'data' ? cell.source : NOTHING;
          expect(
            sum((one) => one.byPeriod.get(period)),
            name,
          ).toBe(isRate ? numerator : cell.value);
          if (isRate)
            expect(
              sum((one) => one.weights?.get(period)),
              name,
            ).toBe(denominator);
        }
      }
  });
});

const NOTHING = { numerator: null, denominator: null };

function expectFinite(value: number | null, id: string): void {
  expect(value === null || Number.isFinite(value), `${id} is ${value}`).toBe(true);
}
