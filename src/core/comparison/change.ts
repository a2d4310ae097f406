import type { Change } from '../evaluation.ts';
import type { Direction, Unit } from '../figure.ts';
import type { Ratio } from '../ratio.ts';

/** (current − base) ÷ |base|; `null` when the base is 0: growth from nothing has no rate. (`kpis.md` §5) */
export const growth = (current: number, base: number): Ratio | null =>
  base === 0 ? null : (current - base) / Math.abs(base);

/** Compound rate a period over `periods` periods; `null` unless both ends are above 0. */
export const compoundGrowth = (current: number, base: number, periods: number): Ratio | null =>
  base > 0 && current > 0 ? (current / base) ** (1 / periods) - 1 : null;

export const UNKNOWN_CHANGE = {
  ratio: { kind: 'ratio', value: null, difference: null },
  points: { kind: 'points', value: null, difference: null },
} as const satisfies Record<Change['kind'], Change>;

/** Percent metrics differ in points; every other unit grows by a rate. */
export const changeKind = (unit: Unit): Change['kind'] => (unit === 'percent' ? 'points' : 'ratio');

/**
 * The change of a metric from `base` to `current`, told as its unit is told. With `years` above 1 the value is a year's worth:
 * the compound rate, or the points divided by the years; the difference is always that of the whole span.
 */
export function changeOf(unit: Unit, current: number | null, base: number | null, years = 1): Change {
  const kind = changeKind(unit);
  if (current === null || base === null) return UNKNOWN_CHANGE[kind];
  const difference = current - base;
  if (kind === 'points') return { kind, value: difference / years, difference };
  return { kind, value: years === 1 ? growth(current, base) : compoundGrowth(current, base, years), difference };
}

/** Half a percent, or half a point. */
const FLAT = 0.005;
/** A point is much to a rate of a few: one that moved by a tenth of itself has moved. */
const MUCH_OF_A_RATE = 0.1;

/** Whether a change from `base` is too small to be told as one. */
export function isFlat({ kind, value }: Change, base: number | null): boolean {
  if (value === null || Math.abs(value) >= FLAT) return false;
  return kind === 'ratio' || base === null || base === 0 || Math.abs(value / base) < MUCH_OF_A_RATE;
}

/** A target that asks for no growth, or for less than there was. */
export function asksNothing(implied: Change, target: number, direction: Direction): boolean {
  if (implied.value === null) return false;
  return (
    isFlat(implied, target - (implied.difference ?? 0)) ||
    (direction === 'higher' ? implied.value < 0 : implied.value > 0)
  );
}
