import { evaluate } from '#core/evaluate.ts';
import { database } from '#storage/database.ts';
import { expose } from 'comlink';
import type { WorkerDoor } from './client.ts';
import { importFiles } from './import-files.ts';
import { KpiCache } from './kpi-cache.ts';
import type { WorkerNews } from './protocol.ts';
import { Replicas } from './replicas.ts';

class NotReady extends Error {}
const notReady = (): Promise<never> => Promise.reject(new NotReady('Orders cannot be read yet'));

let tell: (news: WorkerNews) => void = () => {};
const replicas = new Replicas((book) => tell({ kind: 'evaluation', bookId: book.id, evaluation: evaluate(book) }));
const facts = new KpiCache(database());
const cancelled = new Set<string>();

const door: WorkerDoor = {
  listen: (hear) => void (tell = hear),
  openBook: (bookId, state) => replicas.open(bookId, state),
  updateBook: (bookId, update) => replicas.update(bookId, update),
  closeBook: (bookId) => replicas.close(bookId),
  inspect: notReady,
  async importOrders(request, onProgress) {
    const isCancelled = (): boolean => cancelled.has(request.importId);
    try {
      return await importFiles(database(), request, onProgress, isCancelled);
    } finally {
      cancelled.delete(request.importId);
    }
  },
  cancelImport: (importId) => void cancelled.add(importId),
  kpis: (datasetId, options) => facts.kpis(datasetId, options),
  makeSample: notReady,
};

expose(door);
