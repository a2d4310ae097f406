import type { Book } from '#core/book/book.ts';
import { BookReader } from '#document/read-book.ts';
import * as Y from 'yjs';

interface Replica {
  readonly doc: Y.Doc;
  readonly reader: BookReader;
  scheduled: boolean;
}

/** The worker's copies of open books: each gets the same updates as any peer and is evaluated once they have settled. */
export class Replicas {
  readonly #open = new Map<string, Replica>();
  readonly #evaluate: (book: Book) => void;

  constructor(evaluate: (book: Book) => void) {
    this.#evaluate = evaluate;
  }

  open(bookId: string, state: Uint8Array): void {
    this.close(bookId);
    const doc = new Y.Doc({ guid: bookId });
    Y.applyUpdate(doc, state);
    const replica: Replica = { doc, reader: new BookReader(doc, () => this.#schedule(replica)), scheduled: false };
    this.#open.set(bookId, replica);
    this.#schedule(replica);
  }

  update(bookId: string, update: Uint8Array): void {
    const replica = this.#open.get(bookId);
    if (replica) Y.applyUpdate(replica.doc, update);
  }

  /** The book as it stands; `null` when it is not open. */
  book(bookId: string): Book | null {
    return this.#open.get(bookId)?.reader.book ?? null;
  }

  close(bookId: string): void {
    const replica = this.#open.get(bookId);
    this.#open.delete(bookId);
    replica?.reader.stop();
    replica?.doc.destroy();
  }

  /** A pause of one task lets the updates that already wait arrive first, so that fast typing is computed once. */
  #schedule(replica: Replica): void {
    if (replica.scheduled) return;
    replica.scheduled = true;
    setTimeout(() => {
      replica.scheduled = false;
      if (this.#open.get(replica.doc.guid) === replica) this.#evaluate(replica.reader.book);
    }, 0);
  }
}
