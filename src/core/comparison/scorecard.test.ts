import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScorecardRow } from '../evaluation.ts';
import { benchmarkOf, bookOf, fromData, metricOf, monthCells, yearCell } from '../../../tests/books/book-of.ts';
import type { Book } from '../book/book.ts';
import { attainment, isMet } from './attainment.ts';
import { changeOf, compoundGrowth, growth } from './change.ts';
import { scorecardOf } from './scorecard.ts';

const rowOf = (book: Book, id = 'sales'): ScorecardRow => {
  const row = scorecardOf(book).find((one) => one.metric.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
};
const sales = metricOf('sales');
const twelve = (value: number): number[] => Array.from({ length: 12 }, () => value);

describe('attainment', () => {
  test('CO1 more is better: actual ÷ target; less is better: 2 − actual ÷ target', () => {
    expect(attainment(120, 100, 'higher')).toBe(1.2);
    expect(attainment(120, 100, 'lower')).toBe(0.8);
    expect(attainment(80, 100, 'lower')).toBe(1.2);
  });
  test('CO1 a target of 0 has no attainment, yet it is met or not', () => {
    expect(attainment(5, 0, 'higher')).toBeNull();
    expect(isMet(5, 0, 'higher')).toBe(true);
    expect(isMet(5, 0, 'lower')).toBe(false);
  });
  test('CO1 a smaller loss than the target is above it', () => {
    expect(attainment(-5, -10, 'higher')).toBe(1.5);
    expect(isMet(-5, -10, 'higher')).toBe(true);
  });
  test('CO1 what floating point adds does not miss a target', () => expect(isMet(0.1 + 0.2, 0.3, 'lower')).toBe(true));
  test('CO1 attainment reaches 1 exactly when the target is met', () => {
    const amount = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(amount, amount, fc.constantFrom('higher' as const, 'lower' as const), (actual, target, direction) => {
        fc.pre(target !== 0);
        expect(isMet(actual, target, direction)).toBe((attainment(actual, target, direction) ?? 0) >= 1);
      }),
    );
  });
});

describe('change', () => {
  test('CO3 growth is relative to the size of the base, and none from 0', () => {
    expect(growth(120, 100)).toBeCloseTo(0.2);
    expect(growth(-50, -100)).toBeCloseTo(0.5);
    expect(growth(5, 0)).toBeNull();
  });
  test('CO3 two years compound', () => {
    expect(compoundGrowth(121, 100, 2)).toBeCloseTo(0.1);
    expect(compoundGrowth(121, -100, 2)).toBeNull();
  });
  test('CO4 percent metrics differ in points', () => {
    expect(changeOf('percent', 0.35, 0.3)).toEqual({ kind: 'points', value: 0.35 - 0.3, difference: 0.35 - 0.3 });
    expect(changeOf('percent', 0.36, 0.3, 2).value).toBeCloseTo(0.03);
  });
});

describe('the golden fixture', () => {
  const book = bookOf({
    metrics: [sales],
    cells: [
      yearCell('sales', 'actual', 2025, 1_000_000_000),
      yearCell('sales', 'actual', 2024, 833_000_000),
      yearCell('sales', 'target', 2025, 833_000_000),
    ],
    benchmarks: [benchmarkOf('sales', { value: 0.5 })],
  });
  const row = rowOf(book);
  test('CO6 120% attained and +20% on last year', () => {
    expect(row.attainment).toBeCloseTo(1.2005, 4);
    expect(row.growth.value).toBeCloseTo(0.2005, 4);
  });
  test('CO6 first objection: the target asked for no growth', () => expect(row.impliedGrowth.value).toBe(0));
  test('CO6 second objection: a fifth of the relative share was lost', () => {
    expect(row.relativeShare).toBeCloseTo(-0.2, 2);
    expect(row.verdict).toBe('easy-target');
  });
});

