import type { Book, Metric } from '../book/book.ts';
import { comparable } from '../comparison/comparable.ts';
import { valuesOf } from '../comparison/values.ts';
import type { Explanation } from '../evaluation.ts';
import { driverTree } from './driver-tree.ts';
import { splitByDrivers } from './drivers.ts';
import { splitMixAndRate } from './mix-rate.ts';
import { rankDimensions } from './ranking.ts';
import { splitBySegments } from './segments.ts';

/** Why a metric moved from last year to the year under review: by driver first, then by each dimension the data gave. */
export function explain(book: Book, metric: Metric): Explanation {
  const { year, firstMonth } = book.settings;
  const whole = comparable(valuesOf(book), metric, year, year - 1, firstMonth);
  if (!whole) return { unit: metric.unit, splits: [], ranking: [], mixRate: [], tree: null };
  const drivers = splitByDrivers(book, metric, whole);
  const segments = splitBySegments(book, metric, whole);
  return {
    unit: metric.unit,
    splits: drivers ? [drivers, ...segments] : segments,
    ranking: rankDimensions(segments),
    mixRate: splitMixAndRate(book, metric, whole),
    tree: driverTree(book, metric, whole),
  };
}
