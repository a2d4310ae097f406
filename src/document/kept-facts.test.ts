import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf } from '../../tests/books/campaign-of.ts';
import { keptFacts } from './kept-facts.ts';

const told = factsOf();

describe('kept facts', () => {
  test('are read back as they were written', () => {
    expect(keptFacts(structuredClone(told))).toEqual(told);
    const bare = factsOf({
      sales: null,
      shareOfYear: null,
      secondPurchase: null,
      daily: null,
      effect: { kind: 'unknown', reason: 'outside-data', daysFitted: 12 },
    });
    expect(keptFacts(structuredClone(bare))).toEqual(bare);
  });

  test('half an estimate is none', () => {
    const half = { ...told, effect: { ...told.effect, uplift: { value: 1, low: 0 } } };
    expect(keptFacts(half)?.effect).toMatchObject({ kind: 'unknown' });
    expect(keptFacts({ ...told, secondPurchase: { mature: 5, converted: 'two', immature: 0 } })).not.toBeNull();
  });

  test('daily series are of one length, and bounded', () => {
    const daily = { ...told.daily, actual: Array(900).fill(1), low: [1, 2, Number.NaN] };
    expect(keptFacts({ ...told, daily })?.daily).toMatchObject({ actual: [1, 1, 1], low: [1, 2, 0] });
    const long = Array(900).fill(1);
    expect(
      keptFacts({ ...told, daily: { from: 0, actual: long, baseline: long, low: long, high: long } })?.daily?.actual,
    ).toHaveLength(500);
  });

  test('anything else is read without an error, and as plain values', () => {
    const anything = fc.anything({ withBigInt: false, withNullPrototype: false });
    const near = fc.record(Object.fromEntries(Object.keys(told).map((key) => [key, anything])), { requiredKeys: [] });
    const spoiled = fc.record({ kind: fc.constant('estimate'), baseline: anything, effect: anything, wait: anything });
    fc.assert(
      fc.property(fc.oneof(anything, near, fc.record({ effect: spoiled })), (raw) => {
        const read = keptFacts(raw);
        if (read !== null) expect(Object.keys(read).sort()).toEqual(Object.keys(told).sort());
        expect(keptFacts(structuredClone(read))).toEqual(read);
      }),
    );
  });
});
