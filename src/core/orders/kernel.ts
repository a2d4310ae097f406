/**
 * The byte kernel: finds rows and fields, and reads digits. It knows bytes and offsets only, no meaning, so that another
 * engine (WebAssembly) can stand in for this file. Safe for UTF-8 and GB18030, whose trailing bytes are never one of
 * `, ; tab " CR LF`.
 */

/** More columns than any order export has: a line with more is not a table. */
export const MAX_COLUMNS = 1_000;

/** Rows found at a time. Small enough to stay in cache, large enough to keep the passes hot. */
export const BATCH_ROWS = 4_096;

const TAB = 9;
const LF = 10;
const CR = 13;
const QUOTE = 34;
const PLUS = 43;
const MINUS = 45;
const DOT = 46;
const ZERO = 48;

/** Which columns are wanted: `slots[column]` is the field's place in a batch, or −1. */
export interface RowLayout {
  readonly separator: number;
  readonly slots: Int16Array;
  /** Slots in use. */
  readonly width: number;
  /** One more than the last wanted column. */
  readonly reach: number;
}

/** How splitting ended before the end of the bytes; `null` when it did not. */
export type SplitStop = null | 'unfinished' | 'open-quote' | 'too-many-columns';

/** The fields of up to `BATCH_ROWS` rows, as offsets into the bytes they were found in. Field `slot` of `row` is at `slot × BATCH_ROWS + row`. */
export class RowBatch {
  rows = 0;
  readonly starts: Int32Array;
  /** `~end` where the field is quoted and still holds doubled quotes. */
  readonly ends: Int32Array;
  /** Fields in each row. */
  readonly fields = new Int32Array(BATCH_ROWS);
  /** 1-based line of the file at which each row begins. */
  readonly lines = new Int32Array(BATCH_ROWS);
  readonly rowStarts = new Int32Array(BATCH_ROWS);
  readonly rowEnds = new Int32Array(BATCH_ROWS);
  /** Some field needs `unescape`. */
  hasEscapes = false;
  stop: SplitStop = null;
  /** Line of the next row; carried from batch to batch. */
  nextLine = 1;

  constructor(width: number) {
    this.starts = new Int32Array(width * BATCH_ROWS);
    this.ends = new Int32Array(width * BATCH_ROWS);
  }
}

/**
 * Splits `bytes[from, to)` into rows until the batch is full or the bytes end. Returns where the first row not taken begins.
 * A quote opens a field only at its start; what follows the closing quote belongs to the field. CR, LF and CRLF end a row.
 * Without `atEnd` a row needs its line end; with it, the last row may lack one. `view` is over the same memory; four bytes past
 * `to` must be readable.
 */
export function splitRows(
  bytes: Uint8Array,
  view: DataView,
  from: number,
  to: number,
  atEnd: boolean,
  layout: RowLayout,
  batch: RowBatch,
): number {
  const { separator, slots, reach } = layout;
  const { starts, ends } = batch;
  // Four bytes at a time: a word without any byte below this holds no end of a field.
  const above = ((separator > QUOTE ? separator : QUOTE) + 1) * 0x01010101;
  let line = batch.nextLine;
  let rowStart = from;
  let row = 0;
  let at = from;
  let stop: SplitStop = null;
  batch.hasEscapes = false;

  rows: while (row < BATCH_ROWS && at < to) {
    const rowLine = line;
    let column = 0;
    for (;;) {
      let begin = at;
      let end: number;
      if (at < to && bytes[at] === QUOTE) {
        begin = ++at;
        let plain = true;
        for (;;) {
          while (at < to && bytes[at] !== QUOTE) {
            if (bytes[at] === LF) line++;
            at++;
          }
          if (at >= to) {
            stop = 'open-quote';
            line = rowLine;
            break rows;
          }
          if (at + 1 < to) {
            if (bytes[at + 1] !== QUOTE) break;
            plain = false;
            at += 2;
          } else if (atEnd) {
            break;
          } else {
            stop = 'unfinished';
            line = rowLine;
            break rows;
          }
        }
        end = at++;
        const closed = at;
        while (at < to && bytes[at] !== separator && bytes[at] !== LF && bytes[at] !== CR) at++;
        if (at > closed || !plain) {
          end = ~at;
          batch.hasEscapes = true;
        }
      } else {
        while (at < to) {
          const word = view.getInt32(at, true);
          // The lowest bit set marks the first byte that is low; bits past it may be borrowed and mean nothing.
          const low = (word - above) & ~word & 0x80808080;
          if (low === 0) {
            at += 4;
            continue;
          }
          at += (31 - Math.clz32(low & -low)) >> 3;
          const byte = bytes[at];
          if (byte === separator || byte === LF || byte === CR) break;
          at++;
        }
        // The words read past the end: bytes left from before are no part of the row.
        if (at > to) at = to;
        end = at;
      }
      if (at >= to && !atEnd) {
        stop = 'unfinished';
        line = rowLine;
        break rows;
      }
      const slot = slots[column] ?? -1;
      if (slot >= 0) {
        starts[slot * BATCH_ROWS + row] = begin;
        ends[slot * BATCH_ROWS + row] = end;
      }
      column++;
      const next = at < to ? (bytes[at] ?? 0) : LF;
      if (next === separator) {
        at++;
        if (column < MAX_COLUMNS) continue;
        stop = 'too-many-columns';
        line = rowLine;
        break rows;
      }
      batch.rowEnds[row] = at;
      if (next === CR) {
        if (at + 1 >= to && !atEnd) {
          stop = 'unfinished';
          line = rowLine;
          break rows;
        }
        at++;
        if (at < to && bytes[at] === LF) at++;
      } else {
        at++;
      }
      line++;
      break;
    }
    if (column < reach) clearMissing(layout, batch, column, row);
    batch.fields[row] = column;
    batch.lines[row] = rowLine;
    batch.rowStarts[row] = rowStart;
    row++;
    rowStart = at < to ? at : to;
  }
  batch.rows = row;
  batch.nextLine = line;
  batch.stop = stop;
  return rowStart;
}

