import type { Campaign, KeptFacts } from '#core/book/review.ts';
import { dayOf } from '#core/period.ts';

/** Campaigns for tests: a whole-shop one in June, and what orders could have told of it. */

export const campaignOf = (id: string, change: Partial<Campaign> = {}): Campaign => ({
  id,
  year: 2025,
  name: id,
  start: '2025-06-01',
  end: '2025-06-18',
  tag: '',
  goal: null,
  cost: null,
  margin: null,
  previous: '',
  owner: '',
  recall: '',
  comparison: '',
  causes: '',
  lesson: '',
  facts: null,
  ...change,
});

const FROM = dayOf(2025, 5, 4);
const series = (value: number): readonly number[] => Array.from({ length: 81 }, () => value);

export const factsOf = (change: Partial<KeptFacts> = {}): KeptFacts => ({
  start: dayOf(2025, 6, 1),
  end: dayOf(2025, 6, 18),
  sales: 100_000,
  shopSales: 120_000,
  orders: 900,
  buyers: 800,
  shareOfYear: { year: 2025, sales: 100_000, yearSales: 1_000_000, toDate: false },
  newCustomers: 210,
  secondPurchase: { mature: 210, converted: 42, immature: 0 },
  otherSecondPurchase: { mature: 1_000, converted: 250, immature: 0 },
  effect: {
    kind: 'estimate',
    daysFitted: 600,
    baseline: { value: 70_000, low: 60_000, high: 80_000 },
    uplift: { value: 50_000, low: 40_000, high: 60_000 },
    wait: { value: 4_000, low: 1_000, high: 7_000, days: 7 },
    dip: { value: 6_000, low: 2_000, high: 10_000, days: 14 },
    effect: { value: 40_000, low: 30_000, high: 50_000 },
    overlaps: [],
  },
  daily: {
    from: FROM,
    actual: series(5_000),
    baseline: series(4_000),
    low: series(3_500),
    high: series(4_500),
  },
  tag: '',
  beside: '',
  dataset: 'd',
  datasetName: 'Orders',
  computedAt: '2026-01-05T08:00:00Z',
  ...change,
});
