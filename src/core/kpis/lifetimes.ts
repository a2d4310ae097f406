import type { MonthFacts } from './facts.ts';
import type { Grid } from './grid.ts';
import type { PurchaseDays } from './purchase-days.ts';

/** Adds 1 to every month of a range by marking its ends; `counts` sums the marks. Ranges are clipped to the months. */
class MonthRanges {
  readonly #marks: Int32Array;
  constructor(months: number) {
    this.#marks = new Int32Array(months + 1);
  }
  add(from: number, to: number): void {
    const last = Math.min(to, this.#marks.length - 2);
    if (from > last) return;
    this.#marks[from]!++;
    this.#marks[last + 1]!--;
  }
  counts(): Int32Array {
    const counts = this.#marks.slice(0, -1);
    for (let month = 1; month < counts.length; month++) counts[month]! += counts[month - 1]!;
    return counts;
  }
}

/**
 * Ever bought and dormant at each month's end, seen from the day after it, as RFM is from the day after the last: dormant
 * is who bought more than `dormantDays` before that day. `grid` is the months'.
 */
export function dormancy(
  { customerCount, starts, day }: PurchaseDays,
  grid: Grid,
  dormantDays: number,
): readonly Pick<MonthFacts, 'everBought' | 'dormant'>[] {
  const ever = new MonthRanges(grid.count);
  const dormant = new MonthRanges(grid.count);
  const lastMonth = grid.count - 1;
  const monthAt = (of: number): number => {
    const offset = of - grid.base;
    if (offset < grid.ofDay.length) return grid.ofDay[offset]!;
    return of <= grid.ends[lastMonth]! ? lastMonth : grid.count;
  };
  for (let customer = 1; customer <= customerCount; customer++) {
    const end = starts[customer + 1]!;
    for (let index = starts[customer]!; index < end; index++) {
      if (index === starts[customer]) ever.add(monthAt(day[index]!), lastMonth);
      const until = index + 1 < end ? monthAt(day[index + 1]!) - 1 : lastMonth;
      const asleep = day[index]! + dormantDays;
      if (asleep <= grid.ends[lastMonth]!) dormant.add(monthAt(asleep), until);
    }
  }
  const everCounts = ever.counts();
  const dormantCounts = dormant.counts();
  return Array.from(everCounts, (everBought, month) => ({ everBought, dormant: dormantCounts[month]! }));
}

/**
 * Rolling 12-month retention. Customers active in both windows are those active in the one, plus those in the other, less
 * those active in the 24 months together, so only distinct buyers of trailing windows need counting.
 * `null` until 24 months of data are there.
 */
export function rollingRetention(days: PurchaseDays, grid: Grid): readonly MonthFacts['rolling'][] {
  const year = trailingBuyers(days, grid, 12);
  const twoYears = trailingBuyers(days, grid, 24);
  return Array.from({ length: grid.count }, (_, month) => {
    if (month < 23) return null;
    const base = year[month - 12]!;
    return { base, retained: year[month]! + base - twoYears[month]! };
  });
}

/** Distinct buyers in the `width` months that end with each month. */
function trailingBuyers({ customerCount, starts, day }: PurchaseDays, grid: Grid, width: number): Int32Array {
  const ranges = new MonthRanges(grid.count);
  for (let customer = 1; customer <= customerCount; customer++) {
    const end = starts[customer + 1]!;
    for (let index = starts[customer]!; index < end; index++) {
      const month = grid.ofDay[day[index]! - grid.base]!;
      const next = index + 1 < end ? grid.ofDay[day[index + 1]! - grid.base]! : Infinity;
      ranges.add(month, Math.min(month + width, next) - 1);
    }
  }
  return ranges.counts();
}
