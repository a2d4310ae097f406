import type { Metric } from '#core/book/book.ts';
import { valuesOf } from '#core/comparison/values.ts';
import { firstMonthOf, type Month } from '#core/period.ts';
import { exactValue, nameWithUnit, numberFormat, type ReportContext } from '#core/report/context.ts';
import type { FigureSpec } from '#core/report/page.ts';
import { m } from '#messages/compiled/messages.js';

/** As far back as a reader compares by eye. */
const MOST_MONTHS = 36;

/** The months that two metrics are drawn over: from the first that either knows to the last, at most three years. */
export function pairMonths({ book }: ReportContext, metrics: readonly Metric[]): readonly Month[] {
  const { year, firstMonth } = book.settings;
  const first = firstMonthOf(year + 1, firstMonth) - MOST_MONTHS;
  const months = Array.from({ length: MOST_MONTHS }, (_, index) => first + index);
  const isKnown = (month: Month): boolean =>
    metrics.some((metric) => valuesOf(book).month(metric.id, 'actual', month) !== null);
  return months.slice(months.findIndex(isKnown), months.findLastIndex(isKnown) + 1);
}

/** One of two panels over the same months, each on its own scale: two scales in one chart would make any pair look alike. */
export function pairFigure(
  context: ReportContext,
  metric: Metric,
  months: readonly Month[],
  token: 'accent' | 'chart-3',
): FigureSpec {
  const { book, formats, words } = context;
  const { currency } = book.settings;
  const values = months.map((month) => valuesOf(book).month(metric.id, 'actual', month));
  const known = values.filter((value) => value !== null);
  const name = (month: Month | undefined): string => (month === undefined ? '' : formats.month(month, 'long'));
  return {
    id: `pair-${metric.id}`,
    kind: 'line',
    title: nameWithUnit(context, metric),
    alt: m.compare_cross_series_alt({
      metric: words.metric(metric),
      from: name(months[0]),
      to: name(months.at(-1)),
      low: formats.value(Math.min(...known), metric.unit, 'short'),
      high: formats.value(Math.max(...known), metric.unit, 'short'),
    }),
    categories: months.map(name),
    series: [
      {
        name: words.metric(metric),
        mark: 'line',
        axis: 'left',
        token,
        dash: false,
        labels: true,
        values: values.map((value) => exactValue(value, metric.unit, currency)),
      },
    ],
    format: numberFormat(metric.unit, currency),
  };
}
