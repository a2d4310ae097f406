import type { OrderColumns } from './columns.ts';
import { KeyTable } from './key-table.ts';
import { Lines } from './lines.ts';
import { OrderIndex } from './order-index.ts';
import { Repeats } from './repeats.ts';
import { daySpan, Tally } from './tally.ts';

/** Everything known of a dataset's orders while files are added to it. Code 0 of every name table is "none". */
export class OrderSet {
  readonly lines: Lines;
  readonly orders: OrderIndex;
  readonly customers: KeyTable;
  readonly products: KeyTable;
  readonly categories: KeyTable;
  readonly channels: KeyTable;
  readonly campaigns: KeyTable;
  /** Product names by code, where a file has them beside the ids. */
  readonly productNames: (string | undefined)[];
  readonly tally: Tally;
  fileCount: number;
  #repeats: Repeats | null = null;

  constructor(parts: OrderSetParts) {
    this.lines = parts.lines;
    this.orders = parts.orders;
    this.customers = parts.customers;
    this.products = parts.products;
    this.categories = parts.categories;
    this.channels = parts.channels;
    this.campaigns = parts.campaigns;
    this.productNames = parts.productNames;
    this.tally = parts.tally;
    this.fileCount = parts.fileCount;
  }

  static empty(): OrderSet {
    return new OrderSet({
      lines: new Lines(),
      orders: new OrderIndex(),
      customers: namesFrom(),
      products: namesFrom(),
      categories: namesFrom(),
      channels: namesFrom(),
      campaigns: namesFrom(),
      productNames: [],
      tally: new Tally(),
      fileCount: 0,
    });
  }

  /** Real customers: the "none" of code 0 is no customer. */
  get customerCount(): number {
    return this.customers.count - 1;
  }

  /** Made when the first file without line numbers asks; from then on every row is noted in it. */
  repeats(): Repeats {
    return (this.#repeats ??= new Repeats(this.lines));
  }

  get repeatsIfAny(): Repeats | null {
    return this.#repeats;
  }

  /** The columns as they are: they share memory with this set and hold until rows are added. */
  columns(): OrderColumns {
    const { lines, orders } = this;
    const rows = lines.count;
    const span = daySpan(lines);
    const productIds = textsOf(this.products);
    return {
      rowCount: rows,
      order: lines.order.subarray(0, rows),
      customer: customersByRow(lines.order, orders.customers, rows),
      day: lines.day.subarray(0, rows),
      paid: lines.paid.subarray(0, rows),
      refund: lines.refund.subarray(0, rows),
      refundDay: lines.refundDay.subarray(0, lines.hasRefundDays ? rows : 0),
      quantity: lines.quantity.subarray(0, rows),
      product: lines.product.subarray(0, rows),
      category: lines.category.subarray(0, rows),
      channel: lines.channel.subarray(0, rows),
      campaign: lines.campaign.subarray(0, rows),
      member: lines.member.subarray(0, lines.hasMembers ? rows : 0),
      orderCount: orders.ids.count,
      customerCount: this.customerCount,
      productIds,
      products: productIds.map((id, code) => this.productNames[code] ?? id),
      categories: textsOf(this.categories),
      channels: textsOf(this.channels),
      campaigns: textsOf(this.campaigns),
      firstDay: span?.[0] ?? 0,
      lastDay: span?.[1] ?? 0,
    };
  }
}

export interface OrderSetParts {
  readonly lines: Lines;
  readonly orders: OrderIndex;
  readonly customers: KeyTable;
  readonly products: KeyTable;
  readonly categories: KeyTable;
  readonly channels: KeyTable;
  readonly campaigns: KeyTable;
  readonly productNames: (string | undefined)[];
  readonly tally: Tally;
  readonly fileCount: number;
}

/** A table whose code 0 is the empty name. */
function namesFrom(): KeyTable {
  const table = new KeyTable();
  const nothing = new Uint8Array(16);
  table.intern(nothing, new DataView(nothing.buffer), 0, 0);
  return table;
}

const textsOf = (table: KeyTable): string[] => Array.from({ length: table.count }, (_, code) => table.text(code));

function customersByRow(order: Uint32Array, customers: Uint32Array, rows: number): Uint32Array {
  const byRow = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) byRow[row] = customers[order[row] ?? 0] ?? 0;
  return byRow;
}
