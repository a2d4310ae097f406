import type { CustomerFacts, Group, YearFacts } from './facts.ts';
import type { Grid } from './grid.ts';
import type { Ledger } from './ledger.ts';

/**
 * What a buyer is to a period, by the days since the last valid order before its first day. The classes do not overlap:
 * new + long ago + two years + one year = buyers; returning within 365 days is the last, within 730 the last two,
 * within all history the last three; reactivated are `longAgo` and `twoYears`.
 */
export const CLASS = { new: 0, longAgo: 1, twoYears: 2, oneYear: 3 } as const;
const CLASSES = 4;

/** Tallies by period (and class or number of orders): `value[period × width + column]`. */
export interface CustomerTallies {
  readonly buyers: Float64Array;
  readonly orders: Float64Array;
  readonly net: Float64Array;
  /** Width 5: buyers with exactly 1, 2, 3, 4, and 5 or more valid orders. */
  readonly byOrders: Float64Array;
  /** Customers who bought in the period and in the one before it. */
  readonly retained: Float64Array;
  /** By place in the ledger: the class its customer has in the order's period; 0 too for who never bought before. */
  readonly classOf: Uint8Array;
}

/** One pass over each customer's orders in day order. */
export function tallyCustomers(ledger: Ledger, grid: Grid): CustomerTallies {
  const { starts, day, paid, refund, customerCount, orderCount } = ledger;
  const { ofDay, base } = grid;
  const buyers = new Float64Array(grid.count * CLASSES);
  const orders = new Float64Array(grid.count * CLASSES);
  const net = new Float64Array(grid.count * CLASSES);
  const byOrders = new Float64Array(grid.count * 5);
  const retained = new Float64Array(grid.count);
  const classOf = new Uint8Array(orderCount);
  for (let customer = 1; customer <= customerCount; customer++) {
    const end = starts[customer + 1]!;
    let lastDay = -1;
    let bought = false;
    let lastPeriod = -2;
    for (let from = starts[customer]!; from < end;) {
      const period = ofDay[day[from]! - base]!;
      let to = from;
      let count = 0;
      let sum = 0;
      let last = lastDay;
      for (; to < end && ofDay[day[to]! - base] === period; to++) {
        sum += paid[to]! - refund[to]!;
        if (paid[to]! > 0) {
          count++;
          last = day[to]!;
        }
      }
      if (period >= 0 && (bought || count > 0)) {
        const group = bought ? classBefore(grid.starts[period]! - lastDay) : CLASS.new;
        const cell = period * CLASSES + group;
        // A returning customer's refunds count also in a period without an order of theirs.
        net[cell]! += sum;
        if (group !== CLASS.new) classOf.fill(group, from, to);
        if (count > 0) {
          buyers[cell]!++;
          orders[cell]! += count;
          byOrders[period * 5 + Math.min(count, 5) - 1]!++;
          if (lastPeriod === period - 1) retained[period]!++;
          lastPeriod = period;
        }
      }
      bought ||= count > 0;
      lastDay = last;
      from = to;
    }
  }
  return { buyers, orders, net, byOrders, retained, classOf };
}

const classBefore = (days: number): number =>
  days <= 365 ? CLASS.oneYear : days <= 730 ? CLASS.twoYears : CLASS.longAgo;

function groupOf(
  tallies: Pick<CustomerTallies, 'buyers' | 'orders' | 'net'>,
  period: number,
  from: number,
  to: number,
): Group {
  let buyers = 0;
  let orders = 0;
  let sales = 0;
  for (let cell = period * CLASSES + from; cell <= period * CLASSES + to; cell++) {
    buyers += tallies.buyers[cell]!;
    orders += tallies.orders[cell]!;
    sales += tallies.net[cell]!;
  }
  return { buyers, orders, sales };
}

/**
 * Months by the class a customer has in the fiscal year: returning when the year began, in whichever month they buy. Widths
 * as in `CustomerTallies`; class 0 is everyone else.
 */
export function tallyByYearClass(
  ledger: Ledger,
  months: Grid,
  yearClassOf: Uint8Array,
): Pick<CustomerTallies, 'buyers' | 'orders' | 'net'> {
  const buyers = new Float64Array(months.count * CLASSES);
  const orders = new Float64Array(months.count * CLASSES);
  const net = new Float64Array(months.count * CLASSES);
  for (let customer = 1; customer <= ledger.customerCount; customer++) {
    let last = -1;
    for (let place = ledger.starts[customer]!; place < ledger.starts[customer + 1]!; place++) {
      const month = months.ofDay[ledger.day[place]! - months.base]!;
      const cell = month * CLASSES + yearClassOf[place]!;
      net[cell]! += ledger.paid[place]! - ledger.refund[place]!;
      if (!(ledger.paid[place]! > 0)) continue;
      orders[cell]!++;
      if (month !== last) buyers[cell]!++;
      last = month;
    }
  }
  return { buyers, orders, net };
}

/** The returning customers of one period, by look-back. */
export const returningOf = (
  tallies: Pick<CustomerTallies, 'buyers' | 'orders' | 'net'>,
  period: number,
): CustomerFacts['returning'] => ({
  all: groupOf(tallies, period, CLASS.longAgo, CLASS.oneYear),
  365: groupOf(tallies, period, CLASS.oneYear, CLASS.oneYear),
  730: groupOf(tallies, period, CLASS.twoYears, CLASS.oneYear),
});

/** The facts of one period from the tallies; gaps come from `median-gaps.ts`. */
export function customersOf(tallies: CustomerTallies, period: number): Omit<CustomerFacts, 'medianGap' | 'gapCount'> {
  const all = groupOf(tallies, period, CLASS.new, CLASS.oneYear);
  return {
    buyers: all.buyers,
    memberOrders: all.orders,
    new: groupOf(tallies, period, CLASS.new, CLASS.new),
    returning: returningOf(tallies, period),
    reactivated: groupOf(tallies, period, CLASS.longAgo, CLASS.twoYears),
    repeatBuyers: all.buyers - tallies.byOrders[period * 5]!,
  };
}

/** What a year adds: buyers by number of orders, and how many of the year before came back. */
export function loyaltyOf(
  tallies: CustomerTallies,
  period: number,
): Pick<YearFacts, 'buyersByOrders' | 'previousBuyers' | 'retained'> {
  const of = (orders: number): number => tallies.byOrders[period * 5 + orders - 1]!;
  return {
    buyersByOrders: [of(1), of(2), of(3), of(4), of(5)],
    previousBuyers: period === 0 ? 0 : groupOf(tallies, period - 1, CLASS.new, CLASS.oneYear).buyers,
    retained: tallies.retained[period]!,
  };
}
