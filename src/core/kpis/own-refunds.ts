import type { OrderColumns } from '../orders/columns.ts';

/**
 * Dates refunds by their own day: each refund with a known day becomes a row and an order of its own that pays nothing,
 * exactly like a negative row with its own id. Refunds outside the data's days are left out: no month of the data is
 * theirs. Without a refund column nothing changes.
 */
export function withOwnRefunds(columns: OrderColumns): OrderColumns {
  const { rowCount, refund, refundDay, firstDay, lastDay } = columns;
  if (refundDay.length === 0) return columns;
  const dated: number[] = [];
  const kept = refund.slice(0, rowCount);
  for (let row = 0; row < rowCount; row++) {
    if (refund[row] === 0 || refundDay[row]! < 0) continue;
    kept[row] = 0;
    if (refundDay[row]! >= firstDay && refundDay[row]! <= lastDay) dated.push(row);
  }
  return {
    ...columns,
    rowCount: rowCount + dated.length,
    orderCount: columns.orderCount + dated.length,
    order: appended(
      columns.order,
      rowCount,
      dated.map((_, index) => columns.orderCount + index),
    ),
    customer: appended(
      columns.customer,
      rowCount,
      dated.map((row) => columns.customer[row]!),
    ),
    day: appended(
      columns.day,
      rowCount,
      dated.map((row) => refundDay[row]!),
    ),
    paid: appended(
      columns.paid,
      rowCount,
      dated.map(() => 0),
    ),
    refund: appended(
      kept,
      rowCount,
      dated.map((row) => refund[row]!),
    ),
    refundDay: new Int32Array(0),
    quantity: appended(
      columns.quantity,
      rowCount,
      dated.map(() => 0),
    ),
    product: appended(
      columns.product,
      rowCount,
      dated.map((row) => columns.product[row]!),
    ),
    category: appended(
      columns.category,
      rowCount,
      dated.map((row) => columns.category[row]!),
    ),
    channel: appended(
      columns.channel,
      rowCount,
      dated.map((row) => columns.channel[row]!),
    ),
    campaign: appended(
      columns.campaign,
      rowCount,
      dated.map((row) => columns.campaign[row]!),
    ),
    member:
      columns.member.length === 0
        ? columns.member
        : appended(
            columns.member,
            rowCount,
            dated.map((row) => columns.member[row]!),
          ),
  };
}

type Column = Uint32Array | Int32Array | Float64Array | Uint8Array;

function appended<C extends Column>(column: C, rowCount: number, tail: readonly number[]): C;
function appended(column: Column, rowCount: number, tail: readonly number[]): Column {
  const longer =
    column instanceof Uint32Array
      ? new Uint32Array(rowCount + tail.length)
      : column instanceof Int32Array
        ? new Int32Array(rowCount + tail.length)
        : column instanceof Float64Array
          ? new Float64Array(rowCount + tail.length)
          : new Uint8Array(rowCount + tail.length);
  longer.set(column.subarray(0, rowCount));
  longer.set(tail, rowCount);
  return longer;
}
