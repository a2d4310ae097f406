import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { apportion } from '../apportion.ts';
import { bookOf, metricOf, yearCell } from '../../../tests/books/book-of.ts';
import type { Book } from '../book/book.ts';
import type { Split } from '../evaluation.ts';
import { explain } from './explain.ts';
import { lmdi, logarithmicMean, product, type Factor } from './lmdi.ts';
import { shapley } from './shapley.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const change = (factors: readonly Factor[]): number =>
  product(factors.map((factor) => factor.to)) - product(factors.map((factor) => factor.from));

describe('LMDI', () => {
  test('EX1 the example of the definition, to the unit', () => {
    const effects = lmdi([
      { from: 100_000, to: 120_000 },
      { from: 0.3, to: 0.27 },
      { from: 1.6, to: 1.7 },
      { from: 125, to: 130 },
    ]);
    expect(effects.map(Math.round)).toEqual([1_196_597, -691_493, 397_886, 257_410]);
    expect(sum(effects)).toBeCloseTo(1_160_400, 6);
  });
  test('EX1 L(a, a) = a, and stays smooth beside it', () => {
    expect(logarithmicMean(5, 5)).toBe(5);
    expect(logarithmicMean(5 * (1 + 1e-12), 5)).toBeCloseTo(5, 10);
    expect(logarithmicMean(5, 0)).toBe(0);
  });
  test('EX2 leaving or reaching 0 falls to the factors that were 0, equally', () => {
    expect(
      lmdi([
        { from: 0, to: 10 },
        { from: 2, to: 3 },
      ]),
    ).toEqual([30, 0]);
    expect(
      lmdi([
        { from: 0, to: 10 },
        { from: 0, to: 3 },
      ]),
    ).toEqual([15, 15]);
    expect(
      lmdi([
        { from: 10, to: 0 },
        { from: 2, to: 3 },
      ]),
    ).toEqual([-20, 0]);
    expect(
      lmdi([
        { from: 0, to: 4 },
        { from: 3, to: 0 },
      ]).map(Math.abs),
    ).toEqual([0, 0]);
  });
  test('EX2 the limit is what tiny values tend to', () => {
    const near = lmdi([
      { from: 1e-300, to: 10 },
      { from: 2, to: 3 },
    ]);
    expect(near[0]).toBeCloseTo(30, 0);
    expect(near[1]).toBeCloseTo(0, 0);
  });
  const factor = fc.record({ from: fc.integer({ min: 0, max: 1e6 }), to: fc.integer({ min: 0, max: 1e6 }) });
  test('EX3 the parts sum to the change', () => {
    fc.assert(
      fc.property(fc.array(factor, { minLength: 1, maxLength: 3 }), (factors) => {
        const whole = change(factors);
        expect(Math.abs(sum(lmdi(factors)) - whole)).toBeLessThanOrEqual(
          1e-6 * Math.max(1, product(factors.map((one) => Math.max(one.from, one.to)))),
        );
      }),
    );
  });
  test('EX3 what happened backwards explains backwards', () => {
    fc.assert(
      fc.property(fc.array(factor, { minLength: 1, maxLength: 3 }), (factors) => {
        const back = lmdi(factors.map(({ from, to }) => ({ from: to, to: from })));
        lmdi(factors).forEach((effect, index) => expect((back[index] ?? 0) + effect).toBeCloseTo(0, -6));
      }),
    );
  });
});

describe('Shapley', () => {
  const factor = fc.record({ from: fc.integer({ min: -1000, max: 1000 }), to: fc.integer({ min: -1000, max: 1000 }) });
  test('EX4 the parts sum to the change, whatever the signs', () => {
    fc.assert(
      fc.property(fc.array(factor, { minLength: 1, maxLength: 4 }), (factors) => {
        expect(sum(shapley(factors))).toBeCloseTo(change(factors), 2);
      }),
    );
  });
  test('EX4 a factor that stood still explains nothing', () =>
    expect(
      shapley([
        { from: -2, to: -2 },
        { from: 3, to: 9 },
      ]),
    ).toEqual([0, -12]));
});

