import type { Benchmark, Metric } from './book/book.ts';
import type { CustomerGroup, Insight } from './book/review.ts';
import type { Change } from './evaluation.ts';
import type { Ratio } from './ratio.ts';

/** The world outside beside us (`product.md` R3). */
export interface MarketEvaluation {
  /** What the year's benchmarks say of core and key metrics, against our own. */
  readonly outside: readonly OutsideRow[];
  readonly insights: Readonly<Record<Insight['kind'], number>>;
  /** The initiative that takes an insight's opportunity up, by the insight's id. */
  readonly inPlan: Readonly<Record<string, string>>;
  readonly groups: GroupsEvaluation;
}

export interface OutsideRow {
  readonly benchmark: Benchmark;
  readonly metric: Metric;
  /** Our own growth (as the metric's growth is told) or value; `null` beside an index, which takes no part in arithmetic. */
  readonly own: number | null;
  /** Of growths in points; of values as the metric's changes are told. Own over theirs. */
  readonly difference: Change;
  readonly ahead: boolean | null;
}

/** Actual customer groups against the intended ones. Shares are of the customers of all groups large enough to be shown. */
export interface GroupsEvaluation {
  /** Every group of the registry, in its order. */
  readonly rows: readonly GroupRow[];
  /** Sum of the intended shares; `null` when none is given. */
  readonly intended: Ratio | null;
  /** Whether they make 100%; `null` when none is given. */
  readonly intendedSums: boolean | null;
  /** Share of the customers that stand in another group than intended; `null` unless both sides sum to 100%. */
  readonly astray: Ratio | null;
  /** Where the figures were taken from; `null` before they were. */
  readonly taken: Pick<CustomerGroup, 'day' | 'understated' | 'source'> | null;
}

export interface GroupRow {
  /** Of the registry. */
  readonly id: string;
  /** The record that holds it in the book; `null` before there is one. */
  readonly record: string | null;
  readonly intended: Ratio | null;
  readonly customers: number | null;
  readonly sales: number | null;
  readonly share: Ratio | null;
  readonly salesShare: Ratio | null;
  readonly shareBefore: Ratio | null;
  readonly salesShareBefore: Ratio | null;
  /** Actual less intended share of customers, and less that of a year before: points. */
  readonly difference: Ratio | null;
  readonly movement: Ratio | null;
  /** Fewer than five customers: its figures are withheld. */
  readonly isSmall: boolean;
}
