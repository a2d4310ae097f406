import type { Day } from '../period.ts';

/** The meanings an order file's column may have (`kpis.md` §1). */
export const ORDER_FIELDS = [
  'order',
  'line',
  'customer',
  'time',
  'paid',
  'quantity',
  'refund',
  'refundTime',
  'productId',
  'product',
  'category',
  'channel',
  'campaign',
  'member',
  'status',
] as const;
export type OrderField = (typeof ORDER_FIELDS)[number];

/** Without these no KPI can be computed. A missing customer column is allowed only when the person confirms all-guest. */
export const REQUIRED_FIELDS: readonly OrderField[] = ['order', 'customer', 'time', 'paid'];

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';
export type Separator = ',' | '\t' | ';';

export type PlatformId =
  'annum' | 'tmall' | 'tmall-sub' | 'jd' | 'youzan' | 'douyin' | 'shopify' | 'woocommerce' | 'magento' | 'unknown';

/** Field → column index in the file's header. */
export interface ColumnMapping {
  /** Whose habits the rows follow: which statuses are unpaid, which blanks repeat the row above. */
  readonly platform: PlatformId;
  readonly encoding: Encoding;
  readonly separator: Separator;
  /** 0-based row of the header. */
  readonly headerRow: number;
  readonly columns: Readonly<Partial<Record<OrderField, number>>>;
  readonly dateOrder: 'ymd' | 'dmy' | 'mdy';
  readonly decimal: '.' | ',';
}

/** What is seen before importing. */
export interface Inspection {
  readonly fileName: string;
  readonly bytes: number;
  readonly headers: readonly string[];
  /** Up to 20 data rows as text. */
  readonly sampleRows: readonly (readonly string[])[];
  readonly mapping: ColumnMapping;
  readonly missing: readonly OrderField[];
  /** What the sample leaves open or contradicts itself in: the person should look before importing. */
  readonly doubts: readonly ('date-order' | 'decimal')[];
  /** Remembers a person's corrections: equal for files with equal headers. */
  readonly headerSignature: string;
}

/** Why a whole file was refused. Nothing of it is kept. */
export type ImportProblem =
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'header-only' }
  | { readonly kind: 'not-text' }
  | { readonly kind: 'wrong-encoding'; readonly encoding: Encoding; readonly row: number }
  | { readonly kind: 'no-header' }
  | { readonly kind: 'missing-column'; readonly field: OrderField }
  | { readonly kind: 'too-many-columns'; readonly row: number; readonly columns: number; readonly limit: number }
  | { readonly kind: 'line-too-long'; readonly row: number; readonly limitBytes: number }
  | { readonly kind: 'unclosed-quote'; readonly row: number }
  | { readonly kind: 'broken-gzip' }
  | { readonly kind: 'too-large'; readonly limitRows: number }
  | { readonly kind: 'no-valid-rows'; readonly refused: number }
  | { readonly kind: 'storage-full' }
  | { readonly kind: 'unreadable' };

/** Why one row was refused. The rest of the file goes in. */
export type RowProblem =
  | 'bad-date'
  | 'ambiguous-date'
  | 'bad-amount'
  | 'bad-quantity'
  | 'missing-order'
  | 'damaged-id'
  | 'too-few-columns'
  | 'too-many-columns'
  | 'amount-too-large'
  | 'unpaid';

export interface RefusedRow {
  readonly file: string;
  /** 1-based line of the file, counting the header. */
  readonly row: number;
  readonly reason: RowProblem;
  /** The offending text, at most 80 characters. */
  readonly text: string;
}

/** What importing found; kept with the dataset. */
export interface QualityReport {
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly refusedCount: number;
  /** The first 1,000 refused rows. */
  readonly refused: readonly RefusedRow[];
  readonly refusedByReason: Readonly<Partial<Record<RowProblem, number>>>;
  readonly duplicates: number;
  readonly orders: number;
  readonly customers: number;
  readonly guestOrders: number;
  readonly refundRows: number;
  readonly customerConflicts: number;
  readonly damagedIds: number;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  /** Calendar months (first or last) not covered whole by the data. */
  readonly incompleteMonths: readonly number[];
  /** Repurchase rate above 80% or one customer above 20% of orders: probably not a customer id. */
  readonly implausibleRepeat: boolean;
}
