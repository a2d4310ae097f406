import type { Dismissal } from '../book/book.ts';
import type { FigureValue } from '../evaluation.ts';

/** Where in a book something stands: enough for a screen to go there and set the focus on it. */
export interface Place {
  readonly screen: Screen;
  /** Of `metrics` one metric's page, of `tasks` one campaign's page: its id. */
  readonly of?: string;
  /**
   * What to focus there: a record's id, or `id.field`; `conclusion`, `gap` and `win` are the page's. Elements carry it as `data-at`;
   * where a field is folded away, its record is the next best.
   */
  readonly at?: string;
}

export type Screen = 'metrics' | 'benchmarks' | 'tasks' | 'market' | 'team' | 'cost' | 'plan';

/** The part of the book an objection is about; benchmarks stand among the metrics. */
export type Part = Exclude<Screen, 'benchmarks'>;
export const PARTS: readonly Part[] = ['metrics', 'tasks', 'market', 'team', 'cost', 'plan'];

/** `error`: a boss would send it back. `warn`: a boss would ask. `hint`: it would be better so. */
export type Severity = 'error' | 'warn' | 'hint';
export const SEVERITIES: readonly Severity[] = ['error', 'warn', 'hint'];

/** One objection to the book as it stands. */
export interface Check {
  readonly id: CheckId;
  /** The same as long as the same rule objects to the same thing in the same year: what a dismissal is kept under. */
  readonly key: string;
  readonly severity: Severity;
  readonly part: Part;
  readonly place: Place;
  readonly facts: CheckFacts;
  /** Why a person set it aside; `null` while it is open. */
  readonly dismissed: Dismissal | null;
}

/** What the words of a check need; texts are a person's own, everything else is named by messages. */
export interface CheckFacts {
  /** The metric it is about, by id. */
  readonly metric?: string;
  /** What the record is called, '' where it has no name. */
  readonly name?: string;
  /** The words objected to, shortened; a chip in them is "…". */
  readonly quote?: string;
  /** What in them gave it away. */
  readonly word?: string;
  readonly figures?: Readonly<Record<string, FigureValue>>;
  readonly count?: number;
  /** A part of a metric: its dimension and the segment's name. */
  readonly segment?: { readonly by: string; readonly name: string };
}

/** Every rule's id. The registry holds one rule for each, `messages` its words. */
export type CheckId =
  | 'no-figures'
  | 'no-core-metric'
  | 'figure-without-target'
  | 'few-comparisons'
  | 'behind-market'
  | 'zero-growth-target'
  | 'growth-hides-decline'
  | 'missed-without-cause'
  | 'met-without-factor'
  | 'cause-without-evidence'
  | 'cause-without-action'
  | 'factor-without-condition'
  | 'action-without-owner'
  | 'action-without-due'
  | 'action-without-metric'
  | 'cause-not-taken-up'
  | 'nothing-taken-up'
  | 'conclusion-order'
  | 'benchmark-without-source'
  | 'benchmark-without-date'
  | 'index-as-value'
  | 'hedge-without-evidence'
  | 'year-called-period'
  | 'period-called-year'
  | 'percent-for-points'
  | 'share-as-contribution'
  | 'task-by-activity'
  | 'result-tells-activity'
  | 'grade-without-reason'
  | 'task-without-evidence'
  | 'result-too-long'
  | 'campaign-without-baseline'
  | 'campaign-without-review'
  | 'campaign-without-follow-up'
  | 'insight-without-source'
  | 'insight-without-opportunity'
  | 'entry-without-goal'
  | 'cost-without-return'
  | 'system-without-hours'
  | 'zero-growth-goal';
