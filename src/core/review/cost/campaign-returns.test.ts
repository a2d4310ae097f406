import { expect, test } from 'vitest';
import { bookOf, monthCells } from '../../../../tests/books/book-of.ts';
import { costLineOf } from '../../../../tests/books/cost-line-of.ts';
import type { Campaign, KeptFacts } from '../../book/review.ts';
import { dayOf } from '../../period.ts';
import { costOf } from './cost.ts';

const sure = (value: number) => ({ value, low: value, high: value });
const FACTS: KeptFacts = {
  start: dayOf(2025, 6, 1),
  end: dayOf(2025, 6, 18),
  sales: 1_000_001,
  shopSales: null,
  orders: null,
  buyers: null,
  shareOfYear: null,
  newCustomers: null,
  secondPurchase: null,
  otherSecondPurchase: null,
  effect: {
    kind: 'estimate',
    daysFitted: 300,
    baseline: sure(1),
    uplift: sure(1),
    wait: null,
    dip: null,
    effect: sure(500_000),
    overlaps: [],
  },
  daily: null,
  tag: '618',
  beside: null,
  dataset: 'd',
  datasetName: 'Orders',
  computedAt: '2026-01-05T08:00:00Z',
};
const CAMPAIGN: Campaign = {
  ...{ id: 'c618', year: 2025, name: '618', start: '2025-06-01', end: '2025-06-18', tag: '618' },
  ...{ goal: null, cost: null, margin: 0.4, previous: '', owner: '' },
  ...{ recall: '', comparison: '', causes: '', lesson: '', facts: FACTS },
};

const linesOf = (campaign: Campaign, own: number | null) =>
  costOf(
    bookOf({
      metrics: [],
      campaigns: [campaign],
      costs: [
        costLineOf('a', { campaign: 'c618' }),
        costLineOf('b', { campaign: 'c618' }),
        costLineOf('own', { campaign: 'c618', sales: own }),
        costLineOf('other'),
      ],
      cells: ['a', 'b', 'own', 'other'].flatMap((id, index) =>
        monthCells(id, 'actual', 2025, [[100, 200, 300, 1][index] ?? 0]),
      ),
    }),
  ).lines;

test('CT11 lines of a campaign share its sales and margin by cost, after what a line claims for itself', () => {
  const [a, b, own, other] = linesOf(CAMPAIGN, 400_000);
  expect([a?.sales, b?.sales, own?.sales, other?.sales]).toEqual([200_000, 400_001, 400_000, null]);
  expect([a?.fromCampaign.sales, own?.fromCampaign.sales]).toEqual([true, false]);
  // 500,000 of effect at 40%, over 600 of cost.
  expect([a?.margin, b?.margin, own?.margin]).toEqual([33_333, 66_667, 100_000]);
  expect(b?.roas).toBeCloseTo(2000.005);
});

test('CT11 a claim beyond the campaign leaves nothing, and facts of another window give nothing', () => {
  expect(linesOf(CAMPAIGN, 2_000_000).map(({ sales }) => sales)).toEqual([0, 0, 2_000_000, null]);
  expect(linesOf({ ...CAMPAIGN, end: '2025-06-20' }, null).map(({ sales }) => sales)).toEqual([null, null, null, null]);
});
