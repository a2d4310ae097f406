import type { RfmFacts } from '#core/kpis/facts.ts';
import type { Money } from '#core/money.ts';
import { ratio, type Ratio } from '#core/ratio.ts';

export const SCORES = [5, 4, 3, 2, 1] as const;

export interface RfmGroup {
  readonly customers: number;
  readonly sales: Money;
  readonly shareOfCustomers: Ratio | null;
  readonly shareOfSales: Ratio | null;
}

/** Customers and sales of those cells that `picks` takes, with their shares of everyone's. */
export function rfmGroup(rfm: RfmFacts, picks: (cell: RfmFacts['cells'][number]) => boolean): RfmGroup {
  let customers = 0;
  let sales = 0;
  let everyone = 0;
  let everything = 0;
  for (const cell of rfm.cells) {
    everyone += cell.customers;
    everything += cell.sales;
    if (!picks(cell)) continue;
    customers += cell.customers;
    sales += cell.sales;
  }
  return {
    customers,
    sales,
    shareOfCustomers: ratio(customers, everyone),
    shareOfSales: ratio(sales, everything),
  };
}

/** Recency as rows, frequency as columns, both from score 5 down. */
export const rfmGrid = (rfm: RfmFacts): RfmGroup[][] =>
  SCORES.map((r) => SCORES.map((f) => rfmGroup(rfm, (cell) => cell.r === r && cell.f === f)));
