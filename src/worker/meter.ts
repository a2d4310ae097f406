import type { ImportProgress } from '#core/orders/dataset.ts';

const TELL_EVERY_MS = 100;

/** A pause of one task, in which a cancel that waits can arrive. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Tells how far an import has come: bytes over all its files, so that the bar only grows; at most ten times a second. */
export class Meter {
  readonly #total: number;
  readonly #onProgress: (progress: ImportProgress) => void;
  readonly #read = new Map<File, number>();
  readonly #start = performance.now();
  #told = performance.now();

  constructor(files: readonly File[], onProgress: (progress: ImportProgress) => void) {
    this.#total = files.reduce((sum, file) => sum + file.size, 0);
    this.#onProgress = onProgress;
  }

  read(file: File, bytes: number): void {
    this.#read.set(file, bytes);
  }

  /** Tells when it is time to, and lets messages in. */
  async tell(file: File, rows: number): Promise<void> {
    const now = performance.now();
    if (now - this.#told < TELL_EVERY_MS) return;
    this.#told = now;
    const bytesDone = [...this.#read.values()].reduce((sum, bytes) => sum + bytes, 0);
    const rowsPerSecond = Math.round(rows / ((now - this.#start) / 1_000));
    this.#onProgress({ file: file.name, bytesDone, bytesTotal: this.#total, rows, rowsPerSecond });
    await breathe();
  }
}
