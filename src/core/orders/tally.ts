import { firstDayOf, lastDayOf, monthOfDay } from '../period.ts';
import { ROW_PROBLEMS } from './fields.ts';
import type { QualityReport, RefusedRow, RowProblem } from './import.ts';
import type { Lines } from './lines.ts';
import type { OrderIndex } from './order-index.ts';

/** Refused rows kept with their text; the rest are only counted. */
const KEPT_REFUSALS = 1_000;
const SHOWN_TEXT = 80;

/** What is counted while rows come in. */
export interface StoredTally {
  readonly rowsRead: number;
  readonly duplicates: number;
  readonly refused: readonly RefusedRow[];
  readonly refusedByReason: Readonly<Partial<Record<RowProblem, number>>>;
}

export class Tally {
  rowsRead = 0;
  duplicates = 0;
  readonly #refused: RefusedRow[] = [];
  readonly #counts = new Map<RowProblem, number>();

  constructor(stored?: StoredTally) {
    if (!stored) return;
    this.rowsRead = stored.rowsRead;
    this.duplicates = stored.duplicates;
    this.#refused.push(...stored.refused);
    for (const problem of ROW_PROBLEMS) {
      const count = stored.refusedByReason[problem];
      if (count) this.#counts.set(problem, count);
    }
  }

  get refusedCount(): number {
    let sum = 0;
    for (const count of this.#counts.values()) sum += count;
    return sum;
  }

  /** `text` is only asked for while refused rows are still kept. */
  refuse(file: string, row: number, reason: RowProblem, text: () => string): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1);
    if (this.#refused.length < KEPT_REFUSALS)
      this.#refused.push({ file, row, reason, text: text().slice(0, SHOWN_TEXT) });
  }

  toStored(): StoredTally {
    return {
      rowsRead: this.rowsRead,
      duplicates: this.duplicates,
      refused: [...this.#refused],
      refusedByReason: Object.fromEntries(this.#counts),
    };
  }

  report(lines: Lines, orders: OrderIndex, customerCount: number): QualityReport {
    const span = daySpan(lines);
    return {
      rowsRead: this.rowsRead,
      rowsKept: lines.count,
      refusedCount: this.refusedCount,
      refused: [...this.#refused],
      refusedByReason: Object.fromEntries(this.#counts),
      duplicates: this.duplicates,
      orders: orders.ids.count,
      customers: customerCount,
      guestOrders: countOf(orders.customers, orders.ids.count, 0),
      refundRows: countRefunds(lines),
      customerConflicts: countOf(orders.conflicts, orders.ids.count, 1),
      damagedIds: this.#counts.get('damaged-id') ?? 0,
      firstDay: span?.[0] ?? null,
      lastDay: span?.[1] ?? null,
      incompleteMonths: span ? incompleteMonths(...span) : [],
      implausibleRepeat: isImplausible(orders, customerCount),
    };
  }
}

/** The first and last day that any line has, or `null` without lines. */
export function daySpan(lines: Lines): readonly [number, number] | null {
  if (lines.count === 0) return null;
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < lines.count; row++) {
    const day = lines.day[row] ?? 0;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return [first, last];
}

/** The months of the first and last day, where the data does not reach their own first and last day. */
function incompleteMonths(first: number, last: number): number[] {
  const months = new Set<number>();
  const from = monthOfDay(first);
  const to = monthOfDay(last);
  if (first !== firstDayOf(from)) months.add(from);
  if (last !== lastDayOf(to)) months.add(to);
  return [...months];
}

function countOf(values: Uint32Array | Uint8Array, count: number, wanted: number): number {
  let found = 0;
  for (let at = 0; at < count; at++) if (values[at] === wanted) found++;
  return found;
}

function countRefunds(lines: Lines): number {
  let found = 0;
  for (let row = 0; row < lines.count; row++) if ((lines.refund[row] ?? 0) > 0 || (lines.paid[row] ?? 0) < 0) found++;
  return found;
}

/** Fewer orders than this say nothing about how plausible the customer column is. */
const ENOUGH_ORDERS = 100;

function isImplausible(orders: OrderIndex, customerCount: number): boolean {
  const perCustomer = new Uint32Array(customerCount + 1);
  const total = orders.ids.count;
  if (total < ENOUGH_ORDERS) return false;
  for (let order = 0; order < total; order++) {
    const customer = orders.customers[order] ?? 0;
    perCustomer[customer] = (perCustomer[customer] ?? 0) + 1;
  }
  let repeating = 0;
  let most = 0;
  for (let customer = 1; customer <= customerCount; customer++) {
    const count = perCustomer[customer] ?? 0;
    if (count >= 2) repeating++;
    if (count > most) most = count;
  }
  return most > total * 0.2 || (customerCount > 0 && repeating > customerCount * 0.8);
}
