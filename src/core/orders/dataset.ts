import type { ImportProblem, QualityReport } from './import.ts';

export interface ImportProgress {
  readonly file: string;
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly rows: number;
  readonly rowsPerSecond: number;
}

export type ImportOutcome =
  | { readonly kind: 'done'; readonly dataset: DatasetRecord; readonly report: QualityReport }
  | { readonly kind: 'already-imported'; readonly datasetId: string; readonly fileName: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly file: string; readonly problem: ImportProblem };

/** A dataset as listed: on this device only. */
export interface DatasetRecord {
  readonly id: string;
  readonly bookId: string;
  readonly name: string;
  /** Grows with every append; KPI caches hang on it. */
  readonly version: number;
  readonly sample: boolean;
  readonly files: readonly {
    readonly name: string;
    readonly bytes: number;
    /** SHA-256 over the SHA-256s of the file's 4 MiB pieces: equal for equal bytes. */
    readonly fingerprint: string;
    readonly rows: number;
    readonly importedAt: string;
  }[];
  readonly report: QualityReport;
}
