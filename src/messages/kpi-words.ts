import type { Mark } from '#core/figure.ts';
import type { LookBack, SecondPurchaseWindow } from '#core/kpis/facts.ts';
import type { KpiGroup, PartId } from '#core/kpis/kpi.ts';
import type { KpiId } from '#core/kpis/registry.ts';
import { m } from '#messages/compiled/messages.js';

type Word = () => string;

/** A KPI's words; `definition` names the days after which a customer is dormant, where that matters. */
interface KpiWords {
  readonly name: Word;
  readonly definition: (options: { readonly dormantDays: number }) => string;
}

const within = (by: LookBack): string => (by === 'all' ? m.kpis_within_all() : m.kpis_within_days({ days: by }));
const when = (by: LookBack): string => (by === 'all' ? m.kpis_when_all() : m.kpis_when_days({ days: by }));

const whenYear = (by: LookBack): string =>
  by === 'all' ? m.kpis_when_year_all() : m.kpis_when_year_days({ days: by });

const returningBuyers = (by: LookBack): KpiWords => ({
  name: () => m.kpis_returning_buyers_name({ within: within(by) }),
  definition: () => m.kpis_returning_buyers_definition({ when: when(by) }),
});
const returningSales = (by: LookBack): KpiWords => ({
  name: () => m.kpis_returning_sales_name({ within: within(by) }),
  definition: () => m.kpis_returning_sales_definition({ when: when(by) }),
});
const spendPerReturning = (by: LookBack): KpiWords => ({
  name: () => m.kpis_spend_per_returning_name({ within: within(by) }),
  definition: () => m.kpis_spend_per_returning_definition({ when: when(by) }),
});
const returningSalesOfYear = (by: LookBack): KpiWords => ({
  name: () => m.kpis_returning_sales_of_year_name({ within: within(by) }),
  definition: () => m.kpis_returning_sales_of_year_definition({ when: whenYear(by) }),
});
const returningBuyersOfYear = (by: LookBack): KpiWords => ({
  name: () => m.kpis_returning_buyers_of_year_name({ within: within(by) }),
  definition: () => m.kpis_returning_buyers_of_year_definition({ when: whenYear(by) }),
});
const spendPerReturningOfYear = (by: LookBack): KpiWords => ({
  name: () => m.kpis_spend_per_returning_of_year_name({ within: within(by) }),
  definition: () => m.kpis_spend_per_returning_of_year_definition({ when: whenYear(by) }),
});
const secondPurchase = (days: SecondPurchaseWindow): KpiWords => ({
  name: () => m.kpis_second_purchase_name({ days }),
  definition: () => m.kpis_second_purchase_definition({ days }),
});

const KPI_WORDS: Record<KpiId, KpiWords> = {
  sales: { name: m.kpis_sales_name, definition: () => m.kpis_sales_definition() },
  orders: { name: m.kpis_orders_name, definition: () => m.kpis_orders_definition() },
  orderValue: { name: m.kpis_order_value_name, definition: () => m.kpis_order_value_definition() },
  itemsPerOrder: { name: m.kpis_items_per_order_name, definition: () => m.kpis_items_per_order_definition() },
  itemPrice: { name: m.kpis_item_price_name, definition: () => m.kpis_item_price_definition() },
  refundRate: { name: m.kpis_refund_rate_name, definition: () => m.kpis_refund_rate_definition() },
  guestShare: { name: m.kpis_guest_share_name, definition: () => m.kpis_guest_share_definition() },
  memberShare: { name: m.kpis_member_share_name, definition: () => m.kpis_member_share_definition() },
  buyers: { name: m.kpis_buyers_name, definition: () => m.kpis_buyers_definition() },
  newCustomers: { name: m.kpis_new_customers_name, definition: () => m.kpis_new_customers_definition() },
  newSales: { name: m.kpis_new_sales_name, definition: () => m.kpis_new_sales_definition() },
  reactivated: { name: m.kpis_reactivated_name, definition: () => m.kpis_reactivated_definition() },
  returningSales365: returningSales(365),
  returningSales730: returningSales(730),
  returningSalesAll: returningSales('all'),
  returningBuyers365: returningBuyers(365),
  returningBuyers730: returningBuyers(730),
  returningBuyersAll: returningBuyers('all'),
  spendPerReturning365: spendPerReturning(365),
  spendPerReturning730: spendPerReturning(730),
  spendPerReturningAll: spendPerReturning('all'),
  returningSalesOfYear365: returningSalesOfYear(365),
  returningSalesOfYear730: returningSalesOfYear(730),
  returningSalesOfYearAll: returningSalesOfYear('all'),
  returningBuyersOfYear365: returningBuyersOfYear(365),
  returningBuyersOfYear730: returningBuyersOfYear(730),
  returningBuyersOfYearAll: returningBuyersOfYear('all'),
  spendPerReturningOfYear365: spendPerReturningOfYear(365),
  spendPerReturningOfYear730: spendPerReturningOfYear(730),
  spendPerReturningOfYearAll: spendPerReturningOfYear('all'),
  spendPerBuyer: { name: m.kpis_spend_per_buyer_name, definition: () => m.kpis_spend_per_buyer_definition() },
  frequency: { name: m.kpis_frequency_name, definition: () => m.kpis_frequency_definition() },
  repurchase: { name: m.kpis_repurchase_name, definition: () => m.kpis_repurchase_definition() },
  medianGap: { name: m.kpis_median_gap_name, definition: () => m.kpis_median_gap_definition() },
  retention: { name: m.kpis_retention_name, definition: () => m.kpis_retention_definition() },
  rollingRetention: { name: m.kpis_rolling_retention_name, definition: () => m.kpis_rolling_retention_definition() },
  secondPurchase30: secondPurchase(30),
  secondPurchase60: secondPurchase(60),
  secondPurchase90: secondPurchase(90),
  secondPurchase180: secondPurchase(180),
  secondPurchase365: secondPurchase(365),
  dormant: {
    name: m.kpis_dormant_name,
    definition: ({ dormantDays }) => m.kpis_dormant_definition({ days: dormantDays }),
  },
  dormantRate: {
    name: m.kpis_dormant_rate_name,
    definition: ({ dormantDays }) => m.kpis_dormant_rate_definition({ days: dormantDays }),
  },
};

