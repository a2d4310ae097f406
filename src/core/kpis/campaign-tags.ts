import type { OrderColumns } from '../orders/columns.ts';
import type { Day } from '../period.ts';
import { SMALLEST_GROUP } from './period-kpi.ts';

/** A value of the file's campaign column while it ran: the same name comes back every year. */
export interface CampaignTag {
  readonly tag: string;
  readonly start: Day;
  readonly end: Day;
  /** Orders with such a line. */
  readonly orders: number;
}

/** After so many days without a line of that name, the next one begins another run. */
const QUIET_DAYS = 30;

/** Runs of every campaign named in the file, by first day; runs of fewer than five orders are strays and left out. */
export function campaignTags({ rowCount, campaign, campaigns, day, order }: OrderColumns): readonly CampaignTag[] {
  const rows = Array.from({ length: rowCount }, (_, row) => row)
    .filter((row) => campaign[row] !== 0)
    .sort((a, b) => campaign[a]! - campaign[b]! || day[a]! - day[b]!);
  const runs: { code: number; start: Day; end: Day; orders: Set<number> }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run && run.code === campaign[row] && day[row]! - run.end <= QUIET_DAYS) {
      run.end = day[row]!;
      run.orders.add(order[row]!);
    } else runs.push({ code: campaign[row]!, start: day[row]!, end: day[row]!, orders: new Set([order[row]!]) });
  }
  return runs
    .filter(({ orders }) => orders.size >= SMALLEST_GROUP)
    .map(({ code, start, end, orders }) => ({ tag: campaigns[code]!, start, end, orders: orders.size }))
    .sort((a, b) => a.start - b.start);
}
