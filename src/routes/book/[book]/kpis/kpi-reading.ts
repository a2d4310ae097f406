import { changeOf } from '#core/comparison/change.ts';
import type { Change } from '#core/evaluation.ts';
import type { Figure } from '#core/figure.ts';
import type { Kpis } from '#core/kpis/facts.ts';
import type { Kpi } from '#core/kpis/kpi.ts';
import { monthKey, monthsOf, yearKey, type FiscalYear, type Month, type PeriodKey } from '#core/period.ts';

/** One year of a KPI in the explorer: its months, its own figure and what that is held against. */
export interface YearReading {
  readonly year: FiscalYear;
  readonly months: readonly { readonly month: Month; readonly figure: Figure }[];
  readonly figure: Figure;
  /** What `figure` is of: the year, or its latest month known. */
  readonly period: PeriodKey;
  /** Last year, restricted to what this year covers. */
  readonly base: Figure;
  readonly growth: Change;
}

/** Reads a KPI for a fiscal year. Years without a figure of their own (rolling rates) show the last month known. */
export function readYear(kpis: Kpis, kpi: Kpi, year: FiscalYear): YearReading {
  const months = monthsOf(year, kpis.options.firstMonth).map((month) => ({
    month,
    figure: kpi.figure(kpis, { grain: 'month', month }),
  }));
  const ofYear = kpi.grains.includes('year');
  const lastKnown = months.findLastIndex(({ figure }) => figure.value !== null);
  const figure = ofYear ? kpi.figure(kpis, { grain: 'year', year }) : (months[lastKnown]?.figure ?? NOTHING);
  const base = ofYear ? kpi.lastYearAlike(kpis, year) : monthBefore(kpis, kpi, months[lastKnown]?.month);
  const latest = months[lastKnown]?.month;
  const period = ofYear || latest === undefined ? yearKey(year) : monthKey(latest);
  return { year, months, figure, period, base, growth: changeOf(kpi.unit, figure.value, base.value) };
}

const NOTHING: Figure = { value: null, numerator: null, denominator: null, marks: [] };

const monthBefore = (kpis: Kpis, kpi: Kpi, month: Month | undefined): Figure =>
  month === undefined ? NOTHING : kpi.figure(kpis, { grain: 'month', month: month - 12 });

/** The years of the data, newest first. */
export const readYears = (kpis: Kpis, kpi: Kpi): YearReading[] =>
  kpis.years.map((one) => readYear(kpis, kpi, one.year)).reverse();
