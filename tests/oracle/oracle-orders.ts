import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { OrderColumns } from '#core/orders/columns.ts';
import { imported } from '../orders/import-text.ts';

const DATA = process.env['ANNUM_DATA'] ?? '../shared/data';
const CHUNK_BYTES = 1 << 16;
const PLACES: readonly string[] = ['tests/fixtures', DATA];

const found = (path: string): string | null =>
  PLACES.map((place) => `${place}/${path}`).find((candidate) => existsSync(candidate)) ?? null;

/** A real order file as the import reads it, and its expected figures, or `null` where this machine has not got them. */
export function oracleCase(name: string): { readonly columns: OrderColumns; readonly expected: Expected } | null {
  const orders = found(`${name}.csv.gz`);
  const figures = found(`expected/${name}.json`) ?? found(`${name}.expected.json`);
  if (!orders || !figures) return null;
  const { columns } = imported({ text: gunzipSync(readFileSync(orders)), step: CHUNK_BYTES });
  const expected: Expected = JSON.parse(readFileSync(figures, 'utf8'));
  // The oracle names products by their code.
  return { columns: { ...columns, products: columns.productIds }, expected };
}

export type Row = Readonly<Record<string, number>>;
export type NamedRow = Row & { readonly v: string };
export interface Expected {
  readonly meta: readonly Row[];
  readonly monthly: readonly Row[];
  readonly yearly: readonly Row[];
  readonly dormant: readonly Row[];
  readonly rolling_retention: readonly Row[];
  readonly gap_monthly: readonly Row[];
  readonly second_purchase: readonly Row[];
  readonly cohort: readonly Row[];
  readonly rfm_cuts: readonly Row[];
  readonly rfm: readonly Row[];
  readonly dim_cat: readonly NamedRow[];
  readonly dim_ch: readonly NamedRow[];
  readonly dim_camp: readonly NamedRow[];
  readonly cat_buyers_year: readonly NamedRow[];
  readonly new_products: readonly Row[];
  readonly top_products: readonly NamedRow[];
}
