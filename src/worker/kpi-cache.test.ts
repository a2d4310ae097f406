import 'fake-indexeddb/auto';
import { DEFAULT_OPTIONS } from '#core/kpis/facts.ts';
import { sampleCampaigns } from '#core/sample/sample-campaigns.ts';
import { AnnumDatabase } from '#storage/database.ts';
import { expect, test } from 'vitest';
import { KpiCache } from './kpi-cache.ts';
import { makeSample } from './make-sample.ts';

test(
  'a dataset answers about campaigns and customer groups, once for the same question',
  { timeout: 60_000 },
  async () => {
    const db = new AnnumDatabase('cache');
    const sample = { bookId: 'b', locale: 'en', year: 2025, name: 'Sample' } as const;
    const { id } = await makeSample(db, sample, () => {});
    const cache = new KpiCache(db);
    const campaigns = sampleCampaigns(2025).map(({ id: of, name, start, end }) => ({
      id: of,
      start,
      end,
      tag: name.en,
      cost: 1_000_000,
      margin: 0.4,
    }));
    const request = { campaigns, firstMonth: 1, refundMonth: 'order' } as const;
    const facts = await cache.campaignFacts(id, request);
    expect(facts.map((one) => one.id)).toEqual(campaigns.map((one) => one.id));
    expect(structuredClone(facts)).toEqual(facts);
    expect(await cache.campaignFacts(id, { ...request })).toBe(facts);
    expect(await cache.campaignFacts(id, { ...request, campaigns: campaigns.slice(1) })).not.toBe(facts);

    const groups = await cache.customerGroups(id, DEFAULT_OPTIONS);
    expect(groups.dayBefore).toBe(groups.day - 365);
    expect(await cache.customerGroups(id, { ...DEFAULT_OPTIONS })).toBe(groups);
    await expect(cache.customerGroups('nowhere', DEFAULT_OPTIONS)).rejects.toThrow('nowhere');
    db.close();
  },
);
