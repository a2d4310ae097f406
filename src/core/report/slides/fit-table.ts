import type { Table } from '../page.ts';
import type { FittedTable } from './slide.ts';
import { clip, flat, LINE_EM, lineCount, textWidth } from './text-measure.ts';

/** Space beside a cell's text on each side, and above and below it, in points. */
export const CELL_PADDING = { x: 7, y: 3.5 } as const;

const SIZES = [13, 12, 11, 10, 9] as const;
/** Size of a table that takes more than one slide. */
const LONG_SIZE = 11;
/** Size of a table that shares its slide with a chart. */
const SHARED_SIZE = 10;
const SMALLEST = 8;
const LONGEST_CELL = 6;
const NARROWEST_WORDS = 56;
/** Rows may grow to this share of their own height when there is room. */
const AIRIEST = 1.5;

/** The table at the largest size at which it fits the place, and the rows that must continue elsewhere. */
export function fitTable(
  table: Table,
  width: number,
  height: number,
): { readonly fitted: FittedTable | null; readonly rest: Table | null } {
  for (const size of SIZES) {
    const widths = columnWidths(table, width, size);
    if (widths === null) continue;
    const fitted = measure(table, widths, size);
    if (tableHeight(fitted) <= height) return { fitted: airy(fitted, height), rest: null };
  }
  return cut(plainFit(table, width, LONG_SIZE), table, height);
}

/** Height that the table takes beside something else on its slide: set small, its rows not spread. */
export const sharedHeight = (table: Table, width: number): number => tableHeight(plainFit(table, width, SHARED_SIZE));

function plainFit(table: Table, width: number, largest: number): FittedTable {
  const size = SIZES.find((one) => one <= largest && columnWidths(table, width, one) !== null) ?? SMALLEST;
  return measure(table, columnWidths(table, width, size) ?? shares(table, width), size);
}

export const tableHeight = (table: FittedTable): number =>
  table.headHeight + table.heights.reduce((sum, height) => sum + height, 0);

/** As many whole rows as the place holds; a head alone is not worth a place. */
function cut(whole: FittedTable, table: Table, height: number): ReturnType<typeof fitTable> {
  let used = whole.headHeight;
  let rows = 0;
  for (const row of whole.heights) {
    if (used + row > height) break;
    used += row;
    rows += 1;
  }
  if (rows === 0) return { fitted: null, rest: table };
  return {
    fitted: { ...whole, rows: whole.rows.slice(0, rows), heights: whole.heights.slice(0, rows) },
    rest: { ...table, rows: table.rows.slice(rows) },
  };
}

const shares = (table: Table, width: number): number[] => {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  return table.columns.map((column) => (width * column.width) / total);
};

/** Numbers never wrap: their columns take what they need from the columns of words; `null` when that is too much. */
function columnWidths(table: Table, width: number, size: number): readonly number[] | null {
  const wanted = shares(table, width);
  const isNumber = table.columns.map((column) => column.align === 'end');
  const numbers = table.columns.map((column, at) => {
    if (!isNumber[at]) return 0;
    const texts = [...flat(column.title).split(' '), ...table.rows.map((row) => flat(row.cells[at]?.text ?? ''))];
    const need = Math.max(...texts.map((text) => textWidth(text, size))) + 2 * CELL_PADDING.x;
    return Math.max(need, wanted[at] ?? 0);
  });
  const words = wanted.reduce((sum, one, at) => sum + (isNumber[at] ? 0 : one), 0);
  const left = width - numbers.reduce((sum, one) => sum + one, 0);
  const least = isNumber.filter((one) => !one).length * NARROWEST_WORDS;
  if (left < least - 0.01) {
    const tight = table.columns.map((_, at) => (isNumber[at] ? (numbers[at] ?? 0) : NARROWEST_WORDS));
    return tight.reduce((sum, one) => sum + one, 0) <= width ? tight : null;
  }
  return wanted.map((one, at) => (isNumber[at] ? (numbers[at] ?? 0) : words === 0 ? 0 : (one / words) * left));
}

function measure(table: Table, widths: readonly number[], size: number): FittedTable {
  const room = (at: number): number => (widths[at] ?? 0) - 2 * CELL_PADDING.x;
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, at) => ({ ...cell, text: clip(flat(cell.text), room(at), size, LONGEST_CELL) })),
  }));
  const columns = table.columns.map((column, at) => ({
    ...column,
    title: clip(flat(column.title), room(at), size, 3),
  }));
  const tall = (texts: readonly string[]): number =>
    Math.max(1, ...texts.map((text, at) => lineCount(text, room(at), size))) * size * LINE_EM + 2 * CELL_PADDING.y;
  return {
    ...table,
    columns,
    rows,
    size,
    widths,
    headHeight: tall(columns.map((column) => column.title)),
    heights: rows.map((row) => tall(row.cells.map((cell) => cell.text))),
  };
}

/** A short table breathes: its rows share what room is left, within reason. */
function airy(table: FittedTable, height: number): FittedTable {
  const used = tableHeight(table);
  const grown = Math.min(AIRIEST, Math.max(1, (height - table.headHeight) / Math.max(1, used - table.headHeight)));
  return { ...table, heights: table.heights.map((row) => row * grown) };
}
