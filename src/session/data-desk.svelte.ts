import type { KpiOptions } from '#core/kpis/facts.ts';
import type { DatasetRecord, ImportOutcome, ImportProgress } from '#core/orders/dataset.ts';
import { newId } from '#document/id.ts';
import { database } from '#storage/database.ts';
import { listDatasets, removeDataset } from '#storage/datasets.ts';
import type { Analytics } from '#worker/client.ts';
import { liveQuery } from 'dexie';
import type { DataDesk } from './book-session.ts';

/** Order data of one book, as this device has it. */
export class DeviceData implements DataDesk {
  datasets = $state.raw<readonly DatasetRecord[]>([]);
  readonly #bookId: string;
  readonly #worker: Analytics;
  readonly #subscription: { unsubscribe(): void };
  readonly #onContent: () => void;

  constructor(bookId: string, worker: Analytics, onContent: () => void) {
    this.#bookId = bookId;
    this.#worker = worker;
    this.#onContent = onContent;
    this.#subscription = liveQuery(() => listDatasets(database(), bookId)).subscribe({
      next: (datasets) => (this.datasets = datasets),
      error: (problem: unknown) => console.error(problem),
    });
  }

  inspect: DataDesk['inspect'] = (files) => this.#worker.inspect(files);

  async importOrders(
    request: Parameters<DataDesk['importOrders']>[0],
    onProgress: (progress: ImportProgress) => void,
    signal: AbortSignal,
  ): Promise<ImportOutcome> {
    if (signal.aborted) return { kind: 'cancelled' };
    const importId = newId();
    const cancel = (): void => this.#worker.cancelImport(importId);
    signal.addEventListener('abort', cancel, { once: true });
    try {
      const outcome = await this.#worker.importOrders({ ...request, importId, bookId: this.#bookId }, onProgress);
      if (outcome.kind === 'done') {
        this.datasets = await listDatasets(database(), this.#bookId);
        this.#onContent();
      }
      return outcome;
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }

  kpis = (datasetId: string, options: KpiOptions): ReturnType<DataDesk['kpis']> =>
    this.#worker.kpis(datasetId, options);

  campaignFacts: DataDesk['campaignFacts'] = (datasetId, request) => this.#worker.campaignFacts(datasetId, request);

  campaignTags: DataDesk['campaignTags'] = (datasetId) => this.#worker.campaignTags(datasetId);

  customerGroups: DataDesk['customerGroups'] = (datasetId, options) => this.#worker.customerGroups(datasetId, options);

  async remove(datasetId: string): Promise<void> {
    await removeDataset(database(), datasetId);
    this.datasets = await listDatasets(database(), this.#bookId);
  }

  stop(): void {
    this.#subscription.unsubscribe();
  }
}
