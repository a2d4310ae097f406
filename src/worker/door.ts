import { comovementsOf } from '#core/comparison/co-movement.ts';
import { evaluate } from '#core/evaluate.ts';
import type { AnnumDatabase } from '#storage/database.ts';
import { importFiles } from './import-files.ts';
import { inspectFiles } from './inspect-files.ts';
import { KpiCache } from './kpi-cache.ts';
import { makeSample } from './make-sample.ts';
import type { AnalyticsWorker, WorkerNews } from './protocol.ts';
import { Replicas } from './replicas.ts';

/** What the worker offers beside the protocol: where it tells its news. */
export interface WorkerDoor extends AnalyticsWorker {
  listen(hear: (news: WorkerNews) => void): void;
}

/** Everything the worker does, over one database. */
export function openDoor(db: AnnumDatabase): WorkerDoor {
  let tell: (news: WorkerNews) => void = () => {};
  const replicas = new Replicas((book) => tell({ kind: 'evaluation', bookId: book.id, evaluation: evaluate(book) }));
  const facts = new KpiCache(db);
  const cancelled = new Set<string>();

  return {
    listen: (hear) => void (tell = hear),
    openBook: (bookId, state) => replicas.open(bookId, state),
    updateBook: (bookId, update) => replicas.update(bookId, update),
    closeBook: (bookId) => replicas.close(bookId),
    async comovements(bookId, metricId) {
      const book = replicas.book(bookId);
      return book ? comovementsOf(book, metricId) : [];
    },
    inspect: inspectFiles,
    async importOrders(request, onProgress) {
      try {
        return await importFiles(db, request, onProgress, () => cancelled.has(request.importId));
      } finally {
        cancelled.delete(request.importId);
      }
    },
    cancelImport: (importId) => void cancelled.add(importId),
    kpis: (datasetId, options) => facts.kpis(datasetId, options),
    campaignFacts: (datasetId, request) => facts.campaignFacts(datasetId, request),
    campaignTags: (datasetId) => facts.campaignTags(datasetId),
    customerGroups: (datasetId, options) => facts.customerGroups(datasetId, options),
    makeSample: (request, onProgress) => makeSample(db, request, onProgress),
  };
}
