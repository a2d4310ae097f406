import type { Book, Metric } from '../book/book.ts';
import { adds, valuesOf } from '../comparison/values.ts';

/** How many past years shape the months at most: older seasons describe another business. */
const MOST_YEARS = 3;
const MONTHS = 12;

/** Twelve shares of a year that sum to 1 and are never negative, and how many past years they rest on (0: flat). */
export interface Seasonality {
  readonly shares: readonly number[];
  readonly years: number;
}

/**
 * The mean of each past year's monthly shares, so that a big year counts no more than a small one. Only whole years with a
 * positive total count; a month of net refunds counts as 0. Without any: twelve equal months.
 */
export function seasonality(years: readonly (readonly (number | null)[])[]): Seasonality {
  const shares = years.flatMap((months) => {
    const kept = months.map((value) => Math.max(0, value ?? NaN));
    const total = kept.reduce((sum, value) => sum + value, 0);
    return kept.length === MONTHS && total > 0 && Number.isFinite(total) ? [kept.map((value) => value / total)] : [];
  });
  const used = shares.slice(0, MOST_YEARS);
  if (used.length === 0) return { shares: Array.from({ length: MONTHS }, () => 1 / MONTHS), years: 0 };
  return {
    shares: Array.from(
      { length: MONTHS },
      (_, month) => used.reduce((sum, year) => sum + (year[month] ?? 0), 0) / used.length,
    ),
    years: used.length,
  };
}

/** The seasons of a metric that adds, from the latest whole years up to the one under review. */
export function seasonalityOf(book: Book, metric: Metric): Seasonality {
  if (!adds(metric)) return seasonality([]);
  const values = valuesOf(book);
  const past = Array.from({ length: MOST_YEARS + 1 }, (_, back) =>
    values.year(metric.id, 'actual', book.settings.year - back),
  );
  return seasonality(past.filter((year) => year.whole.every(Boolean)).map((year) => year.months));
}
