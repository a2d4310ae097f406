import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { oracleCase } from '../../../tests/oracle/oracle-orders.ts';
import { campaignFacts } from './campaign-effect.ts';

/** Made by `tests/oracle/campaigns.sql`. */
type Row = Readonly<Record<string, number>> & { readonly id: string; readonly tag: string };
const expected: readonly Row[] = JSON.parse(readFileSync('tests/oracle/campaigns.expected.json', 'utf8'));

test('KP15 what is counted of campaigns equals SQL on real orders to the last unit', () => {
  const { columns } = oracleCase('adventureworks')!;
  // The file has no campaign column: a category stands for it.
  const tagged = { ...columns, campaign: columns.category, campaigns: columns.categories };
  const campaigns = expected.map(({ id, tag, start, end }) => ({
    id,
    tag,
    start: start!,
    end: end!,
    cost: null,
    margin: null,
  }));
  const facts = campaignFacts(tagged, { campaigns, firstMonth: 1, refundMonth: 'order' });
  const counted = facts.map((one, index) => ({
    id: one.id,
    tag: campaigns[index]?.tag,
    start: one.start,
    end: one.end,
    year: one.shareOfYear?.year,
    sales: one.sales,
    salesOfYear: one.shareOfYear?.sales,
    shopSales: one.shopSales,
    yearSales: one.shareOfYear?.yearSales,
    orders: one.orders,
    buyers: one.buyers,
    newCustomers: one.newCustomers,
    mature: one.secondPurchase?.mature,
    converted: one.secondPurchase?.converted,
    immature: one.secondPurchase?.immature,
    otherMature: one.otherSecondPurchase?.mature,
    otherConverted: one.otherSecondPurchase?.converted,
    otherImmature: one.otherSecondPurchase?.immature,
  }));
  expect(counted).toEqual(expected);
  // The last window ends a day after the data.
  const isEstimated = campaigns.map(({ end }) => (end <= columns.lastDay ? 'estimate' : 'unknown'));
  expect(facts.map(({ effect }) => effect.kind)).toEqual(isEstimated);
});
