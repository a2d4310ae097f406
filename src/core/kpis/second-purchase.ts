import type { Day } from '../period.ts';
import type { CohortConversion } from './facts.ts';
import { SECOND_PURCHASE_WINDOWS } from './facts.ts';
import type { Grid } from './grid.ts';
import type { PurchaseDays } from './purchase-days.ts';

const WINDOWS = SECOND_PURCHASE_WINDOWS.length;

/**
 * First-time buyers of each month and how many bought again on a later day within each window. A customer is mature for a
 * window when the data's last day is at least that many days after the first purchase.
 */
export function secondPurchases(days: PurchaseDays, grid: Grid, lastDay: Day): readonly CohortConversion[] {
  const customers = new Int32Array(grid.count);
  const mature = new Int32Array(grid.count * WINDOWS);
  const matureConverted = new Int32Array(grid.count * WINDOWS);
  const converted = new Int32Array(grid.count * WINDOWS);
  const { starts, day } = days;
  for (let customer = 1; customer <= days.customerCount; customer++) {
    const from = starts[customer]!;
    const count = starts[customer + 1]! - from;
    if (count === 0) continue;
    const first = day[from]!;
    const second = count > 1 ? day[from + 1]! - first : Infinity;
    const month = grid.ofDay[first - grid.base]!;
    customers[month]!++;
    for (let window = 0; window < WINDOWS; window++) {
      const within = SECOND_PURCHASE_WINDOWS[window]!;
      const old = lastDay - first >= within ? 1 : 0;
      const again = second <= within ? 1 : 0;
      mature[month * WINDOWS + window]! += old;
      matureConverted[month * WINDOWS + window]! += old & again;
      converted[month * WINDOWS + window]! += again;
    }
  }
  return Array.from(customers, (count, month) => {
    const of = (window: number) => ({
      mature: mature[month * WINDOWS + window]!,
      matureConverted: matureConverted[month * WINDOWS + window]!,
      converted: converted[month * WINDOWS + window]!,
    });
    return { customers: count, windows: { 30: of(0), 60: of(1), 90: of(2), 180: of(3), 365: of(4) } };
  });
}
