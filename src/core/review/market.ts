import type { Benchmark, BenchmarkKind, Book, Metric } from '../book/book.ts';
import type { Insight } from '../book/review.ts';
import { changeKind, changeOf, UNKNOWN_CHANGE } from '../comparison/change.ts';
import { benchmarksOf } from '../comparison/market.ts';
import { adds } from '../comparison/values.ts';
import type { Change, ScorecardRow } from '../evaluation.ts';
import type { MarketEvaluation, OutsideRow } from '../market-facts.ts';
import { customerGroupsOf } from './intended-groups.ts';

const KINDS: readonly BenchmarkKind[] = ['market', 'industry', 'competitor', 'leader'];

/** The world outside beside us, in the year under review (`product.md` R3). */
export function marketOf(book: Book, scorecard: readonly ScorecardRow[]): MarketEvaluation {
  const insights = book.insights.filter((insight) => insight.year === book.settings.year);
  return {
    outside: scorecard.filter((row) => row.metric.level !== 'supporting').flatMap((row) => outsideOf(book, row)),
    insights: countByKind(insights),
    inPlan: Object.fromEntries(
      book.initiatives.filter(({ origin }) => origin.kind === 'opportunity').map(({ id, origin }) => [origin.id, id]),
    ),
    groups: customerGroupsOf(book),
  };
}

/** Who is compared with first: the market, then the industry, competitors, the leader; the better source first. */
const outsideOf = (book: Book, row: ScorecardRow): readonly OutsideRow[] =>
  KINDS.flatMap((kind) => benchmarksOf(book.benchmarks, row.metric.id, kind, book.settings.year)).map((benchmark) => ({
    benchmark,
    metric: row.metric,
    ...standing(benchmark, row),
  }));

function standing(benchmark: Benchmark, row: ScorecardRow): Pick<OutsideRow, 'own' | 'difference' | 'ahead'> {
  const { metric } = row;
  if (benchmark.measure === 'index') return { own: null, difference: UNKNOWN_CHANGE.ratio, ahead: null };
  const own = benchmark.measure === 'growth' ? row.growth.value : row.actual;
  const difference = differenceOf(benchmark, row, own);
  return { own, difference, ahead: difference.difference === null ? null : isAhead(metric, difference.difference) };
}

/** What has run for part of a year and adds up is no match for a whole year's value. */
function differenceOf(benchmark: Benchmark, { metric, toDate }: ScorecardRow, own: number | null): Change {
  if (benchmark.measure === 'growth') return changeOf('percent', own, benchmark.value);
  if (toDate && adds(metric)) return UNKNOWN_CHANGE[changeKind(metric.unit)];
  return changeOf(metric.unit, own, benchmark.value);
}

const isAhead = (metric: Metric, difference: number): boolean =>
  metric.direction === 'higher' ? difference >= 0 : difference <= 0;

function countByKind(insights: readonly Insight[]): MarketEvaluation['insights'] {
  const of = (kind: Insight['kind']): number => insights.filter((insight) => insight.kind === kind).length;
  return { industry: of('industry'), competitor: of('competitor'), customer: of('customer'), leader: of('leader') };
}
