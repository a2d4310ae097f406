import type { OrderColumns } from '../orders/columns.ts';
import { groupStarts, sortedRows } from './counting-sort.ts';

/** Orders made from lines (`kpis.md` §1), by customer and then by day: what every pass over customers reads. */
export interface Ledger {
  readonly orderCount: number;
  readonly customerCount: number;
  /** Orders of customer c are places `starts[c] … starts[c + 1] − 1`; customer 0 is all guests. */
  readonly starts: Uint32Array;
  readonly customer: Uint32Array;
  /** Earliest day of the order's lines. */
  readonly day: Int32Array;
  readonly paid: Float64Array;
  readonly refund: Float64Array;
  readonly quantity: Float64Array;
  /** Net of lines flagged as a member's, and of lines whose flag is known. Empty when the data have no flag. */
  readonly memberNet: Float64Array;
  readonly flaggedNet: Float64Array;
  /** Order index → place. */
  readonly placeOf: Uint32Array;
}

interface Orders {
  readonly day: Int32Array;
  readonly customer: Uint32Array;
}

/** Day and customer of each order: the earliest line's day; the first line's customer that is no guest. */
function ordersFromLines({ rowCount, orderCount, order, day, customer }: OrderColumns): Orders {
  const orders = { day: new Int32Array(orderCount).fill(0x7fffffff), customer: new Uint32Array(orderCount) };
  for (let row = 0; row < rowCount; row++) {
    const of = order[row]!;
    if (day[row]! < orders.day[of]!) orders.day[of] = day[row]!;
    if (orders.customer[of] === 0) orders.customer[of] = customer[row]!;
  }
  return orders;
}

/** Places of the orders by customer, then day. */
function placesOf({ day, customer }: Orders, columns: OrderColumns): { places: Uint32Array; starts: Uint32Array } {
  const { firstDay, lastDay, customerCount } = columns;
  const offset = new Int32Array(day.length);
  for (let of = 0; of < day.length; of++) offset[of] = Math.min(day[of]! - firstDay, lastDay - firstDay);
  const byDay = sortedRows(offset, lastDay - firstDay + 1);
  const sorted = sortedRows(customer, customerCount + 1, byDay);
  const places = new Uint32Array(day.length);
  for (let place = 0; place < sorted.length; place++) places[sorted[place]!] = place;
  return { places, starts: groupStarts(customer, customerCount + 1) };
}

function sumLines(value: Float64Array, { rowCount, order }: OrderColumns, placeOf: Uint32Array): Float64Array {
  const sums = new Float64Array(placeOf.length);
  for (let row = 0; row < rowCount; row++) sums[placeOf[order[row]!]!]! += value[row]!;
  return sums;
}

function sumFlagged(columns: OrderColumns, placeOf: Uint32Array, atLeast: 1 | 2): Float64Array {
  const { rowCount, member, order, paid, refund } = columns;
  if (member.length === 0) return new Float64Array(0);
  const sums = new Float64Array(placeOf.length);
  for (let row = 0; row < rowCount; row++)
    if (member[row]! >= atLeast) sums[placeOf[order[row]!]!]! += paid[row]! - refund[row]!;
  return sums;
}

function placed<C extends Int32Array | Uint32Array>(value: C, placeOf: Uint32Array, into: C): C {
  for (let of = 0; of < placeOf.length; of++) into[placeOf[of]!] = value[of]!;
  return into;
}

/** Orders from lines in a few linear passes. Every order must have at least one line, every day lie in the columns' span. */
export function ledgerOf(columns: OrderColumns): Ledger {
  const orders = ordersFromLines(columns);
  const { places, starts } = placesOf(orders, columns);
  return {
    orderCount: columns.orderCount,
    customerCount: columns.customerCount,
    starts,
    customer: placed(orders.customer, places, new Uint32Array(columns.orderCount)),
    day: placed(orders.day, places, new Int32Array(columns.orderCount)),
    paid: sumLines(columns.paid, columns, places),
    refund: sumLines(columns.refund, columns, places),
    quantity: sumLines(columns.quantity, columns, places),
    memberNet: sumFlagged(columns, places, 2),
    flaggedNet: sumFlagged(columns, places, 1),
    placeOf: places,
  };
}

/** The day of each row's order: what dates the row in every figure. */
export function orderDays({ rowCount, order }: OrderColumns, { day, placeOf }: Ledger): Int32Array {
  const days = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) days[row] = day[placeOf[order[row]!]!]!;
  return days;
}

/** Columns without a row have no days of their own; here they have one, on which nothing was sold. */
export const withDays = (columns: OrderColumns): OrderColumns =>
  columns.rowCount > 0 ? columns : { ...columns, firstDay: 0, lastDay: 0 };
