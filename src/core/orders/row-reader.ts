import type { Encoding, ImportProblem } from './import.ts';
import { MAX_COLUMNS, RowBatch, splitRows, type RowLayout } from './kernel.ts';

/** A row longer than this is refused before more of it is held. */
export const MAX_ROW_BYTES = 1 << 20;
/** Bytes taken at once. */
const PIECE = 1 << 20;
/** Room before the rows in which a reader of rows may keep fields of the rows before. */
export const KEPT_BYTES = 1 << 14;
/** Keys are read by whole words, past their end. */
const SLACK = 32;
/** The room that a reader begins with. */
const SMALL_FILE = 1 << 14;

/** Takes a batch of rows; a problem ends the file. */
export type BatchSink = (rows: RowBatch, bytes: Uint8Array, view: DataView) => ImportProblem | null;

/**
 * Bytes of one file in pieces of any size → batches of whole rows. Memory is fixed: a row that does not end within
 * `MAX_ROW_BYTES` is refused. UTF-8 and GB18030 are scanned as they are; UTF-16 and Big5 are turned into UTF-8 on the way.
 */
export class RowReader {
  bytesRead = 0;
  /** Grows to `KEPT_BYTES + MAX_ROW_BYTES + PIECE + SLACK` at most. */
  #bytes = new Uint8Array(KEPT_BYTES + SMALL_FILE);
  #view = new DataView(this.#bytes.buffer);
  readonly #batch: RowBatch;
  readonly #layout: RowLayout;
  readonly #sink: BatchSink;
  readonly #encoding: Encoding;
  readonly #decoder: TextDecoder | null;
  readonly #encoder = new TextEncoder();
  #filled = KEPT_BYTES;
  #started = false;

  constructor(encoding: Encoding, layout: RowLayout, sink: BatchSink) {
    this.#encoding = encoding;
    this.#layout = layout;
    this.#sink = sink;
    this.#batch = new RowBatch(layout.width);
    this.#decoder = isScannable(encoding) ? null : new TextDecoder(encoding, { fatal: true });
  }

  feed(chunk: Uint8Array): ImportProblem | null {
    this.bytesRead += chunk.length;
    for (let from = 0; from < chunk.length; from += this.#step) {
      const problem = this.#take(chunk.subarray(from, from + this.#step), false);
      if (problem) return problem;
    }
    return null;
  }

  end(): ImportProblem | null {
    if (this.bytesRead === 0) return { kind: 'empty-file' };
    return this.#take(new Uint8Array(0), true);
  }

  /** UTF-16 to UTF-8 grows by half at most, Big5 by half. */
  get #step(): number {
    return this.#decoder ? PIECE >> 2 : PIECE;
  }

  #take(piece: Uint8Array, atEnd: boolean): ImportProblem | null {
    const plain = this.#decoder ? this.#transcode(piece, atEnd) : piece;
    if (!plain) return { kind: 'wrong-encoding', encoding: this.#encoding, row: this.#batch.nextLine };
    this.#makeRoom(this.#filled + plain.length + SLACK);
    this.#bytes.set(plain, this.#filled);
    this.#filled += plain.length;
    return this.#drain(atEnd);
  }

  #makeRoom(size: number): void {
    if (size <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(size, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#filled));
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }

  #transcode(piece: Uint8Array, atEnd: boolean): Uint8Array | null {
    try {
      return this.#encoder.encode(this.#decoder?.decode(piece, { stream: !atEnd }));
    } catch {
      return null;
    }
  }

  #drain(atEnd: boolean): ImportProblem | null {
    let from = KEPT_BYTES;
    const bytes = this.#bytes;
    if (!this.#started) {
      if (this.#filled < from + 3 && !atEnd) return null;
      this.#started = true;
      if (bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf) from += 3;
    }
    const batch = this.#batch;
    while (from < this.#filled) {
      from = splitRows(bytes, this.#view, from, this.#filled, atEnd, this.#layout, batch);
      if (batch.rows > 0) {
        const problem = this.#sink(batch, bytes, this.#view);
        if (problem) return problem;
      }
      if (batch.stop === 'too-many-columns')
        return { kind: 'too-many-columns', row: batch.nextLine, columns: MAX_COLUMNS + 1, limit: MAX_COLUMNS };
      if (batch.stop === 'open-quote' && (atEnd || this.#filled - from > MAX_ROW_BYTES))
        return { kind: 'unclosed-quote', row: batch.nextLine };
      if (batch.stop !== null) break;
    }
    if (this.#filled - from > MAX_ROW_BYTES)
      return { kind: 'line-too-long', row: batch.nextLine, limitBytes: MAX_ROW_BYTES };
    bytes.copyWithin(KEPT_BYTES, from, this.#filled);
    this.#filled = KEPT_BYTES + (this.#filled - from);
    return null;
  }
}

const isScannable = (encoding: Encoding): boolean => encoding === 'utf-8' || encoding === 'gb18030';
