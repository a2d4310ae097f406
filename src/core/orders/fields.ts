import { readAmountText, type DecimalSign } from './amount-text.ts';
import { daysIn, readDateText, type DateOrder } from './date-text.ts';
import { dayOf } from '../period.ts';
import type { RowProblem } from './import.ts';
import { BATCH_ROWS, BYTE, readDecimal, readDigits, trimEnd, trimStart, type RowBatch } from './kernel.ts';

/** What became of each row of a batch: 0 counts, `SKIPPED` is blank or a duplicate, anything else is a `ROW_PROBLEMS` place + 1. */
export const SKIPPED = 255;
export const ROW_PROBLEMS = [
  'bad-date',
  'ambiguous-date',
  'bad-amount',
  'bad-quantity',
  'missing-order',
  'damaged-id',
  'too-few-columns',
  'too-many-columns',
  'amount-too-large',
  'unpaid',
] as const satisfies readonly RowProblem[];

export const verdictOf = (problem: RowProblem): number => ROW_PROBLEMS.indexOf(problem) + 1;

/** One batch under way: its bytes, its rows and the verdict on each, with the slot that a refusal quotes. */
export interface Reading {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly batch: RowBatch;
  readonly verdicts: Uint8Array;
  readonly blamed: Int16Array;
  readonly decoder: TextDecoder;
}

export function refuse(reading: Reading, row: number, slot: number, problem: RowProblem): void {
  reading.verdicts[row] = verdictOf(problem);
  reading.blamed[row] = slot;
}

/** How amounts of a field are read. */
export interface AmountRule {
  /** Decimals kept: the currency's minor digits, or those of a quantity. */
  readonly digits: number;
  readonly decimal: DecimalSign;
  /** What a blank, or words such as 无退款申请, count as; `null` refuses the row. */
  readonly blank: number | null;
  readonly words: number | null;
  readonly problem: RowProblem;
}

const MAX_AMOUNT = 99_999_999_999_999;

/** Reads one field of every row that still counts into `out`, in minor units. */
export function readAmounts(reading: Reading, slot: number, rule: AmountRule, out: Float64Array): void {
  const { bytes, batch, verdicts } = reading;
  const { starts, ends, rows } = batch;
  const { digits } = rule;
  const plain = rule.decimal === '.';
  const base = slot * BATCH_ROWS;
  for (let row = 0; row < rows; row++) {
    if (verdicts[row] !== 0) continue;
    const start = starts[base + row] ?? 0;
    const end = ends[base + row] ?? 0;
    const value = plain ? readDecimal(bytes, start, end, digits) : NaN;
    out[row] = value === value ? value : readOddAmount(reading, row, slot, start, end, rule);
  }
}

function readOddAmount(
  reading: Reading,
  row: number,
  slot: number,
  start: number,
  end: number,
  rule: AmountRule,
): number {
  const text = reading.decoder.decode(reading.bytes.subarray(start, end)).trim();
  if (text === '' || text === '-' || text === '--' || text === '=""' || text === '—') {
    if (rule.blank !== null) return rule.blank;
  } else {
    const value = readAmountText(text, rule.decimal, rule.digits);
    if (value === value && Math.abs(value) <= MAX_AMOUNT) return value;
    const hasDigits = /\d/.test(text);
    if (!hasDigits && rule.words !== null) return rule.words;
    if (hasDigits && /^[\s￥¥$\d,.()+-]{17,}$/.test(text)) {
      refuse(reading, row, slot, 'amount-too-large');
      return 0;
    }
  }
  refuse(reading, row, slot, rule.problem);
  return 0;
}

/** Reads days, remembering the last date's bytes: neighbours mostly share them. */
export class DayReader {
  readonly #order: DateOrder;
  /** The ten bytes of the last plain date. */
  #last0 = 0;
  #last4 = 0;
  #last8 = 0;
  #lastDay = 0;
  #lastText = '';
  #lastTextDay = 0;

  constructor(order: DateOrder) {
    this.#order = order;
  }

  /** `blank` is the day of an empty field, or `null` where a row needs one. */
  read(reading: Reading, slot: number, blank: number | null, out: Int32Array): void {
    const { bytes, view, batch, verdicts } = reading;
    const { starts, ends, rows } = batch;
    const base = slot * BATCH_ROWS;
    for (let row = 0; row < rows; row++) {
      if (verdicts[row] !== 0) continue;
      let start = starts[base + row] ?? 0;
      const end = ends[base + row] ?? 0;
      if ((bytes[start] ?? 0) < BYTE.ZERO) start = trimStart(bytes, start, end);
      if (end - start >= 10 && this.#lastDay !== 0 && this.#isLast(view, start)) {
        out[row] = this.#lastDay;
        continue;
      }
      const day = end - start >= 8 ? plainDay(bytes, start, end) : 0;
      if (day !== 0) {
        out[row] = day;
        if (end - start >= 10) this.#remember(bytes, view, start, day);
        continue;
      }
      out[row] = this.#readOdd(reading, row, slot, start, end, blank);
    }
  }

  /** Ten bytes are a whole date only where its month and day have two digits. */
  #remember(bytes: Uint8Array, view: DataView, start: number, day: number): void {
    if (bytes[start + 7] !== bytes[start + 4] || !isDigit(bytes[start + 9])) return;
    this.#last0 = view.getInt32(start, true);
    this.#last4 = view.getInt32(start + 4, true);
    this.#last8 = view.getInt16(start + 8, true);
    this.#lastDay = day;
  }

  #isLast(view: DataView, start: number): boolean {
    return (
      view.getInt32(start + 4, true) === this.#last4 &&
      view.getInt16(start + 8, true) === this.#last8 &&
      view.getInt32(start, true) === this.#last0
    );
  }

  #readOdd(reading: Reading, row: number, slot: number, start: number, end: number, blank: number | null): number {
    const from = trimStart(reading.bytes, start, end);
    if (from >= end && blank !== null) return blank;
    const text = reading.decoder.decode(reading.bytes.subarray(from, trimEnd(reading.bytes, from, end)));
    if (text === this.#lastText) return this.#lastTextDay;
    const found = readDateText(text, this.#order);
    if ('problem' in found) {
      if (blank !== null) return blank;
      refuse(reading, row, slot, found.problem);
      return 0;
    }
    this.#lastText = text;
    this.#lastTextDay = found.day;
    return found.day;
  }
}

/** `YYYY-MM-DD`, `YYYY/M/D` and the like before a space, `T` or the end, as a day number; 0 for anything else (1970-01-01 is no order's day). */
function plainDay(bytes: Uint8Array, start: number, end: number): number {
  const sign = bytes[start + 4];
  if (sign !== BYTE.MINUS && sign !== BYTE.SLASH) return 0;
  const year = readDigits(bytes, start, 4);
  const monthDigits = bytes[start + 6] === sign ? 1 : 2;
  const month = readDigits(bytes, start + 5, monthDigits);
  const at = start + 6 + monthDigits;
  if (bytes[at - 1] !== sign || at >= end) return 0;
  const dayDigits = at + 1 < end && isDigit(bytes[at + 1]) ? 2 : 1;
  const day = readDigits(bytes, at, dayDigits);
  const after = at + dayDigits < end ? bytes[at + dayDigits] : BYTE.SPACE;
  if (after !== BYTE.SPACE && after !== BYTE.T) return 0;
  if (year < 1980 || year > 2100 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return 0;
  return dayOf(year, month, day);
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= BYTE.ZERO && byte <= BYTE.ZERO + 9;
