import type { Book, Metric } from '../book/book.ts';
import type { Change } from '../evaluation.ts';
import { firstMonthOf, monthsOf, type Month } from '../period.ts';
import { changeOf, UNKNOWN_CHANGE, changeKind } from './change.ts';
import { valuesOf } from './values.ts';

/** One month of the year under review against the two months it may be held against, never mixed. */
export interface MonthChange {
  readonly month: Month;
  readonly value: number | null;
  /** Whether the month is complete in the data. */
  readonly whole: boolean;
  /** 同比: against the same month last year. */
  readonly onYear: Change;
  /** 环比: against the month before, in the first month the last one of last year. */
  readonly onMonth: Change;
}

/**
 * A metric's twelve months with both their changes (`kpis.md` §5). A month that is not complete, or stands against one that is not,
 * has no change: part of a month measures nothing against a whole one.
 */
export function monthChanges(book: Book, metric: Metric): readonly MonthChange[] {
  const { year, firstMonth } = book.settings;
  const values = valuesOf(book);
  const known = [year - 1, year].flatMap((of) => {
    const { months, whole } = values.year(metric.id, 'actual', of);
    return months.map((value, at) => ({ value, whole: whole[at] === true }));
  });
  const first = firstMonthOf(year, firstMonth);
  return monthsOf(year, firstMonth).map((month): MonthChange => {
    const at = 12 + month - first;
    const { value, whole } = known[at] ?? { value: null, whole: false };
    const against = (back: number): Change => {
      const base = known[at - back];
      return whole && base?.whole ? changeOf(metric.unit, value, base.value) : UNKNOWN_CHANGE[changeKind(metric.unit)];
    };
    return { month, value, whole, onYear: against(12), onMonth: against(1) };
  });
}
