import type { Metric, PresetId } from '../book/book.ts';
import { partsBelow } from './formula-tree.ts';

/** What presets are counted from (`kpis.md` §2–3). */
export type BaseFigure = 'sales' | 'returning-sales' | 'orders' | 'returning-buyers' | 'new-customers';

/** How two metrics hang together by definition; what moves both is then no finding. */
export interface SharedComponents {
  /**
   * `part`: one is in the other's formula, at any depth. `shared-part`: both formulas use the `metrics`. `one-formula`: both are parts
   * of the formulas of `metrics`. `same-figures`: both are counted from the `figures`.
   */
  readonly how: 'part' | 'shared-part' | 'one-formula' | 'same-figures';
  readonly metrics: readonly string[];
  readonly figures: readonly BaseFigure[];
}

/** All sales hold the returning customers' sales; buyers are returning and new ones. */
const COUNTED_FROM: Readonly<Record<PresetId, readonly BaseFigure[]>> = {
  returningSales: ['returning-sales', 'returning-buyers'],
  spendPerReturning: ['returning-sales', 'returning-buyers'],
  returningBuyers: ['returning-buyers'],
  retention: ['returning-buyers'],
  newCustomers: ['new-customers'],
  secondPurchase: ['new-customers'],
  repurchase: ['orders', 'returning-buyers', 'new-customers'],
  frequency: ['orders', 'returning-buyers', 'new-customers'],
  orderValue: ['sales', 'returning-sales', 'orders'],
  sales: ['sales', 'returning-sales'],
};

/** What two metrics share by their formulas or, for presets, by what they are counted from; `null` when nothing. */
export function sharedComponents(first: Metric, second: Metric, metrics: readonly Metric[]): SharedComponents | null {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const [belowFirst, belowSecond] = [partsBelow(first, byId), partsBelow(second, byId)];
  const whole = belowFirst.has(second.id) ? first : belowSecond.has(first.id) ? second : null;
  if (whole) return { how: 'part', metrics: [whole.id], figures: [] };
  const both = [...belowFirst].filter((id) => belowSecond.has(id));
  if (both.length > 0) return { how: 'shared-part', metrics: both, figures: [] };
  const parents = metrics.filter(({ formula }) => formula?.of.includes(first.id) && formula.of.includes(second.id));
  if (parents.length > 0) return { how: 'one-formula', metrics: parents.map(({ id }) => id), figures: [] };
  if (!first.preset || !second.preset) return null;
  const others = COUNTED_FROM[second.preset];
  const figures = COUNTED_FROM[first.preset].filter((figure) => others.includes(figure));
  return figures.length > 0 ? { how: 'same-figures', metrics: [], figures } : null;
}
