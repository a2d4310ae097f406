import type { OrderColumns } from '#core/orders/columns.ts';
import type { ColumnMapping, Encoding, ImportProblem, Inspection, QualityReport } from '#core/orders/import.ts';
import { HEAD_BYTES, inspect } from '#core/orders/inspect.ts';
import { OrderImport } from '#core/orders/order-import.ts';
import { dateOf } from '#core/period.ts';
import { encode } from './encode.ts';

/** The header of the neutral layout. */
export const HEADER = '订单编号,子单序号,会员ID,下单时间,实付金额,数量,退款金额,商品编码,商品名称,类目,渠道,活动';

export interface Source {
  readonly name?: string;
  readonly text: string | Uint8Array;
  readonly encoding?: Encoding;
  /** Changes a person made to the guess. */
  readonly mapping?: Partial<ColumnMapping>;
  /** Bytes given at once; all of them when not said. */
  readonly step?: number;
  readonly minorDigits?: 0 | 2;
}

export const bytesOf = (source: Source): Uint8Array =>
  typeof source.text === 'string' ? encode(source.text, source.encoding ?? 'utf-8') : source.text;

/** What is seen of a source; throws the kind of problem there is. */
export function inspected(source: Source): Inspection {
  const bytes = bytesOf(source);
  const result = inspect(bytes.subarray(0, HEAD_BYTES), source.name ?? 'orders.csv', bytes.length);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

/** Reads one source into an import: `null`, or why it was refused. */
export function read(orders: OrderImport, source: Source): ImportProblem | null {
  const bytes = bytesOf(source);
  const seen = inspect(bytes.subarray(0, HEAD_BYTES), source.name ?? 'orders.csv', bytes.length);
  if (!seen.ok) return seen.error;
  const mapping = { ...seen.value.mapping, ...source.mapping };
  let problem = orders.begin({ name: seen.value.fileName, mapping, minorDigits: source.minorDigits ?? 2 });
  const step = source.step ?? bytes.length;
  for (let at = 0; at < bytes.length && !problem; at += step) problem = orders.feed(bytes.subarray(at, at + step));
  return problem ?? orders.end();
}

export interface Imported {
  readonly columns: OrderColumns;
  readonly report: QualityReport;
  readonly orders: OrderImport;
}

/** Inspects and imports sources one after the other, as the worker does; throws on a problem. */
export function imported(...sources: (string | Source)[]): Imported {
  const orders = new OrderImport();
  for (const source of sources) {
    const problem = read(orders, typeof source === 'string' ? { text: source } : source);
    if (problem) throw new Error(JSON.stringify(problem));
  }
  const result = orders.finish();
  if (!result.ok) throw new Error(result.error.kind);
  return { ...result.value, orders };
}

/** The columns as plain rows with names instead of codes, for comparing. Orders and customers go by their first line's place. */
export function rowsOf(columns: OrderColumns) {
  return Array.from({ length: columns.rowCount }, (_, row) => {
    const { year, month, day } = dateOf(columns.day[row] ?? 0);
    return {
      order: columns.order[row],
      customer: columns.customer[row],
      day: `${year}-${month}-${day}`,
      paid: columns.paid[row],
      refund: columns.refund[row],
      quantity: columns.quantity[row],
      product: columns.products[columns.product[row] ?? 0],
      category: columns.categories[columns.category[row] ?? 0],
      channel: columns.channels[columns.channel[row] ?? 0],
      campaign: columns.campaigns[columns.campaign[row] ?? 0],
    };
  });
}
