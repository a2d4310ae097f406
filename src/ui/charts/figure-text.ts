import { MINOR_DIGITS, type Currency } from '#core/money.ts';
import type { NumberFormat } from '#core/report/page.ts';
import { formatChange, formatValue } from '#messages/format.ts';

const isCurrency = (code: string | undefined): code is Currency => code !== undefined && code in MINOR_DIGITS;

/** A figure's value as words. Figures hold money in major units, as Office does; formats take minor units. */
export function figureText(format: NumberFormat, value: number | null, form: 'short' | 'full' = 'short'): string {
  if (format.unit !== 'money') return formatValue(value, format.unit, { form, digits: format.digits });
  const currency = isCurrency(format.currency) ? format.currency : 'CNY';
  const minor = value === null ? null : Math.round(value * 10 ** MINOR_DIGITS[currency]);
  return formatValue(minor, 'money', { form, currency });
}

/** With its sign, for the steps of a waterfall; what a percentage moved by is points. */
export function signedText(format: NumberFormat, value: number, form: 'short' | 'full' = 'short'): string {
  if (format.unit === 'percent') return formatChange({ kind: 'points', value }, format.digits);
  return value > 0 ? `+${figureText(format, value, form)}` : figureText(format, value, form);
}
