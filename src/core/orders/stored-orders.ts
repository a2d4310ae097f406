import type { ColumnArray } from './growing.ts';
import { KeyTable, type StoredKeys } from './key-table.ts';
import { Lines } from './lines.ts';
import { OrderIndex, type StoredOrderIndex } from './order-index.ts';
import { OrderSet } from './order-set.ts';
import { Tally, type StoredTally } from './tally.ts';

/** Rows in a chunk of a column. */
export const CHUNK_ROWS = 1 << 18;

/** The columns that are kept by row. */
export const LINE_COLUMNS = [
  'order',
  'day',
  'paid',
  'refund',
  'refundDay',
  'quantity',
  'product',
  'category',
  'channel',
  'campaign',
  'member',
  'file',
] as const;
export type LineColumn = (typeof LINE_COLUMNS)[number];

/** Up to `CHUNK_ROWS` values of one column, in the narrowest type that holds them; empty where all are 0. */
export interface StoredChunk {
  readonly column: LineColumn;
  readonly place: number;
  readonly values: ColumnArray;
}

/** A dataset as it is kept on the device: plain data that structured cloning takes, mostly typed arrays. */
export interface StoredOrders {
  readonly format: 1;
  readonly rowCount: number;
  readonly fileCount: number;
  readonly hasRefundDays: boolean;
  readonly hasMembers: boolean;
  readonly chunks: readonly StoredChunk[];
  readonly orders: StoredOrderIndex;
  readonly customers: StoredKeys;
  readonly products: StoredKeys;
  readonly categories: StoredKeys;
  readonly channels: StoredKeys;
  readonly campaigns: StoredKeys;
  readonly productNames: readonly string[];
  readonly tally: StoredTally;
}

export function toStored(set: OrderSet): StoredOrders {
  const { lines } = set;
  const chunks: StoredChunk[] = [];
  for (const column of LINE_COLUMNS) {
    for (let from = 0; from < lines.count; from += CHUNK_ROWS) {
      const values = lines[column].subarray(from, Math.min(from + CHUNK_ROWS, lines.count));
      chunks.push({ column, place: from / CHUNK_ROWS, values: narrowed(values) });
    }
  }
  return {
    format: 1,
    rowCount: lines.count,
    fileCount: set.fileCount,
    hasRefundDays: lines.hasRefundDays,
    hasMembers: lines.hasMembers,
    chunks,
    orders: set.orders.toStored(),
    customers: set.customers.toStored(),
    products: set.products.toStored(),
    categories: set.categories.toStored(),
    channels: set.channels.toStored(),
    campaigns: set.campaigns.toStored(),
    productNames: Array.from(set.productNames, (name) => name ?? ''),
    tally: set.tally.toStored(),
  };
}

export function fromStored(stored: StoredOrders): OrderSet {
  return new OrderSet({
    lines: linesFrom(stored),
    orders: new OrderIndex(stored.orders),
    customers: new KeyTable(64, stored.customers),
    products: new KeyTable(64, stored.products),
    categories: new KeyTable(64, stored.categories),
    channels: new KeyTable(64, stored.channels),
    campaigns: new KeyTable(64, stored.campaigns),
    productNames: stored.productNames.map((name) => (name === '' ? undefined : name)),
    tally: new Tally(stored.tally),
    fileCount: stored.fileCount,
  });
}

function linesFrom(stored: StoredOrders): Lines {
  const lines = new Lines();
  lines.widen(stored.hasRefundDays, stored.hasMembers);
  lines.reserve(stored.rowCount);
  lines.count = stored.rowCount;
  for (const { column, place, values } of stored.chunks) {
    // Columns that no file has are not reserved: a later chunk's place would lie beyond their end.
    if (values.length > 0) lines[column].set(values, place * CHUNK_ROWS);
  }
  return lines;
}

/** The values in the narrowest type that holds them exactly; nothing where all are 0. */
export function narrowed(values: ColumnArray): ColumnArray {
  let low = 0;
  let high = 0;
  let isWhole = true;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
    if (value !== Math.floor(value)) isWhole = false;
  }
  if (low === 0 && high === 0) return new Uint8Array(0);
  if (!isWhole) return Float64Array.from(values);
  if (low < 0) {
    if (low >= -128 && high < 128) return Int8Array.from(values);
    if (low >= -32_768 && high < 32_768) return Int16Array.from(values);
    return low >= -(2 ** 31) && high < 2 ** 31 ? Int32Array.from(values) : Float64Array.from(values);
  }
  if (high < 256) return Uint8Array.from(values);
  if (high < 65_536) return Uint16Array.from(values);
  return high < 2 ** 32 ? Uint32Array.from(values) : Float64Array.from(values);
}
