import type { DatasetRecord } from '#core/orders/dataset.ts';
import type { AnnumDatabase, DatasetRow } from './database.ts';

const recordOf = ({ changedAt: _changedAt, ...record }: DatasetRow): DatasetRecord => record;

/** A book's datasets, the last imported first. */
export async function listDatasets(db: AnnumDatabase, bookId: string): Promise<DatasetRecord[]> {
  const rows = await db.datasets.where('bookId').equals(bookId).sortBy('changedAt');
  return rows.reverse().map(recordOf);
}

/** Removes a dataset with its orders; kept or removed whole. */
export const removeDataset = (db: AnnumDatabase, id: string): Promise<void> =>
  db.transaction('rw', db.datasets, db.chunks, async () => {
    await db.datasets.delete(id);
    await db.chunks.where('datasetId').equals(id).delete();
  });