describe('verdict', () => {
  const judged = (actual: number, market: number | null, measure: 'growth' | 'index' = 'growth') =>
    rowOf(
      bookOf({
        metrics: [sales],
        cells: [
          yearCell('sales', 'actual', 2025, actual),
          yearCell('sales', 'actual', 2024, 100),
          yearCell('sales', 'target', 2025, 110),
        ],
        benchmarks: market === null ? [] : [benchmarkOf('sales', { value: market, measure })],
      }),
    ).verdict;
  test('CO6 met or missed × ahead or behind', () => {
    expect(judged(120, 0.1)).toBe('win');
    expect(judged(120, 0.3)).toBe('easy-target');
    expect(judged(105, 0.01)).toBe('headwind');
    expect(judged(105, 0.1)).toBe('gap');
  });
  test('CO6 an unknown market, or only an index, is said to be unknown', () => {
    expect(judged(120, null)).toBe('met-market-unknown');
    expect(judged(105, 0.1, 'index')).toBe('missed-market-unknown');
  });
  test('CO6 a market value of two years gives its growth', () => {
    const values = [
      benchmarkOf('sales', { id: 'a', measure: 'value', value: 120 }),
      benchmarkOf('sales', { id: 'b', measure: 'value', value: 100, year: 2024 }),
    ];
    const cells = [yearCell('sales', 'actual', 2025, 110), yearCell('sales', 'actual', 2024, 100)];
    expect(rowOf(bookOf({ metrics: [sales], cells, benchmarks: values })).relativeShare).toBeCloseTo(1.1 / 1.2 - 1);
  });
  test('CO6 a rate without market growth is held against the level outside', () => {
    const retention = metricOf('retention', { unit: 'percent', yearly: 'none' });
    const cells = [yearCell('retention', 'actual', 2025, 0.35), yearCell('retention', 'target', 2025, 0.3)];
    const benchmarks = [benchmarkOf('retention', { kind: 'industry', measure: 'value', value: 0.4 })];
    expect(rowOf(bookOf({ metrics: [retention], cells, benchmarks }), 'retention').verdict).toBe('easy-target');
  });
});

describe('years', () => {
  test('CO2 a year cell wins over its months, and its months over nothing', () => {
    const months = monthCells('sales', 'actual', 2025, twelve(10));
    expect(rowOf(bookOf({ metrics: [sales], cells: months }))).toMatchObject({ actual: 120, toDate: false });
    expect(rowOf(bookOf({ metrics: [sales], cells: [...months, yearCell('sales', 'actual', 2025, 7)] })).actual).toBe(
      7,
    );
  });
  test('CO5 a year to date compares the months that both years have', () => {
    const row = rowOf(
      bookOf({
        metrics: [sales],
        cells: [
          ...monthCells('sales', 'actual', 2025, [10, 20, 30]),
          ...monthCells('sales', 'actual', 2024, [5, 10, 15, 100, 100, 100, 100, 100, 100, 100, 100, 100]),
          ...monthCells('sales', 'target', 2025, [12, 12, 12, 50, 50, 50, 50, 50, 50, 50, 50, 50]),
        ],
      }),
    );
    expect(row).toMatchObject({ actual: 60, toDate: true, lastYear: 30, comparableMonths: 3, target: 36, met: true });
    expect(row.growth.value).toBe(1);
  });
  test('CO5 a month that is itself to date is left out of the comparison', () => {
    const cells = [
      ...monthCells('sales', 'actual', 2025, [10, 20], fromData()),
      ...monthCells('sales', 'actual', 2024, twelve(10), fromData()),
      ['sales', 'actual', 'M2025-03', 1, fromData({ toDate: true })] as const,
    ];
    expect(rowOf(bookOf({ metrics: [sales], cells }))).toMatchObject({ actual: 31, lastYear: 20, comparableMonths: 2 });
  });
  test('CO5 last year’s same days win over months', () => {
    const source = fromData({ toDate: true, sameDaysLastYear: 0.2 });
    const retention = metricOf('retention', { unit: 'percent', yearly: 'none' });
    const cells = [yearCell('retention', 'actual', 2025, 0.25, source), yearCell('retention', 'actual', 2024, 0.4)];
    const row = rowOf(bookOf({ metrics: [retention], cells }), 'retention');
    expect(row).toMatchObject({ lastYear: 0.2, toDate: true });
    expect(row.growth.value).toBeCloseTo(0.05);
  });
  test('CO5 a year to date with only a yearly target is not judged missed', () => {
    const cells = [...monthCells('sales', 'actual', 2025, [10]), yearCell('sales', 'target', 2025, 120)];
    expect(rowOf(bookOf({ metrics: [sales], cells }))).toMatchObject({ met: null, verdict: null, gap: -110 });
  });
  test('CO5 a first year whose early months the data misses is no whole base', () => {
    const cells = [
      ...monthCells('sales', 'actual', 2025, twelve(10)),
      ['sales', 'actual', 'M2024-12', 8, fromData()] as const,
      yearCell('sales', 'actual', 2024, 8, fromData()),
    ];
    const row = rowOf(bookOf({ metrics: [sales], cells }));
    expect(row).toMatchObject({ comparableMonths: 1, lastYear: 8 });
    expect(row.growth.value).toBeCloseTo(0.25);
  });
});

