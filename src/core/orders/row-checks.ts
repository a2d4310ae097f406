import { refuse, SKIPPED, type Reading } from './fields.ts';
import { BATCH_ROWS, BYTE, looksDamaged, trimEnd, trimStart, unescape } from './kernel.ts';

/** Refuses rows with fields that are not blank past the header's last. Blank lines are no rows. */
export function checkShape(reading: Reading, headerColumns: number, separator: number): void {
  const { batch, verdicts, bytes } = reading;
  for (let row = 0; row < batch.rows; row++) {
    if (verdicts[row] !== 0) continue;
    const fields = batch.fields[row] ?? 0;
    const start = batch.rowStarts[row] ?? 0;
    const end = batch.rowEnds[row] ?? 0;
    if (start === end) verdicts[row] = SKIPPED;
    else if (fields > headerColumns && blankTail(bytes, start, end, separator) < fields - headerColumns)
      refuse(reading, row, -1, 'too-many-columns');
  }
}

/** How many separators the row ends in, white space aside. */
function blankTail(bytes: Uint8Array, start: number, end: number, separator: number): number {
  let separators = 0;
  for (let at = end - 1; at >= start; at--) {
    const byte = bytes[at] ?? 0;
    if (byte === separator) separators++;
    else if (byte > BYTE.SPACE) break;
  }
  return separators;
}

/** Makes doubled quotes single, in place: the bytes of a field only become fewer. */
export function unescapeAll(reading: Reading, width: number): void {
  const { bytes, batch } = reading;
  const { starts, ends, rows } = batch;
  for (let slot = 0; slot < width; slot++) {
    const base = slot * BATCH_ROWS;
    for (let row = 0; row < rows; row++) {
      const end = ends[base + row] ?? 0;
      if (end >= 0) continue;
      const start = starts[base + row] ?? 0;
      ends[base + row] = unescape(bytes, start, ~end, start);
    }
  }
}

/** Takes white space, `="…"`, a leading apostrophe and tabs off a field that is a key, in place. */
export function cleanKeys(reading: Reading, slot: number): void {
  const { bytes, batch } = reading;
  const { starts, ends, rows } = batch;
  const base = slot * BATCH_ROWS;
  for (let row = 0; row < rows; row++) {
    const start = starts[base + row] ?? 0;
    const end = ends[base + row] ?? 0;
    if (start === end) continue;
    const first = bytes[start] ?? 0;
    const last = bytes[end - 1] ?? 0;
    if (first > 39 && first !== BYTE.EQUALS && last > BYTE.QUOTE) continue;
    let from = trimStart(bytes, start, end);
    let to = trimEnd(bytes, from, end);
    if (
      to - from >= 3 &&
      bytes[from] === BYTE.EQUALS &&
      bytes[from + 1] === BYTE.QUOTE &&
      bytes[to - 1] === BYTE.QUOTE
    ) {
      from = trimStart(bytes, from + 2, to - 1);
      to = trimEnd(bytes, from, to - 1);
    }
    starts[base + row] = from;
    ends[base + row] = to;
  }
}

/** Where a field is blank it takes another's place in the row: a product without an id goes by its name. */
export function lend(reading: Reading, from: number, to: number): void {
  const { starts, ends, rows } = reading.batch;
  for (let row = 0; row < rows; row++) {
    const at = to * BATCH_ROWS + row;
    if (starts[at] !== ends[at]) continue;
    starts[at] = starts[from * BATCH_ROWS + row] ?? 0;
    ends[at] = ends[from * BATCH_ROWS + row] ?? 0;
  }
}

/** A row without an order id: nothing but separators is no row, too few fields and a blank id are each told. */
export function refuseMissing(reading: Reading, slot: number, separator: number): void {
  const { bytes, batch, verdicts } = reading;
  const base = slot * BATCH_ROWS;
  for (let row = 0; row < batch.rows; row++) {
    if (verdicts[row] !== 0 || batch.starts[base + row] !== batch.ends[base + row]) continue;
    const start = batch.rowStarts[row] ?? 0;
    const end = batch.rowEnds[row] ?? 0;
    if (isBlank(bytes, start, end, separator)) verdicts[row] = SKIPPED;
    else refuse(reading, row, -1, batch.starts[base + row] === 0 ? 'too-few-columns' : 'missing-order');
  }
}

function isBlank(bytes: Uint8Array, start: number, end: number, separator: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > BYTE.SPACE && byte !== separator && byte !== BYTE.QUOTE) return false;
  }
  return true;
}

/** Rows whose fields end before the last one that is needed. */
export function refuseShort(reading: Reading, columns: number): void {
  const { batch, verdicts } = reading;
  for (let row = 0; row < batch.rows; row++)
    if (verdicts[row] === 0 && (batch.fields[row] ?? 0) < columns) refuse(reading, row, -1, 'too-few-columns');
}

export function refuseDamaged(reading: Reading, slot: number): void {
  const { bytes, batch, verdicts } = reading;
  const { starts, ends, rows } = batch;
  const base = slot * BATCH_ROWS;
  for (let row = 0; row < rows; row++)
    if (verdicts[row] === 0 && looksDamaged(bytes, starts[base + row] ?? 0, ends[base + row] ?? 0))
      refuse(reading, row, slot, 'damaged-id');
}

/** What a status says: never paid, or closed, which without a refund means the same. */
export const UNPAID = 1;
export const CLOSED = 2;

export function refuseUnpaid(reading: Reading, slot: number, states: Uint8Array): void {
  const { batch, verdicts } = reading;
  for (let row = 0; row < batch.rows; row++)
    if (verdicts[row] === 0 && states[row] === UNPAID) refuse(reading, row, slot, 'unpaid');
}

export function refuseClosed(reading: Reading, slot: number, states: Uint8Array, refunds: Float64Array): void {
  const { batch, verdicts } = reading;
  for (let row = 0; row < batch.rows; row++)
    if (verdicts[row] === 0 && states[row] === CLOSED && refunds[row] === 0) refuse(reading, row, slot, 'unpaid');
}

/** Rows without a time of payment. */
export function refuseBlank(reading: Reading, slot: number): void {
  const { bytes, batch, verdicts } = reading;
  const base = slot * BATCH_ROWS;
  for (let row = 0; row < batch.rows; row++) {
    if (verdicts[row] !== 0) continue;
    const start = batch.starts[base + row] ?? 0;
    const end = batch.ends[base + row] ?? 0;
    if (trimStart(bytes, start, end) >= end) refuse(reading, row, -1, 'unpaid');
  }
}
