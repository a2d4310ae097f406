import type { DatasetRecord } from '#core/orders/dataset.ts';
import type { StoredOrders } from '#core/orders/stored-orders.ts';
import type { AnnumDatabase, DatasetRow } from './database.ts';

const recordOf = ({ changedAt: _changedAt, ...record }: DatasetRow): DatasetRecord => record;

/** A book's datasets, the last imported first. */
export async function listDatasets(db: AnnumDatabase, bookId: string): Promise<DatasetRecord[]> {
  const rows = await db.datasets.where('bookId').equals(bookId).sortBy('changedAt');
  return rows.reverse().map(recordOf);
}

/** Writes a dataset's record and orders in one transaction: both or neither, in place of what was there. */
export const putDataset = (db: AnnumDatabase, row: DatasetRow, orders: StoredOrders): Promise<void> =>
  db.transaction('rw', db.datasets, db.orders, db.chunks, async () => {
    const { chunks, ...head } = orders;
    await db.chunks.where('datasetId').equals(row.id).delete();
    for (const [part, chunk] of chunks.entries()) await db.chunks.add({ datasetId: row.id, part, chunk });
    await db.orders.put({ datasetId: row.id, head });
    await db.datasets.put(row);
  });

/** A dataset's orders as they were put; `null` when it is not here. */
export const getOrders = (
  db: AnnumDatabase,
  id: string,
): Promise<{ readonly record: DatasetRecord; readonly orders: StoredOrders } | null> =>
  db.transaction('r', db.datasets, db.orders, db.chunks, async () => {
    const row = await db.datasets.get(id);
    const kept = await db.orders.get(id);
    if (!row || !kept) return null;
    const parts = await db.chunks.where('datasetId').equals(id).sortBy('part');
    return { record: recordOf(row), orders: { ...kept.head, chunks: parts.map((one) => one.chunk) } };
  });

/** Removes a dataset with its orders. */
export const removeDataset = (db: AnnumDatabase, id: string): Promise<void> =>
  db.transaction('rw', db.datasets, db.orders, db.chunks, async () => {
    await db.datasets.delete(id);
    await db.orders.delete(id);
    await db.chunks.where('datasetId').equals(id).delete();
  });
