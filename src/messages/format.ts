import type { Change } from '#core/evaluation.ts';
import type { Unit } from '#core/figure.ts';
import { MINOR_DIGITS, type Currency } from '#core/money.ts';
import { calendarYear, dateOf, monthInYear, parsePeriod, type Day, type Month, type PeriodKey } from '#core/period.ts';
import type { Ratio } from '#core/ratio.ts';
import { m } from './compiled/messages.js';
import { locale } from './locale.svelte.ts';

export const UNKNOWN = '–';

export interface ValueForm {
  /** Which currency's minor units a money value counts; CNY by default. */
  readonly currency?: Currency | undefined;
  /** `short` rounds to three figures or more with 万/亿 or K/M/B; `full` is exact. Default `full`. */
  readonly form?: 'short' | 'full' | undefined;
  readonly digits?: number | undefined;
  /** Sets the currency's sign before a money value; off where the header names the unit. */
  readonly symbol?: boolean | undefined;
}

/** A metric's value in the reader's language. Unknown is "–", never 0; the minus is a true minus. */
export function formatValue(value: number | null, unit: Unit, o: ValueForm = {}): string {
  if (value === null || !Number.isFinite(value)) return UNKNOWN;
  switch (unit) {
    case 'money': {
      const currency = o.currency ?? 'CNY';
      const amount = value / 10 ** MINOR_DIGITS[currency];
      const exact = Number.isInteger(amount) ? 0 : MINOR_DIGITS[currency];
      const text = o.form === 'short' ? short(amount, o.digits) : plain(amount, o.digits ?? exact);
      return o.symbol ? withSymbol(text, currency) : text;
    }
    case 'count':
      return o.form === 'short' ? short(value, o.digits) : plain(value, o.digits ?? 0);
    case 'percent':
      return formatPercent(value, o.digits);
    case 'times':
      return plain(value, o.digits ?? 2);
    case 'days':
      return plain(value, o.digits ?? (Number.isInteger(value) ? 0 : 1));
  }
}

/** 0.352 → 35.2% */
export function formatPercent(ratio: Ratio | null, digits = 1): string {
  return ratio === null || !Number.isFinite(ratio) ? UNKNOWN : `${plain(ratio * 100, digits)}%`;
}

/** Signed: +20.0% for amounts, +3.1 pp for metrics that are percentages themselves. */
export function formatChange(change: Pick<Change, 'kind' | 'value'>, digits = 1): string {
  if (change.value === null || !Number.isFinite(change.value)) return UNKNOWN;
  return `${plain(change.value * 100, digits, 'exceptZero')}${change.kind === 'points' ? ' pp' : '%'}`;
}

export function formatCount(count: number | null): string {
  return formatValue(count, 'count');
}

/** A fiscal year that begins in January is simply its year; any other says that it is fiscal. */
export function formatPeriod(key: PeriodKey, firstMonth: number): string {
  const period = parsePeriod(key);
  if (!period) return key;
  if (period.grain === 'month') return formatMonth(period.month, 'long');
  const year =
    firstMonth === 1 ? m.shell_period_year({ year: period.year }) : m.shell_period_fiscal_year({ year: period.year });
  return period.grain === 'year' ? year : m.shell_period_quarter({ year, quarter: period.quarter });
}

const ENGLISH_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `short` is the month alone, for axes and columns; `long` names its calendar year. */
export function formatMonth(month: Month, form: 'short' | 'long'): string {
  const number = monthInYear(month);
  const name = locale.current === 'en' ? (ENGLISH_MONTHS[number - 1] ?? '') : `${number} 月`;
  if (form === 'short') return name;
  return locale.current === 'en' ? `${name} ${calendarYear(month)}` : `${calendarYear(month)} 年 ${number} 月`;
}

export function formatDay(day: Day): string {
  const date = dateOf(day);
  return locale.current === 'en'
    ? `${date.day} ${ENGLISH_MONTHS[date.month - 1] ?? ''} ${date.year}`
    : `${date.year} 年 ${date.month} 月 ${date.day} 日`;
}

/** A moment of this device's clock: the time when it is today, else the date. */
export function formatMoment(iso: string, now: Date): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return UNKNOWN;
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at);
  if (at.toDateString() === now.toDateString()) return m.shell_time_today({ time });
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (at.toDateString() === yesterday.toDateString()) return m.shell_time_yesterday({ time });
  return formatDay(Math.round(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 86_400_000));
}

/** 1,536 → 1.5 KB; for files, so decimal multiples as file managers show them. */
export function formatBytes(bytes: number): string {
  const step = bytes >= 1e9 ? 3 : bytes >= 1e6 ? 2 : bytes >= 1e3 ? 1 : 0;
  return `${plain(bytes / 1000 ** step, step === 0 ? 0 : 1)} ${['B', 'KB', 'MB', 'GB'][step]}`;
}

const formatters = new Map<string, Intl.NumberFormat>();

function plain(value: number, digits: number, sign: 'negative' | 'exceptZero' = 'negative'): string {
  const key = `${digits}${sign}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    // Grouping and decimal marks are the same in all three languages.
    formatter = new Intl.NumberFormat('en', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: sign,
    });
    formatters.set(key, formatter);
  }
  return formatter.format(value).replace('-', '−');
}

/** Thousands only from ten of them: 4,697 is as short as 4.70K, and exact. */
const SCALES: Record<
  'west' | 'zh-Hans' | 'zh-Hant',
  readonly (readonly [from: number, suffix: string, unit: number])[]
> = {
  west: [
    [1e9, 'B', 1e9],
    [1e6, 'M', 1e6],
    [1e4, 'K', 1e3],
  ],
  'zh-Hans': [
    [1e8, '亿', 1e8],
    [1e4, '万', 1e4],
  ],
  'zh-Hant': [
    [1e8, '億', 1e8],
    [1e4, '萬', 1e4],
  ],
};

/** Scaled to at least three figures. What rounds up to the next scale is told in it: 99,999,999 is 1.00亿, not 10,000万. */
function short(value: number, digits: number | undefined): string {
  const scales = SCALES[locale.current === 'en' ? 'west' : locale.current];
  for (const [from, suffix, unit] of scales) {
    if (Math.abs(value) < from * 0.99995) continue;
    const scaled = value / unit;
    const size = Math.abs(scaled);
    return plain(scaled, digits ?? (size < 9.995 ? 2 : size < 99.95 ? 1 : 0)) + suffix;
  }
  return plain(value, digits ?? (Math.abs(value) < 100 && !Number.isInteger(value) ? 1 : 0));
}

function withSymbol(text: string, currency: Currency): string {
  const symbol = SYMBOLS[currency];
  return text.startsWith('−') ? `−${symbol}${text.slice(1)}` : `${symbol}${text}`;
}

export const SYMBOLS: Record<Currency, string> = {
  CNY: '¥',
  TWD: 'NT$',
  HKD: 'HK$',
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: 'JP¥',
  SGD: 'S$',
  MYR: 'RM ',
};
