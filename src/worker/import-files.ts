import { MINOR_DIGITS } from '#core/money.ts';
import type { DatasetRecord, ImportOutcome, ImportProgress } from '#core/orders/dataset.ts';
import type { ImportProblem } from '#core/orders/import.ts';
import { OrderImport } from '#core/orders/order-import.ts';
import { newId } from '#document/id.ts';
import { getOrders, listDatasets, putDataset } from '#storage/datasets.ts';
import { isStorageFull } from '#storage/database.ts';
import type { AnnumDatabase } from '#storage/database.ts';
import { BytesProblem, bytesOf } from './file-bytes.ts';
import { fingerprint } from './fingerprint.ts';
import { Meter } from './meter.ts';
import type { ImportRequest } from './protocol.ts';

type Fingerprints = ReadonlyMap<File, string>;

/** The first of the files that some dataset of the book has already. */
async function alreadyHere(db: AnnumDatabase, bookId: string, prints: Fingerprints): Promise<ImportOutcome | null> {
  for (const dataset of await listDatasets(db, bookId))
    for (const [file, print] of prints)
      if (dataset.files.some((known) => known.fingerprint === print))
        return { kind: 'already-imported', datasetId: dataset.id, fileName: file.name };
  return null;
}

/** Each file once, though it may have been dropped twice. */
async function fingerprints(request: ImportRequest): Promise<Fingerprints> {
  const byPrint = new Map<string, File>();
  for (const { file } of request.files) {
    const print = await fingerprint(file).catch(() => '');
    if (!byPrint.has(print)) byPrint.set(print, file);
  }
  return new Map([...byPrint].map(([print, file]) => [file, print]));
}

/** Two tabs that append to one dataset take turns: the second continues what the first has kept. */
const inTurn = <T>(datasetId: string | null, work: () => Promise<T>): Promise<T> =>
  datasetId === null || !globalThis.navigator?.locks
    ? work()
    : navigator.locks.request(`annum-dataset-${datasetId}`, work);

/**
 * Parses the files one after the other into one dataset and writes it at the end, so that a cancel, a refused file or a full
 * disk leaves everything as it was. `isCancelled` is asked between chunks.
 */
export const importFiles = (
  db: AnnumDatabase,
  request: ImportRequest,
  onProgress: (progress: ImportProgress) => void,
  isCancelled: () => boolean,
): Promise<ImportOutcome> => inTurn(request.datasetId, () => importInto(db, request, onProgress, isCancelled));

async function importInto(
  db: AnnumDatabase,
  request: ImportRequest,
  onProgress: (progress: ImportProgress) => void,
  isCancelled: () => boolean,
): Promise<ImportOutcome> {
  const prints = await fingerprints(request);
  const known = await alreadyHere(db, request.bookId, prints);
  if (known) return known;
  const before = request.datasetId === null ? null : await getOrders(db, request.datasetId);
  const orders = new OrderImport(before?.orders ?? null);
  const meter = new Meter([...prints.keys()], onProgress);
  const files: DatasetRecord['files'][number][] = [...(before?.record.files ?? [])];
  const importedAt = new Date().toISOString();

  for (const { file, mapping } of request.files) {
    const print = prints.get(file);
    if (print === undefined) continue;
    const failed = (problem: ImportProblem): ImportOutcome => ({ kind: 'failed', file: file.name, problem });
    const minorDigits = MINOR_DIGITS[request.currency];
    const refused = orders.begin({ name: file.name, mapping, minorDigits });
    if (refused) return failed(refused);
    const stopped = await feed(orders, file, meter, isCancelled);
    if (stopped === 'cancelled') return { kind: 'cancelled' };
    const problem = stopped ?? orders.end();
    if (problem) return failed(problem);
    files.push({ name: file.name, bytes: file.size, fingerprint: print, rows: orders.fileRows, importedAt });
  }

  const finished = orders.finish();
  const last = request.files.at(-1)?.file.name ?? '';
  if (!finished.ok) return { kind: 'failed', file: last, problem: finished.error };
  if (isCancelled()) return { kind: 'cancelled' };
  const { report } = finished.value;
  const dataset: DatasetRecord = {
    id: before?.record.id ?? newId(),
    bookId: request.bookId,
    name: before?.record.name ?? request.name,
    version: (before?.record.version ?? 0) + 1,
    sample: before?.record.sample ?? false,
    files,
    report,
  };
  return keep(db, dataset, orders, importedAt, last);
}

/** Writes the dataset whole. */
export async function keep(
  db: AnnumDatabase,
  dataset: DatasetRecord,
  orders: OrderImport,
  changedAt: string,
  file: string,
): Promise<ImportOutcome> {
  try {
    await putDataset(db, { ...dataset, changedAt }, orders.toStored());
    return { kind: 'done', dataset, report: dataset.report };
  } catch (problem) {
    if (!isStorageFull(problem)) throw problem;
    return { kind: 'failed', file, problem: { kind: 'storage-full' } };
  }
}

async function feed(
  orders: OrderImport,
  file: File,
  meter: Meter,
  isCancelled: () => boolean,
): Promise<ImportProblem | 'cancelled' | null> {
  try {
    for await (const chunk of bytesOf(file, (bytes) => meter.read(file, bytes))) {
      const problem = orders.feed(chunk);
      if (problem) return problem;
      await meter.tell(file, orders.rowsRead);
      if (isCancelled()) return 'cancelled';
    }
    return null;
  } catch (problem) {
    if (problem instanceof BytesProblem) return problem.problem;
    // What typed arrays throw when the browser has no more memory to give.
    if (problem instanceof RangeError) return { kind: 'too-large', limitRows: orders.rowsRead };
    throw problem;
  }
}