test('CO5 a yearly count whose data begin within the year is no whole base', () => {
  const buyers = metricOf('buyers', { unit: 'count', yearly: 'none' });
  const cells = [
    ['buyers', 'actual', 'M2024-12', 8, fromData()] as const,
    yearCell('buyers', 'actual', 2024, 8, fromData()),
    ...monthCells('buyers', 'actual', 2025, twelve(10), fromData()),
    yearCell('buyers', 'actual', 2025, 90, fromData()),
  ];
  expect(rowOf(bookOf({ metrics: [buyers], cells }), 'buyers')).toMatchObject({
    actual: 90,
    toDate: false,
    lastYear: null,
    growth: { value: null },
  });
});

describe('formulas', () => {
  const orders = metricOf('orders', { unit: 'count' });
  const value = metricOf('value', { formula: { kind: 'ratio', of: ['sales', 'orders'] }, yearly: 'none' });
  const cells = [
    ...monthCells('sales', 'actual', 2025, [100, 300, ...Array<number>(10).fill(0)]),
    ...monthCells('orders', 'actual', 2025, [1, 1, ...Array<number>(10).fill(0)]),
  ];
  test('CO2 a ratio of the year is recomputed from its parts, never averaged', () => {
    const skewed = [...cells, ['orders', 'actual', 'M2025-02', 9] as const];
    expect(rowOf(bookOf({ metrics: [sales, orders, value], cells: skewed }), 'value')).toMatchObject({
      actual: 40,
      monthly: [100, 33, ...Array<null>(10).fill(null)],
    });
  });
  test('CO2 a cell wins over the formula', () => {
    const typed = [...cells, yearCell('value', 'actual', 2025, 77)];
    expect(rowOf(bookOf({ metrics: [sales, orders, value], cells: typed }), 'value').actual).toBe(77);
  });
  test('CO2 a missing part and a cycle are problems, not errors', () => {
    const lost = metricOf('lost', { formula: { kind: 'sum', of: ['sales', 'gone'] } });
    const a = metricOf('a', { formula: { kind: 'sum', of: ['b'] } });
    const b = metricOf('b', { formula: { kind: 'product', of: ['a', 'sales'] } });
    const book = bookOf({ metrics: [sales, lost, a, b], cells });
    expect(rowOf(book, 'lost')).toMatchObject({ problem: 'formula-missing', actual: null });
    expect(rowOf(book, 'a')).toMatchObject({ problem: 'formula-cycle', actual: null });
    expect(rowOf(book, 'b')).toMatchObject({ problem: 'formula-cycle', actual: null });
  });
});

test('CO7 rows stand by level, then as in the book', () => {
  const metrics = [
    metricOf('x', { level: 'supporting' }),
    metricOf('y', { level: 'core' }),
    metricOf('z', { level: 'key' }),
    metricOf('w'),
  ];
  expect(scorecardOf(bookOf({ metrics })).map((row) => row.metric.id)).toEqual(['y', 'w', 'z', 'x']);
});
