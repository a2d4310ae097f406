import 'fake-indexeddb/auto';
import { DEFAULT_OPTIONS } from '#core/kpis/facts.ts';
import type { ImportProgress } from '#core/orders/dataset.ts';
import { AnnumDatabase } from '#storage/database.ts';
import { expect, test } from 'vitest';
import { KpiCache } from './kpi-cache.ts';
import { makeSample } from './make-sample.ts';

test('the sample is a dataset of three whole years without a refused row', { timeout: 60_000 }, async () => {
  const db = new AnnumDatabase('sample');
  const told: ImportProgress[] = [];
  const sample = { bookId: 'b', locale: 'zh-Hans', year: 2025, name: '示例订单' } as const;
  const dataset = await makeSample(db, sample, (progress) => told.push(progress));
  expect(dataset).toMatchObject({ sample: true, name: '示例订单', report: { refusedCount: 0, duplicates: 0 } });
  const facts = await new KpiCache(db).kpis(dataset.id, DEFAULT_OPTIONS);
  expect(facts.years.map((year) => year.year)).toEqual([2023, 2024, 2025]);
  expect(facts.months).toHaveLength(36);
  expect(told.length).toBeGreaterThan(5);
  expect(told.at(-1)?.bytesDone).toBeLessThanOrEqual(told.at(-1)?.bytesTotal ?? 0);
  db.close();
});
