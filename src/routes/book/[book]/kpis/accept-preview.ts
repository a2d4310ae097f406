import type { Book, Metric } from '#core/book/book.ts';
import type { CellEdit } from '#core/book/edits.ts';
import { actualsFor, type Actuals, type FactsSource } from '#core/kpis/actuals.ts';
import type { Kpis } from '#core/kpis/facts.ts';
import { kpisOfPreset, type KpiChoice } from '#core/kpis/preset-kpis.ts';
import type { PeriodKey } from '#core/period.ts';

/** What taking one metric's actuals from data would change in the book. */
export interface MetricPreview {
  readonly metric: Metric;
  readonly choice: KpiChoice;
  readonly actuals: Actuals;
  readonly fresh: number;
  readonly same: number;
  readonly replaced: readonly {
    readonly period: PeriodKey;
    readonly before: number | null;
    readonly after: number | null;
    /** A person typed it: data would overwrite their word. */
    readonly typed: boolean;
  }[];
}

/** The metrics of the book that the facts can fill, each with what is new, what stays and what would be replaced. */
export function acceptPreview(kpis: Kpis, book: Book, source: FactsSource): MetricPreview[] {
  return book.metrics.flatMap((metric) => {
    if (metric.preset === null) return [];
    const choice = kpisOfPreset(metric.preset, book.settings.lookBack);
    const actuals = actualsFor(kpis, metric, choice, book.settings, source);
    return actuals.cells.length === 0 ? [] : [compare(metric, choice, actuals, book)];
  });
}

function compare(metric: Metric, choice: KpiChoice, actuals: Actuals, book: Book): MetricPreview {
  const known = (edit: CellEdit) => book.cells.get(`${edit.metric}|${edit.kind}|${edit.period}`);
  const filled = actuals.cells.filter((edit) => (known(edit)?.value ?? null) !== null);
  const replaced = filled
    .filter((edit) => known(edit)?.value !== edit.value)
    .map((edit) => ({
      period: edit.period,
      before: known(edit)?.value ?? null,
      after: edit.value,
      typed: known(edit)?.source.kind === 'typed',
    }));
  return {
    metric,
    choice,
    actuals,
    fresh: actuals.cells.length - filled.length,
    same: filled.length - replaced.length,
    replaced,
  };
}
