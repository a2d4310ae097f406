import type { Reading } from './fields.ts';
import { BATCH_ROWS, sameBytes } from './kernel.ts';
import { KEPT_BYTES } from './row-reader.ts';

/**
 * For exports that name customer, time and status on the first row of an order only (Shopify): gives the rows below it
 * the same fields, by pointing at the first row's bytes. The last order of a batch is kept before the next batch's rows.
 */
export class FirstLines {
  /** Which line of its order each row of the batch is, from 0: the file's order numbers them. */
  readonly lineNumbers = new Uint32Array(BATCH_ROWS);
  #lineNumber = 0;
  readonly #order: number;
  readonly #slots: readonly number[];
  /** Start and end of the order's id, then of each repeated field. */
  readonly #kept: Int32Array;
  #hasOrder = false;

  constructor(order: number, slots: readonly number[]) {
    this.#order = order;
    this.#slots = slots.filter((slot) => slot >= 0);
    this.#kept = new Int32Array((this.#slots.length + 1) * 2);
  }

  fill(reading: Reading): void {
    const { batch, bytes, verdicts } = reading;
    const { starts, ends, rows } = batch;
    const kept = this.#kept;
    for (let row = 0; row < rows; row++) {
      if (verdicts[row] !== 0) continue;
      const start = starts[this.#order * BATCH_ROWS + row] ?? 0;
      const end = ends[this.#order * BATCH_ROWS + row] ?? 0;
      const from = kept[0] ?? 0;
      const length = (kept[1] ?? 0) - from;
      const continues = this.#hasOrder && length === end - start && sameBytes(bytes, from, bytes, start, length);
      this.#lineNumber = continues ? this.#lineNumber + 1 : 0;
      this.lineNumbers[row] = this.#lineNumber;
      if (!continues) {
        kept[0] = start;
        kept[1] = end;
        this.#hasOrder = true;
      }
      this.#slots.forEach((slot, place) => {
        const at = slot * BATCH_ROWS + row;
        const isBlank = starts[at] === ends[at];
        if (continues && isBlank) {
          starts[at] = kept[place * 2 + 2] ?? 0;
          ends[at] = kept[place * 2 + 3] ?? 0;
        } else {
          kept[place * 2 + 2] = starts[at] ?? 0;
          kept[place * 2 + 3] = ends[at] ?? 0;
        }
      });
    }
    this.#keep(bytes);
  }

  /** Moves the kept fields to the room before the rows, where they outlive the batch. */
  #keep(bytes: Uint8Array): void {
    if (!this.#hasOrder) return;
    const texts: Uint8Array[] = [];
    for (let at = 0; at < this.#kept.length; at += 2) texts.push(bytes.slice(this.#kept[at], this.#kept[at + 1]));
    let to = 0;
    texts.forEach((text, place) => {
      const fits = to + text.length <= KEPT_BYTES;
      if (fits) bytes.set(text, to);
      this.#kept[place * 2] = to;
      this.#kept[place * 2 + 1] = fits ? (to += text.length) : to;
    });
  }
}
