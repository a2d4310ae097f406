import { DayReader, readAmounts, ROW_PROBLEMS, SKIPPED, type AmountRule, type Reading } from './fields.ts';
import { FieldKeys } from './field-keys.ts';
import { FlagReader } from './flags.ts';
import { ORDER_FIELDS, type ColumnMapping, type Encoding, type ImportProblem, type OrderField } from './import.ts';
import { BATCH_ROWS, MAX_COLUMNS, type RowBatch, type RowLayout } from './kernel.ts';
import type { OrderSet } from './order-set.ts';
import { platformOf, type Platform } from './platforms.ts';
import { RowReader } from './row-reader.ts';
import { foldHeader } from './headers.ts';
import { FirstLines } from './first-lines.ts';
import {
  checkShape,
  cleanKeys,
  lend,
  refuseBlank,
  CLOSED,
  refuseClosed,
  refuseDamaged,
  refuseUnpaid,
  UNPAID,
  refuseMissing,
  refuseShort,
  unescapeAll,
} from './row-checks.ts';

/** Above this the columns outgrow a browser tab. */
const MAX_ROWS = 30_000_000;

/** Quantities are kept to three decimals (kilograms, metres). */
const QUANTITY_SCALE = 1_000;

/** A file about to be read. */
export interface OrderFile {
  readonly name: string;
  readonly mapping: ColumnMapping;
  /** Decimals of the currency. */
  readonly minorDigits: 0 | 2;
}

/** One file on its way into an order set: bytes in, lines out. After a problem the set is spoilt and must be dropped. */
export class FileImport {
  rowsKept = 0;
  rowsRead = 0;
  readonly #set: OrderSet;
  readonly #name: string;
  readonly #platform: Platform;
  readonly #slots: Readonly<Record<OrderField, number>>;
  readonly #reader: RowReader;
  readonly #fileNumber: number;
  /** Nothing in the file numbers the lines of an order. */
  readonly #needsRepeats: boolean;
  #headerLeft: number;
  #headerColumns = 0;
  #timeIsPayment = false;
  #problem: ImportProblem | null = null;

  readonly #decoder: TextDecoder;
  readonly #separator: number;
  readonly #width: number;
  /** Fields that a row must reach to. */
  readonly #needed: number;
  readonly #encoding: Encoding;
  readonly #amount: AmountRule;
  readonly #refundRule: AmountRule;
  readonly #quantityRule: AmountRule;
  readonly #days: DayReader;
  readonly #refundDays: DayReader;
  readonly #status: FlagReader;
  readonly #member: FlagReader;
  readonly #firstLines: FirstLines | null;

  readonly #keys: Readonly<Record<'order' | 'customer' | 'product' | 'category' | 'channel' | 'campaign', FieldKeys>>;

  readonly #verdicts = new Uint8Array(BATCH_ROWS);
  readonly #blamed = new Int16Array(BATCH_ROWS);
  readonly #paid = new Float64Array(BATCH_ROWS);
  readonly #refund = new Float64Array(BATCH_ROWS);
  readonly #quantity = new Float64Array(BATCH_ROWS);
  readonly #day = new Int32Array(BATCH_ROWS);
  readonly #refundDay = new Int32Array(BATCH_ROWS);
  readonly #order = new Uint32Array(BATCH_ROWS);
  readonly #customer = new Uint32Array(BATCH_ROWS);
  readonly #product = new Uint32Array(BATCH_ROWS);
  readonly #category = new Uint32Array(BATCH_ROWS);
  readonly #channel = new Uint32Array(BATCH_ROWS);
  readonly #campaign = new Uint32Array(BATCH_ROWS);
  readonly #payState = new Uint8Array(BATCH_ROWS);
  readonly #flag = new Uint8Array(BATCH_ROWS);

