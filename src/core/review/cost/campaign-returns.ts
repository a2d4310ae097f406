import { apportion } from '../../apportion.ts';
import type { Book } from '../../book/book.ts';
import type { CostLine } from '../../book/review.ts';
import { campaignReview } from '../campaigns.ts';
import { sumKnown } from './sum-known.ts';

/** What a line was given of its campaign's sales and margin; `null` where the campaign has none to give. */
export interface CampaignReturn {
  readonly sales: number | null;
  readonly margin: number | null;
}

interface Spent {
  readonly line: CostLine;
  readonly cost: number | null;
}

/**
 * CT11: a campaign's sales, and its effect × margin, shared over its lines that have no own figure, in proportion to their cost and after what
 * the others claim: nothing is counted twice. By line id; facts older than the campaign's window or tag give nothing.
 */
export function campaignReturns(book: Book, spent: readonly Spent[]): ReadonlyMap<string, CampaignReturn> {
  const returns = new Map<string, CampaignReturn>();
  for (const campaign of book.campaigns) {
    const lines = spent.filter(({ line }) => line.campaign === campaign.id);
    if (lines.length === 0 || campaign.id === '') continue;
    const { facts, stale, effect } = campaignReview(campaign, book);
    if (!facts || stale) continue;
    const margin = effect && campaign.margin !== null ? Math.round(effect.value * campaign.margin) : null;
    const sales = share(facts.sales, 'sales', lines);
    const margins = share(margin, 'margin', lines);
    for (const { line } of lines)
      returns.set(line.id, { sales: sales.get(line.id) ?? null, margin: margins.get(line.id) ?? null });
  }
  return returns;
}

function share(
  amount: number | null,
  field: keyof CampaignReturn,
  lines: readonly Spent[],
): ReadonlyMap<string, number> {
  const claimed = sumKnown(lines.map(({ line }) => line[field])) ?? 0;
  const takers = lines.flatMap(({ line, cost }) =>
    line[field] === null && cost !== null && cost > 0 ? [{ id: line.id, cost }] : [],
  );
  const all = takers.reduce((sum, { cost }) => sum + cost, 0);
  if (amount === null || all === 0 || !Number.isSafeInteger(amount)) return new Map();
  // Own figures may claim more than the campaign sold; what is left is then nothing, not less.
  const rest = field === 'sales' ? Math.max(0, amount - claimed) : amount - claimed;
  const parts = apportion(
    takers.map(({ cost }) => (rest * cost) / all),
    rest,
  );
  return new Map(takers.map(({ id }, index) => [id, parts[index] ?? 0]));
}
