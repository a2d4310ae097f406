/** The median absolute deviation of a normal distribution times this is its standard deviation. */
const NORMAL = 1.4826;

/** The middle value, of an even count the mean of the middle two; NaN of none. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? NaN)) / 2;
}

/** A standard deviation that a few far values cannot stretch, from distances to the middle: 1.4826 × their median. */
export const robustDeviation = (distances: ArrayLike<number>): number => NORMAL * median(distances);
