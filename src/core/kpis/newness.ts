import type { OrderColumns } from '../orders/columns.ts';
import type { Grid } from './grid.ts';

/** Codes of the newness dimension; a line without a product is 0. */
export const NEWNESS_NAMES: readonly string[] = ['', 'new', 'existing'];

/** The fiscal year (index in the years' grid) in which each product first sold for money; a large number if it never did. */
export function firstSoldYears(columns: OrderColumns, orderDay: Int32Array, years: Grid): Int32Array {
  const first = new Int32Array(columns.products.length).fill(0x7fffffff);
  for (let row = 0; row < columns.rowCount; row++) {
    if (!(columns.paid[row]! > 0)) continue;
    const product = columns.product[row]!;
    const year = years.ofDay[orderDay[row]! - years.base]!;
    if (year < first[product]!) first[product] = year;
  }
  return first;
}

/** Newness of each line: new while its product is in the fiscal year in which it first sold. */
export function newnessCodes(columns: OrderColumns, orderDay: Int32Array, years: Grid): Uint32Array {
  const first = firstSoldYears(columns, orderDay, years);
  const codes = new Uint32Array(columns.rowCount);
  for (let row = 0; row < columns.rowCount; row++) {
    const product = columns.product[row]!;
    const year = years.ofDay[orderDay[row]! - years.base]!;
    codes[row] = product === 0 ? 0 : first[product] === year ? 1 : 2;
  }
  return codes;
}

/** Distinct products on any row of each period. */
export function productsByPeriod(columns: OrderColumns, orderDay: Int32Array, grid: Grid): Int32Array {
  const seen = new Uint8Array(columns.products.length * grid.count);
  const counts = new Int32Array(grid.count);
  for (let row = 0; row < columns.rowCount; row++) {
    const product = columns.product[row]!;
    const period = grid.ofDay[orderDay[row]! - grid.base]!;
    if (product === 0 || period < 0 || seen[product * grid.count + period]) continue;
    seen[product * grid.count + period] = 1;
    counts[period]!++;
  }
  return counts;
}
