import { describe, expect, test } from 'vitest';
import { computeKpis } from './compute-kpis.ts';
import type { DimensionFacts, Kpis, LookBack, PeriodFacts } from './facts.ts';
import { DEFAULT_OPTIONS, SECOND_PURCHASE_WINDOWS } from './facts.ts';
import type { Expected, NamedRow, Row } from '../../../tests/oracle/oracle-orders.ts';
import { oracleCase } from '../../../tests/oracle/oracle-orders.ts';

const lookBack = (facts: PeriodFacts, by: LookBack) => ({
  [`ret_${by}_buyers`]: facts.returning[by].buyers,
  [`ret_${by}_sales`]: facts.returning[by].sales,
});

const common = (facts: PeriodFacts) => ({
  sales: facts.sales,
  orders: facts.orders,
  buyers: facts.buyers,
  member_orders: facts.memberOrders,
  member_sales: facts.memberSales,
  new_buyers: facts.new.buyers,
  new_sales: facts.new.sales,
  ...lookBack(facts, 'all'),
  ...lookBack(facts, 365),
  ...lookBack(facts, 730),
});

const monthly = (kpis: Kpis) =>
  kpis.months.map((month) => ({
    mon: month.month,
    guest_sales: month.guestSales,
    guest_orders: month.guestOrders,
    qty: month.quantity,
    refund: month.refund,
    reactivated: month.reactivated.buyers,
    ...common(month),
  }));

const yearly = (kpis: Kpis) =>
  kpis.years.map((year) => ({
    yr: year.year,
    ...common(year),
    ...Object.fromEntries(year.buyersByOrders.map((buyers, index) => [`f${index + 1}`, buyers])),
    prev_buyers: year.previousBuyers,
    retained: year.retained,
    med_gap: year.medianGap,
    n_gap: year.gapCount,
  }));

const secondPurchase = (kpis: Kpis) =>
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

const cohort = (kpis: Kpis) =>
  kpis.cohorts.active.flatMap((row, index) =>
    row.flatMap((active, since) =>
      active > 0
        ? [
            {
              fmon: kpis.months[index]!.month,
              mon: kpis.months[index + since]!.month,
              active,
              net: kpis.cohorts.net[index]![since]!,
            },
          ]
        : [],
    ),
  );

const dimension = (kpis: Kpis, id: DimensionFacts['id']): DimensionFacts =>
  kpis.dimensions.find((candidate) => candidate.id === id)!;

/** The cells the oracle names; cells it leaves out hold no rows and must be 0. */
const expectCells = (
  actual: DimensionFacts,
  expected: readonly NamedRow[],
  key: 'mon' | 'yr',
  column: string,
  periods: readonly number[],
  of: (value: DimensionFacts['values'][number]) => readonly number[],
): void => {
  const cells = new Map(expected.map((row) => [`${row.v}|${row[key]}`, row[column]]));
  const names = new Set(expected.map((row) => row.v));
  expect(actual.values.map(({ name }) => name).sort()).toEqual([...names].sort());
  for (const value of actual.values)
    periods.forEach((period, index) => {
      expect(of(value)[index], `${value.name} ${period}`).toBe(cells.get(`${value.name}|${period}`) ?? 0);
    });
};

const sorted = (rows: readonly Row[], ...keys: string[]): Row[] =>
  [...rows].sort((a, b) => keys.map((key) => a[key]! - b[key]!).find((difference) => difference !== 0) ?? 0);

describe.each(['adventureworks', 'online-retail'])('KP0 %s equals the SQL oracle to the last unit', (name) => {
  const found = oracleCase(name);
  if (!found) return test.skip('the file is not on this machine');
  const { columns, expected }: { columns: typeof found.columns; expected: Expected } = found;
  const kpis = computeKpis(columns, DEFAULT_OPTIONS);
  const months = kpis.months.map(({ month }) => month);

  test('meta', () => {
    const { m0, m1, dmin, dmax, lines, orders, customers } = expected.meta[0]!;
    expect([months[0], months.at(-1), kpis.firstDay, kpis.lastDay]).toEqual([m0, m1, dmin, dmax]);
    expect([kpis.lines, kpis.orders, kpis.customers]).toEqual([lines, orders, customers]);
  });
  test('monthly', () => expect(monthly(kpis)).toEqual(expected.monthly));
  test('yearly', () => expect(yearly(kpis)).toEqual(expected.yearly));
  test('dormant', () =>
    expect(kpis.months.map(({ month, dormant, everBought }) => ({ mon: month, dormant, ever: everBought }))).toEqual(
      expected.dormant,
    ));
  test('rolling_retention', () =>
    expect(kpis.months.flatMap(({ month, rolling }) => (rolling ? [{ mon: month, ...rolling }] : []))).toEqual(
      expected.rolling_retention,
    ));
  test('gap_monthly', () =>
    expect(
      kpis.months.flatMap(({ month, medianGap, gapCount }) =>
        gapCount > 0 ? [{ mon: month, med_gap: medianGap, n_gap: gapCount }] : [],
      ),
    ).toEqual(expected.gap_monthly));
  test('second_purchase', () => expect(secondPurchase(kpis)).toEqual(expected.second_purchase));
  test('cohort', () => expect(cohort(kpis)).toEqual(sorted(expected.cohort, 'fmon', 'mon')));
  test('rfm_cuts', () => {
    const { p20, p40, p60, p80 } = expected.rfm_cuts[0]!;
    expect(kpis.rfm.moneyCuts).toEqual([p20, p40, p60, p80]);
  });
  test('rfm', () =>
    expect(
      kpis.rfm.cells.map(({ r, f, m, customers, sales }) => ({ rs: r, fs: f, ms: m, n: customers, sales })),
    ).toEqual(sorted(expected.rfm, 'rs', 'fs', 'ms')));
  test('dim_cat, dim_ch, dim_camp', () => {
    const net = (value: DimensionFacts['values'][number]) => value.net;
    expectCells(dimension(kpis, 'category'), expected.dim_cat, 'mon', 'sales', months, net);
    expectCells(dimension(kpis, 'channel'), expected.dim_ch, 'mon', 'sales', months, net);
    expectCells(dimension(kpis, 'channel'), expected.dim_ch, 'mon', 'buyers', months, (value) => value.monthBuyers);
    expectCells(dimension(kpis, 'campaign'), expected.dim_camp, 'mon', 'sales', months, net);
  });
  test('cat_buyers_year', () => {
    const years = kpis.years.map(({ year }) => year);
    const buyers = (value: DimensionFacts['values'][number]) => value.buyers;
    expectCells(dimension(kpis, 'category'), expected.cat_buyers_year, 'yr', 'buyers', years, buyers);
  });
  test('new_products', () =>
    expect(
      kpis.months.map(({ month, newProductSales, productsSold }) => ({
        mon: month,
        new_sales: newProductSales,
        n_products: productsSold,
      })),
    ).toEqual(expected.new_products));
  test('top_products', () =>
    expect(
      dimension(kpis, 'product')
        .values.slice(0, 50)
        .map(({ name: v, net, quantity }) => ({ v, sales: net.reduce((sum, part) => sum + part, 0), qty: quantity })),
    ).toEqual(expected.top_products));
});
