/** The unit of a metric's values. `percent` values are ratios (0.35 is 35%) and differ in percentage points. */
export type Unit = 'money' | 'count' | 'percent' | 'times' | 'days';

/** Whether more or less of it is better. */
export type Direction = 'higher' | 'lower';

/** What a reader must be told beside a figure. */
export type Mark =
  /** The period is not complete in the data; compared with the same days or months of last year. */
  | 'to-date'
  /** The look-back reaches before the data's first day, so returning customers are understated. */
  | 'lookback-understated'
  /** The data hold nothing the figure could look back on: unknown, or of new customers everyone the data see first. */
  | 'no-history'
  /** The cohort is younger than the window; shown, never averaged in. */
  | 'immature'
  /** Fewer than 5 customers stand behind it; suppressed where shared. */
  | 'small-group';

/** A computed value with what it was computed from. `value` is `null` when unknown, never 0 by default. */
export interface Figure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly marks: readonly Mark[];
}

/** Beyond it not even whole numbers are exact. */
const LARGEST = Number.MAX_SAFE_INTEGER;
const SMALLEST = 1e-12;

/**
 * A number that arithmetic may touch, so that no figure made of it is endless: `null` for NaN, infinities and what is too large to
 * be exact; 0 for what is too small to divide by.
 */
export const soundNumber = (value: number): number | null =>
  !(Math.abs(value) <= LARGEST) ? null : Math.abs(value) < SMALLEST ? 0 : value;
