import type { Growth } from './book/review.ts';
import type { Month } from './period.ts';
import type { Ratio } from './ratio.ts';

/** How the team worked, grew and was manned (`product.md` R4). */
export interface TeamEvaluation {
  /** By the rhythm's id. */
  readonly rhythms: Readonly<Record<string, RhythmRates>>;
  /** Of all rhythms together. */
  readonly overall: RhythmRates;
  readonly growth: Readonly<Record<Growth['kind'], number>>;
  /** Core and key metrics, and every other one that an entry serves. */
  readonly goals: readonly GoalCover[];
  /** Entries that serve no goal, by id. */
  readonly withoutGoal: readonly string[];
  readonly headcount: Headcount;
}

export interface RhythmRates {
  /** Held of planned; `null` unless both are known. */
  readonly keeping: Ratio | null;
  /** Done of the items listed. */
  readonly completion: Ratio | null;
}

/** What the team did for one goal. */
export interface GoalCover {
  readonly metric: string;
  readonly rhythms: number;
  readonly growths: number;
  readonly people: number;
}

export interface Headcount {
  readonly months: readonly HeadcountMonth[];
  /** People a day over the year; `null` when nobody is listed. */
  readonly average: number | null;
  readonly joined: number;
  readonly left: number;
  /** People whose last day comes before their first, by id: not counted. */
  readonly impossible: readonly string[];
}

export interface HeadcountMonth {
  readonly month: Month;
  /** People a day. */
  readonly average: number;
  readonly joined: number;
  readonly left: number;
  /** Who stay after the month's last day. */
  readonly close: number;
}
