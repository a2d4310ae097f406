import type { Reading } from './fields.ts';
import { BATCH_ROWS } from './kernel.ts';
import { KeyTable } from './key-table.ts';

/** Turns a field of few distinct words (a status, yes and no) into flags, judging each word once. */
export class FlagReader {
  readonly #words = new KeyTable();
  readonly #flags: number[] = [];
  readonly #decoder: TextDecoder;
  readonly #judge: (text: string) => number;

  constructor(decoder: TextDecoder, judge: (text: string) => number) {
    this.#decoder = decoder;
    this.#judge = judge;
  }

  read(reading: Reading, slot: number, out: Uint8Array): void {
    const { bytes, view, batch, verdicts } = reading;
    const base = slot * BATCH_ROWS;
    for (let row = 0; row < batch.rows; row++) {
      if (verdicts[row] !== 0) continue;
      const start = batch.starts[base + row] ?? 0;
      const end = batch.ends[base + row] ?? 0;
      const word = this.#words.intern(bytes, view, start, end);
      const flag = (this.#flags[word] ??= this.#judge(this.#decoder.decode(bytes.subarray(start, end)).trim()));
      out[row] = flag;
    }
  }
}
