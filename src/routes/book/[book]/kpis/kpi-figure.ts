import type { Figure } from '#core/figure.ts';
import type { Kpi } from '#core/kpis/kpi.ts';
import { MINOR_DIGITS, type Currency } from '#core/money.ts';
import type { FigureSeries, FigureSpec } from '#core/report/page.ts';
import type { YearReading } from './kpi-reading.ts';

export interface FigureWords {
  readonly title: string;
  readonly alt: string;
  readonly months: readonly string[];
  readonly thisYear: string;
  readonly lastYear: string;
}

const DIGITS: Record<Kpi['unit'], number> = { money: 0, count: 0, percent: 1, times: 2, days: 0 };

/** A KPI's months, this year against last: columns for what can be added up, lines for rates. */
export function kpiFigure(
  kpi: Kpi,
  now: YearReading,
  before: YearReading,
  currency: Currency,
  words: FigureWords,
): FigureSpec {
  const adds = kpi.denominator === null && kpi.numerator !== null && kpi.numerator !== 'dormant';
  const scale = kpi.unit === 'money' ? 10 ** MINOR_DIGITS[currency] : 1;
  const series = (reading: YearReading, name: string, token: FigureSeries['token']): FigureSeries => {
    const figures = reading.months.map(({ figure }) => figure);
    return {
      name,
      token,
      mark: adds ? 'bar' : 'line',
      axis: 'left',
      dash: false,
      labels: reading === now,
      values: figures.map(({ value }) => (value === null ? null : value / scale)),
      incomplete: figures.flatMap((figure, at) => (isOpen(figure) ? [at] : [])),
    };
  };
  const last = series(before, words.lastYear, adds ? 'accent-soft' : 'ink-faint');
  const current = series(now, words.thisYear, 'accent');
  return {
    id: kpi.id,
    kind: adds ? 'bar' : 'line',
    title: words.title,
    alt: words.alt,
    categories: words.months,
    series: last.values.some((value) => value !== null) ? [last, current] : [current],
    format: { unit: kpi.unit, digits: DIGITS[kpi.unit], ...(kpi.unit === 'money' ? { currency } : {}) },
  };
}

const isOpen = (figure: Figure): boolean => figure.marks.includes('to-date') || figure.marks.includes('immature');
