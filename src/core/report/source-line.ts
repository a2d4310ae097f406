import type { Cell, Metric } from '../book/book.ts';
import { valuesOf } from '../comparison/values.ts';
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
  const { year, quarters, months } = valuesOf(book).year(metric.id, 'actual', book.settings.year).cells;
  for (const cell of [year, ...quarters, ...months])
    if (cell && cell.value !== null) sources.add(cellSource(context, cell));
  if (sources.size === 0 && metric.formula !== null) sources.add(words.formulaSource());
  return [...sources];
}

function cellSource({ words, formats }: ReportContext, { source }: Cell): string {
  return source.kind === 'data'
    ? words.dataSource({ dataset: source.datasetName, date: formats.date(source.computedAt) })
    : words.typedSource();
}
