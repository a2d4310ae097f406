import type { DatasetRecord, ImportProgress } from '#core/orders/dataset.ts';
import { OrderImport } from '#core/orders/order-import.ts';
import { SAMPLE_MAPPING, sampleOrdersCsv } from '#core/sample/sample-orders.ts';
import { newId } from '#document/id.ts';
import type { AnnumDatabase } from '#storage/database.ts';
import { putDataset } from '#storage/datasets.ts';
import type { SampleRequest } from './protocol.ts';

/** What the sample's file comes to in the longest language; only the progress bar rests on it. */
const ABOUT_BYTES = 11_000_000;
const TELL_EVERY_BYTES = 500_000;

/** Makes the sample's orders as a file would bring them, and keeps them as a dataset. */
export async function makeSample(
  db: AnnumDatabase,
  { bookId, locale, year, name }: SampleRequest,
  onProgress: (progress: ImportProgress) => void,
): Promise<DatasetRecord> {
  const orders = new OrderImport();
  const start = performance.now();
  let bytes = 0;
  let told = 0;
  orders.begin({ name, mapping: SAMPLE_MAPPING, minorDigits: 2 });
  for (const chunk of sampleOrdersCsv(locale, year)) {
    orders.feed(chunk);
    bytes += chunk.length;
    if (bytes - told < TELL_EVERY_BYTES) continue;
    told = bytes;
    const rowsPerSecond = Math.round(orders.rowsRead / ((performance.now() - start) / 1_000));
    onProgress({
      file: name,
      bytesDone: bytes,
      bytesTotal: Math.max(bytes, ABOUT_BYTES),
      rows: orders.rowsRead,
      rowsPerSecond,
    });
  }
  const problem = orders.end();
  const finished = orders.finish();
  if (problem || !finished.ok) throw new Error(`The sample could not be read: ${problem?.kind ?? 'no rows'}`);
  const changedAt = new Date().toISOString();
  const file = { name, bytes, fingerprint: '', rows: orders.fileRows, importedAt: changedAt };
  const { report } = finished.value;
  const dataset: DatasetRecord = { id: newId(), bookId, name, version: 1, sample: true, files: [file], report };
  await putDataset(db, { ...dataset, changedAt }, orders.toStored());
  return dataset;
}
