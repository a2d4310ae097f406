import { groupStarts, sortedRows } from './counting-sort.ts';
import type { Grid } from './grid.ts';
import type { PurchaseDays } from './purchase-days.ts';

/**
 * Exact median of days between a customer's successive purchase days, by the period of the later one. Survivors only: who
 * never came back has no gap. `null` without any gap; between the two middle ones when their number is even.
 */
export function medianGaps(
  days: PurchaseDays,
  grid: Grid,
): readonly { readonly medianGap: number | null; readonly gapCount: number }[] {
  const { gap, period } = gapsOf(days, grid);
  const byGap = sortedRows(gap, grid.ofDay.length);
  const sorted = sortedRows(period, grid.count, byGap);
  const starts = groupStarts(period, grid.count);
  return Array.from({ length: grid.count }, (_, index) => {
    const gapCount = starts[index + 1]! - starts[index]!;
    if (gapCount === 0) return { medianGap: null, gapCount };
    const at = (nth: number): number => gap[sorted[starts[index]! + nth]!]!;
    return { medianGap: (at((gapCount - 1) >> 1) + at(gapCount >> 1)) / 2, gapCount };
  });
}

function gapsOf({ customerCount, starts, day }: PurchaseDays, { ofDay, base }: Grid) {
  const gap = new Int32Array(day.length);
  const period = new Int32Array(day.length);
  let count = 0;
  for (let customer = 1; customer <= customerCount; customer++) {
    for (let index = starts[customer]! + 1; index < starts[customer + 1]!; index++) {
      const later = ofDay[day[index]! - base]!;
      if (later < 0) continue;
      gap[count] = day[index]! - day[index - 1]!;
      period[count++] = later;
    }
  }
  return { gap: gap.subarray(0, count), period: period.subarray(0, count) };
}
