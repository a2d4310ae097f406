import { roomU16, roomU32 } from './growing.ts';
import type { Lines } from './lines.ts';

/**
 * Finds rows that an earlier file had, for files without line numbers. Equal rows within a file are different lines (two
 * of the same thing); across files they are one, as often as the file with more of them has it.
 */
export class Repeats {
  readonly #lines: Lines;
  /** Row + 1 of the order's last line, and of the line before each line. */
  #lastOf: Uint32Array = new Uint32Array(0);
  #before: Uint32Array = new Uint32Array(0);
  /** The file that last found its own row again in this one. */
  #claimedBy: Uint16Array = new Uint16Array(0);

  constructor(lines: Lines) {
    this.#lines = lines;
    for (let row = 0; row < lines.count; row++) this.add(row);
  }

  /** Whether an earlier file has the row that stands at `row`, and the present one has not found it before. */
  has(row: number, file: number): boolean {
    const lines = this.#lines;
    const order = lines.order[row] ?? 0;
    for (let next = this.#lastOf[order] ?? 0; next !== 0; next = this.#before[next - 1] ?? 0) {
      const earlier = next - 1;
      if (lines.file[earlier] === file || this.#claimedBy[earlier] === file) continue;
      if (!isSame(lines, earlier, row)) continue;
      this.#claimedBy[earlier] = file;
      return true;
    }
    return false;
  }

  add(row: number): void {
    const order = this.#lines.order[row] ?? 0;
    this.#lastOf = roomU32(this.#lastOf, order + 1);
    this.#before = roomU32(this.#before, row + 1);
    this.#claimedBy = roomU16(this.#claimedBy, row + 1);
    this.#before[row] = this.#lastOf[order] ?? 0;
    this.#lastOf[order] = row + 1;
  }
}

/** The values that make two rows of one order the same row. */
const isSame = (lines: Lines, a: number, b: number): boolean =>
  lines.day[a] === lines.day[b] &&
  lines.paid[a] === lines.paid[b] &&
  lines.refund[a] === lines.refund[b] &&
  lines.quantity[a] === lines.quantity[b] &&
  lines.product[a] === lines.product[b] &&
  lines.category[a] === lines.category[b] &&
  lines.channel[a] === lines.channel[b] &&
  lines.campaign[a] === lines.campaign[b];