function clearMissing(layout: RowLayout, batch: RowBatch, columns: number, row: number): void {
  for (let column = columns; column < layout.reach; column++) {
    const slot = layout.slots[column] ?? -1;
    if (slot < 0) continue;
    batch.starts[slot * BATCH_ROWS + row] = 0;
    batch.ends[slot * BATCH_ROWS + row] = 0;
  }
}

/** Copies a quoted field to `target`, doubled quotes made single; returns where the copy ends. The bytes may be the same array. */
export function unescape(bytes: Uint8Array, start: number, end: number, target: number): number {
  let at = start;
  let quoted = true;
  let to = target;
  while (at < end) {
    const byte = bytes[at] ?? 0;
    if (quoted && byte === QUOTE) {
      if (at + 1 < end && bytes[at + 1] === QUOTE) {
        bytes[to++] = QUOTE;
        at += 2;
        continue;
      }
      quoted = false;
    } else {
      bytes[to++] = byte;
    }
    at++;
  }
  return to;
}

/**
 * A plain decimal (`-1234.5`) in units of 10^−`digits`: with two digits, `12.3` is 1230. NaN for anything else, for more
 * decimals than `digits`, and past 15 digits, where a double is no longer exact.
 */
export function readDecimal(bytes: Uint8Array, start: number, end: number, digits: number): number {
  let at = start;
  const negative = bytes[at] === MINUS;
  if (negative) at++;
  if (at >= end || end - at > 16) return NaN;
  let value = 0;
  const whole = at;
  for (; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  if (at === whole) return NaN;
  let missing = digits;
  if (at < end) {
    if (bytes[at] !== DOT || at + 1 >= end) return NaN;
    for (at++; at < end; at++) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) return NaN;
      if (missing === 0) {
        if (digit !== 0) return NaN;
        continue;
      }
      value = value * 10 + digit;
      missing--;
    }
  }
  for (; missing > 0; missing--) value *= 10;
  if (value > 999_999_999_999_999) return NaN;
  return negative && value !== 0 ? -value : value;
}

/** A whole number of up to nine digits, or −1. */
export function readCount(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end || end - start > 9) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Digits at `[start, start + count)` as a number, or −1. */
export function readDigits(bytes: Uint8Array, start: number, count: number): number {
  let value = 0;
  for (let at = start; at < start + count; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

export function sameBytes(a: Uint8Array, aStart: number, b: Uint8Array, bStart: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (a[aStart + at] !== b[bStart + at]) return false;
  return true;
}

export function hasHighByte(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) > 127) return true;
  return false;
}

/** Whether the bytes are well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms). */
export function isUtf8(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const lead = bytes[at++] ?? 0;
    if (lead < 0x80) continue;
    if (lead < 0xc2 || lead > 0xf4) return false;
    const trail = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    if (at + trail > end) return false;
    const second = bytes[at] ?? 0;
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) return false;
    for (let next = 1; next < trail; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return false;
    at += trail;
  }
  return true;
}

/** The first byte of the field that is not white space or the tab or apostrophe that keeps an id text in Excel. */
export function trimStart(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && ((bytes[at] ?? 0) <= 32 || bytes[at] === 39)) at++;
  return at;
}

export function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && (bytes[at - 1] ?? 0) <= 32) at--;
  return at;
}

/** `1.9E+18`: a long id that Excel turned into a rounded number. */
export function looksDamaged(bytes: Uint8Array, start: number, end: number): boolean {
  const plus = bytes[end - 3] === PLUS ? end - 3 : bytes[end - 4] === PLUS ? end - 4 : -1;
  if (plus < start + 2 || ((bytes[plus - 1] ?? 0) | 32) !== 101) return false;
  if (readDigits(bytes, plus + 1, end - plus - 1) < 0) return false;
  for (let at = start; at < plus - 1; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== DOT && (byte < ZERO || byte > 57)) return false;
  }
  return true;
}

export const BYTE = { TAB, LF, CR, QUOTE, PLUS, MINUS, DOT, ZERO, SPACE: 32, SLASH: 47, EQUALS: 61, T: 84 } as const;
