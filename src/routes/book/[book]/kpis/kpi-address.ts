import {
  DIMENSIONS,
  SECOND_PURCHASE_WINDOWS,
  type DimensionId,
  type KpiOptions,
  type LookBack,
  type SecondPurchaseWindow,
} from '#core/kpis/facts.ts';

/** Views of customers beside the registry's figures. */
export const SEGMENT_VIEWS = ['conversion', 'cohorts', 'rfm', 'shares'] as const;
export type SegmentView = (typeof SEGMENT_VIEWS)[number];

export const MATRIX_KINDS = ['retention', 'customers', 'sales'] as const;
export type MatrixKind = (typeof MATRIX_KINDS)[number];

/** Where the explorer stands, as its URL says it. `null` is the book's own choice or the newest. */
export interface KpiAddress {
  /** A registry id or a segment view; `null` shows the list on a phone, the first figure elsewhere. */
  readonly show: string | null;
  readonly dataset: string | null;
  readonly year: number | null;
  readonly lookBack: LookBack | null;
  readonly window: SecondPurchaseWindow;
  readonly dormantDays: number;
  readonly refundMonth: KpiOptions['refundMonth'];
  readonly matrix: MatrixKind;
  readonly dimension: DimensionId;
}

export const DORMANT_DAYS = [90, 180, 365, 540, 730] as const;
export const LOOK_BACKS = ['all', 365, 730] as const satisfies readonly LookBack[];

const DEFAULTS: KpiAddress = {
  show: null,
  dataset: null,
  year: null,
  lookBack: null,
  window: 90,
  dormantDays: 365,
  refundMonth: 'order',
  matrix: 'retention',
  dimension: 'category',
};

const oneOf = <T extends string | number>(all: readonly T[], text: string | null): T | null =>
  all.find((value) => String(value) === text) ?? null;

/** Reads a URL's query; anything unknown is as if it were not there. */
export function readAddress(query: URLSearchParams): KpiAddress {
  const year = query.get('year');
  return {
    show: query.get('show') || null,
    dataset: query.get('dataset') || null,
    year: year !== null && /^\d{4}$/.test(year) ? Number(year) : null,
    lookBack: oneOf(LOOK_BACKS, query.get('lookBack')),
    window: oneOf(SECOND_PURCHASE_WINDOWS, query.get('window')) ?? DEFAULTS.window,
    dormantDays: oneOf(DORMANT_DAYS, query.get('dormantDays')) ?? DEFAULTS.dormantDays,
    refundMonth: oneOf(['order', 'refund'] as const, query.get('refundMonth')) ?? DEFAULTS.refundMonth,
    matrix: oneOf(MATRIX_KINDS, query.get('matrix')) ?? DEFAULTS.matrix,
    dimension: oneOf(DIMENSIONS, query.get('dimension')) ?? DEFAULTS.dimension,
  };
}

/** The query of an address, `?` included; what is at its default is left out. */
export function writeAddress(address: KpiAddress): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...address })) {
    if (value !== null && value !== Object.entries(DEFAULTS).find(([known]) => known === key)?.[1])
      query.set(key, String(value));
  }
  return `?${query.toString()}`;
}
