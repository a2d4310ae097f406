import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { OrderColumns } from '#core/orders/columns.ts';
import { columnsOf } from './columns-of.ts';
import type { Line } from './columns-of.ts';

const DATA = process.env['ANNUM_DATA'] ?? '../shared/data';
const PLACES: readonly string[] = ['tests/fixtures', DATA];

const found = (path: string): string | null =>
  PLACES.map((place) => `${place}/${path}`).find((candidate) => existsSync(candidate)) ?? null;

/** A real order file and its expected figures, or `null` where this machine has not got them. */
export function oracleCase(name: string): { readonly columns: OrderColumns; readonly expected: Expected } | null {
  const orders = found(`${name}.csv.gz`);
  const figures = found(`expected/${name}.json`) ?? found(`${name}.expected.json`);
  if (!orders || !figures) return null;
  const text = gunzipSync(readFileSync(orders))
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  const expected: Expected = JSON.parse(readFileSync(figures, 'utf8'));
  return { columns: columnsOf(linesOf(text)), expected };
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

function linesOf(text: string): Line[] {
  const seen = new Set<string>();
  const lines: Line[] = [];
  for (const record of text.split(/\r?\n/).slice(1)) {
    if (record === '') continue;
    const [order = '', line = '', customer = '', time = '', paid = '', quantity = '', refund = '', ...rest] =
      fieldsOf(record);
    const [product = '', , category = '', channel = '', campaign = ''] = rest;
    if (seen.has(`${order}\t${line}`)) continue;
    seen.add(`${order}\t${line}`);
    lines.push({
      order,
      customer,
      day: Date.UTC(Number(time.slice(0, 4)), Number(time.slice(5, 7)) - 1, Number(time.slice(8, 10))) / 86_400_000,
      paid: Math.round(Number(paid) * 100),
      refund: Math.round(Number(refund) * 100),
      quantity: Number(quantity),
      product,
      category,
      channel,
      campaign,
    });
  }
  return lines;
}

/** Fields of one record; these files quote fields but break no line inside them. */
function fieldsOf(record: string): string[] {
  if (!record.includes('"')) return record.split(',');
  return [...record.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
