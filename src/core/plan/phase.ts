import { apportion } from '../apportion.ts';

/**
 * Twelve monthly targets that sum to the year's. `kept` months stay as they are; a kept quarter keeps its sum and only its own
 * months move. The rest follows the shares, in whole units by largest remainder when `isWhole`. When what is kept exceeds a
 * target that is not negative, the free months are 0 and the sum stays too high: the caller shows it.
 */
export function phase(
  target: number,
  shares: readonly number[],
  months: readonly (number | null)[],
  kept: { readonly months: readonly boolean[]; readonly quarters: readonly (number | null)[] },
  isWhole: boolean,
): readonly number[] {
  const phased = Array.from({ length: 12 }, (_, index) => (kept.months[index] ? (months[index] ?? null) : null));
  kept.quarters.forEach((sum, quarter) => {
    if (sum !== null) fill(phased, quarterMonths(quarter), sum, shares, isWhole);
  });
  fill(phased, ALL_MONTHS, target, shares, isWhole);
  return phased.map((value) => value ?? 0);
}

const ALL_MONTHS: readonly number[] = Array.from({ length: 12 }, (_, index) => index);

/** Positions (0–11) of the months of a quarter (0–3). */
export const quarterMonths = (quarter: number): readonly number[] => [0, 1, 2].map((index) => quarter * 3 + index);

/** Fills the still empty ones of `places` so that all of them sum to `sum`, by the weights of the empty ones. */
function fill(
  values: (number | null)[],
  places: readonly number[],
  sum: number,
  weights: readonly number[],
  isWhole: boolean,
): void {
  const empty = places.filter((place) => (values[place] ?? null) === null);
  const held = places.reduce((total, place) => total + (values[place] ?? 0), 0);
  const free = sum >= 0 ? Math.max(0, sum - held) : sum - held;
  const parts = distribute(
    free,
    empty.map((place) => weights[place] ?? 0),
    isWhole,
  );
  empty.forEach((place, index) => {
    values[place] = parts[index] ?? 0;
  });
}

/** `total` by weight (equally where all weights are 0); whole units by largest remainder when `isWhole`. */
export function distribute(total: number, weights: readonly number[], isWhole: boolean): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = weights.map((weight) => (all > 0 ? (total * weight) / all : total / weights.length));
  return isWhole && Number.isInteger(total) ? apportion(parts, total) : parts;
}
