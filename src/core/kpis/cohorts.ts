import type { CohortMatrix } from './facts.ts';
import type { Grid } from './grid.ts';
import type { Ledger } from './ledger.ts';

/**
 * Month of first valid order against months since: customers with a valid order, and net of all their rows (refunds of a
 * month without an order too). What a customer's rows did before the first valid order belongs to no cohort.
 */
export function cohortMatrix(ledger: Ledger, grid: Grid): CohortMatrix {
  const { starts, day, paid, refund } = ledger;
  const months = grid.count;
  const active = new Int32Array(months * months);
  const net = new Float64Array(months * months);
  for (let customer = 1; customer <= ledger.customerCount; customer++) {
    let row = -1;
    let last = -1;
    for (let place = starts[customer]!; place < starts[customer + 1]!; place++) {
      const month = grid.ofDay[day[place]! - grid.base]!;
      const valid = paid[place]! > 0;
      if (valid && row < 0) {
        row = month;
        // A refund earlier in the month of the first order is already behind us; it belongs to that month's net.
        for (let back = place - 1; back >= starts[customer]!; back--) {
          if (grid.ofDay[day[back]! - grid.base] !== month) break;
          net[row * months]! += paid[back]! - refund[back]!;
        }
      }
      if (row < 0) continue;
      const cell = row * months + month - row;
      net[cell]! += paid[place]! - refund[place]!;
      if (valid && month !== last) {
        active[cell]!++;
        last = month;
      }
    }
  }
  const rows = <T extends Int32Array | Float64Array>(cells: T): number[][] =>
    Array.from({ length: months }, (_, row) => Array.from(cells.subarray(row * months, row * months + months - row)));
  return { active: rows(active), net: rows(net) };
}
