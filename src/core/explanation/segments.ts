import type { Book, Metric, SegmentSeries } from '../book/book.ts';
import type { Comparable } from '../comparison/comparable.ts';
import { adds, valuesOf } from '../comparison/values.ts';
import type { Split } from '../evaluation.ts';
import { firstMonthOf, monthKey, yearKey, type FiscalYear, type PeriodKey } from '../period.ts';
import { wholeParts } from './parts.ts';

/**
 * A metric's change split by segment, one split a dimension: each segment's own change in the metric's unit, largest first, both
 * signs. Segments that carry no name, and what the named ones leave over, are part ''. A segment's share is of the change: a
 * segment may sell 22% of the total and yet explain 132% of its growth. Only metrics that add can be split so; a dimension
 * without values in either year is left out. Whole years are read from the year's own figures where the data gave them: groups too
 * small to show in a month may be large enough in a year.
 */
export function splitBySegments(book: Book, metric: Metric, whole: Comparable): readonly Split[] {
  if (!adds(metric)) return [];
  const own = book.segments.filter((series) => series.metric === metric.id && !series.weights);
  const dimensions = [...new Set(own.map((series) => series.dimension))];
  return dimensions.flatMap((dimension) => {
    const split = splitBy(
      book,
      metric,
      whole,
      dimension,
      own.filter((series) => series.dimension === dimension),
    );
    return split ? [split] : [];
  });
}

function splitBy(
  book: Book,
  metric: Metric,
  whole: Comparable,
  dimension: string,
  series: readonly SegmentSeries[],
): Split | null {
  const { year, firstMonth } = book.settings;
  const periods = (of: FiscalYear): number[] => whole.months.map((index) => firstMonthOf(of, firstMonth) + index);
  const isYear = whole.basis === 'year';
  const from = segmentsOf(series, year - 1, periods(year - 1), isYear);
  const to = segmentsOf(series, year, periods(year), isYear);
  if (from.size === 0 || to.size === 0) return null;
  const values = valuesOf(book);
  const base = isYear ? whole.base : values.over(metric.id, 'actual', periods(year - 1));
  const current = isYear ? whole.current : values.over(metric.id, 'actual', periods(year));
  if (base === null || current === null) return null;
  const names = new Set([...from.keys(), ...to.keys()]);
  names.delete('');
  const named = [...names].map((name) => part(name, from.get(name) ?? 0, to.get(name) ?? 0));
  named.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  const rest = part('', base - total(named, 'from'), current - total(named, 'to'));
  const isTold = Math.abs(rest.from) + Math.abs(rest.to) > 1e-9 * (Math.abs(base) + Math.abs(current));
  return {
    by: dimension,
    method: 'sum',
    from: base,
    to: current,
    parts: wholeParts(isTold ? [...named, rest] : named, current - base, metric.unit),
  };
}

const part = (id: string, from: number, to: number) => ({ id, from, to, effect: to - from });

const total = (parts: readonly ReturnType<typeof part>[], end: 'from' | 'to'): number =>
  parts.reduce((sum, one) => sum + one[end], 0);

/**
 * Values by segment over a time. A whole year's own values where the series have them: who returned in a year is not who returned
 * in its months.
 */
export function segmentsOf(
  series: readonly Pick<SegmentSeries, 'name' | 'byPeriod'>[],
  year: FiscalYear,
  months: readonly number[],
  isYear: boolean,
): Map<string, number> {
  const own = isYear ? sumByName(series, [yearKey(year)]) : null;
  return own && own.size > 0 ? own : sumByName(series, months.map(monthKey));
}

/** Sums by name over the periods; names without any value there are absent. */
export function sumByName(
  series: readonly Pick<SegmentSeries, 'name' | 'byPeriod'>[],
  keys: readonly PeriodKey[],
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { name, byPeriod } of series) {
    for (const key of keys) {
      const value = byPeriod.get(key);
      if (value !== undefined && Number.isFinite(value)) sums.set(name, (sums.get(name) ?? 0) + value);
    }
  }
  return sums;
}