const PART_WORDS: Record<PartId, Word> = {
  netSales: m.kpis_part_net_sales,
  paid: m.kpis_part_paid,
  refunds: m.kpis_part_refunds,
  validOrders: m.kpis_part_valid_orders,
  items: m.kpis_part_items,
  buyers: m.kpis_part_buyers,
  memberOrders: m.kpis_part_member_orders,
  memberSales: m.kpis_part_member_sales,
  guestSales: m.kpis_part_guest_sales,
  newCustomers: m.kpis_part_new_customers,
  newSales: m.kpis_part_new_sales,
  returningBuyers: m.kpis_part_returning_buyers,
  returningSales: m.kpis_part_returning_sales,
  reactivated: m.kpis_part_reactivated,
  repeatBuyers: m.kpis_part_repeat_buyers,
  previousBuyers: m.kpis_part_previous_buyers,
  retained: m.kpis_part_retained,
  rollingBase: m.kpis_part_rolling_base,
  rollingRetained: m.kpis_part_rolling_retained,
  matureCohort: m.kpis_part_mature_cohort,
  matureConverted: m.kpis_part_mature_converted,
  gaps: m.kpis_part_gaps,
  everBought: m.kpis_part_ever_bought,
  dormant: m.kpis_part_dormant,
  flaggedMemberSales: m.kpis_part_flagged_member_sales,
  flaggedSales: m.kpis_part_flagged_sales,
};

const GROUP_WORDS: Record<KpiGroup, Word> = {
  sales: m.kpis_group_sales,
  customers: m.kpis_group_customers,
  returning: m.kpis_group_returning,
  returningOfYear: m.kpis_group_returning_of_year,
  value: m.kpis_group_value,
  loyalty: m.kpis_group_loyalty,
  quality: m.kpis_group_quality,
};

const MARK_WORDS: Record<Mark, { readonly word: Word; readonly meaning: Word }> = {
  'to-date': { word: m.kpis_mark_to_date, meaning: m.kpis_mark_to_date_meaning },
  'lookback-understated': {
    word: m.kpis_mark_lookback_understated,
    meaning: m.kpis_mark_lookback_understated_meaning,
  },
  immature: { word: m.kpis_mark_immature, meaning: m.kpis_mark_immature_meaning },
  'no-history': { word: m.kpis_mark_no_history, meaning: m.kpis_mark_no_history_meaning },
  'small-group': { word: m.kpis_mark_small_group, meaning: m.kpis_mark_small_group_meaning },
};

export const kpiName = (id: KpiId): string => KPI_WORDS[id].name();
export const kpiDefinition = (id: KpiId, options: { readonly dormantDays: number }): string =>
  KPI_WORDS[id].definition(options);
/** The name of a KPI's numerator or denominator. */
export const partName = (id: PartId): string => PART_WORDS[id]();
export const kpiGroupName = (group: KpiGroup): string => GROUP_WORDS[group]();
export const markWord = (mark: Mark): string => MARK_WORDS[mark].word();
export const markMeaning = (mark: Mark): string => MARK_WORDS[mark].meaning();
