import type { OrderColumns } from '../orders/columns.ts';
import { sortedRows } from './counting-sort.ts';
import type { Grid } from './grid.ts';
import type { Ledger } from './ledger.ts';

/** Lines in the ledger's order (by customer, day and order), with what their order says: read once by every dimension. */
export interface Lines {
  readonly count: number;
  /** Row of the columns. */
  readonly row: Uint32Array;
  readonly net: Float64Array;
  /** Month and fiscal year of the order, as indexes of their grids. */
  readonly month: Int32Array;
  readonly year: Int32Array;
  /** Class of the customer in the fiscal year (`customers.ts`); 0 when not returning. */
  readonly yearClass: Uint8Array;
  /** Who stands behind a valid order: the customer's code, or beyond all customers a guest's order; 0 when not valid. */
  readonly person: Uint32Array;
}

export function linesInOrder(
  columns: OrderColumns,
  ledger: Ledger,
  months: Grid,
  years: Grid,
  yearClassOf: Uint8Array,
): Lines {
  const { rowCount } = columns;
  const place = new Uint32Array(rowCount);
  for (let row = 0; row < rowCount; row++) place[row] = ledger.placeOf[columns.order[row]!]!;
  const rows = sortedRows(place, columns.orderCount);
  const lines = {
    count: rowCount,
    row: rows,
    net: new Float64Array(rowCount),
    month: new Int32Array(rowCount),
    year: new Int32Array(rowCount),
    yearClass: new Uint8Array(rowCount),
    person: new Uint32Array(rowCount),
  };
  for (let line = 0; line < rowCount; line++) {
    const row = rows[line]!;
    const at = place[row]!;
    const offset = ledger.day[at]! - months.base;
    lines.net[line] = columns.paid[row]! - columns.refund[row]!;
    lines.month[line] = months.ofDay[offset]!;
    lines.year[line] = years.ofDay[offset]!;
    lines.yearClass[line] = yearClassOf[at]!;
    if (ledger.paid[at]! > 0) lines.person[line] = ledger.customer[at]! || ledger.customerCount + 1 + at;
  }
  return lines;
}
