import type { Cell } from '../../book/book.ts';
import type { YearCells } from '../../comparison/year-cells.ts';
import type { YearAmount } from '../../cost-facts.ts';
import { sumKnown } from './sum-known.ts';

const NO_MONTHS: readonly null[] = Array.from({ length: 12 }, () => null);
const POSITIONS = [...NO_MONTHS.keys()];

/**
 * A year's budget or actual (CT1): the sum of its months, else the year's own amount, else quantity × price. Unlike a metric's
 * year, months come first: a line is planned in one sum and spent month by month, and then the sum is a thing of the past.
 */
export function yearAmount(cells: YearCells | undefined, quantity: number | null, price: number | null): YearAmount {
  const months = cells ? POSITIONS.map((at) => known(cells.months[at])) : NO_MONTHS;
  const sum = sumKnown(months);
  if (sum !== null) return { value: sum, months, from: 'months' };
  const own = known(cells?.year);
  if (own !== null) return { value: own, months, from: 'year' };
  const product = timesPrice(quantity, price);
  return { value: product, months, from: product === null ? null : 'quantity' };
}

/** Quantity × price in whole minor units; `null` unless both are known. */
const timesPrice = (quantity: number | null, price: number | null): number | null =>
  quantity === null || price === null ? null : Math.round(quantity * price);

/**
 * By how much an amount misses quantity × price; `null` when they agree or one is unknown. A price is typed in whole minor
 * units, so half a unit apiece is no contradiction.
 */
export function disagreement(amount: YearAmount, quantity: number | null, price: number | null): number | null {
  const product = timesPrice(quantity, price);
  if (product === null || quantity === null || amount.value === null || amount.from === 'quantity') return null;
  const apart = amount.value - product;
  return Math.abs(apart) > Math.abs(quantity) / 2 + 1 ? apart : null;
}

const known = (cell: Cell | undefined): number | null =>
  cell && cell.value !== null && Number.isFinite(cell.value) ? cell.value : null;
