import type { Direction } from '../figure.ts';
import type { Ratio } from '../ratio.ts';

/** Values nearer than this share of the target count as equal, so that 0.1 + 0.2 meets a target of 0.3. */
const TOLERANCE = 1e-9;

/**
 * Actual against target: actual ÷ target when more is better, 2 − actual ÷ target when less is; 1 is met exactly. A negative
 * target (a loss to be kept small) is read by distance from it. `null` when the target is 0. (`kpis.md` §5)
 */
export function attainment(actual: number, target: number, direction: Direction): Ratio | null {
  if (target === 0) return null;
  const share = actual / target;
  return (direction === 'higher') === target > 0 ? share : 2 - share;
}

/** Whether the target is reached; defined for every target, 0 included. */
export function isMet(actual: number, target: number, direction: Direction): boolean {
  const ahead = direction === 'higher' ? actual - target : target - actual;
  return ahead >= -TOLERANCE * Math.abs(target);
}
