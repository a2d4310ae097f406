import type { Day } from '../period.ts';
import type { RfmCuts, RfmFacts } from './facts.ts';
import type { Ledger } from './ledger.ts';

/**
 * Everyone who had bought by `lastDay`, scored at the day after it: recency of the last valid order, valid orders and net
 * (refunds taken off) in the 365 days before. Money scores are quintiles of those who bought in them; who did not scores 1.
 * Later orders are not looked at, so that an earlier day is seen as it was then.
 */
export function rfmCells(ledger: Ledger, lastDay: Day, cuts: RfmCuts): RfmFacts {
  const { recency, orders, net } = lastYearOf(ledger, lastDay);
  const spent: number[] = [];
  for (let customer = 1; customer <= ledger.customerCount; customer++)
    if (orders[customer]! > 0) spent.push(net[customer]!);
  const moneyCuts = quintileCuts(Float64Array.from(spent));
  const customers = new Int32Array(6 * 6 * 6);
  const sales = new Float64Array(6 * 6 * 6);
  for (let customer = 1; customer <= ledger.customerCount; customer++) {
    if (recency[customer]! < 0) continue;
    const r = 5 - countWhere(cuts.recencyDays, (most) => recency[customer]! > most);
    const f = 5 - countWhere(cuts.orders, (fewest) => orders[customer]! < fewest);
    const m = orders[customer]! > 0 ? 1 + countWhere(moneyCuts, (cut) => net[customer]! > cut) : 1;
    const cell = (r * 6 + f) * 6 + m;
    customers[cell]!++;
    sales[cell]! += net[customer]!;
  }
  const cells = Array.from(customers, (count, cell) => ({
    r: Math.floor(cell / 36),
    f: Math.floor(cell / 6) % 6,
    m: cell % 6,
    customers: count,
    sales: sales[cell]!,
  }));
  return { moneyCuts, cells: cells.filter((cell) => cell.customers > 0) };
}

/** By customer: days since the last valid order (−1: none), valid orders and net in the 365 days up to `lastDay`. */
function lastYearOf(ledger: Ledger, lastDay: Day) {
  const recency = new Int32Array(ledger.customerCount + 1).fill(-1);
  const orders = new Int32Array(ledger.customerCount + 1);
  const net = new Float64Array(ledger.customerCount + 1);
  for (let customer = 1; customer <= ledger.customerCount; customer++) {
    for (let place = ledger.starts[customer]!; place < ledger.starts[customer + 1]!; place++) {
      const age = lastDay + 1 - ledger.day[place]!;
      if (age < 1) break;
      const valid = ledger.paid[place]! > 0;
      if (valid) recency[customer] = age;
      if (age > 365) continue;
      if (valid) orders[customer]!++;
      net[customer]! += ledger.paid[place]! - ledger.refund[place]!;
    }
  }
  return { recency, orders, net };
}

/** The smallest values that at least 20, 40, 60 and 80% of all do not exceed (discrete percentiles). */
function quintileCuts(values: Float64Array): number[] {
  if (values.length === 0) return [];
  values.sort();
  return [1, 2, 3, 4].map((fifth) => values[Math.ceil((fifth * values.length) / 5) - 1]!);
}

function countWhere(bounds: readonly number[], holds: (bound: number) => boolean): number {
  let count = 0;
  for (const bound of bounds) if (holds(bound)) count++;
  return count;
}
