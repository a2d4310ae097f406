import type * as Y from 'yjs';
import { IndexeddbPersistence, clearDocument } from 'y-indexeddb';

const nameOf = (bookId: string): string => `annum-book-${bookId}`;
const PATIENCE_MS = 2_000;

export interface Keeper {
  stop(): Promise<void>;
}

/**
 * Keeps the document with y-indexeddb, as a second copy beside the journal. Its failures stay its own: a handler that throws
 * would silence the document, and a database that never answers must not keep a book from opening.
 */
export async function keepDocument(doc: Y.Doc, bookId: string): Promise<Keeper> {
  const keeper = new IndexeddbPersistence(nameOf(bookId), doc);
  const store = keeper._storeUpdate;
  doc.off('update', store);
  const guarded: typeof store = (update, origin) => {
    try {
      store(update, origin);
    } catch (problem) {
      console.warn('The second copy of the book is behind until the next visit', problem);
    }
  };
  doc.on('update', guarded);
  const failed = keeper._db.then(
    () => new Promise<never>(() => {}),
    () => {},
  );
  const tired = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([keeper.whenSynced, failed, tired]);
  return {
    async stop() {
      doc.off('update', guarded);
      await keeper.destroy().catch(() => {});
    },
  };
}

export const eraseDocument = (bookId: string): Promise<unknown> => Promise.resolve(clearDocument(nameOf(bookId)));
