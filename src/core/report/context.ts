import type { Book, Metric } from '../book/book.ts';
import type { Evaluation, ScorecardRow } from '../evaluation.ts';
import type { Unit } from '../figure.ts';
import { MINOR_DIGITS, type Currency } from '../money.ts';
import type { NumberFormat } from './page.ts';
import type { ReportFormats, ReportWords } from './words.ts';

/** What every page is made from. */
export interface ReportContext {
  readonly book: Book;
  readonly evaluation: Evaluation;
  readonly words: ReportWords;
  readonly formats: ReportFormats;
  /** The metric the report speaks about first; `null` in a book without metrics. */
  readonly core: ScorecardRow | null;
}

/** The first core metric, else the first of all: a report always speaks about one. */
export const coreRow = (evaluation: Evaluation): ScorecardRow | null =>
  evaluation.scorecard.find((row) => row.metric.level === 'core') ?? evaluation.scorecard[0] ?? null;

/** A value as a reader's spreadsheet wants it: money in major units, everything else as it is. */
export function exactValue(value: number | null, unit: Unit, currency: Currency): number | null {
  return value === null || unit !== 'money' ? value : value / 10 ** MINOR_DIGITS[currency];
}

const DIGITS: Record<Unit, number> = { money: 0, count: 0, percent: 1, times: 2, days: 1 };

export const numberFormat = (unit: Unit, currency: Currency): NumberFormat =>
  unit === 'money' ? { unit, digits: DIGITS[unit], currency } : { unit, digits: DIGITS[unit] };

/** A metric's name with its currency, where nothing else beside its figures names the unit. */
export function nameWithUnit({ words, book }: ReportContext, metric: Metric): string {
  const name = words.metric(metric);
  return metric.unit === 'money' ? words.withUnit(name, book.settings.currency) : name;
}

export const metricById = (context: ReportContext, id: string): Metric | undefined =>
  context.book.metrics.find((metric) => metric.id === id);
