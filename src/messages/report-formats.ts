import { MINOR_DIGITS, type Currency } from '#core/money.ts';
import { dayOf, yearKey } from '#core/period.ts';
import type { FigureValue } from '#core/evaluation.ts';
import type { ReportFormats } from '#core/report/words.ts';
import type { Unit } from '#core/figure.ts';
import { formatChange, formatDay, formatMonth, formatPercent, formatPeriod, formatValue, UNKNOWN } from './format.ts';

/** From a thousand on, cents tell a reader nothing; the exact value stays behind the text. */
const LARGE = 1000;

/** How the report's figures read in the reader's current language. */
export function reportFormats(currency: Currency, firstMonth: number): ReportFormats {
  const value: ReportFormats['value'] = (amount, unit, form) => {
    const isLarge = unit === 'money' && amount !== null && Math.abs(amount) >= LARGE * 10 ** MINOR_DIGITS[currency];
    return formatValue(amount, unit, { currency, form, digits: form === 'full' && isLarge ? 0 : undefined });
  };
  const difference = (amount: number | null, unit: Unit): string => {
    if (unit === 'percent') return formatChange({ kind: 'points', value: amount });
    const text = value(amount, unit, 'short');
    return amount !== null && amount > 0 ? `+${text}` : text;
  };
  return {
    value,
    difference,
    change: formatChange,
    percent: formatPercent,
    figure: (figure) => figureText(figure, value, difference),
    month: formatMonth,
    year: (year) => formatPeriod(yearKey(year), firstMonth),
    date: dateText,
  };
}

function figureText(
  { value, form, signed }: FigureValue,
  show: ReportFormats['value'],
  difference: ReportFormats['difference'],
): string {
  if (form === 'attainment') return formatPercent(value);
  if (form === 'change-ratio') return formatChange({ kind: 'ratio', value });
  if (form === 'change-points') return formatChange({ kind: 'points', value });
  return signed ? difference(value, form) : show(value, form, 'short');
}

/** The calendar date as the ISO text has it: no time zone is consulted. */
function dateText(iso: string): string {
  const date = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return date ? formatDay(dayOf(Number(date[1]), Number(date[2]), Number(date[3]))) : UNKNOWN;
}