test('EX5 whole parts by largest remainder sum to the whole and stay within one of their own', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(weights, fc.integer({ min: 0, max: 2 ** 45 }), (weight, total) => {
      fc.pre(sum(weight) > 0);
      const raw = weight.map((one) => (total * one) / sum(weight));
      const parts = apportion(raw, total);
      expect(sum(parts)).toBe(total);
      parts.forEach((part, index) => {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(Math.abs(part - (raw[index] ?? 0))).toBeLessThanOrEqual(1.01);
      });
    }),
  );
});

const ids = ['buyers', 'frequency', 'value'] as const;
const identity = [
  metricOf('sales', { formula: { kind: 'product', of: ids } }),
  metricOf('buyers', { unit: 'count', yearly: 'none' }),
  metricOf('frequency', { unit: 'times', yearly: 'none' }),
  metricOf('value', { yearly: 'none' }),
];
const split = (book: Book, by: string, metric = 'sales'): Split => {
  const owner = book.metrics.find((one) => one.id === metric);
  const found = owner && explain(book, owner).splits.find((one) => one.by === by);
  if (!found) throw new Error(`no split by ${by}`);
  return found;
};

describe('drivers', () => {
  const years = (rows: Readonly<Record<string, readonly [number, number]>>) =>
    Object.entries(rows).flatMap(([id, [last, now]]) => [
      yearCell(id, 'actual', 2024, last),
      yearCell(id, 'actual', 2025, now),
    ]);

  test('EX6 a rate that was rounded to the fen does not become a rest', () => {
    const cells = years({
      sales: [100_000_00, 130_000_00],
      buyers: [700, 800],
      frequency: [1.5, 1.6],
      value: [9524, 10156],
    });
    const drivers = split(bookOf({ metrics: identity, cells }), 'drivers');
    expect(drivers.parts.map((part) => part.id)).toEqual([...ids]);
    expect(sum(drivers.parts.map((part) => part.effect))).toBe(30_000_00);
    expect(drivers.method).toBe('lmdi');
  });
  test('EX6 what the parts do not explain is told as a part of its own', () => {
    const cells = years({
      sales: [100_000_00, 130_000_00],
      buyers: [700, 800],
      frequency: [1, 1],
      value: [10000, 10000],
    });
    const { parts } = split(bookOf({ metrics: identity, cells }), 'drivers');
    expect(parts.map((part) => part.id)).toEqual([...ids, '']);
    expect(sum(parts.map((part) => part.effect))).toBe(30_000_00);
  });
  test('EX7 a sum is split by its parts', () => {
    const metrics = [
      metricOf('sales', { formula: { kind: 'sum', of: ['new', 'old'] } }),
      metricOf('new'),
      metricOf('old'),
    ];
    const { parts, method } = split(bookOf({ metrics, cells: years({ new: [10, 30], old: [50, 45] }) }), 'drivers');
    expect(method).toBe('sum');
    expect(parts).toMatchObject([
      { effect: 20, share: 20 / 15 },
      { effect: -5, share: -5 / 15 },
    ]);
  });
  test('EX8 a ratio is a product with the second part inverted', () => {
    const metrics = [
      metricOf('each', { unit: 'times', yearly: 'none', formula: { kind: 'ratio', of: ['items', 'orders'] } }),
      metricOf('items', { unit: 'count' }),
      metricOf('orders', { unit: 'count' }),
    ];
    const { parts, from, to } = split(
      bookOf({ metrics, cells: years({ items: [200, 330], orders: [100, 110] }) }),
      'drivers',
      'each',
    );
    expect([from, to]).toEqual([2, 3]);
    expect(sum(parts.map((part) => part.effect))).toBeCloseTo(1, 12);
    expect(parts[1]?.effect).toBeLessThan(0);
  });
  test('EX4 a negative factor is split by Shapley', () => {
    const metrics = [
      metricOf('sales', { formula: { kind: 'product', of: ['a', 'b'] } }),
      metricOf('a'),
      metricOf('b', { unit: 'times' }),
    ];
    const drivers = split(bookOf({ metrics, cells: years({ a: [-5, 10], b: [2, 3] }) }), 'drivers');
    expect(drivers.method).toBe('shapley');
    expect(sum(drivers.parts.map((part) => part.effect))).toBe(40);
  });
  test('EX3 shown parts sum to the change to the fen', () => {
    const whole = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(whole, whole, whole, whole, (buyers, nowBuyers, value, nowValue) => {
        const metrics = [
          metricOf('sales', { formula: { kind: 'product', of: ['buyers', 'value'] } }),
          metricOf('buyers', { unit: 'count' }),
          metricOf('value'),
        ];
        const { parts, from, to } = split(
          bookOf({ metrics, cells: years({ buyers: [buyers, nowBuyers], value: [value, nowValue] }) }),
          'drivers',
        );
        expect(sum(parts.map((part) => part.effect))).toBe(to - from);
        expect(parts.every((part) => Number.isInteger(part.effect))).toBe(true);
      }),
    );
  });
});

