import type { AnnumDatabase, ShelfRow } from './database.ts';

/** The books of this device, last opened first. */
export const listBooks = (db: AnnumDatabase): Promise<ShelfRow[]> => db.books.orderBy('lastOpened').reverse().toArray();

/** Removes a book with its document's journal and its orders from this device. */
export const removeBook = (db: AnnumDatabase, id: string): Promise<void> =>
  db.transaction('rw', db.books, db.journal, db.datasets, db.orders, db.chunks, async () => {
    const datasets = await db.datasets.where('bookId').equals(id).primaryKeys();
    await db.chunks.where('datasetId').anyOf(datasets).delete();
    await db.orders.bulkDelete(datasets);
    await db.datasets.bulkDelete(datasets);
    await db.journal.where('bookId').equals(id).delete();
    await db.books.delete(id);
  });
