import type { Currency } from '#core/money.ts';
import type { ImportProgress } from '#core/orders/dataset.ts';
import type { ImportProblem, QualityReport } from '#core/orders/import.ts';
import type { DataDesk } from '#session/book-session.ts';
import { MappingDraft } from './mapping-draft.svelte.ts';

export interface Refusal {
  readonly file: string;
  readonly problem: ImportProblem;
}

export type Stage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'inspecting' }
  | { readonly kind: 'mapping' }
  | { readonly kind: 'importing'; readonly progress: ImportProgress | null }
  | { readonly kind: 'done'; readonly name: string; readonly report: QualityReport };

/** What the last import came to when it was not done. */
export type Outcome =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'already-imported'; readonly file: string; readonly dataset: string }
  | ({ readonly kind: 'failed' } & Refusal);

/** From files dropped to a quality report. Nothing is stored before the worker has read every file whole. */
export class ImportFlow {
  readonly #desk: DataDesk;
  readonly #currency: () => Currency;
  readonly #store: Storage;
  #abort: AbortController | null = null;

  stage = $state.raw<Stage>({ kind: 'idle' });
  drafts = $state.raw<readonly MappingDraft[]>([]);
  /** Files of which not even the beginning could be read. */
  refusals = $state.raw<readonly Refusal[]>([]);
  outcome = $state.raw<Outcome | null>(null);
  /** The dataset to append to, or `null` for a new one called `name`. */
  into = $state<string | null>(null);
  name = $state('');

  readonly ready = $derived(
    this.drafts.length > 0 &&
      this.drafts.every((draft) => draft.missing.length === 0) &&
      (this.into !== null || this.name.trim() !== ''),
  );

  constructor(desk: DataDesk, currency: () => Currency, store: Storage) {
    this.#desk = desk;
    this.#currency = currency;
    this.#store = store;
  }

  async take(files: readonly File[]): Promise<void> {
    if (files.length === 0 || this.stage.kind === 'importing' || this.stage.kind === 'inspecting') return;
    const adding = this.stage.kind === 'mapping';
    const fresh = adding ? files.filter((file) => !this.drafts.some((draft) => sameFile(draft.file, file))) : files;
    this.stage = { kind: 'inspecting' };
    this.outcome = null;
    const looked = await this.#inspect(fresh);
    const drafts = looked.flatMap((one) => (one instanceof MappingDraft ? [one] : []));
    const refusals = looked.flatMap((one) => (one instanceof MappingDraft ? [] : [one]));
    this.drafts = adding ? [...this.drafts, ...drafts] : drafts;
    this.refusals = adding ? [...this.refusals, ...refusals] : refusals;
    if (!adding) this.#proposeTarget();
    this.stage = this.drafts.length > 0 ? { kind: 'mapping' } : { kind: 'idle' };
  }

  leaveOut(draft: MappingDraft): void {
    this.drafts = this.drafts.filter((one) => one !== draft);
    this.outcome = null;
    if (this.drafts.length === 0) this.close();
  }

  async import(): Promise<void> {
    if (!this.ready) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.outcome = null;
    this.stage = { kind: 'importing', progress: null };
    const name = this.#desk.datasets.find((one) => one.id === this.into)?.name ?? this.name.trim();
    const files = this.drafts.map((draft) => ({ file: draft.file, mapping: draft.mapping }));
    const request = { datasetId: this.into, name, currency: this.#currency(), files };
    try {
      const outcome = await this.#desk.importOrders(request, (progress) => this.#show(abort, progress), abort.signal);
      if (outcome.kind === 'done') {
        for (const draft of this.drafts) draft.remember();
        this.drafts = [];
        this.stage = { kind: 'done', name: outcome.dataset.name, report: outcome.report };
        return;
      }
      this.#stopped(outcome.kind === 'already-imported' ? this.#recognised(outcome) : outcome);
    } catch {
      this.#stopped({ kind: 'failed', file: this.drafts[0]?.file.name ?? '', problem: { kind: 'unreadable' } });
    }
  }

  cancel(): void {
    this.#abort?.abort();
  }

  close(): void {
    this.stage = { kind: 'idle' };
    this.drafts = [];
    this.refusals = [];
    this.outcome = null;
  }

  #show(abort: AbortController, progress: ImportProgress): void {
    if (this.#abort === abort && this.stage.kind === 'importing') this.stage = { kind: 'importing', progress };
  }

  #stopped(outcome: Outcome): void {
    this.outcome = outcome;
    if (outcome.kind === 'failed') {
      const draft = this.drafts.find((one) => one.file.name === outcome.file);
      if (draft) draft.problem = outcome.problem;
    }
    this.stage = { kind: 'mapping' };
  }

  #recognised(outcome: { readonly datasetId: string; readonly fileName: string }): Outcome {
    const dataset = this.#desk.datasets.find((one) => one.id === outcome.datasetId)?.name ?? '';
    return { kind: 'already-imported', file: outcome.fileName, dataset };
  }

  async #inspect(files: readonly File[]): Promise<readonly (MappingDraft | Refusal)[]> {
    try {
      const results = await this.#desk.inspect(files);
      return files.map((file, at) => {
        const result = results[at];
        if (result?.ok) return new MappingDraft(file, result.value, this.#store);
        return { file: file.name, problem: result?.error ?? { kind: 'unreadable' } };
      });
    } catch {
      return files.map((file) => ({ file: file.name, problem: { kind: 'unreadable' } }));
    }
  }

  /** Exports usually come month by month: the newest dataset of the person's own is the likeliest target. */
  #proposeTarget(): void {
    this.into = this.#desk.datasets.find((one) => !one.sample)?.id ?? null;
    this.name = (this.drafts[0]?.file.name ?? '').replace(/(\.(csv|tsv|txt|gz))+$/i, '');
  }
}

const sameFile = (a: File, b: File): boolean =>
  a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
