/** The strongest correlation over a few lags. */
export interface LagCorrelation {
  readonly r: number;
  /** Months by which the second follows the first; negative where it leads. */
  readonly lag: number;
}

/** Lags looked at on either side: one a year of contrasts, at most three. A year of them finds nothing that more lags would show. */
export const farthestLag = (count: number): number => Math.min(3, Math.max(1, Math.round(count / 12)));

/**
 * Of two centred series of one length, the correlation farthest from 0 over lags −`farthest` … +`farthest`; at lag k first[t] meets
 * second[t + k]. Every lag is measured by the whole series' norms, so a lag with fewer pairs cannot win by chance. 0 where a
 * series does not move.
 */
export function strongestLag(first: Float64Array, second: Float64Array, farthest: number): LagCorrelation {
  let [own, other] = [0, 0];
  for (let at = 0; at < first.length; at++) {
    own += first[at]! ** 2;
    other += second[at]! ** 2;
  }
  const norm = Math.sqrt(own * other);
  if (!(norm > 0)) return { r: 0, lag: 0 };
  let [best, bestLag] = [0, 0];
  // From lag 0 outward, so that of equals the nearest stands.
  for (let step = 0; step <= 2 * farthest; step++) {
    const lag = step % 2 === 1 ? (step + 1) / 2 : -step / 2;
    const end = Math.min(first.length, first.length - lag);
    let sum = 0;
    for (let at = Math.max(0, -lag); at < end; at++) sum += first[at]! * second[at + lag]!;
    if (Math.abs(sum) > Math.abs(best)) [best, bestLag] = [sum, lag];
  }
  return { r: best / norm, lag: bestLag + 0 };
}
