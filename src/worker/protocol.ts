import type { CoMovement } from '#core/comparison/co-movement.ts';
import type { Evaluation } from '#core/evaluation.ts';
import type { CampaignFacts, CampaignRequest } from '#core/kpis/campaign-facts.ts';
import type { CampaignTag } from '#core/kpis/campaign-tags.ts';
import type { CustomerGroupOptions, CustomerGroups } from '#core/kpis/customer-group-facts.ts';
import type { Kpis, KpiOptions } from '#core/kpis/facts.ts';
import type { Currency } from '#core/money.ts';
import type { DatasetRecord, ImportOutcome, ImportProgress } from '#core/orders/dataset.ts';
import type { ColumnMapping, ImportProblem, Inspection } from '#core/orders/import.ts';
import type { Result } from '#core/result.ts';

/** What the page may ask of the analytics worker. The raw orders stay behind this door. */
export interface AnalyticsWorker {
  /** Gives the worker its replica of a book: the whole state first, then every update. */
  openBook(bookId: string, state: Uint8Array): void;
  updateBook(bookId: string, update: Uint8Array): void;
  closeBook(bookId: string): void;
  /** A metric of an open book against every other one; none of a book that is not open. */
  comovements(bookId: string, metricId: string): Promise<readonly CoMovement[]>;

  /** Reads the first bytes of each file: encoding, platform, guessed mapping, sample rows. */
  inspect(files: readonly File[]): Promise<readonly Result<Inspection, ImportProblem>[]>;
  /** Parses the files whole and, only when all went well, stores them with the dataset. Nothing is kept on cancel or error. */
  importOrders(request: ImportRequest, onProgress: (progress: ImportProgress) => void): Promise<ImportOutcome>;
  cancelImport(importId: string): void;

  /** Facts of a stored dataset; cached by dataset version and options. */
  kpis(datasetId: string, options: KpiOptions): Promise<Kpis>;
  /** What a stored dataset tells of campaigns, in the order asked for; cached alike. */
  campaignFacts(datasetId: string, request: CampaignRequest): Promise<readonly CampaignFacts[]>;
  /** Which campaigns the file names and when each ran; by first day. */
  campaignTags(datasetId: string): Promise<readonly CampaignTag[]>;
  /** Customers of a stored dataset by group; cached alike. */
  customerGroups(datasetId: string, options: CustomerGroupOptions): Promise<CustomerGroups>;
  /** Makes the seeded sample orders as a dataset, in the person's language. */
  makeSample(request: SampleRequest, onProgress: (progress: ImportProgress) => void): Promise<DatasetRecord>;
}

export interface SampleRequest {
  readonly bookId: string;
  readonly locale: 'en' | 'zh-Hans' | 'zh-Hant';
  /** The last of the three calendar years that the orders span. */
  readonly year: number;
  readonly name: string;
}

export interface ImportRequest {
  readonly importId: string;
  readonly bookId: string;
  /** An existing dataset to append to, or null for a new one. */
  readonly datasetId: string | null;
  readonly name: string;
  readonly currency: Currency;
  readonly files: readonly { readonly file: File; readonly mapping: ColumnMapping }[];
}

/** What the worker tells unasked. */
export type WorkerNews = { readonly kind: 'evaluation'; readonly bookId: string; readonly evaluation: Evaluation };
