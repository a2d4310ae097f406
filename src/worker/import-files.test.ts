import 'fake-indexeddb/auto';
import { DEFAULT_OPTIONS } from '#core/kpis/facts.ts';
import type { ImportProgress } from '#core/orders/dataset.ts';
import type { ColumnMapping } from '#core/orders/import.ts';
import { AnnumDatabase } from '#storage/database.ts';
import { listDatasets, removeDataset } from '#storage/datasets.ts';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { importFiles } from './import-files.ts';
import { KpiCache } from './kpi-cache.ts';
import type { ImportRequest } from './protocol.ts';

const MAPPING: ColumnMapping = {
  platform: 'annum',
  encoding: 'utf-8',
  separator: ',',
  headerRow: 0,
  columns: { order: 0, line: 1, customer: 2, time: 3, paid: 4 },
  dateOrder: 'ymd',
  decimal: '.',
};

const HEADER = 'order,line,customer,time,paid\n';
const orders = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => {
    const id = from + at;
    const month = String((id % 12) + 1).padStart(2, '0');
    return `o${id},1,c${id % 40},2025-${month}-05 10:00:00,${10 + (id % 7)}.50\n`;
  }).join('');

const csv = (name: string, rows: string): File => new File([HEADER + rows], name);
const packed = (name: string, rows: string, cut = 0): File => {
  const bytes = gzipSync(HEADER + rows);
  return new File([bytes.subarray(0, bytes.length - cut)], name);
};

const request = (files: File[], change: Partial<ImportRequest> = {}): ImportRequest => ({
  importId: 'i',
  bookId: 'b',
  datasetId: null,
  name: 'Shop',
  currency: 'CNY',
  files: files.map((file) => ({ file, mapping: MAPPING })),
  ...change,
});

let db: AnnumDatabase;
let count = 0;
beforeEach(() => void (db = new AnnumDatabase(`import-${++count}`)));
afterEach(() => {
  vi.restoreAllMocks();
  db.close();
});

const run = (one: ImportRequest, isCancelled = () => false, hear: (progress: ImportProgress) => void = () => {}) =>
  importFiles(db, one, hear, isCancelled);

const rowsHere = async (): Promise<number> =>
  (await db.datasets.count()) + (await db.orders.count()) + (await db.chunks.count());

