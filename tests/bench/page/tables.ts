import type { DimensionFacts, Kpis, LookBack, PeriodFacts } from '#core/kpis/facts.ts';
import { SECOND_PURCHASE_WINDOWS } from '#core/kpis/facts.ts';

/** Every KPI as named tables of plain rows, as both contenders give them. Names are those of `kpis.sql.ts`. */
export type Row = Readonly<Record<string, string | number | null>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

const lookBack = (facts: PeriodFacts, by: LookBack): Row => ({
  [`ret_${by}_buyers`]: facts.returning[by].buyers,
  [`ret_${by}_sales`]: facts.returning[by].sales,
});

const periodRow = (facts: PeriodFacts): Row => ({
  sales: facts.sales,
  orders: facts.orders,
  guest_sales: facts.guestSales,
  guest_orders: facts.guestOrders,
  qty: facts.quantity,
  refund: facts.refund,
  buyers: facts.buyers,
  member_orders: facts.memberOrders,
  member_sales: facts.memberSales,
  new_buyers: facts.new.buyers,
  new_sales: facts.new.sales,
  ...lookBack(facts, 'all'),
  ...lookBack(facts, 365),
  ...lookBack(facts, 730),
  reactivated: facts.reactivated.buyers,
  repeat_buyers: facts.repeatBuyers,
});

const gapRow = (facts: PeriodFacts): Row => ({ med_gap: facts.medianGap, n_gap: facts.gapCount });

const secondPurchase = (kpis: Kpis): Row[] =>
  kpis.months
    .filter((month) => month.secondPurchase.customers > 0)
    .map(({ month, secondPurchase: { customers, windows } }) => ({
      mon: month,
      n: customers,
      ...Object.fromEntries(
        SECOND_PURCHASE_WINDOWS.flatMap((window) => [
          [`e${window}`, windows[window].mature],
          [`c${window}`, windows[window].converted],
          [`ec${window}`, windows[window].matureConverted],
        ]),
      ),
    }));

const cohort = (kpis: Kpis): Row[] =>
  kpis.cohorts.active.flatMap((row, from) =>
    row.flatMap((active, since) => {
      const net = kpis.cohorts.net[from]?.[since] ?? 0;
      const [first, month] = [kpis.months[from], kpis.months[from + since]];
      return active > 0 && first && month ? [{ fmon: first.month, mon: month.month, active, net }] : [];
    }),
  );

/** The named values of a dimension: net and buyers where there are any. */
function dimension(kpis: Kpis, id: DimensionFacts['id']): Row[] {
  const values = kpis.dimensions.find((candidate) => candidate.id === id)?.values ?? [];
  return values.flatMap((value) =>
    value.kind === 'rest'
      ? []
      : kpis.months.flatMap(({ month }, at) => {
          const [sales = 0, buyers = 0] = [value.net[at], value.monthBuyers[at]];
          return sales === 0 && buyers === 0 ? [] : [{ v: value.name, mon: month, sales, buyers }];
        }),
  );
}

function dimensionYears(kpis: Kpis, id: DimensionFacts['id']): Row[] {
  const values = kpis.dimensions.find((candidate) => candidate.id === id)?.values ?? [];
  return values.flatMap((value) =>
    value.kind === 'rest'
      ? []
      : kpis.years.flatMap(({ year }, at) =>
          value.buyers[at] ? [{ v: value.name, yr: year, buyers: value.buyers[at] }] : [],
        ),
  );
}

export function tablesOf(kpis: Kpis): Tables {
  return {
    meta: [
      { lines: kpis.lines, orders: kpis.orders, customers: kpis.customers, dmin: kpis.firstDay, dmax: kpis.lastDay },
    ],
    monthly: kpis.months.map((month) => ({ mon: month.month, ...periodRow(month) })),
    yearly: kpis.years.map((year) => ({
      yr: year.year,
      ...periodRow(year),
      ...Object.fromEntries(year.buyersByOrders.map((buyers, at) => [`f${at + 1}`, buyers])),
      prev_buyers: year.previousBuyers,
      retained: year.retained,
    })),
    gap_monthly: kpis.months
      .filter(({ gapCount }) => gapCount > 0)
      .map((month) => ({ mon: month.month, ...gapRow(month) })),
    gap_yearly: kpis.years.filter(({ gapCount }) => gapCount > 0).map((year) => ({ yr: year.year, ...gapRow(year) })),
    dormant: kpis.months.map(({ month, dormant, everBought }) => ({ mon: month, dormant, ever: everBought })),
    rolling: kpis.months.flatMap(({ month, rolling }) => (rolling ? [{ mon: month, ...rolling }] : [])),
    second_purchase: secondPurchase(kpis),
    cohort: cohort(kpis),
    rfm_cuts: kpis.rfm.moneyCuts.map((cut, at) => ({ fifth: at + 1, cut })),
    rfm: kpis.rfm.cells.map(({ r, f, m, customers, sales }) => ({ rs: r, fs: f, ms: m, n: customers, sales })),
    new_products: kpis.months.map(({ month, newProductSales, productsSold }) => ({
      mon: month,
      new_sales: newProductSales,
      n_products: productsSold,
    })),
    ...Object.fromEntries(
      (['category', 'channel', 'campaign', 'product'] as const).flatMap((id) => [
        [id, dimension(kpis, id)],
        [`${id}_years`, dimensionYears(kpis, id)],
      ]),
    ),
  };
}
