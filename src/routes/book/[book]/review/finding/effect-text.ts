import type { Unit } from '#core/figure.ts';
import type { Currency } from '#core/money.ts';
import { typedText } from '#core/typed-number.ts';

/** An expected change as a person would type it: signed, in points for percent metrics; '' for unknown. `parseTyped` reads it back. */
export function effectText(value: number | null, unit: Unit, currency: Currency): string {
  const text = typedText(value, unit, currency);
  const points = unit === 'percent' ? text.replace(/%$/, 'pp') : text;
  return value !== null && value > 0 ? `+${points}` : points;
}
