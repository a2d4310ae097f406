import type { Benchmark, BenchmarkKind, Metric } from '../book/book.ts';
import type { Change } from '../evaluation.ts';
import type { FiscalYear } from '../period.ts';
import type { Ratio } from '../ratio.ts';
import { changeOf } from './change.ts';

const TRUST = { A: 0, B: 1, C: 2 } as const;

/** Outside values of one kind about a metric in a year: those with a value first, then by confidence, then as listed. */
export function benchmarksOf(
  benchmarks: readonly Benchmark[],
  metric: string,
  kind: BenchmarkKind,
  year: FiscalYear,
): readonly Benchmark[] {
  const unknown = (one: Benchmark): number => (known(one) === null ? 1 : 0);
  return benchmarks
    .filter((one) => one.metric === metric && one.kind === kind && one.year === year)
    .sort((a, b) => unknown(a) - unknown(b) || TRUST[a.confidence] - TRUST[b.confidence]);
}

/** How the metric stands to the market: both growths, or for rates both levels. */
export interface MarketStand {
  readonly ahead: boolean;
  /** (1 + own growth) ÷ (1 + market growth) − 1; `null` for points and where levels were compared. */
  readonly relativeShare: Ratio | null;
}

/**
 * Own against market. The market's growth is a `growth` benchmark of kind market (in points for percent metrics), or the change
 * of a market value between the two years under the same name. A rate without either compares its level with the market's, else
 * the industry's. Index values take no part. `null` is "market unknown", which no verdict may read as won or lost.
 */
export function standToMarket(
  metric: Metric,
  benchmarks: readonly Benchmark[],
  year: FiscalYear,
  actual: number | null,
  own: Change,
): MarketStand | null {
  const better = (mine: number, theirs: number): boolean =>
    metric.direction === 'higher' ? mine >= theirs : mine <= theirs;
  const market = marketGrowth(metric, benchmarks, year);
  if (market !== null && own.value !== null) {
    return { ahead: better(own.value, market), relativeShare: relativeShare(own, market) };
  }
  const isRate = metric.unit === 'percent' || metric.unit === 'times' || metric.unit === 'days';
  const level = isRate
    ? (levelOf(metric, benchmarks, 'market', year) ?? levelOf(metric, benchmarks, 'industry', year))
    : null;
  return level === null || actual === null ? null : { ahead: better(actual, level), relativeShare: null };
}

/** The market's growth over last year, told as the metric's growth is (points for percent metrics). */
export function marketGrowth(metric: Metric, benchmarks: readonly Benchmark[], year: FiscalYear): Ratio | null {
  const markets = benchmarksOf(benchmarks, metric.id, 'market', year);
  const told = markets.find((one) => one.measure === 'growth' && known(one) !== null);
  if (told) return told.value;
  for (const now of markets.filter((one) => one.measure === 'value')) {
    const before = benchmarksOf(benchmarks, metric.id, 'market', year - 1);
    const base = before.find((one) => one.measure === 'value' && one.name === now.name);
    const growth = changeOf(metric.unit, known(now), base ? known(base) : null).value;
    if (growth !== null) return growth;
  }
  return null;
}

const levelOf = (
  metric: Metric,
  benchmarks: readonly Benchmark[],
  kind: BenchmarkKind,
  year: FiscalYear,
): number | null =>
  benchmarksOf(benchmarks, metric.id, kind, year).find((one) => one.measure === 'value')?.value ?? null;

const known = (benchmark: Benchmark): number | null =>
  benchmark.value !== null && Number.isFinite(benchmark.value) ? benchmark.value : null;

/** −20% says: of what the market became, we hold a fifth less than before. `null` for points or a market that vanished. */
export const relativeShare = (own: Change, market: Ratio): Ratio | null =>
  own.kind === 'points' || own.value === null || market <= -1 ? null : (1 + own.value) / (1 + market) - 1;
