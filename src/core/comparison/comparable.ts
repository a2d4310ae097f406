import type { Metric } from '../book/book.ts';
import { firstMonthOf, type FirstMonth, type FiscalYear } from '../period.ts';
import type { Values } from './values.ts';

/** Two values of one metric that may be compared, and over how many months. */
export interface Comparable {
  readonly basis: 'year' | 'same-days' | 'months';
  readonly current: number;
  readonly base: number;
  /** Positions (0–11) in the fiscal year of the months both cover. */
  readonly months: readonly number[];
}

export const WHOLE_YEAR: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/**
 * The actuals of two fiscal years on equal footing. Whole years compare as they are. Otherwise, in this order: last year's same
 * days where the data gave them; the months that are whole in both years, for metrics that add or are formulas of such; the
 * latest such month, for metrics read at the year's end. `null` where nothing is alike.
 */
export function comparable(
  values: Values,
  metric: Metric,
  year: FiscalYear,
  baseYear: FiscalYear,
  firstMonth: FirstMonth,
): Comparable | null {
  const current = values.year(metric.id, 'actual', year);
  const base = values.year(metric.id, 'actual', baseYear);
  if (current.value === null) return null;
  if (current.complete && base.complete) {
    return base.value === null ? null : { basis: 'year', current: current.value, base: base.value, months: WHOLE_YEAR };
  }
  const wholeInBoth = WHOLE_YEAR.filter((index) => current.whole[index] && base.whole[index]);
  if (baseYear === year - 1 && current.sameDaysLastYear !== null) {
    return { basis: 'same-days', current: current.value, base: current.sameDaysLastYear, months: wholeInBoth };
  }
  const months = metric.yearly === 'last' ? wholeInBoth.slice(-1) : wholeInBoth;
  const over = (of: FiscalYear): number | null => {
    const periods = months.map((index) => firstMonthOf(of, firstMonth) + index);
    const [only] = periods;
    if (metric.yearly === 'last') return only === undefined ? null : values.month(metric.id, 'actual', only);
    return values.over(metric.id, 'actual', periods);
  };
  const currentPart = over(year);
  const basePart = over(baseYear);
  if (currentPart === null || basePart === null) return null;
  return { basis: 'months', current: currentPart, base: basePart, months };
}
