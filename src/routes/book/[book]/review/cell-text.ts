import type { Unit } from '#core/figure.ts';
import { MINOR_DIGITS, type Currency } from '#core/money.ts';
import { formatValue } from '#messages/format.ts';

/** A value as a cell shows it: in full, but without the cents that nobody reads in a large amount. */
export function cellText(value: number | null, unit: Unit, currency: Currency): string {
  const isLarge = unit === 'money' && value !== null && Math.abs(value) >= 1000 * 10 ** MINOR_DIGITS[currency];
  return formatValue(value, unit, { currency, digits: isLarge ? 0 : undefined });
}
