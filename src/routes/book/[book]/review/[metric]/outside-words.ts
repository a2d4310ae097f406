import type { Benchmark, Metric } from '#core/book/book.ts';
import { changeKind } from '#core/comparison/change.ts';
import type { OutsideFigure } from '#core/comparison/outside.ts';
import type { ReportFormats } from '#core/report/words.ts';
import { m } from '#messages/compiled/messages.js';

/** Our figure of the same measure. */
export function ownWords({ benchmark, own }: OutsideFigure, metric: Metric, formats: ReportFormats): string {
  return benchmark.measure === 'growth'
    ? formats.change({ kind: changeKind(metric.unit), value: own })
    : formats.value(own, metric.unit, 'short');
}

/** "+1.4 pp"; of values the difference with its rate, "−2,100 (−10.2%)"; '' where there is none. */
export function gapWords({ benchmark, gap }: OutsideFigure, metric: Metric, formats: ReportFormats): string {
  if (gap.difference === null) return '';
  if (gap.kind === 'points') return formats.change(gap);
  const difference = formats.difference(gap.difference, benchmark.measure === 'growth' ? 'percent' : metric.unit);
  return gap.value === null ? difference : m.compare_with_change({ figure: difference, change: formats.change(gap) });
}

/** From the least to the most of all figures of a measure, ours too, zero always in view. */
export function scaleOf(figures: readonly OutsideFigure[], measure: Benchmark['measure']): readonly [number, number] {
  const values = figures
    .filter(({ benchmark }) => benchmark.measure === measure)
    .flatMap(({ benchmark, own }) => [benchmark.value ?? 0, own ?? 0]);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return low === high ? [0, 1] : [low, high];
}