async function done(one: ImportRequest) {
  const outcome = await run(one);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe('importing files', () => {
  test('keeps a dataset whose facts can be computed', async () => {
    const { dataset } = await done(request([csv('a.csv', orders(0, 100))]));
    expect(dataset).toMatchObject({ name: 'Shop', version: 1, report: { rowsRead: 100, rowsKept: 100 } });
    const facts = await new KpiCache(db).kpis(dataset.id, DEFAULT_OPTIONS);
    expect([facts.orders, facts.customers, facts.months.length]).toEqual([100, 40, 12]);
  });

  test('a gzip file gives the same facts whatever it is called', async () => {
    const cache = new KpiCache(db);
    const plain = await done(request([csv('a.csv', orders(0, 100))]));
    const zipped = await done(request([packed('b.csv', orders(0, 100))]));
    expect(await cache.kpis(zipped.dataset.id, DEFAULT_OPTIONS)).toEqual(
      await cache.kpis(plain.dataset.id, DEFAULT_OPTIONS),
    );
  });

  test('several files are one dataset, equal to the files joined', async () => {
    const cache = new KpiCache(db);
    const split = await done(request([csv('a.csv', orders(0, 60)), csv('b.csv', orders(60, 40))]));
    const whole = await done(request([csv('c.csv', orders(0, 100))]));
    expect(await cache.kpis(split.dataset.id, DEFAULT_OPTIONS)).toEqual(
      await cache.kpis(whole.dataset.id, DEFAULT_OPTIONS),
    );
    expect(split.dataset.files.map((file) => file.rows)).toEqual([60, 40]);
  });

  test('an append continues the dataset, and its facts are not those of before', async () => {
    const cache = new KpiCache(db);
    const first = await done(request([csv('a.csv', orders(0, 60))]));
    await cache.kpis(first.dataset.id, DEFAULT_OPTIONS);
    const second = await done(request([csv('b.csv', orders(40, 60))], { datasetId: first.dataset.id }));
    expect(second.dataset).toMatchObject({
      id: first.dataset.id,
      version: 2,
      report: { rowsKept: 100, duplicates: 20 },
    });
    expect((await cache.kpis(first.dataset.id, DEFAULT_OPTIONS)).orders).toBe(100);
    expect(await listDatasets(db, 'b')).toHaveLength(1);
  });

  test('a file of equal bytes is recognised under any name and changes nothing', async () => {
    const first = await done(request([csv('a.csv', orders(0, 10))]));
    const before = await rowsHere();
    expect(await run(request([csv('other.csv', orders(0, 10))]))).toEqual({
      kind: 'already-imported',
      datasetId: first.dataset.id,
      fileName: 'other.csv',
    });
    expect(await rowsHere()).toBe(before);
    expect((await done(request([csv('a.csv', orders(0, 10))], { bookId: 'another' }))).kind).toBe('done');
  });

  test('a file dropped twice at once counts once', async () => {
    const { dataset } = await done(request([csv('a.csv', orders(0, 10)), csv('copy.csv', orders(0, 10))]));
    expect(dataset.report.rowsRead).toBe(10);
    expect(dataset.files).toHaveLength(1);
  });

  test('a refused second file leaves nothing of the first', async () => {
    const outcome = await run(request([csv('a.csv', orders(0, 10)), csv('empty.csv', '')]));
    expect(outcome).toEqual({ kind: 'failed', file: 'empty.csv', problem: { kind: 'header-only' } });
    expect(await rowsHere()).toBe(0);
  });

  test.each([
    ['cut short', packed('cut.gz', orders(0, 5_000), 300), 'broken-gzip'],
    ['damaged', new File([new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8])], 'bad.gz'), 'broken-gzip'],
    ['without rows that count', csv('bad.csv', 'o1,1,c1,never,1\n'), 'no-valid-rows'],
  ])('a file %s is refused with its reason', async (_case, file, kind) => {
    expect(await run(request([file]))).toMatchObject({ kind: 'failed', file: file.name, problem: { kind } });
    expect(await rowsHere()).toBe(0);
  });

  test('a file that can no longer be read is told so', async () => {
    const file = csv('gone.csv', orders(0, 10));
    const gone = (out: ReadableStreamDefaultController): void =>
      out.error(new DOMException('gone', 'NotReadableError'));
    vi.spyOn(file, 'stream').mockReturnValue(new ReadableStream({ pull: gone }));
    expect(await run(request([file]))).toMatchObject({ kind: 'failed', problem: { kind: 'unreadable' } });
  });

  test('a cancel leaves no trace', async () => {
    expect(await run(request([csv('a.csv', orders(0, 5_000))]), () => true)).toEqual({ kind: 'cancelled' });
    expect(await rowsHere()).toBe(0);
  });

  test('a full disk is told and leaves what was there', async () => {
    const first = await done(request([csv('a.csv', orders(0, 10))]));
    const before = await rowsHere();
    const full = new Error('full');
    full.name = 'QuotaExceededError';
    vi.spyOn(db.orders, 'put').mockRejectedValue(full);
    const outcome = await run(request([csv('b.csv', orders(10, 10))], { datasetId: first.dataset.id }));
    expect(outcome).toMatchObject({ kind: 'failed', problem: { kind: 'storage-full' } });
    expect(await rowsHere()).toBe(before);
    expect((await listDatasets(db, 'b'))[0]?.version).toBe(1);
  });

  test('removing takes the orders along', async () => {
    const { dataset } = await done(request([csv('a.csv', orders(0, 10))]));
    await removeDataset(db, dataset.id);
    expect(await rowsHere()).toBe(0);
    await expect(new KpiCache(db).kpis(dataset.id, DEFAULT_OPTIONS)).rejects.toThrow('No dataset');
  });
});
