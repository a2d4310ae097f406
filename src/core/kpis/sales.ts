import type { SalesFacts } from './facts.ts';
import type { Grid } from './grid.ts';
import type { Ledger } from './ledger.ts';

/** Money, orders and items of each period of the grid: one pass over the orders. */
export function salesByPeriod(ledger: Ledger, grid: Grid): readonly SalesFacts[] {
  const sums = Array.from({ length: grid.count }, () => ({
    sales: 0,
    paid: 0,
    refund: 0,
    returned: 0,
    orders: 0,
    quantity: 0,
    guestSales: 0,
    guestOrders: 0,
    memberSales: 0,
  }));
  for (let place = 0; place < ledger.orderCount; place++) {
    const sum = sums[grid.ofDay[ledger.day[place]! - grid.base]!];
    if (!sum) continue;
    const paid = ledger.paid[place]!;
    const net = paid - ledger.refund[place]!;
    const valid = paid > 0 ? 1 : 0;
    sum.sales += net;
    sum.refund += ledger.refund[place]!;
    sum.quantity += ledger.quantity[place]!;
    sum.orders += valid;
    if (valid) sum.paid += paid;
    else sum.returned -= paid;
    if (ledger.customer[place] === 0) {
      sum.guestSales += net;
      sum.guestOrders += valid;
    } else sum.memberSales += net;
  }
  const flagged = flaggedByPeriod(ledger, grid);
  return sums.map((sum, period) => ({ ...sum, flagged: flagged[period] ?? null }));
}

function flaggedByPeriod(ledger: Ledger, grid: Grid): readonly SalesFacts['flagged'][] {
  const sums = Array.from({ length: grid.count }, () => ({ members: 0, known: 0, any: false }));
  for (let place = 0; place < ledger.flaggedNet.length; place++) {
    const sum = sums[grid.ofDay[ledger.day[place]! - grid.base]!];
    if (!sum) continue;
    sum.members += ledger.memberNet[place]!;
    sum.known += ledger.flaggedNet[place]!;
    sum.any ||= ledger.flaggedNet[place] !== 0;
  }
  return sums.map(({ members, known, any }) => (any ? { members, known } : null));
}
