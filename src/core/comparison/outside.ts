import { BENCHMARK_KINDS, type Benchmark, type Book, type Metric } from '../book/book.ts';
import type { Change, ScorecardRow } from '../evaluation.ts';
import { benchmarksOf } from './market.ts';
import { changeOf } from './change.ts';
import { adds } from './values.ts';

/** An outside figure with our own of the same measure beside it. */
export interface OutsideFigure {
  readonly benchmark: Benchmark;
  /** Our growth, or our value in the metric's unit; `null` where it is unknown or the two do not measure alike. */
  readonly own: number | null;
  /** Own against theirs: points between growths and between percentages, else the ratio with the difference. */
  readonly gap: Change;
  /** On the good side of it, by the metric's direction; level counts as ahead. */
  readonly ahead: boolean | null;
}

/**
 * A metric against everything outside of the year under review: industry, market, competitors, leader; of a kind in the order of
 * `benchmarksOf`. Growth stands against growth and value against value. An index is listed and never reckoned with; a sum of a
 * year to date does not stand against a whole year's value.
 */
export function outsideOf(book: Book, row: ScorecardRow): readonly OutsideFigure[] {
  const { metric } = row;
  return BENCHMARK_KINDS.flatMap((kind) => benchmarksOf(book.benchmarks, metric.id, kind, book.settings.year)).map(
    (benchmark) => {
      const own = ownOf(benchmark, row);
      const theirs = benchmark.value !== null && Number.isFinite(benchmark.value) ? benchmark.value : null;
      const gap = changeOf(benchmark.measure === 'growth' ? 'percent' : metric.unit, own, own === null ? null : theirs);
      return { benchmark, own, gap, ahead: gap.difference === null ? null : isAhead(metric, gap.difference) };
    },
  );
}

function ownOf({ measure }: Benchmark, row: ScorecardRow): number | null {
  if (measure === 'growth') return row.growth.value;
  if (measure === 'index' || (row.toDate && adds(row.metric))) return null;
  return row.actual;
}

const isAhead = (metric: Metric, difference: number): boolean =>
  metric.direction === 'higher' ? difference >= 0 : difference <= 0;
