import type { Encoding } from './import.ts';
import { hasHighByte, isUtf8 } from './kernel.ts';
import { KeyTable } from './key-table.ts';

/**
 * Interns one field of one file in a table shared by all files. The table's keys are UTF-8; in a GB18030 file each
 * distinct name is converted once, and pure ASCII never.
 */
export class FieldKeys {
  readonly table: KeyTable;
  readonly #legacy: LegacyKeys | null;

  constructor(table: KeyTable, encoding: Encoding) {
    this.table = table;
    this.#legacy = encoding === 'gb18030' ? new LegacyKeys(table) : null;
  }

  /** The code, or −1 where the bytes are not text of the file's encoding. */
  intern(bytes: Uint8Array, view: DataView, start: number, end: number): number {
    if (this.#legacy && hasHighByte(bytes, start, end)) return this.#legacy.intern(bytes, view, start, end);
    const known = this.table.count;
    const code = this.table.intern(bytes, view, start, end);
    return code === known && !isUtf8(bytes, start, end) ? -1 : code;
  }
}

class LegacyKeys {
  readonly #table: KeyTable;
  readonly #own = new KeyTable();
  readonly #codes: number[] = [];
  readonly #decoder = new TextDecoder('gb18030', { fatal: true });
  readonly #encoder = new TextEncoder();

  constructor(table: KeyTable) {
    this.#table = table;
  }

  intern(bytes: Uint8Array, view: DataView, start: number, end: number): number {
    const own = this.#own.intern(bytes, view, start, end);
    const code = this.#codes[own];
    if (code !== undefined) return code;
    try {
      const text = this.#encoder.encode(this.#decoder.decode(bytes.subarray(start, end)));
      const padded = new Uint8Array(text.length + 16);
      padded.set(text);
      return (this.#codes[own] = this.#table.intern(padded, new DataView(padded.buffer), 0, text.length));
    } catch {
      return (this.#codes[own] = -1);
    }
  }
}
