/** A plain number where 1 is 100%. Differences of ratios are shown in percentage points. */
export type Ratio = number;

/** `numerator / denominator`; `null` when the denominator is 0: a rate of nothing is unknown, not 0. */
export function ratio(numerator: number, denominator: number): Ratio | null {
  return denominator === 0 ? null : numerator / denominator;
}
