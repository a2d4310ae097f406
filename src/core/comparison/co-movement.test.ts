import { describe, expect, test } from 'vitest';
import { bookOf, fromData, metricOf, monthCells, type CellRow } from '../../../tests/books/book-of.ts';
import { simulatedPair } from '../../../tests/oracle/simulated-pairs.ts';
import type { Metric } from '../book/book.ts';
import { monthOf } from '../period.ts';
import { Random } from '../random.ts';
import { comovementsOf } from './co-movement.ts';
import { sharedComponents } from './shared-components.ts';

const cellsOf = (metric: string, lastYear: number, values: readonly (number | null)[]): readonly CellRow[] =>
  Array.from({ length: Math.ceil(values.length / 12) }, (_, back) => back).flatMap((year) =>
    monthCells(
      metric,
      'actual',
      lastYear - Math.ceil(values.length / 12) + 1 + year,
      values.slice(year * 12, year * 12 + 12),
    ),
  );

const [sales, fans] = simulatedPair(new Random(21), { months: 48, link: 0.95, lag: 1, campaigns: false });
const [other] = simulatedPair(new Random(8), { months: 48, link: 0, lag: 0, campaigns: false });
const metrics = [metricOf('sales'), metricOf('fans', { unit: 'count' }), metricOf('other')];
const cells = [
  ...cellsOf('sales', 2025, sales.values),
  ...cellsOf('fans', 2025, fans.values),
  ...cellsOf('other', 2025, other.values),
];

describe('a metric against all others', () => {
  test('CO8 a link is found with its lag, an independent metric is not claimed, the strongest stands first', () => {
    const found = comovementsOf(bookOf({ metrics, cells }), 'sales');
    expect(found).toMatchObject([
      { metric: 'fans', kind: 'together', direction: 'same', lag: 1, n: 35, months: 48, from: monthOf(2022, 1) },
      { metric: 'other', kind: 'none' },
    ]);
  });
  test('CO8 it is the same from the other side, with the lag turned', () => {
    const [mine] = comovementsOf(bookOf({ metrics: metrics.slice(0, 2), cells }), 'sales');
    const [theirs] = comovementsOf(bookOf({ metrics: metrics.slice(0, 2), cells }), 'fans');
    expect(mine).toMatchObject({ kind: 'together', lag: 1 });
    expect(theirs).toEqual({ ...mine, metric: 'sales', lag: -1 });
  });
  test('CO8 a falling metric moves the opposite way', () => {
    const falling = cellsOf(
      'fans',
      2025,
      fans.values.map((value) => 1e12 / value),
    );
    const [found] = comovementsOf(bookOf({ metrics: metrics.slice(0, 2), cells: [...cells, ...falling] }), 'sales');
    expect(found).toMatchObject({ kind: 'together', direction: 'opposite' });
  });
  test('CO10 p is adjusted for every pair looked at', () => {
    const alone = comovementsOf(bookOf({ metrics: metrics.slice(0, 2), cells }), 'sales');
    const both = comovementsOf(bookOf({ metrics, cells }), 'sales');
    const p = (found: typeof both): number =>
      found.flatMap((one) => (one.kind === 'together' ? [one.p] : []))[0] ?? NaN;
    expect(p(both)).toBeCloseTo(2 * p(alone), 12);
  });
  test('CO11 under 24 consecutive months in common it is side by side only', () => {
    const short = fans.values.map((value, at) => (at === 24 ? null : value));
    const book = bookOf({
      metrics: metrics.slice(0, 2),
      cells: [...cells.slice(0, 48), ...cellsOf('fans', 2025, short)],
    });
    expect(comovementsOf(book, 'sales')).toMatchObject([{ kind: 'together', months: 24, from: monthOf(2022, 1) }]);
    const shorter = short.map((value, at) => (at === 20 ? null : value));
    const less = bookOf({
      metrics: metrics.slice(0, 2),
      cells: [...cells.slice(0, 48), ...cellsOf('fans', 2025, shorter)],
    });
    expect(comovementsOf(less, 'sales')).toEqual([
      { metric: 'fans', kind: 'too-short', months: 23, from: monthOf(2024, 2) },
    ]);
  });
  test('CO11 months after the year under review and months not complete take no part; without any in common there is nothing', () => {
    const book = bookOf({ metrics: metrics.slice(0, 2), cells, year: 2023 });
    expect(comovementsOf(book, 'sales')).toMatchObject([{ months: 24 }]);
    const toDate: CellRow = ['fans', 'actual', 'M2025-12', 5, fromData({ toDate: true })];
    expect(comovementsOf(bookOf({ metrics: metrics.slice(0, 2), cells: [...cells, toDate] }), 'sales')).toMatchObject([
      { months: 47 },
    ]);
    expect(comovementsOf(bookOf({ metrics, cells: cells.slice(0, 48) }), 'sales')).toEqual([]);
    expect(comovementsOf(bookOf({ metrics, cells }), 'gone')).toEqual([]);
  });
  test('CO12 pairs that share a component are named, not tested, and do not count among the pairs', () => {
    const linked: readonly Metric[] = [
      metricOf('sales', { formula: { kind: 'product', of: ['fans', 'each'] } }),
      metricOf('fans', { unit: 'count' }),
      metricOf('other'),
    ];
    expect(comovementsOf(bookOf({ metrics: linked, cells }), 'sales')).toMatchObject([
      { metric: 'fans', kind: 'linked', how: 'part', metrics: ['sales'] },
      { metric: 'other', kind: 'none' },
    ]);
  });
});

describe('what two metrics share', () => {
  const shared = (all: readonly Metric[], first: string, second: string) => {
    const of = (id: string): Metric => all.find((one) => one.id === id) ?? metricOf(id);
    return sharedComponents(of(first), of(second), all);
  };
  const of = (...ids: string[]) => ({ formula: { kind: 'product', of: ids } }) as const;
  const all = [
    metricOf('sales', of('buyers', 'spend')),
    metricOf('spend', of('orders', 'value')),
    metricOf('margin', of('value', 'rate')),
    ...['buyers', 'orders', 'value', 'rate'].map((id) => metricOf(id)),
  ];
  test.each([
    ['sales', 'value', { how: 'part', metrics: ['sales'] }],
    ['value', 'sales', { how: 'part', metrics: ['sales'] }],
    ['sales', 'margin', { how: 'shared-part', metrics: ['value'] }],
    ['buyers', 'spend', { how: 'one-formula', metrics: ['sales'] }],
  ] as const)('CO12 %s and %s', (first, second, expected) => {
    expect(shared(all, first, second)).toEqual({ ...expected, figures: [] });
  });
  test('CO12 distant parts of one tree are free', () => {
    expect(shared(all, 'buyers', 'value')).toBeNull();
    expect(shared(all, 'buyers', 'rate')).toBeNull();
  });
  test('CO12 presets counted from the same figures', () => {
    const presets = (['retention', 'returningBuyers', 'newCustomers'] as const).map((preset) =>
      metricOf(preset, { preset }),
    );
    expect(shared(presets, 'retention', 'returningBuyers')).toEqual({
      how: 'same-figures',
      metrics: [],
      figures: ['returning-buyers'],
    });
    expect(shared(presets, 'returningBuyers', 'newCustomers')).toBeNull();
  });
  test('CO12 formulas that lead back to themselves end', () => {
    const cycle = [metricOf('a', of('b')), metricOf('b', of('a')), metricOf('c')];
    expect(shared(cycle, 'a', 'b')).toMatchObject({ how: 'part' });
    expect(shared(cycle, 'a', 'c')).toBeNull();
  });
});