  constructor(set: OrderSet, file: OrderFile) {
    const { mapping } = file;
    this.#set = set;
    this.#name = file.name;
    this.#platform = platformOf(mapping.platform);
    this.#fileNumber = ++set.fileCount;
    const { layout, slots } = layoutOf(mapping);
    this.#slots = slots;
    this.#separator = layout.separator;
    this.#width = layout.width;
    const { order = 0, time = 0, paid = 0 } = mapping.columns;
    this.#needed = Math.max(order, time, paid) + 1;
    this.#encoding = mapping.encoding;
    this.#headerLeft = mapping.headerRow + 1;
    const encoding = mapping.encoding === 'gb18030' ? 'gb18030' : 'utf-8';
    this.#decoder = new TextDecoder(encoding);
    this.#amount = {
      digits: file.minorDigits,
      decimal: mapping.decimal,
      blank: this.#platform.repeatsBlank ? 0 : null,
      words: null,
      problem: 'bad-amount',
    };
    this.#refundRule = { ...this.#amount, blank: 0, words: 0 };
    this.#quantityRule = { ...this.#amount, digits: 3, blank: 0, problem: 'bad-quantity' };
    this.#days = new DayReader(mapping.dateOrder);
    this.#refundDays = new DayReader(mapping.dateOrder);
    const platform = this.#platform;
    this.#status = new FlagReader(this.#decoder, (text) => payState(platform, text));
    this.#member = new FlagReader(this.#decoder, memberFlag);
    this.#firstLines = platform.repeatsBlank
      ? new FirstLines(slots.order, [slots.customer, slots.time, slots.status, slots.channel, slots.campaign])
      : null;
    this.#keys = {
      order: new FieldKeys(set.orders.ids, encoding),
      customer: new FieldKeys(set.customers, encoding),
      product: new FieldKeys(set.products, encoding),
      category: new FieldKeys(set.categories, encoding),
      channel: new FieldKeys(set.channels, encoding),
      campaign: new FieldKeys(set.campaigns, encoding),
    };
    set.lines.widen(slots.refundTime >= 0, slots.member >= 0);
    this.#needsRepeats = slots.line < 0 && platform.rowIs === 'line' && !platform.repeatsBlank;
    if (this.#needsRepeats) set.repeats();
    this.#reader = new RowReader(mapping.encoding, layout, (batch, bytes, view) => this.#take(batch, bytes, view));
  }

  get bytesRead(): number {
    return this.#reader.bytesRead;
  }

  feed(chunk: Uint8Array): ImportProblem | null {
    return (this.#problem ??= this.#reader.feed(chunk));
  }

  end(): ImportProblem | null {
    this.#problem ??= this.#reader.end();
    if (this.#problem) return this.#problem;
    if (this.rowsRead === 0) return (this.#problem = { kind: 'header-only' });
    return null;
  }

  #take(batch: RowBatch, bytes: Uint8Array, view: DataView): ImportProblem | null {
    const reading: Reading = {
      bytes,
      view,
      batch,
      verdicts: this.#verdicts.fill(0),
      blamed: this.#blamed.fill(0),
      decoder: this.#decoder,
    };
    this.#skipHeader(reading);
    checkShape(reading, this.#headerColumns, this.#separator);
    if (batch.hasEscapes) unescapeAll(reading, this.#width);
    this.#checkIds(reading);
    this.#firstLines?.fill(reading);
    this.#readValues(reading);
    this.#settleRefused(reading);
    const badRow = this.#resolve(reading);
    if (badRow >= 0) return { kind: 'wrong-encoding', encoding: this.#encoding, row: batch.lines[badRow] ?? 0 };
    this.#append(reading);
    return this.#set.lines.count > MAX_ROWS ? { kind: 'too-large', limitRows: MAX_ROWS } : null;
  }

  #skipHeader(reading: Reading): void {
    const { rows, fields } = reading.batch;
    for (let row = 0; row < rows && this.#headerLeft > 0; row++) {
      reading.verdicts[row] = SKIPPED;
      if (--this.#headerLeft === 0) this.#readHeader(reading, row, fields[row] ?? 0);
    }
  }

  #readHeader({ batch, bytes }: Reading, row: number, columns: number): void {
    this.#headerColumns = columns;
    const at = this.#slots.time * BATCH_ROWS + row;
    const end = batch.ends[at] ?? 0;
    const header = foldHeader(this.#decoder.decode(bytes.subarray(batch.starts[at], end < 0 ? ~end : end)));
    this.#timeIsPayment = this.#platform.paymentTimes.some((name) => foldHeader(name) === header);
  }

  #checkIds(reading: Reading): void {
    const { order, customer, productId, product, line, category, channel, campaign } = this.#slots;
    for (const slot of [order, customer, productId, product, line, category, channel, campaign])
      if (slot >= 0) cleanKeys(reading, slot);
    if (productId >= 0 && product >= 0) lend(reading, product, productId);
    refuseMissing(reading, order, this.#separator);
    refuseShort(reading, this.#needed);
    refuseDamaged(reading, order);
    if (customer >= 0) refuseDamaged(reading, customer);
    if (line >= 0) refuseDamaged(reading, line);
  }

  #readValues(reading: Reading): void {
    const slots = this.#slots;
    if (slots.status >= 0) {
      this.#status.read(reading, slots.status, this.#payState);
      refuseUnpaid(reading, slots.status, this.#payState);
    }
    if (this.#timeIsPayment) refuseBlank(reading, slots.time);
    this.#days.read(reading, slots.time, null, this.#day);
    readAmounts(reading, slots.paid, this.#amount, this.#paid);
    if (slots.refund >= 0) {
      readAmounts(reading, slots.refund, this.#refundRule, this.#refund);
      makePositive(this.#refund, reading.batch.rows);
    }
    if (slots.status >= 0) refuseClosed(reading, slots.status, this.#payState, this.#refund);
    if (slots.quantity >= 0) {
      readAmounts(reading, slots.quantity, this.#quantityRule, this.#quantity);
      unscale(this.#quantity, reading.batch.rows);
    }
    if (slots.refundTime >= 0) this.#refundDays.read(reading, slots.refundTime, -1, this.#refundDay);
    if (slots.member >= 0) this.#member.read(reading, slots.member, this.#flag);
  }

  /** Counts the rows read and takes down the refused ones, in the order of the file. */
  #settleRefused(reading: Reading): void {
    const { batch, verdicts } = reading;
    for (let row = 0; row < batch.rows; row++) {
      const verdict = verdicts[row] ?? 0;
      if (verdict === SKIPPED) continue;
      this.rowsRead++;
      this.#set.tally.rowsRead++;
      if (verdict === 0) continue;
      const reason = ROW_PROBLEMS[verdict - 1] ?? 'bad-amount';
      this.#set.tally.refuse(this.#name, batch.lines[row] ?? 0, reason, () => this.#quote(reading, row));
    }
  }

  #quote(reading: Reading, row: number): string {
    const { batch, bytes } = reading;
    const slot = reading.blamed[row] ?? -1;
    const at = slot * BATCH_ROWS + row;
    const start = slot < 0 ? (batch.rowStarts[row] ?? 0) : (batch.starts[at] ?? 0);
    const end = slot < 0 ? (batch.rowEnds[row] ?? 0) : (batch.ends[at] ?? 0);
    return this.#decoder.decode(bytes.subarray(start, Math.min(end, start + QUOTED_BYTES))).trim();
  }

  /** Ids and names to codes, and duplicates out. Returns a row whose text is not of the encoding, or −1. */
  #resolve(reading: Reading): number {
    const slots = this.#slots;
    const keys = this.#keys;
    let bad = resolveKeys(reading, slots.order, keys.order, this.#order);
    if (bad >= 0) return bad;
    this.#set.orders.reserve();
    this.#dropRepeatedLines(reading);
    const named = [
      [slots.customer, keys.customer, this.#customer],
      [slots.productId >= 0 ? slots.productId : slots.product, keys.product, this.#product],
      [slots.category, keys.category, this.#category],
      [slots.channel, keys.channel, this.#channel],
      [slots.campaign, keys.campaign, this.#campaign],
    ] as const;
    for (const [slot, field, out] of named) {
      if (slot < 0) continue;
      bad = resolveKeys(reading, slot, field, out);
      if (bad >= 0) return bad;
    }
    if (slots.productId >= 0 && slots.product >= 0) this.#nameProducts(reading);
    return -1;
  }

  #dropRepeatedLines(reading: Reading): void {
    const { batch, verdicts, bytes, view } = reading;
    const { orders, tally } = this.#set;
    const slot = this.#slots.line;
    const wholeOrders = slot < 0 && this.#platform.rowIs === 'order';
    const numbers = slot < 0 ? this.#firstLines?.lineNumbers : undefined;
    if (slot < 0 && !wholeOrders && !numbers) return;
    for (let row = 0; row < batch.rows; row++) {
      if (verdicts[row] !== 0) continue;
      const order = this.#order[row] ?? 0;
      const at = slot * BATCH_ROWS + row;
      const isNew = wholeOrders
        ? orders.addNumber(order, 0)
        : numbers
          ? orders.addNumber(order, numbers[row] ?? 0)
          : orders.addLine(order, bytes, view, batch.starts[at] ?? 0, batch.ends[at] ?? 0);
      if (isNew) continue;
      verdicts[row] = SKIPPED;
      tally.duplicates++;
    }
  }

  #nameProducts(reading: Reading): void {
    const { batch, verdicts, bytes } = reading;
    const names = this.#set.productNames;
    const base = this.#slots.product * BATCH_ROWS;
    for (let row = 0; row < batch.rows; row++) {
      const code = this.#product[row] ?? 0;
      if (verdicts[row] !== 0 || code === 0 || names[code] !== undefined) continue;
      const name = this.#decoder.decode(bytes.subarray(batch.starts[base + row], batch.ends[base + row])).trim();
      while (names.length <= code) names.push(undefined);
      if (name !== '') names[code] = name;
    }
  }

  #append(reading: Reading): void {
    const { batch, verdicts } = reading;
    const { lines, orders, customers, tally } = this.#set;
    lines.reserve(lines.count + batch.rows);
    const repeats = this.#set.repeatsIfAny;
    const fileNumber = this.#fileNumber;
    const needsRepeats = this.#needsRepeats;
    const { order, day, paid, refund, quantity, product, category, channel, campaign, file } = lines;
    const before = lines.count;
    let at = before;
    for (let row = 0; row < batch.rows; row++) {
      if (verdicts[row] !== 0) continue;
      order[at] = this.#order[row] ?? 0;
      day[at] = this.#day[row] ?? 0;
      paid[at] = this.#paid[row] ?? 0;
      refund[at] = this.#refund[row] ?? 0;
      quantity[at] = this.#quantity[row] ?? 0;
      product[at] = this.#product[row] ?? 0;
      category[at] = this.#category[row] ?? 0;
      channel[at] = this.#channel[row] ?? 0;
      campaign[at] = this.#campaign[row] ?? 0;
      file[at] = fileNumber;
      if (lines.hasRefundDays) lines.refundDay[at] = this.#slots.refundTime >= 0 ? (this.#refundDay[row] ?? -1) : -1;
      if (lines.hasMembers) lines.member[at] = this.#slots.member >= 0 ? (this.#flag[row] ?? 0) : 0;
      if (repeats) {
        if (needsRepeats && repeats.has(at, fileNumber)) {
          tally.duplicates++;
          continue;
        }
        repeats.add(at);
      }
      orders.nameCustomer(order[at] ?? 0, this.#customer[row] ?? 0, customers);
      at++;
    }
    lines.count = at;
    this.rowsKept += at - before;
  }
}

/** Bytes of a refused field that are quoted: enough for its 80 characters. */
const QUOTED_BYTES = 320;

function layoutOf(mapping: ColumnMapping): { layout: RowLayout; slots: Record<OrderField, number> } {
  const slots = Object.fromEntries(ORDER_FIELDS.map((field) => [field, -1])) as Record<OrderField, number>;
  const byColumn = new Int16Array(MAX_COLUMNS).fill(-1);
  let width = 0;
  let reach = 0;
  for (const field of ORDER_FIELDS) {
    const column = mapping.columns[field];
    if (column === undefined) continue;
    const known = byColumn[column] ?? -1;
    const slot = known >= 0 ? known : width++;
    byColumn[column] = slot;
    slots[field] = slot;
    reach = Math.max(reach, column + 1);
  }
  return { layout: { separator: mapping.separator.charCodeAt(0), slots: byColumn, width, reach }, slots };
}

/** What a status says of payment, as `row-checks.ts` takes it. */
function payState(platform: Platform, status: string): number {
  const plain = status.toLowerCase();
  const begins = (beginning: string): boolean => plain.startsWith(beginning);
  return platform.unpaid.some(begins) ? UNPAID : platform.closed.some(begins) ? CLOSED : 0;
}

const MEMBER = /^(是|yes|y|true|1|会员|會員|member)$/i;
const NO_MEMBER = /^(否|no|n|false|0|非会员|非會員|guest)$/i;

/** The member flag as `OrderColumns.member` keeps it. */
const memberFlag = (text: string): number => (MEMBER.test(text) ? 2 : NO_MEMBER.test(text) ? 1 : 0);

function makePositive(values: Float64Array, count: number): void {
  for (let row = 0; row < count; row++) values[row] = Math.abs(values[row] ?? 0);
}

function unscale(values: Float64Array, count: number): void {
  for (let row = 0; row < count; row++) values[row] = (values[row] ?? 0) / QUANTITY_SCALE;
}

/** Interns one field of every row that counts. Returns a row whose bytes are no text, or −1. */
function resolveKeys(reading: Reading, slot: number, keys: FieldKeys, out: Uint32Array): number {
  const { bytes, view, batch, verdicts } = reading;
  const { starts, ends, rows } = batch;
  const base = slot * BATCH_ROWS;
  for (let row = 0; row < rows; row++) {
    if (verdicts[row] !== 0) continue;
    const code = keys.intern(bytes, view, starts[base + row] ?? 0, ends[base + row] ?? 0);
    if (code < 0) return row;
    out[row] = code;
  }
  return -1;
}
