import type { Book, Metric } from '#core/book/book.ts';
import type { CoMovement } from '#core/comparison/co-movement.ts';
import type { BaseFigure, SharedComponents } from '#core/comparison/shared-components.ts';
import { m } from '#messages/compiled/messages.js';
import { formatCount, formatValue } from '#messages/format.ts';
import { metricName, presetName } from '#messages/metric-words.ts';

const FIGURES: Record<BaseFigure, () => string> = {
  sales: () => presetName('sales'),
  'returning-sales': () => presetName('returningSales'),
  'returning-buyers': () => presetName('returningBuyers'),
  'new-customers': () => presetName('newCustomers'),
  orders: m.compare_cross_figure_orders,
};

const list = (items: readonly string[]): string => items.join(m.report_list_comma());

/** What may be said of the pair, in one phrase: never that one caused the other. */
export function verdictWords(answer: CoMovement, book: Pick<Book, 'metrics'>): string {
  if (answer.kind === 'too-short') return m.compare_cross_too_short({ months: answer.months });
  if (answer.kind === 'linked') return m.compare_cross_linked({ why: whyWords(answer, book.metrics) });
  if (answer.kind === 'none') return m.compare_cross_no_claim();
  return answer.direction === 'same' ? m.compare_cross_together_same() : m.compare_cross_together_opposite();
}

function whyWords({ how, metrics, figures }: SharedComponents, all: readonly Metric[]): string {
  const names = list(metrics.flatMap((id) => all.filter((metric) => metric.id === id).map(metricName)));
  if (how === 'part') return m.compare_cross_why_part({ metric: names });
  if (how === 'shared-part') return m.compare_cross_why_shared_part({ metrics: names });
  if (how === 'one-formula') return m.compare_cross_why_one_formula({ metrics: names });
  return m.compare_cross_why_same_figures({ figures: list(figures.map((figure) => FIGURES[figure]())) });
}

/** What the verdict rests on: "n 35, r 0.62, p 0.004 · 1 month after this one"; '' where nothing was tested. */
export function factWords(answer: CoMovement): string {
  if (answer.kind !== 'none' && answer.kind !== 'together') return '';
  const { n, r, p, lag } = answer;
  const facts = m.compare_cross_facts({
    n: formatCount(n),
    r: formatValue(r, 'times'),
    p: p < 0.001 ? '< 0.001' : formatValue(p, 'times', { digits: 3 }),
  });
  return `${facts} · ${lagWords(lag)}`;
}

function lagWords(lag: number): string {
  if (lag === 0) return m.compare_cross_lag_none();
  return lag > 0 ? m.compare_cross_lag_after({ months: lag }) : m.compare_cross_lag_before({ months: -lag });
}
