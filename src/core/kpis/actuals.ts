import type { BookSettings, CellSource, Metric, SegmentSeries } from '../book/book.ts';
import type { CellEdit } from '../book/edits.ts';
import type { Figure, Unit } from '../figure.ts';
import type { FiscalYear, PeriodKey } from '../period.ts';
import { monthKey, monthsOf, yearKey } from '../period.ts';
import type { Kpis, LookBack } from './facts.ts';
import type { KpiChoice } from './preset-kpis.ts';
import type { KpiId } from './registry.ts';
import { rateSegments } from './rate-segments.ts';
import { KPIS } from './registry.ts';
import { segmentSeries } from './segment-series.ts';

/** Where the facts come from, as cells remember it. */
export interface FactsSource {
  readonly dataset: string;
  readonly datasetName: string;
  /** ISO time of computing. */
  readonly computedAt: string;
}

export interface Actuals {
  readonly cells: readonly CellEdit[];
  readonly segments: readonly SegmentSeries[];
}

/**
 * "Use in the review": a metric's actuals of the year under review and the two before it, by month and by year, with the
 * segments of its sales, or of both parts of a rate. Only aggregates: a figure about fewer than five customers becomes an empty cell, and small segments
 * are folded together. Periods the data do not know get no cell, so what was typed there stays: nor do the periods, and all
 * months of the years, before which there is no day to look back on (new customers included: there, everyone is new). Money is rounded to whole
 * minor units. A figure of a period to date, or of a cohort still too young, carries `toDate`.
 *
 * `kpis` must have been computed with the book's first month; anything else is a defect and throws.
 */
export function actualsFor(
  kpis: Kpis,
  metric: Pick<Metric, 'id' | 'unit'>,
  choice: KpiChoice,
  settings: BookSettings,
  source: FactsSource,
): Actuals {
  if (kpis.options.firstMonth !== settings.firstMonth) throw new Error('facts of another fiscal year');
  const years = [settings.year - 2, settings.year - 1, settings.year];
  const seen = years.filter((year) => !isBlind(kpis, choice.year, year));
  const cells = seen.flatMap((year) => [
    ...monthCells(kpis, metric, choice.month, year, source),
    ...yearCell(kpis, metric, choice.year, year, source),
  ]);
  return { cells, segments: choice.year === null ? [] : segmentsOf(kpis, metric.id, choice.year, { years, seen }) };
}

/** Sales look back on nothing and have segments in every year; rates have them in those that have the rate. */
function segmentsOf(
  kpis: Kpis,
  metric: string,
  kpi: KpiId,
  { years, seen }: Readonly<Record<'years' | 'seen', readonly FiscalYear[]>>,
): readonly SegmentSeries[] {
  const salesOf = SEGMENTED[kpi];
  return salesOf === undefined ? rateSegments(kpis, metric, kpi, seen) : segmentSeries(kpis, metric, salesOf, years);
}

const isBlind = (kpis: Kpis, kpi: KpiId | null, year: FiscalYear): boolean =>
  kpi !== null && isWithoutHistory(KPIS[kpi].figure(kpis, { grain: 'year', year }));

function monthCells(
  kpis: Kpis,
  metric: Pick<Metric, 'id' | 'unit'>,
  kpi: KpiId | null,
  year: FiscalYear,
  source: FactsSource,
): readonly CellEdit[] {
  if (!kpi || !KPIS[kpi].grains.includes('month')) return [];
  return monthsOf(year, kpis.options.firstMonth).flatMap((month) => {
    const figure = KPIS[kpi].figure(kpis, { grain: 'month', month });
    return cellOf(metric, monthKey(month), figure, sourceOf(source, kpi, figure));
  });
}

function yearCell(
  kpis: Kpis,
  metric: Pick<Metric, 'id' | 'unit'>,
  kpi: KpiId | null,
  year: FiscalYear,
  source: FactsSource,
): readonly CellEdit[] {
  if (!kpi || !KPIS[kpi].grains.includes('year')) return [];
  const figure = KPIS[kpi].figure(kpis, { grain: 'year', year });
  const base = sourceOf(source, kpi, figure);
  const alike = KPIS[kpi].lastYearAlike(kpis, year);
  const sameDaysLastYear = shared(alike, metric.unit);
  return cellOf(metric, yearKey(year), figure, base.toDate ? { ...base, sameDaysLastYear } : base);
}

type DataSource = Extract<CellSource, { kind: 'data' }>;

const isWithoutHistory = (figure: Figure): boolean => figure.marks.includes('no-history');

const isSmall = (figure: Figure): boolean => figure.marks.includes('small-group');

/** What may enter the shared book. */
const shared = (figure: Figure, unit: Unit): number | null =>
  figure.value === null || isSmall(figure) ? null : unit === 'money' ? Math.round(figure.value) : figure.value;

const sourceOf = (source: FactsSource, kpi: KpiId, figure: Figure): DataSource => ({
  kind: 'data',
  ...source,
  kpi,
  numerator: isSmall(figure) ? null : figure.numerator,
  denominator: isSmall(figure) ? null : figure.denominator,
  toDate: figure.marks.includes('to-date') || figure.marks.includes('immature'),
});

const cellOf = (
  metric: Pick<Metric, 'id' | 'unit'>,
  period: PeriodKey,
  figure: Figure,
  source: DataSource,
): readonly CellEdit[] =>
  figure.value === null || isWithoutHistory(figure)
    ? []
    : [{ metric: metric.id, kind: 'actual', period, value: shared(figure, metric.unit), source }];

/** Whose sales a KPI's segments split: all (`null`) or returning customers'; not here when it has no such segments. */
const SEGMENTED: Readonly<Partial<Record<KpiId, LookBack | null>>> = {
  sales: null,
  returningSalesAll: 'all',
  returningSales365: 365,
  returningSales730: 730,
};
