import type { Insight } from '#core/book/review.ts';
import type { PromisingDimension, PromisingGroup } from '#core/kpis/customer-group-facts.ts';
import type { CustomerGroupId } from '#core/kpis/customer-group-registry.ts';
import { m } from '#messages/compiled/messages.js';
import { formatChange, formatCount, formatPercent } from '#messages/format.ts';

type Word = () => string;

export const INSIGHT_KINDS: readonly Insight['kind'][] = ['industry', 'competitor', 'customer', 'leader'];

/** What insights of a kind are about, and whose name and fact they ask for. */
export const INSIGHT_WORDS: Record<
  Insight['kind'],
  { readonly title: Word; readonly about: Word; readonly who: Word }
> = {
  industry: { title: m.market_kind_industry, about: m.market_about_industry, who: m.market_who_industry },
  competitor: { title: m.market_kind_competitor, about: m.market_about_competitor, who: m.market_who_competitor },
  customer: { title: m.market_kind_customer, about: m.market_about_customer, who: m.market_who_customer },
  leader: { title: m.market_kind_leader, about: m.market_about_leader, who: m.market_who_leader },
};

interface GroupWords {
  readonly name: Word;
  /** Who is in it, with the usual cuts. */
  readonly definition: Word;
}

const GROUP_WORDS: Record<CustomerGroupId, GroupWords> = {
  champions: { name: m.market_group_champions, definition: m.market_group_champions_who },
  loyal: { name: m.market_group_loyal, definition: m.market_group_loyal_who },
  promising: { name: m.market_group_promising, definition: m.market_group_promising_who },
  promisingNew: { name: m.market_group_promising_new, definition: m.market_group_promising_new_who },
  new: { name: m.market_group_new, definition: m.market_group_new_who },
  atRisk: { name: m.market_group_at_risk, definition: m.market_group_at_risk_who },
  dormantValuable: { name: m.market_group_dormant_valuable, definition: m.market_group_dormant_valuable_who },
  dormant: { name: m.market_group_dormant, definition: m.market_group_dormant_who },
  lost: { name: m.market_group_lost, definition: m.market_group_lost_who },
};

export const groupWords = (group: CustomerGroupId): GroupWords => GROUP_WORDS[group];

const PROMISING_NAMES: Record<PromisingDimension, (name: { name: string }) => string> = {
  category: m.market_promising_category,
  channel: m.market_promising_channel,
  firstChannel: m.market_promising_first_channel,
  firstCategory: m.market_promising_first_category,
};

export const promisingName = ({ dimension, name }: PromisingGroup): string => PROMISING_NAMES[dimension]({ name });

const rate = (part: number, whole: number): string => formatPercent(whole === 0 ? null : part / whole);

/** Why the rule names the group, in its own figures. */
export function promisingFact(group: PromisingGroup): string {
  if (group.kind === 'secondPurchase')
    return m.market_promising_second({
      customers: formatCount(group.customers),
      rate: rate(group.converted, group.customers),
      others: rate(group.otherConverted, group.otherCustomers),
    });
  const total = formatChange({ kind: 'ratio', value: group.totalGrowth });
  const buyers = formatCount(group.buyers);
  if (group.growth === null) return m.market_promising_appeared({ buyers, total });
  return m.market_promising_growth({
    buyers,
    before: formatCount(group.buyersBefore),
    growth: formatChange({ kind: 'ratio', value: group.growth }),
    total,
  });
}
