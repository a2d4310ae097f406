import * as Y from 'yjs';
import type { AnnumDatabase } from './database.ts';
import { isStorageFull } from './database.ts';

export type JournalStatus =
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'not-saved'; readonly reason: 'quota' | 'closed' | 'unknown' };

const SAVED: JournalStatus = { kind: 'saved' };
const SAVING: JournalStatus = { kind: 'saving' };
const RETRY_MS = [500, 2_000, 5_000, 15_000];
const ROWS_BEFORE_MERGE = 300;

const ownBytes = (update: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(update);

function reasonOf(problem: unknown): 'quota' | 'closed' | 'unknown' {
  if (isStorageFull(problem)) return 'quota';
  const isClosed = problem instanceof Error && /DatabaseClosed|InvalidState/.test(problem.name);
  return isClosed ? 'closed' : 'unknown';
}

/**
 * Makes "saved" true: every change of a document is appended and acknowledged only when its transaction has committed. What
 * could not be written stays in memory and is tried again, merged with what came since.
 */
export class Journal {
  status: JournalStatus = SAVED;
  #pending: Uint8Array[] = [];
  #writing: Promise<void> | null = null;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | null = null;
  readonly #db: AnnumDatabase;
  readonly #bookId: string;
  readonly #onStatus: (status: JournalStatus) => void;

  constructor(db: AnnumDatabase, bookId: string, onStatus: (status: JournalStatus) => void) {
    this.#db = db;
    this.#bookId = bookId;
    this.#onStatus = onStatus;
  }

  /** The committed changes in order. Many small ones are merged into one row first. */
  async load(): Promise<Uint8Array[]> {
    const rows = await this.#db.journal.where('bookId').equals(this.#bookId).sortBy('seq');
    const updates = rows.map((row) => row.update);
    if (rows.length > ROWS_BEFORE_MERGE) {
      const seqs = rows.map((row) => row.seq);
      // Merging is only for size: when it fails, the rows it would have replaced are still there.
      await this.#replace(seqs, updates).catch(() => {});
    }
    return updates;
  }

  append(update: Uint8Array): void {
    this.#pending.push(update);
    if (this.status.kind === 'saved') this.#tell(SAVING);
    this.#start();
  }

  /** Resolves when all that was appended is committed or has failed; what failed is still tried again. */
  async settled(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  #start(): void {
    if (this.#writing || this.#pending.length === 0) return;
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    this.#writing = this.#write();
  }

  async #write(): Promise<void> {
    while (this.#pending.length > 0) {
      const batch = this.#pending;
      this.#pending = [];
      const update = ownBytes(batch.length === 1 && batch[0] ? batch[0] : Y.mergeUpdates(batch));
      try {
        // Resolves on the transaction's `complete`, not on the request's success.
        await this.#db.transaction('rw', this.#db.journal, () =>
          this.#db.journal.add({ bookId: this.#bookId, update }),
        );
        this.#failures = 0;
      } catch (problem) {
        this.#pending.unshift(update);
        this.#writing = null;
        this.#fail(problem);
        return;
      }
    }
    this.#writing = null;
    this.#tell(SAVED);
  }

  #fail(problem: unknown): void {
    this.#tell({ kind: 'not-saved', reason: reasonOf(problem) });
    const delay = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)];
    this.#retry = setTimeout(() => {
      if (!this.#db.isOpen()) void this.#db.open().catch(() => {});
      this.#start();
    }, delay);
  }

  #tell(status: JournalStatus): void {
    this.status = status;
    this.#onStatus(status);
  }

  async #replace(seqs: number[], updates: Uint8Array[]): Promise<void> {
    const update = ownBytes(Y.mergeUpdates(updates));
    await this.#db.transaction('rw', this.#db.journal, async () => {
      // Another tab may have merged the same rows: then what they hold is in its row already.
      const present = await this.#db.journal.bulkGet(seqs);
      if (present.some((row) => row === undefined)) return;
      await this.#db.journal.bulkDelete(seqs);
      await this.#db.journal.add({ bookId: this.#bookId, update });
    });
  }
}
