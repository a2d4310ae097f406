import type { GroupReturn } from '../../cost-facts.ts';
import type { Ratio } from '../../ratio.ts';

/** ROAS (CT5): attributed sales ÷ cost; `null` while either is unknown or nothing was spent. */
export const roasOf = (sales: number | null, cost: number | null): Ratio | null =>
  sales === null || cost === null || cost <= 0 ? null : sales / cost;

/** ROI (CT5): (incremental gross margin − cost) ÷ cost; `null` while either is unknown or nothing was spent. */
export const roiOf = (margin: number | null, cost: number | null): Ratio | null =>
  margin === null || cost === null || cost <= 0 ? null : (margin - cost) / cost;

/** What lines returned together (CT6): sums over those that have the figure, never an average of their rates. */
export function groupReturn(
  lines: readonly { readonly gain: number; readonly cost: number }[],
  allCost: number | null,
): GroupReturn {
  let numerator = 0;
  let cost = 0;
  for (const line of lines) {
    numerator += line.gain;
    cost += line.cost;
  }
  return {
    value: cost > 0 ? numerator / cost : null,
    numerator,
    cost,
    lines: lines.length,
    coverage: allCost !== null && allCost > 0 ? cost / allCost : null,
  };
}
