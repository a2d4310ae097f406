import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benchmarkOf, bookOf, fromData, metricOf, monthCells, yearCell } from '../../../tests/books/book-of.ts';
import type { Book } from '../book/book.ts';
import { monthChanges } from './month-changes.ts';
import { outsideOf } from './outside.ts';
import { pastYears } from './past-years.ts';
import { scorecardOf } from './scorecard.ts';

const SALES = metricOf('sales', { unit: 'count' });
const RATE = metricOf('rate', { unit: 'percent', yearly: 'none' });
const COST = metricOf('cost', { unit: 'count', direction: 'lower' });

describe('outside figures', () => {
  const told = (book: Book, metric: string) => {
    const row = scorecardOf(book).find((one) => one.metric.id === metric);
    return row
      ? outsideOf(book, row).map(({ benchmark, own, gap, ahead }) => [benchmark.id, own, gap.kind, gap.value, ahead])
      : [];
  };

  test('CO20 growth stands against growth in points, value against value by its rate', () => {
    const book = bookOf({
      metrics: [SALES],
      cells: [yearCell('sales', 'actual', 2025, 120), yearCell('sales', 'actual', 2024, 100)],
      benchmarks: [
        benchmarkOf('sales', { id: 'leader', kind: 'leader', measure: 'value', value: 160 }),
        benchmarkOf('sales', { id: 'market', measure: 'growth', value: 0.5 }),
        benchmarkOf('sales', { id: 'index', kind: 'competitor', measure: 'index', value: 132 }),
        benchmarkOf('sales', { id: 'before', kind: 'leader', measure: 'value', value: 1, year: 2024 }),
      ],
    });
    expect(told(book, 'sales')).toEqual([
      ['market', 0.2, 'points', expect.closeTo(-0.3), false],
      ['index', null, 'ratio', null, null],
      ['leader', 120, 'ratio', -0.25, false],
    ]);
  });

  test('CO20 percentages differ in points, and less is ahead where less is better', () => {
    const book = bookOf({
      metrics: [RATE, COST],
      cells: [yearCell('rate', 'actual', 2025, 0.4), yearCell('cost', 'actual', 2025, 80)],
      benchmarks: [
        benchmarkOf('rate', { id: 'rate', kind: 'industry', measure: 'value', value: 0.38 }),
        benchmarkOf('cost', { id: 'cost', kind: 'industry', measure: 'value', value: 100 }),
      ],
    });
    expect(told(book, 'rate')).toEqual([['rate', 0.4, 'points', expect.closeTo(0.02), true]]);
    expect(told(book, 'cost')).toEqual([['cost', 80, 'ratio', -0.2, true]]);
  });

  test('CO20 the sum of a year to date does not stand against a whole year', () => {
    const book = bookOf({
      metrics: [SALES],
      cells: monthCells('sales', 'actual', 2025, [10, 10, 10], fromData()),
      benchmarks: [benchmarkOf('sales', { id: 'leader', kind: 'leader', measure: 'value', value: 160 })],
    });
    expect(told(book, 'sales')).toEqual([['leader', null, 'ratio', null, null]]);
  });
});

describe('months', () => {
  test('CO21 stand against the same month last year and against the month before, also over the turn of the year', () => {
    const book = bookOf({
      metrics: [SALES],
      cells: [
        ...monthCells('sales', 'actual', 2024, [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 80]),
        ...monthCells('sales', 'actual', 2025, [120, 90]),
      ],
    });
    const [january, february, march] = monthChanges(book, SALES);
    expect([january?.onYear.value, january?.onMonth.value]).toEqual([expect.closeTo(0.2), expect.closeTo(0.5)]);
    expect([february?.onYear.value, february?.onMonth.value]).toEqual([expect.closeTo(-0.1), expect.closeTo(-0.25)]);
    expect([march?.value, march?.onYear.value, march?.onMonth.value]).toEqual([null, null, null]);
  });

  test('CO21 a month that is not complete changes against nothing', () => {
    const book = bookOf({
      metrics: [SALES],
      cells: [
        ...monthCells('sales', 'actual', 2024, [100, 100, 100]),
        ...monthCells('sales', 'actual', 2025, [110]),
        ...monthCells('sales', 'actual', 2025, [null, 20], fromData({ toDate: true })).slice(1),
      ],
    });
    const [, february] = monthChanges(book, SALES);
    expect([february?.value, february?.whole, february?.onYear.value, february?.onMonth.value]).toEqual([
      20,
      false,
      null,
      null,
    ]);
  });

  test('CO21 chained from month to month they lead from December to December', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 24, maxLength: 24 }), (values) => {
        const book = bookOf({
          metrics: [SALES],
          cells: [
            ...monthCells('sales', 'actual', 2024, values.slice(0, 12)),
            ...monthCells('sales', 'actual', 2025, values.slice(12)),
          ],
        });
        const changes = monthChanges(book, SALES);
        const chained = changes.reduce((level, { onMonth }) => level * (1 + (onMonth.value ?? 0)), values[11] ?? 0);
        expect(chained).toBeCloseTo(values[23] ?? 0, 4);
        expect(1 + (changes[11]?.onYear.value ?? 0)).toBeCloseTo((values[23] ?? 0) / (values[11] ?? 1), 9);
      }),
    );
  });
});

test('CO22 three years stand side by side, each with its target and its growth on the one before', () => {
  const book = bookOf({
    metrics: [SALES],
    cells: [
      yearCell('sales', 'actual', 2022, 50),
      yearCell('sales', 'actual', 2023, 100),
      yearCell('sales', 'actual', 2024, 110),
      yearCell('sales', 'actual', 2025, 121),
      yearCell('sales', 'target', 2025, 110),
    ],
  });
  expect(
    pastYears(book, SALES).map(({ year, actual, attainment, growth }) => [year, actual, attainment, growth.value]),
  ).toEqual([
    [2023, 100, null, 1],
    [2024, 110, null, expect.closeTo(0.1)],
    [2025, 121, expect.closeTo(1.1), expect.closeTo(0.1)],
  ]);
});
