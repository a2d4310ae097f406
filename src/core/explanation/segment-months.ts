import type { Book } from '../book/book.ts';
import { OTHER } from '../kpis/segment-series.ts';
import { monthKey, monthsOf, type FiscalYear, type Month } from '../period.ts';
import { ratio } from '../ratio.ts';

/** A segment's twelve months in the year under review and in the year before, in the metric's unit; `null` where unknown. */
export interface SegmentMonths {
  readonly months: readonly Month[];
  readonly thisYear: readonly (number | null)[];
  readonly lastYear: readonly (number | null)[];
  readonly difference: readonly (number | null)[];
}

/**
 * From a segment down to its months. A segment that a month does not name was 0 there when the month names every segment, and is
 * unknown when the month names none, or has small ones folded into `other`. Of rates (series with weights) a month is numerator ÷
 * denominator.
 */
export function segmentMonths(book: Book, metric: string, dimension: string, name: string): SegmentMonths {
  const series = book.segments.filter((one) => one.metric === metric && one.dimension === dimension);
  const own = series.filter((one) => one.name === name);
  const valueIn = (month: Month): number | null => {
    const key = monthKey(month);
    const value = sumAt(own.map((one) => one.byPeriod.get(key)));
    if (own.some((one) => one.weights)) {
      const weight = sumAt(own.map((one) => one.weights?.get(key)));
      return value === null || weight === null ? null : ratio(value, weight);
    }
    if (value !== null) return value;
    const named = series.filter((one) => one.byPeriod.has(key));
    return named.length > 0 && named.every((one) => one.name !== OTHER) ? 0 : null;
  };
  const { year, firstMonth } = book.settings;
  const valuesOf = (of: FiscalYear): readonly (number | null)[] => monthsOf(of, firstMonth).map(valueIn);
  const [thisYear, lastYear] = [valuesOf(year), valuesOf(year - 1)];
  return {
    months: monthsOf(year, firstMonth),
    thisYear,
    lastYear,
    difference: thisYear.map((value, index) => difference(value, lastYear[index] ?? null)),
  };
}

const sumAt = (values: readonly (number | undefined)[]): number | null => {
  const known = values.filter((value) => value !== undefined && Number.isFinite(value));
  return known.length === 0 ? null : known.reduce<number>((sum, value) => sum + (value ?? 0), 0);
};

const difference = (value: number | null, base: number | null): number | null =>
  value === null || base === null ? null : value - base;
