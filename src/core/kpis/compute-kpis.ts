import type { OrderColumns } from '../orders/columns.ts';
import { fiscalYearOf, monthOfDay } from '../period.ts';
import { attributeFacts } from './attributes.ts';
import { cohortMatrix } from './cohorts.ts';
import type { CustomerTallies } from './customers.ts';
import { customersOf, loyaltyOf, returningOf, tallyByYearClass, tallyCustomers } from './customers.ts';
import { dimensionFacts } from './dimensions.ts';
import type { DimensionFacts, Kpis, KpiOptions, PeriodFacts, YearFacts } from './facts.ts';
import { firstPurchases } from './first-purchase.ts';
import type { Grid } from './grid.ts';
import { monthGrid, sameDaysGrid, yearGrid } from './grid.ts';
import type { Ledger } from './ledger.ts';
import { ledgerOf, orderDays } from './ledger.ts';
import { dormancy, rollingRetention } from './lifetimes.ts';
import { linesInOrder } from './lines.ts';
import { medianGaps } from './median-gaps.ts';
import { NEWNESS_NAMES, newnessCodes, productsByPeriod } from './newness.ts';
import { orderChannels } from './order-channels.ts';
import { withOwnRefunds } from './own-refunds.ts';
import type { PurchaseDays } from './purchase-days.ts';
import { purchaseDays } from './purchase-days.ts';
import { rfmCells } from './rfm.ts';
import { salesByPeriod } from './sales.ts';
import { secondPurchases } from './second-purchase.ts';

/**
 * All facts of `kpis.md` §1–4 from order lines: linear in lines, orders and customers. Pure; the order of rows changes
 * nothing. Without rows there are no months and no years.
 */
export function computeKpis(lines: OrderColumns, options: KpiOptions): Kpis {
  if (lines.rowCount === 0) return emptyKpis(options);
  const columns = options.refundMonth === 'refund' ? withOwnRefunds(lines) : lines;
  const { firstDay, lastDay } = columns;
  const ledger = ledgerOf(columns);
  const days = purchaseDays(ledger);
  const { grid: monthly, months } = monthGrid(firstDay, lastDay);
  const { grid: yearly, years } = yearGrid(firstDay, lastDay, options.firstMonth);
  const byMonth = tallyCustomers(ledger, monthly);
  const byYear = tallyCustomers(ledger, yearly);

  const orderDay = orderDays(columns, ledger);
  const newness = newnessCodes(columns, orderDay, yearly);
  const ordered = linesInOrder(columns, ledger, monthly, yearly, byYear.classOf);
  const counts = { months: months.length, years: years.length };
  const dimensions: readonly DimensionFacts[] = [
    dimensionFacts('newness', ordered, newness, NEWNESS_NAMES, columns, counts),
    dimensionFacts('category', ordered, columns.category, columns.categories, columns, counts),
    dimensionFacts('channel', ordered, columns.channel, columns.channels, columns, counts),
    dimensionFacts('campaign', ordered, columns.campaign, columns.campaigns, columns, counts),
    dimensionFacts('product', ordered, columns.product, columns.products, columns, counts),
  ];

  const facts = (grid: Grid, tallies: CustomerTallies) =>
    periodFacts({ columns, ledger, orderDay, days, newness, grid, tallies, firstDay, lastDay });
  const yearFacts = (grid: Grid, tallies: CustomerTallies, named: readonly number[]): YearFacts[] =>
    facts(grid, tallies).map((period, index) => ({ ...period, ...loyaltyOf(tallies, index), year: named[index]! }));

  const ofYear = tallyByYearClass(ledger, monthly, byYear.classOf);
  const dormant = dormancy(days, monthly, options.dormantDays);
  const rolling = rollingRetention(days, monthly);
  const second = secondPurchases(days, monthly, lastDay);
  const isMature = second.map(({ customers, windows }) => windows[90].mature === customers);
  const allYears = yearFacts(yearly, byYear, years);
  return {
    options,
    firstDay,
    lastDay,
    lines: lines.rowCount,
    orders: lines.orderCount,
    customers: lines.customerCount,
    months: facts(monthly, byMonth).map((period, index) => ({
      ...period,
      ...dormant[index]!,
      month: months[index]!,
      rolling: rolling[index]!,
      secondPurchase: second[index]!,
      returningOfYear: returningOf(ofYear, index),
    })),
    years: allYears,
    toDate: toDateOf(),
    cohorts: cohortMatrix(ledger, monthly),
    rfm: rfmCells(ledger, lastDay, options.rfm),
    dimensions,
    attributes: attributeFacts(
      {
        columns,
        ledger,
        days,
        first: firstPurchases(columns, ledger, ordered, days),
        classOf: byYear.classOf,
        isMature,
      },
      monthly,
      yearly,
    ),
    orderChannels: orderChannels(columns, ledger, yearly),
  };

  function toDateOf(): Kpis['toDate'] {
    const current = allYears.at(-1)!;
    const year = fiscalYearOf(monthOfDay(lastDay), options.firstMonth);
    if (allYears.length < 2 || lastDay === yearly.ends[yearly.count - 1]) return null;
    const grid = sameDaysGrid(firstDay, lastDay, year, options.firstMonth);
    return { current, previous: yearFacts(grid, tallyCustomers(ledger, grid), [year - 2, year - 1])[1]! };
  }
}

function periodFacts(from: {
  readonly columns: OrderColumns;
  readonly ledger: Ledger;
  readonly orderDay: Int32Array;
  readonly days: PurchaseDays;
  readonly newness: Uint32Array;
  readonly grid: Grid;
  readonly tallies: CustomerTallies;
  readonly firstDay: number;
  readonly lastDay: number;
}): PeriodFacts[] {
  const { columns, ledger, orderDay, grid, firstDay, lastDay } = from;
  const gaps = medianGaps(from.days, grid);
  const products = productsByPeriod(columns, orderDay, grid);
  const newSales = newProductSales(columns, orderDay, grid, from.newness);
  return salesByPeriod(ledger, grid).map((sales, period) => ({
    ...sales,
    ...customersOf(from.tallies, period),
    ...gaps[period]!,
    complete: firstDay <= grid.starts[period]! && lastDay >= grid.ends[period]!,
    historyDays: Math.max(0, grid.starts[period]! - firstDay),
    newProductSales: newSales[period]!,
    productsSold: products[period]!,
  }));
}

function newProductSales(columns: OrderColumns, orderDay: Int32Array, grid: Grid, newness: Uint32Array): Float64Array {
  const sums = new Float64Array(grid.count);
  for (let row = 0; row < columns.rowCount; row++) {
    if (newness[row] !== 1) continue;
    const period = grid.ofDay[orderDay[row]! - grid.base]!;
    if (period >= 0) sums[period]! += columns.paid[row]! - columns.refund[row]!;
  }
  return sums;
}

const emptyKpis = (options: KpiOptions): Kpis => ({
  options,
  firstDay: 0,
  lastDay: -1,
  lines: 0,
  orders: 0,
  customers: 0,
  months: [],
  years: [],
  toDate: null,
  cohorts: { active: [], net: [] },
  rfm: { moneyCuts: [], cells: [] },
  dimensions: [],
  attributes: [],
  orderChannels: [],
});
