import { apportion } from '../apportion.ts';
import type { Part } from '../evaluation.ts';
import type { Unit } from '../figure.ts';
import { ratio } from '../ratio.ts';

type Effect = Omit<Part, 'share'>;

/**
 * Effects made to sum to `change` exactly as shown: whole minor units (and counts) by largest remainder; other units put the
 * floating-point rest on the largest part.
 */
export function wholeParts(effects: readonly Effect[], change: number, unit: Unit): Part[] {
  const exact = summingTo(
    effects.map((part) => part.effect),
    change,
    unit,
  );
  return effects.map((part, index) => {
    const effect = exact[index] ?? 0;
    return { ...part, effect, share: ratio(effect, change) };
  });
}

/** `effects` that sum to `change` exactly: whole for whole changes of money and counts, else with the floating-point rest on the largest. */
export function summingTo(effects: readonly number[], change: number, unit: Unit): number[] {
  const isWhole = (unit === 'money' || unit === 'count') && Number.isInteger(change);
  return isWhole ? apportion(effects, change) : absorbRest(effects, change);
}

function absorbRest(effects: readonly number[], change: number): number[] {
  const sizes = effects.map(Math.abs);
  const largest = sizes.indexOf(Math.max(...sizes));
  const others = effects.reduce((sum, effect, index) => (index === largest ? sum : sum + effect), 0);
  return effects.map((effect, index) => (index === largest ? change - others : effect));
}
