import { LEVELS, type Book, type Metric } from '../book/book.ts';
import { changeOf } from '../comparison/change.ts';
import { adds, valuesOf, type Values, type YearValue } from '../comparison/values.ts';
import type { GoalRow } from '../evaluation.ts';
import { firstMonthOf, monthKey, monthsOf, quarterKey, yearKey, type PeriodKey } from '../period.ts';
import { distribute, quarterMonths } from './phase.ts';
import { seasonalityOf } from './seasonality.ts';

const QUARTERS = [1, 2, 3, 4] as const;

/**
 * Next year's targets, one row a metric in the scorecard's order. A target that a formula gives has its months derived by
 * season; one that a person set has the months stored when it was phased.
 */
export function goalsOf(book: Book): readonly GoalRow[] {
  const ordered = LEVELS.flatMap((level) => book.metrics.filter((metric) => metric.level === level));
  return ordered.map((metric) => goalOf(book, metric));
}

function goalOf(book: Book, metric: Metric): GoalRow {
  const values = valuesOf(book);
  const year = book.settings.year + 1;
  const target = values.year(metric.id, 'target', year);
  const reviewed = values.year(metric.id, 'actual', book.settings.year);
  const base = baseOf(book, metric, values, reviewed);
  const isLocked = (period: PeriodKey): boolean => book.locks.has(`${metric.id}|${period}`);
  const seasons = seasonalityOf(book, metric);
  const isUnphased = target.months.every((value) => value === null) && !target.cells.year?.value;
  const isDerived = adds(metric) && isUnphased && target.value !== null;
  const months = isDerived
    ? distribute(target.value, seasons.shares, metric.unit === 'money' || metric.unit === 'count')
    : adds(metric)
      ? target.months
      : guideMonths(book, metric, target);
  const sum = months.reduce<number>((total, value) => total + (value ?? 0), 0);
  const unphased = adds(metric) && target.value !== null ? target.value - sum : 0;
  return {
    metric,
    year,
    target: target.value,
    impliedGrowth: changeOf(metric.unit, target.value, base?.value ?? null),
    base,
    history: [0, 1, 2].map((back) => {
      const past = values.year(metric.id, 'actual', book.settings.year - back);
      return { year: book.settings.year - back, value: past.value, toDate: past.value !== null && !past.complete };
    }),
    quarters: quartersOf(metric, values, target, months, year),
    months,
    locked: monthsOf(year, book.settings.firstMonth).map((month) => isLocked(monthKey(month))),
    lockedQuarters: [
      isLocked(quarterKey(year, 1)),
      isLocked(quarterKey(year, 2)),
      isLocked(quarterKey(year, 3)),
      isLocked(quarterKey(year, 4)),
    ],
    seasons: seasons.years,
    adds: adds(metric) ? target.value === null || Math.abs(unphased) <= 1e-9 * Math.abs(target.value) : null,
    unphased,
  };
}

/**
 * What a target's growth is measured from: the whole year under review. A plan is written before the year ends, so for metrics
 * that add a year to date gives way to the latest twelve whole months; other metrics then have no base.
 */
function baseOf(book: Book, metric: Metric, values: Values, reviewed: YearValue): GoalRow['base'] {
  if (reviewed.complete && reviewed.value !== null) return { kind: 'year', value: reviewed.value };
  const lastWhole = reviewed.whole.lastIndexOf(true);
  if (!adds(metric) || lastWhole < 0) return null;
  const end = firstMonthOf(book.settings.year, book.settings.firstMonth) + lastWhole;
  const latest = Array.from({ length: 12 }, (_, index) => end - 11 + index);
  const value = values.over(metric.id, 'actual', latest);
  return value === null ? null : { kind: 'latest-months', value };
}

function quartersOf(
  metric: Metric,
  values: Values,
  target: YearValue,
  months: readonly (number | null)[],
  year: number,
): GoalRow['quarters'] {
  const quarter = (number: 1 | 2 | 3 | 4): number | null => {
    if (adds(metric)) return sumKnown(quarterMonths(number - 1).map((index) => months[index] ?? null));
    const own = values.quarter(metric.id, 'target', year, number);
    if (own !== null) return own;
    return metric.yearly === 'last' ? (months[number * 3 - 1] ?? null) : target.value;
  };
  const [first, second, third, fourth] = QUARTERS;
  return [quarter(first), quarter(second), quarter(third), quarter(fourth)];
}

const sumKnown = (months: readonly (number | null)[]): number | null =>
  months.reduce((sum, value) => (value === null ? sum : (sum ?? 0) + value), null);

/**
 * Monthly targets of a metric whose months don't sum to its year (a rate, or distinct buyers): those typed or computed from their
 * parts; else the year's target itself times what that month was of the whole year in the past (a month's repurchase rate is a
 * fraction of the year's), and with no such past the year's target as it is. They are shown, never stored.
 */
function guideMonths(book: Book, metric: Metric, target: YearValue): readonly (number | null)[] {
  const goal = target.value;
  if (goal === null) return target.months;
  const values = valuesOf(book);
  const past = [0, 1, 2].map((back) => values.year(metric.id, 'actual', book.settings.year - back));
  const usable = past.filter(
    (year) => year.complete && year.value !== null && year.value !== 0 && year.whole.every(Boolean),
  );
  const isWhole = metric.unit === 'money' || metric.unit === 'count';
  return target.months.map((own, index) => {
    if (own !== null) return own;
    if (usable.length === 0) return goal;
    const relations = usable.map((year) => (year.months[index] ?? 0) / (year.value ?? 1));
    const value = goal * (relations.reduce((sum, one) => sum + one, 0) / relations.length);
    return isWhole ? Math.round(value) : value;
  });
}

/** Where a goal's cells stand in the book. */
export const goalPeriods = (
  book: Book,
): { readonly year: PeriodKey; readonly quarters: readonly PeriodKey[]; readonly months: readonly PeriodKey[] } => {
  const year = book.settings.year + 1;
  return {
    year: yearKey(year),
    quarters: QUARTERS.map((quarter) => quarterKey(year, quarter)),
    months: monthsOf(year, book.settings.firstMonth).map(monthKey),
  };
};
