import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIMENSIONS, SECOND_PURCHASE_WINDOWS } from '#core/kpis/facts.ts';
import { DORMANT_DAYS, LOOK_BACKS, MATRIX_KINDS, readAddress, writeAddress } from './kpi-address.ts';

const address = fc.record({
  show: fc.constantFrom(null, 'sales', 'cohorts'),
  dataset: fc.constantFrom(null, 'a b&c'),
  year: fc.option(fc.integer({ min: 1990, max: 2100 })),
  lookBack: fc.constantFrom(null, ...LOOK_BACKS),
  window: fc.constantFrom(...SECOND_PURCHASE_WINDOWS),
  dormantDays: fc.constantFrom(...DORMANT_DAYS),
  refundMonth: fc.constantFrom('order' as const, 'refund' as const),
  matrix: fc.constantFrom(...MATRIX_KINDS),
  dimension: fc.constantFrom(...DIMENSIONS),
});

test('an address survives its URL', () => {
  fc.assert(
    fc.property(address, (one) => {
      expect(readAddress(new URLSearchParams(writeAddress(one)))).toEqual(one);
    }),
  );
});

test('nonsense reads as nothing chosen', () => {
  const wild = readAddress(new URLSearchParams('?year=20x&lookBack=9&window=1&matrix=zz&dimension=&dormantDays=-1'));
  expect(writeAddress(wild)).toBe('?');
});
