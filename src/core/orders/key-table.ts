import { sameBytes } from './kernel.ts';

/** What is kept of a table: the lookup slots are made again from it. */
export interface StoredKeys {
  readonly count: number;
  /** Four words a key. */
  readonly words: Uint32Array;
  /** Keys too long for their words. */
  readonly arena: Uint8Array;
}

const SHORT = 15;
const DIGITS = 30;
const DIGIT_MARK = 0x80;
const ASCII_ZEROS = 0x30303030;
const LONG_MARK = 0xff000000;
const decoder = new TextDecoder();

/**
 * Byte keys to dense codes 0, 1, 2 … in order of arrival; equality is always of the bytes, never of a hash.
 * A key takes four words: up to 15 bytes as they are, 16 to 30 digits two to a byte, both with a length in the last byte;
 * anything longer lies in the arena and its words hold offset, length and hash. The bytes given to `intern` must have
 * 16 readable bytes after the key (it reads whole words).
 */
export class KeyTable {
  count = 0;
  #words: Uint32Array;
  /** Pairs of code + 1 (0 is free) and hash. */
  #slots: Int32Array;
  #mask: number;
  #arena: Uint8Array = new Uint8Array(0);
  #arenaEnd = 0;
  #seen0 = 0;
  #seen1 = 0;
  #seen2 = 0;
  #seen3 = 0;
  #seenCode = -1;

  constructor(expected = 64, stored?: StoredKeys) {
    let slots = 128;
    const wanted = Math.max(expected, stored?.count ?? 0);
    while (slots < wanted * 2) slots *= 2;
    this.#slots = new Int32Array(slots * 2);
    this.#mask = slots - 1;
    this.#words = new Uint32Array(Math.max(64, wanted) * 4);
    if (!stored) return;
    this.#words.set(stored.words);
    this.#arena = stored.arena;
    this.#arenaEnd = stored.arena.length;
    this.count = stored.count;
    this.#fill();
  }

  /** The key's code; a new key gets the next one. `view` is over the same memory as `bytes`. */
  intern(bytes: Uint8Array, view: DataView, start: number, end: number): number {
    const length = end - start;
    if (length > SHORT) return this.#internLarge(bytes, view, start, length);
    let w0 = 0;
    let w1 = 0;
    let w2 = 0;
    let w3 = length << 24;
    if (length >= 4) {
      w0 = view.getInt32(start, true);
      if (length >= 8) {
        w1 = view.getInt32(start + 4, true);
        if (length >= 12) {
          w2 = view.getInt32(start + 8, true);
          if (length > 12) w3 |= view.getInt32(start + 12, true) & ((1 << ((length - 12) << 3)) - 1);
        } else if (length > 8) w2 = view.getInt32(start + 8, true) & ((1 << ((length - 8) << 3)) - 1);
      } else if (length > 4) w1 = view.getInt32(start + 4, true) & ((1 << ((length - 4) << 3)) - 1);
    } else if (length > 0) w0 = view.getInt32(start, true) & ((1 << (length << 3)) - 1);
    return this.#find(w0, w1, w2, w3);
  }

  /** The key made of two numbers of 32 bits. */
  internPair(first: number, second: number): number {
    return this.#find(first | 0, second | 0, 0, 8 << 24);
  }

  /** The key's bytes as text. */
  text(code: number): string {
    return decoder.decode(this.bytes(code));
  }

