import type { OrderColumns } from '#core/orders/columns.ts';
import type { Day } from '#core/period.ts';

/** An order line in plain words, for tests. `refundDay` −1 and `member` 0 say nothing. */
export interface Line {
  readonly order: string;
  readonly customer: string;
  readonly day: Day;
  readonly paid: number;
  readonly refund: number;
  readonly quantity: number;
  readonly product: string;
  readonly category: string;
  readonly channel: string;
  readonly campaign: string;
  readonly refundDay?: Day;
  readonly member?: 0 | 1 | 2;
}

class Names {
  readonly list: string[] = [''];
  readonly #codes = new Map<string, number>([['', 0]]);
  code(name: string): number {
    const known = this.#codes.get(name);
    if (known !== undefined) return known;
    this.#codes.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

/** Columns as the importer makes them, from lines that are already distinct. */
export function columnsOf(lines: readonly Line[]): OrderColumns {
  const names = {
    order: new Names(),
    customer: new Names(),
    product: new Names(),
    category: new Names(),
    channel: new Names(),
    campaign: new Names(),
  };
  const codes = (column: keyof typeof names): Uint32Array =>
    Uint32Array.from(lines, (line) => names[column].code(line[column]));
  const days = lines.map((line) => line.day);
  return {
    rowCount: lines.length,
    order: Uint32Array.from(lines, (line) => names.order.code(line.order) - 1),
    customer: codes('customer'),
    day: Int32Array.from(days),
    paid: Float64Array.from(lines, (line) => line.paid),
    refund: Float64Array.from(lines, (line) => line.refund),
    refundDay: lines.some((line) => line.refundDay !== undefined)
      ? Int32Array.from(lines, (line) => line.refundDay ?? -1)
      : new Int32Array(0),
    quantity: Float64Array.from(lines, (line) => line.quantity),
    product: codes('product'),
    category: codes('category'),
    channel: codes('channel'),
    campaign: codes('campaign'),
    member: lines.some((line) => line.member !== undefined)
      ? Uint8Array.from(lines, (line) => line.member ?? 0)
      : new Uint8Array(0),
    orderCount: names.order.list.length - 1,
    customerCount: names.customer.list.length - 1,
    productIds: names.product.list,
    products: names.product.list,
    categories: names.category.list,
    channels: names.channel.list,
    campaigns: names.campaign.list,
    firstDay: days.reduce((least, day) => Math.min(least, day), Infinity),
    lastDay: days.reduce((most, day) => Math.max(most, day), -Infinity),
  };
}
