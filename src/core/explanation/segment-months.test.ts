import { expect, test } from 'vitest';
import { bookOf, metricOf } from '../../../tests/books/book-of.ts';
import type { SegmentSeries } from '../book/book.ts';
import { monthOf, type PeriodKey } from '../period.ts';
import { segmentMonths } from './segment-months.ts';

const series = (
  name: string,
  months: Readonly<Record<string, number>>,
  weights?: Readonly<Record<string, number>>,
) => ({
  metric: 'sales',
  dimension: 'channel',
  name,
  byPeriod: new Map(Object.entries(months) as [PeriodKey, number][]),
  ...(weights && { weights: new Map(Object.entries(weights) as [PeriodKey, number][]) }),
});
const monthsOf = (segments: readonly SegmentSeries[], name = 'app', firstMonth = 1) =>
  segmentMonths(bookOf({ metrics: [metricOf('sales')], segments, firstMonth }), 'sales', 'channel', name);

test('EX14 twelve months of both fiscal years, and the difference where both are known', () => {
  const found = monthsOf([series('app', { 'M2024-04': 10, 'M2025-04': 30, 'M2026-03': 7 })], 'app', 4);
  expect(found.months[0]).toBe(monthOf(2025, 4));
  expect(found.thisYear).toEqual([30, ...Array.from({ length: 10 }, () => null), 7]);
  expect(found.lastYear).toEqual([10, ...Array.from({ length: 11 }, () => null)]);
  expect(found.difference).toEqual([20, ...Array.from({ length: 11 }, () => null)]);
});
test('EX14 a segment is 0 in a month that names all others, unknown where small ones were folded into other', () => {
  const found = monthsOf([
    series('app', { 'M2025-01': 5 }),
    series('shop', { 'M2025-02': 6, 'M2025-03': 6 }),
    series('other', { 'M2025-03': 1 }),
  ]);
  expect(found.thisYear.slice(0, 4)).toEqual([5, 0, null, null]);
});
test('EX14 of rates a month is numerator over denominator, never 0 by absence', () => {
  const found = monthsOf([
    series('app', { 'M2025-01': 5, 'M2025-02': 0 }, { 'M2025-01': 20, 'M2025-02': 0 }),
    series('shop', { 'M2025-03': 1 }, { 'M2025-03': 2 }),
  ]);
  expect(found.thisYear.slice(0, 3)).toEqual([0.25, null, null]);
});
test('EX14 a segment that is not there has no months', () => {
  expect(monthsOf([], 'gone').thisYear.every((value) => value === null)).toBe(true);
});
