import type { Evaluation } from '#core/evaluation.ts';
import { proxy, wrap } from 'comlink';
import type { Endpoint, Remote } from 'comlink';
import { mergeUpdates } from 'yjs';
import workerUrl from './analytics.worker.ts?worker&url';
import type { WorkerDoor } from './door.ts';
import type { AnalyticsWorker, WorkerNews } from './protocol.ts';

interface UrlPolicy {
  createScriptURL(url: string): string;
}

/** Under Trusted Types a worker's address must come from a policy; ours lets only our own script through. */
function trusted(url: string): string {
  const types: unknown = Reflect.get(globalThis, 'trustedTypes');
  if (!hasPolicies(types)) return url;
  return types
    .createPolicy('annum-worker', { createScriptURL: (own) => (own === workerUrl ? own : '') })
    .createScriptURL(url);
}

const hasPolicies = (types: unknown): types is { createPolicy(name: string, rules: UrlPolicy): UrlPolicy } =>
  typeof types === 'object' && types !== null && 'createPolicy' in types;

const startWorker = (): Worker => new Worker(trusted(workerUrl), { type: 'module', name: 'annum-analytics' });

let started: Analytics | null = null;

/** The page's one analytics worker, started when first asked for. */
export const analytics = (): Analytics => (started ??= new Analytics(startWorker()));

/** The page's side of the door. */
export class Analytics implements Omit<AnalyticsWorker, 'openBook' | 'updateBook' | 'closeBook'> {
  readonly #door: Remote<WorkerDoor>;
  readonly #followers = new Map<string, Set<(evaluation: Evaluation) => void>>();
  readonly #waiting = new Map<string, Uint8Array[]>();

  constructor(endpoint: Endpoint) {
    this.#door = wrap<WorkerDoor>(endpoint);
    void this.#door.listen(
      proxy((news: WorkerNews) => {
        for (const hear of this.#followers.get(news.bookId) ?? []) hear(news.evaluation);
      }),
    );
  }

  /** Gives the worker its replica of a book and hears its evaluations. `state` is the whole document. */
  follow(bookId: string, state: Uint8Array, hear: (evaluation: Evaluation) => void): Following {
    const followers = this.#followers.get(bookId) ?? new Set();
    this.#followers.set(bookId, followers.add(hear));
    void this.#door.openBook(bookId, state);
    return {
      update: (update) => this.#update(bookId, update),
      stop: () => {
        followers.delete(hear);
        this.#send(bookId);
        // A screen that left and came back at once may have opened the book again already.
        if (followers.size === 0) void this.#door.closeBook(bookId);
      },
    };
  }

  /** Waking the worker costs the page's thread a moment: it does so after the key's own work, and once for several changes. */
  #update(bookId: string, update: Uint8Array): void {
    const waiting = this.#waiting.get(bookId);
    if (waiting) waiting.push(update);
    else {
      this.#waiting.set(bookId, [update]);
      setTimeout(() => this.#send(bookId), 0);
    }
  }

  #send(bookId: string): void {
    const waiting = this.#waiting.get(bookId);
    this.#waiting.delete(bookId);
    if (waiting) void this.#door.updateBook(bookId, mergeUpdates(waiting));
  }

  cancelImport: AnalyticsWorker['cancelImport'] = (importId) => void this.#door.cancelImport(importId);
  comovements: AnalyticsWorker['comovements'] = (bookId, metricId) => {
    this.#send(bookId);
    return this.#door.comovements(bookId, metricId);
  };
  inspect: AnalyticsWorker['inspect'] = (files) => this.#door.inspect(files);
  kpis: AnalyticsWorker['kpis'] = (datasetId, options) => this.#door.kpis(datasetId, options);
  campaignFacts: AnalyticsWorker['campaignFacts'] = (datasetId, request) =>
    this.#door.campaignFacts(datasetId, request);
  campaignTags: AnalyticsWorker['campaignTags'] = (datasetId) => this.#door.campaignTags(datasetId);
  customerGroups: AnalyticsWorker['customerGroups'] = (datasetId, options) =>
    this.#door.customerGroups(datasetId, options);
  importOrders: AnalyticsWorker['importOrders'] = (request, onProgress) =>
    this.#door.importOrders(request, proxy(onProgress));
  makeSample: AnalyticsWorker['makeSample'] = (request, onProgress) =>
    this.#door.makeSample(request, proxy(onProgress));
}

export interface Following {
  update(update: Uint8Array): void;
  stop(): void;
}