  bytes(code: number): Uint8Array {
    const at = code * 4;
    const last = this.#words[at + 3] ?? 0;
    const mark = last >>> 24;
    if (mark === 0xff) {
      const offset = this.#words[at] ?? 0;
      return this.#arena.subarray(offset, offset + (this.#words[at + 1] ?? 0));
    }
    const packed = new Uint8Array(16);
    for (let byte = 0; byte < SHORT; byte++) packed[byte] = (this.#words[at + (byte >> 2)] ?? 0) >>> ((byte & 3) << 3);
    if (mark < DIGIT_MARK) return packed.subarray(0, mark);
    return Uint8Array.from(
      { length: mark - DIGIT_MARK },
      (_, digit) => 48 + (((packed[digit >> 1] ?? 0) >> ((digit & 1) << 2)) & 15),
    );
  }

  /** Orders two keys by their bytes: the same whichever came first. */
  compare(a: number, b: number): number {
    const left = this.bytes(a);
    const right = this.bytes(b);
    const shared = Math.min(left.length, right.length);
    for (let at = 0; at < shared; at++) {
      const difference = (left[at] ?? 0) - (right[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return left.length - right.length;
  }

  toStored(): StoredKeys {
    return {
      count: this.count,
      words: this.#words.slice(0, this.count * 4),
      arena: this.#arena.slice(0, this.#arenaEnd),
    };
  }

  #find(w0: number, w1: number, w2: number, w3: number): number {
    if (w0 === this.#seen0 && w1 === this.#seen1 && w2 === this.#seen2 && w3 === this.#seen3 && this.#seenCode >= 0)
      return this.#seenCode;
    const hash = mix(w0, w1, w2, w3);
    const words = this.#words;
    const slots = this.#slots;
    let slot = hash & this.#mask;
    let code = -1;
    for (;;) {
      const held = slots[slot * 2] ?? 0;
      if (held === 0) {
        code = this.#add(slot, hash, w0, w1, w2, w3);
        break;
      }
      if (slots[slot * 2 + 1] === hash) {
        const at = (held - 1) * 4;
        if (
          ((words[at] ?? 0) | 0) === w0 &&
          ((words[at + 1] ?? 0) | 0) === w1 &&
          ((words[at + 2] ?? 0) | 0) === w2 &&
          ((words[at + 3] ?? 0) | 0) === w3
        ) {
          code = held - 1;
          break;
        }
      }
      slot = (slot + 1) & this.#mask;
    }
    this.#seen0 = w0;
    this.#seen1 = w1;
    this.#seen2 = w2;
    this.#seen3 = w3;
    this.#seenCode = code;
    return code;
  }

  #internLarge(bytes: Uint8Array, view: DataView, start: number, length: number): number {
    if (length <= DIGITS) {
      const code = this.#internDigits(view, start, length);
      if (code >= 0) return code;
    }
    let hash = length;
    for (let at = start; at < start + length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    hash = mix(hash, length, 0, LONG_MARK | 0);
    let slot = hash & this.#mask;
    for (;;) {
      const held = this.#slots[slot * 2] ?? 0;
      if (held === 0) break;
      if (this.#slots[slot * 2 + 1] === hash && this.#isLong(held - 1, bytes, start, length)) return held - 1;
      slot = (slot + 1) & this.#mask;
    }
    const offset = this.#keep(bytes, start, length);
    return this.#add(slot, hash, offset | 0, length, hash, LONG_MARK | 0);
  }

  /** Digits two to a byte, four at a time; −1 where something is no digit. */
  #internDigits(view: DataView, start: number, length: number): number {
    let w0 = 0;
    let w1 = 0;
    let w2 = 0;
    let w3 = (DIGIT_MARK + length) << 24;
    for (let at = 0; at < length; at += 4) {
      const left = length - at;
      const mask = left >= 4 ? -1 : (1 << (left << 3)) - 1;
      const digits = ((view.getInt32(start + at, true) & mask) | (ASCII_ZEROS & ~mask)) - ASCII_ZEROS;
      if (((digits + 0x06060606) | digits) & 0xf0f0f0f0) return -1;
      const pairs = digits | (digits >>> 4);
      const half = ((pairs & 0xff) | ((pairs >>> 8) & 0xff00)) << ((at & 4) << 2);
      if (at < 8) w0 |= half;
      else if (at < 16) w1 |= half;
      else if (at < 24) w2 |= half;
      else w3 |= half;
    }
    return this.#find(w0, w1, w2, w3);
  }

  #isLong(code: number, bytes: Uint8Array, start: number, length: number): boolean {
    const at = code * 4;
    return (
      (this.#words[at + 3] ?? 0) === LONG_MARK &&
      this.#words[at + 1] === length &&
      sameBytes(this.#arena, this.#words[at] ?? 0, bytes, start, length)
    );
  }

  #keep(bytes: Uint8Array, start: number, length: number): number {
    const offset = this.#arenaEnd;
    if (offset + length > this.#arena.length) {
      const larger = new Uint8Array(Math.max(1024, this.#arena.length * 2, offset + length));
      larger.set(this.#arena.subarray(0, offset));
      this.#arena = larger;
    }
    this.#arena.set(bytes.subarray(start, start + length), offset);
    this.#arenaEnd = offset + length;
    return offset;
  }

  #add(slot: number, hash: number, w0: number, w1: number, w2: number, w3: number): number {
    const code = this.count++;
    if (code * 4 >= this.#words.length) {
      const larger = new Uint32Array(this.#words.length * 2);
      larger.set(this.#words);
      this.#words = larger;
    }
    this.#words[code * 4] = w0;
    this.#words[code * 4 + 1] = w1;
    this.#words[code * 4 + 2] = w2;
    this.#words[code * 4 + 3] = w3;
    this.#slots[slot * 2] = code + 1;
    this.#slots[slot * 2 + 1] = hash;
    if (this.count * 3 > (this.#mask + 1) * 2) this.#grow();
    return code;
  }

  #grow(): void {
    this.#slots = new Int32Array((this.#mask + 1) * 4);
    this.#mask = this.#mask * 2 + 1;
    this.#fill();
  }

  #fill(): void {
    const words = this.#words;
    const slots = this.#slots;
    for (let code = 0; code < this.count; code++) {
      const at = code * 4;
      const last = (words[at + 3] ?? 0) | 0;
      const hash =
        last === (LONG_MARK | 0)
          ? (words[at + 2] ?? 0) | 0
          : mix((words[at] ?? 0) | 0, (words[at + 1] ?? 0) | 0, (words[at + 2] ?? 0) | 0, last);
      let slot = hash & this.#mask;
      while ((slots[slot * 2] ?? 0) !== 0) slot = (slot + 1) & this.#mask;
      slots[slot * 2] = code + 1;
      slots[slot * 2 + 1] = hash;
    }
  }
}

function mix(w0: number, w1: number, w2: number, w3: number): number {
  let hash = Math.imul(w0, 0x9e3779b1);
  hash = Math.imul((hash ^ (hash >>> 15)) + w1, 0x85ebca77);
  hash = Math.imul((hash ^ (hash >>> 13)) + w2, 0xc2b2ae3d);
  hash = Math.imul((hash ^ (hash >>> 16)) + w3, 0x27d4eb2f);
  return hash ^ (hash >>> 15);
}
