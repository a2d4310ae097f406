import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { oracleCase } from '../../../tests/oracle/oracle-orders.ts';
import { computeKpis } from './compute-kpis.ts';
import { DEFAULT_OPTIONS } from './facts.ts';

/** Made by `tests/oracle/attributes.sql`; rows of the dimension `channel` are orders', all others customers'. */
type Row = Readonly<Record<string, number>> & { readonly dim: string; readonly v: string };
const expected: readonly Row[] = JSON.parse(readFileSync('tests/oracle/attributes.expected.json', 'utf8'));

/** Rows without anybody: SQL names only what is there. */
const isAnything = (row: Record<string, unknown>): boolean =>
  Object.entries(row).some(([key, value]) => typeof value === 'number' && key !== 'year' && value !== 0);
const inOrder = (rows: readonly Record<string, unknown>[]): string[] =>
  rows
    .filter(isAnything)
    .map((row) => JSON.stringify(row))
    .sort();

test('KP16 both parts of rates by what customers are equal SQL on real orders to the last unit', () => {
  const kpis = computeKpis(oracleCase('adventureworks')!.columns, DEFAULT_OPTIONS);
  const yearAt = (index: number): number => kpis.years[index]!.year;
  const customers = kpis.attributes.flatMap(({ id, values }) =>
    values.flatMap(({ name, years }) =>
      years.map(({ returning, ...counts }, index) => ({
        dim: id,
        v: name,
        year: yearAt(index),
        buyers: counts.buyers,
        memberOrders: counts.memberOrders,
        repeatBuyers: counts.repeatBuyers,
        previousBuyers: counts.previousBuyers,
        retained: counts.retained,
        returningBuyers: returning[365].buyers,
        returningSales: returning[365].sales,
        mature: counts.mature,
        matureConverted: counts.matureConverted,
      })),
    ),
  );
  const channels = kpis.orderChannels.flatMap(({ name, years }) =>
    years.map(({ orders, sales }, index) => ({ dim: 'channel', v: name, year: yearAt(index), orders, sales })),
  );
  expect(inOrder(customers)).toEqual(inOrder(expected.filter(({ dim }) => dim !== 'channel')));
  expect(inOrder(channels)).toEqual(
    inOrder(
      expected
        .filter(({ dim }) => dim === 'channel')
        .map(({ dim, v, year, memberOrders, returningSales }) => ({
          dim,
          v,
          year,
          orders: memberOrders,
          sales: returningSales,
        })),
    ),
  );
});
