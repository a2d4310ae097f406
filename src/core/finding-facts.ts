import type { Cause, Evidence, Action } from './book/review.ts';
import type { Change } from './evaluation.ts';
import type { Ratio } from './ratio.ts';

export type FindingKind = Cause['finding'];

/** Why a metric of the year under review was missed or met: its figures, and how far the reasons are written. */
export interface FindingFacts {
  readonly metric: string;
  /** `gap` where the metric was missed, `win` where it was met, `null` while that is unknown. */
  readonly kind: FindingKind | null;
  /** What a judgement still lacks. */
  readonly missing: readonly ('actual' | 'target')[];
  /** Actual against target: the difference in the metric's unit, as a rate of the target, in points for percent metrics. */
  readonly gap: Change;
  /** The driver, or the segment where no driver is known, that did most of what the finding tells: against the metric in a gap, for it in a win. */
  readonly driver: MainPart | null;
  /** Both trees, because a figure can change sides after its reasons were written. */
  readonly trees: Readonly<Record<FindingKind, FindingTree>>;
  /** Actions that answer the finding as a whole, in the person's order; those whose cause is gone among them. */
  readonly actions: readonly ActionFacts[];
}

/** A part of the change over last year. */
export interface MainPart {
  /** `drivers`, or the dimension's id. */
  readonly by: string;
  /** A metric's id, or the segment's name. */
  readonly id: string;
  /** In the metric's own unit. */
  readonly effect: number;
  /** Of the whole change; `null` when that is 0. */
  readonly share: Ratio | null;
}

export interface FindingTree {
  /** Depth first: parents stand before their children. */
  readonly causes: readonly CauseFacts[];
  readonly leaves: LeafCounts;
  /** Actions under its causes, or answering the finding as a whole: all of them, and those that lack nothing. */
  readonly actions: { readonly all: number; readonly complete: number };
}

/** How many leaves have what a leaf needs. Only written leaves count: an empty row is one being typed. */
export interface LeafCounts {
  readonly all: number;
  /** With at least one sound piece of evidence. */
  readonly evidenced: number;
  /** With an action of their own, of a cause above, or of the finding as a whole. */
  readonly answered: number;
  /** With the condition under which they repeat. */
  readonly conditioned: number;
  /** Taken up by an initiative of next year's plan, themselves or by a cause above. */
  readonly carried: number;
}

export interface CauseFacts {
  readonly cause: Cause;
  /** 0 at the top. */
  readonly depth: number;
  /** Nothing written stands below it. */
  readonly isLeaf: boolean;
  readonly evidence: readonly EvidenceFacts[];
  readonly actions: readonly ActionFacts[];
  /** The initiative of next year that it was carried into. */
  readonly initiative: string | null;
  /** The initiative that the nearest cause above was carried into, where this one has no action of its own to carry; else `null`. */
  readonly carriedAbove: string | null;
}

export interface EvidenceFacts {
  readonly evidence: Evidence;
  /**
   * `sound` shows something; `unknown` is a figure without a value today; `gone` names a metric, part or benchmark that is no
   * longer there; `empty` lacks what makes it a source: what it says and who says it.
   */
  readonly state: 'sound' | 'unknown' | 'gone' | 'empty';
}

export interface ActionFacts {
  readonly action: Action;
  readonly lacks: readonly ('text' | 'owner' | 'due' | 'metric' | 'effect')[];
}