describe('segments', () => {
  const cells = [yearCell('sales', 'actual', 2024, 833), yearCell('sales', 'actual', 2025, 1000)];
  const series = (dimension: string, name: string, last: number, now: number) => ({
    metric: 'sales',
    dimension,
    name,
    byPeriod: new Map([['M2024-05', last] as const, ['M2025-05', now] as const]),
  });
  const book = bookOf({
    metrics: [metricOf('sales')],
    cells,
    segments: [
      series('newness', 'existing', 833, 780),
      series('newness', 'new', 0, 220),
      series('channel', 'shop', 500, 700),
    ],
  });

  test('EX9 third objection: existing products fell 6.4%, though the total grew', () => {
    const existing = split(book, 'newness').parts.find((part) => part.id === 'existing');
    expect(existing?.effect).toBe(-53);
    expect((existing?.effect ?? 0) / (existing?.from ?? 1)).toBeCloseTo(-0.064, 3);
  });
  test('EX9 fourth objection: 22% of sales is not 22% of the growth', () => {
    const fresh = split(book, 'newness').parts.find((part) => part.id === 'new');
    expect((fresh?.to ?? 0) / 1000).toBe(0.22);
    expect(fresh?.share).toBeCloseTo(1.317, 3);
  });
  test('EX9 what no segment names is told, and the parts sum to the change', () => {
    expect(split(book, 'channel').parts).toMatchObject([
      { id: 'shop', effect: 200 },
      { id: '', from: 333, to: 300, effect: -33 },
    ]);
  });
});

const DATA = process.env['ANNUM_DATA'] ?? '../shared/data';
const oracles = ['adventureworks', 'online-retail'].flatMap((name) =>
  [`tests/fixtures/expected/${name}.json`, `tests/fixtures/${name}.json`, `${DATA}/expected/${name}.json`]
    .filter(existsSync)
    .slice(0, 1),
);

describe.skipIf(oracles.length === 0).each(oracles)('the oracle of %s', (path) => {
  interface Yearly {
    readonly yr: number;
    readonly buyers: number;
    readonly member_orders: number;
    readonly member_sales: number;
  }
  const { yearly, decomp }: { yearly: readonly Yearly[]; decomp: readonly Record<string, number>[] } = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  test.each(decomp.map((row) => [row['yr'] ?? 0, row] as const))(
    'EX1 EX4 buyers × orders × value in %d',
    (year, expected) => {
      const of = (at: number) =>
        yearly.find((row) => row.yr === at) ?? { buyers: 0, member_orders: 0, member_sales: 0 };
      const [last, now] = [of(year - 1), of(year)];
      const factors: Factor[] = [
        { from: last.buyers, to: now.buyers },
        { from: last.member_orders / last.buyers, to: now.member_orders / now.buyers },
        { from: last.member_sales / last.member_orders, to: now.member_sales / now.member_orders },
      ];
      const close = (effects: readonly number[], method: string): void =>
        ['buyers', 'freq', 'aov'].forEach((key, index) =>
          expect(effects[index]).toBeCloseTo(expected[`${method}_${key}`] ?? NaN, 2),
        );
      close(lmdi(factors), 'lmdi');
      close(shapley(factors), 'sh');
      expect(sum(apportion(lmdi(factors), expected['delta'] ?? NaN))).toBe(expected['delta']);
    },
  );
});
