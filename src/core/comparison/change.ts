import type { Change } from '../evaluation.ts';
import type { Unit } from '../figure.ts';
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
