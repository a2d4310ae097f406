import type { Cell, Metric } from '../book/book.ts';
import { fiscalYearOf, parsePeriod } from '../period.ts';
import type { ReportContext } from './context.ts';

/** Where the actuals of these metrics came from in the year under review, each source once. */
export function sourceLine(context: ReportContext, metrics: readonly Metric[]): string {
  const sources = new Set<string>();
  for (const metric of metrics) for (const source of metricSources(context, metric)) sources.add(source);
  return context.words.list([...sources]);
}

/** A metric's own sources; one that only a formula makes says so. */
export function metricSources(context: ReportContext, metric: Metric): readonly string[] {
  const { book, words } = context;
  const sources = new Set<string>();
  for (const [key, cell] of book.cells) {
    const [id, kind, period = ''] = key.split('|');
    if (id !== metric.id || kind !== 'actual' || cell.value === null) continue;
    if (yearOf(period, book.settings.firstMonth) !== book.settings.year) continue;
    sources.add(cellSource(context, cell));
  }
  if (sources.size === 0 && metric.formula !== null) sources.add(words.formulaSource());
  return [...sources];
}

function cellSource({ words, formats }: ReportContext, { source }: Cell): string {
  return source.kind === 'data'
    ? words.dataSource({ dataset: source.datasetName, date: formats.date(source.computedAt) })
    : words.typedSource();
}

function yearOf(key: string, firstMonth: number): number | null {
  const period = parsePeriod(key);
  if (period === null) return null;
  return period.grain === 'month' ? fiscalYearOf(period.month, firstMonth) : period.year;
}
