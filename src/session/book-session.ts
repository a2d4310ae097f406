import type { Book } from '#core/book/book.ts';
import type { CoMovement } from '#core/comparison/co-movement.ts';
import type { Evaluation } from '#core/evaluation.ts';
import type { BookEdits } from '#core/book/edits.ts';
import type { CampaignFacts, CampaignRequest } from '#core/kpis/campaign-facts.ts';
import type { CampaignTag } from '#core/kpis/campaign-tags.ts';
import type { CustomerGroupOptions, CustomerGroups } from '#core/kpis/customer-group-facts.ts';
import type { Kpis, KpiOptions } from '#core/kpis/facts.ts';
import type { DatasetRecord, ImportOutcome, ImportProgress } from '#core/orders/dataset.ts';
import type { ImportProblem, Inspection } from '#core/orders/import.ts';
import type { Result } from '#core/result.ts';
import type { ImportRequest } from '#worker/protocol.ts';
import type { UndoManager, XmlFragment } from 'yjs';

/** What the status bar says; never "saved" before the device has answered. */
export type SaveStatus =
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'not-saved'; readonly reason: 'quota' | 'closed' | 'unknown' };

/** An open book as screens see it. Fields are reactive ($state.raw inside the implementing class). */
export interface BookSession {
  readonly id: string;
  readonly book: Book;
  /** `null` until the worker has computed once. */
  readonly evaluation: Evaluation | null;
  readonly edit: BookEdits;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What `undo` would take back: another object after every step. */
  readonly lastStep: object | null;
  undo(): void;
  redo(): void;
  readonly status: SaveStatus;
  /** A newer version of Annum has changed the book beyond this one's understanding: verbs do nothing. */
  readonly readOnly: boolean;
  readonly data: DataDesk;
  /** What may be said of a metric's months beside every other metric's, by the book as the worker holds it. */
  comovements(metricId: string): Promise<readonly CoMovement[]>;
  /** The shared rich text of a conclusion, born with its owner; for the editor only. */
  conclusionText(owner: string): XmlFragment;
  /**
   * The book's one undo. The conclusion editor adds its own origin (`addTrackedOrigin(ySyncPluginKey)`) and passes this as
   * `yUndoOptions.undoManager`, so that Ctrl-Z in text and in cells walk the same steps.
   */
  readonly conclusionUndo: UndoManager;
  close(): Promise<void>;
}

/** Order data of this device: files in, facts out. Nothing here is shared. */
export interface DataDesk {
  /** Reactive; newest first. */
  readonly datasets: readonly DatasetRecord[];
  inspect(files: readonly File[]): Promise<readonly Result<Inspection, ImportProblem>[]>;
  importOrders(
    request: Omit<ImportRequest, 'importId' | 'bookId'>,
    onProgress: (progress: ImportProgress) => void,
    signal: AbortSignal,
  ): Promise<ImportOutcome>;
  kpis(datasetId: string, options: KpiOptions): Promise<Kpis>;
  /** In the order asked for. Give every campaign the book knows, of other years too: all stay out of the baseline. */
  campaignFacts(datasetId: string, request: CampaignRequest): Promise<readonly CampaignFacts[]>;
  campaignTags(datasetId: string): Promise<readonly CampaignTag[]>;
  customerGroups(datasetId: string, options: CustomerGroupOptions): Promise<CustomerGroups>;
  remove(datasetId: string): Promise<void>;
}
