import type { Metric } from '#core/book/book.ts';
import type { SegmentMonths } from '#core/explanation/segment-months.ts';
import { exactValue, numberFormat, type ReportContext } from '#core/report/context.ts';
import type { FigureSpec } from '#core/report/page.ts';
import { m } from '#messages/compiled/messages.js';

/** A segment's months, this year beside last. */
export function segmentFigure(context: ReportContext, metric: Metric, name: string, drill: SegmentMonths): FigureSpec {
  const { formats, words, book, evaluation } = context;
  const { currency } = book.settings;
  const exact = (values: readonly (number | null)[]) => values.map((value) => exactValue(value, metric.unit, currency));
  const bars = { mark: 'bar', axis: 'left', dash: false, labels: false } as const;
  return {
    id: 'segment-months',
    kind: 'bar',
    title: name,
    alt: m.compare_drill_alt({
      segment: name,
      months: words.list(
        drill.months.map(
          (month, at) =>
            `${formats.month(month, 'short')} ${formats.difference(drill.difference[at] ?? null, metric.unit)}`,
        ),
      ),
    }),
    categories: drill.months.map((month) => formats.month(month, 'short')),
    series: [
      { ...bars, name: formats.year(evaluation.year), token: 'accent', values: exact(drill.thisYear) },
      { ...bars, name: formats.year(evaluation.year - 1), token: 'accent-soft', values: exact(drill.lastYear) },
    ],
    format: numberFormat(metric.unit, currency),
  };
}

/** The finding: how the segment moved over the months both years know, and in which month most. */
export function segmentTitle({ formats }: ReportContext, metric: Metric, name: string, drill: SegmentMonths): string {
  const known = drill.months.flatMap((month, at) => {
    const difference = drill.difference[at] ?? null;
    return difference === null ? [] : [{ month, difference }];
  });
  const [most] = known.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  if (!most) return m.compare_drill_title_alone({ segment: name });
  const change = known.reduce((sum, { difference }) => sum + difference, 0);
  return m.compare_drill_title({
    segment: name,
    change: formats.difference(change, metric.unit),
    month: formats.month(most.month, 'short'),
    by: formats.difference(most.difference, metric.unit),
  });
}
