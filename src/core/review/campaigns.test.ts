import { describe, expect, test } from 'vitest';
import { bookOf } from '../../../tests/books/book-of.ts';
import { campaignOf, factsOf } from '../../../tests/books/campaign-of.ts';
import type { Campaign } from '../book/review.ts';
import { dayOf } from '../period.ts';
import { campaignRequest, campaignReview, campaignsOf, isNearYear, keptFactsOf, windowOf } from './campaigns.ts';

const SOURCE = { dataset: 'd', datasetName: 'Orders', computedAt: '2026-01-05T08:00:00Z' };

/** In a book with these others. */
const reviewed = (campaign: Campaign, ...others: readonly Campaign[]) =>
  campaignReview(campaign, bookOf({ metrics: [], campaigns: [campaign, ...others] }));

describe('campaigns', () => {
  test('RV30 a window needs both days in order, and days that a calendar has', () => {
    expect(windowOf({ start: '2025-06-01', end: '2025-06-18' })).toEqual({
      start: dayOf(2025, 6, 1),
      end: dayOf(2025, 6, 18),
    });
    for (const [start, end] of [
      ['2025-06-18', '2025-06-01'],
      ['', '2025-06-01'],
      ['2025-02-30', '2025-03-04'],
    ] as const)
      expect(windowOf({ start, end })).toBeNull();
  });

  test('RV30 a campaign may straddle its year by two months, not more', () => {
    const near = (start: string, end: string, firstMonth = 1) =>
      isNearYear(windowOf({ start, end }) ?? { start: 0, end: 0 }, 2025, firstMonth);
    expect(near('2024-12-20', '2025-01-10')).toBe(true);
    expect(near('2024-10-01', '2024-10-07')).toBe(false);
    expect(near('2026-02-01', '2026-02-20', 4)).toBe(true);
  });

  test('RV31 the orders are asked about every campaign that has a window, of all years', () => {
    const campaigns = [
      campaignOf('now'),
      campaignOf('last', { year: 2024, start: '2024-06-01', end: '2024-06-18', tag: '618' }),
      campaignOf('undated', { start: '' }),
    ];
    const request = campaignRequest(bookOf({ metrics: [], campaigns, firstMonth: 4 }));
    expect(request).toMatchObject({ firstMonth: 4, refundMonth: 'order' });
    expect(request.campaigns.map(({ id, tag }) => [id, tag])).toEqual([
      ['now', ''],
      ['last', '618'],
    ]);
  });

  test('RV32 goal, cost and margin apply as they are now', () => {
    const campaign = campaignOf('c', { facts: factsOf(), goal: 80_000, cost: 5_000, margin: 0.5 });
    const review = reviewed(campaign);
    expect(review).toMatchObject({ days: 18, attainment: 1.25, roas: 20, stale: false });
    // (40,000 × 0.5 − 5,000) ÷ 5,000
    expect(review.roi).toEqual({ value: 3, low: 2, high: 4 });
    expect(review.effectPerDay?.value).toBeCloseTo(40_000 / 18);
    expect(reviewed({ ...campaign, cost: 10_000 })).toMatchObject({ roas: 10, roi: { value: 1 } });
    expect(reviewed({ ...campaign, cost: null })).toMatchObject({ roas: null, roi: null });
    expect(reviewed({ ...campaign, cost: 0, goal: 0 })).toMatchObject({
      roas: null,
      roi: null,
      attainment: null,
    });
  });

  test('RV32 a second purchase counts those old enough, and is unknown without any', () => {
    const shares = { secondPurchase: { mature: 200, converted: 46, immature: 10 } };
    expect(reviewed(campaignOf('c', { facts: factsOf(shares) })).secondPurchase).toBeCloseTo(0.23);
    const young = { secondPurchase: { mature: 0, converted: 0, immature: 60 } };
    expect(reviewed(campaignOf('c', { facts: factsOf(young) })).secondPurchase).toBeNull();
  });

  test('RV33 facts of another window or tag are stale', () => {
    const facts = factsOf();
    for (const change of [{ end: '2025-06-20' }, { start: '' }, { tag: '618' }])
      expect(reviewed(campaignOf('c', { facts, ...change })).stale).toBe(true);
    expect(reviewed(campaignOf('c', { facts, cost: 1 })).stale).toBe(false);
    expect(reviewed(campaignOf('c'), campaignOf('x'))).toMatchObject({ stale: false, effect: null, share: null });
  });

  test('RV33 facts are stale once other days stay out of their baseline', () => {
    const own = campaignOf('c');
    const spring = campaignOf('spring', { start: '2025-03-01', end: '2025-03-10' });
    const old = campaignOf('old', { year: 2024, start: '2024-06-01', end: '2024-06-18' });
    const told = (...campaigns: readonly Campaign[]): Campaign => {
      const request = campaignRequest(bookOf({ metrics: [], campaigns }));
      const effect = { kind: 'unknown', reason: 'no-sales', daysFitted: 0 } as const;
      const facts = { ...factsOf(), id: 'c', roas: null, effect };
      return { ...own, facts: keptFactsOf(facts, request, SOURCE) };
    };
    const both = told(own, spring, old);
    expect(reviewed(both, old, spring).stale).toBe(false);
    expect(reviewed(both, old, { ...spring, name: 'Renamed', tag: 'x', cost: 1 }).stale).toBe(false);
    expect(reviewed(both, old, { ...spring, end: '2025-03-11' }).stale).toBe(true);
    expect(reviewed(both, old).stale).toBe(true);
    expect(reviewed(told(own), spring).stale).toBe(true);
    // The orders were asked on 5 January 2026: a later campaign cannot be in them.
    expect(reviewed(told(own), campaignOf('next', { start: '2026-03-01', end: '2026-03-10' })).stale).toBe(false);
    expect(reviewed({ ...own, facts: factsOf({ beside: null }) }, spring).stale).toBe(false);
  });

  test('RV34 what rests on cost and margin is not kept', () => {
    const { effect, tag: _, beside: _____, dataset: __, datasetName: ___, computedAt: ____, ...counted } = factsOf();
    const told = {
      ...counted,
      id: 'c',
      roas: 9,
      effect: effect.kind === 'estimate' ? { ...effect, marginRoi: null } : effect,
    };
    const request = campaignRequest(bookOf({ metrics: [], campaigns: [campaignOf('c', { tag: '618' })] }));
    expect(keptFactsOf(told, request, SOURCE)).toEqual({ ...factsOf(), ...SOURCE, tag: '618' });
  });

  test('RV35 campaigns of a year stand by first day, undated ones last', () => {
    const campaigns = [
      campaignOf('undated', { start: '' }),
      campaignOf('late', { start: '2025-11-01', end: '2025-11-11' }),
      campaignOf('early'),
      campaignOf('other', { year: 2024 }),
    ];
    expect(campaignsOf(bookOf({ metrics: [], campaigns }), 2025).map(({ id }) => id)).toEqual([
      'early',
      'late',
      'undated',
    ]);
  });
});
