import type { Metric } from '#core/book/book.ts';
import type { MixRateSplit } from '#core/evaluation.ts';
import { exactValue, nameWithUnit, numberFormat, type ReportContext } from '#core/report/context.ts';
import type { FigureSpec } from '#core/report/page.ts';
import { m } from '#messages/compiled/messages.js';
import { effectText } from './effect-words.ts';

/** From last year's rate to this year's by way of the segments' own rates and of their mix. */
export function mixFigure(context: ReportContext, metric: Metric, split: MixRateSplit): FigureSpec {
  const { formats, words, book, evaluation } = context;
  const exact = (value: number) => exactValue(value, metric.unit, book.settings.currency);
  return {
    id: 'mix-rate',
    kind: 'waterfall',
    title: nameWithUnit(context, metric),
    alt: m.compare_split_alt({
      metric: words.metric(metric),
      from: formats.value(split.from, metric.unit, 'short'),
      to: formats.value(split.to, metric.unit, 'short'),
      rate: effectText(split.rate, metric.unit, formats),
      mix: effectText(split.mix, metric.unit, formats),
    }),
    categories: [
      formats.year(evaluation.year - 1),
      m.compare_split_rate_effect(),
      m.compare_split_mix_effect(),
      formats.year(evaluation.year),
    ],
    series: [
      {
        name: words.label('effect'),
        mark: 'bar',
        axis: 'left',
        token: 'accent',
        dash: false,
        labels: true,
        values: [exact(split.from), exact(split.rate), exact(split.mix), exact(split.to)],
      },
    ],
    format: numberFormat(metric.unit, book.settings.currency),
    totals: [0, 3],
  };
}
