import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bookOf, fromData, metricOf, monthCells, yearCell, type CellRow } from '../../../tests/books/book-of.ts';
import type { Metric, SegmentSeries } from '../book/book.ts';
import type { MixRateSplit } from '../evaluation.ts';
import type { PeriodKey } from '../period.ts';
import { explain } from './explain.ts';
import { kitagawa, total, type RateSegment } from './kitagawa.ts';

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

interface Expected {
  readonly counts: readonly { year: number; channel: string; retained: number; buyers: number }[];
  readonly from: number;
  readonly to: number;
  readonly rate: number;
  readonly mix: number;
  readonly parts: readonly { id: string; effect: number; rate: number }[];
}
const oracle: Expected = JSON.parse(readFileSync('tests/oracle/mix-rate.expected.json', 'utf8'));

const retention = metricOf('retention', { unit: 'percent', yearly: 'last' });

type Row = readonly [name: string, period: PeriodKey, numerator: number, denominator: number];

const rates = (rows: readonly Row[], metric = 'retention'): readonly SegmentSeries[] =>
  [...new Set(rows.map(([name]) => name))].map((name) => {
    const own = rows.filter((row) => row[0] === name);
    return {
      metric,
      dimension: 'channel',
      name,
      byPeriod: new Map(own.map(([, period, numerator]) => [period, numerator])),
      weights: new Map(own.map(([, period, , denominator]) => [period, denominator])),
    };
  });

const cell = (year: number, value: number, portion?: readonly [number, number]): CellRow =>
  yearCell(
    'retention',
    'actual',
    year,
    value,
    portion && fromData({ kpi: 'retention', numerator: portion[0], denominator: portion[1] }),
  );

const split = (
  segments: readonly SegmentSeries[],
  cells: readonly CellRow[],
  metrics: readonly Metric[] = [retention],
): MixRateSplit | undefined => explain(bookOf({ metrics, cells, segments }), metrics[0] ?? retention).mixRate[0];

describe('Kitagawa', () => {
  test('EX12 retention by channel as SQL counts and standardises it', () => {
    const rows = oracle.counts.map(({ channel, year, retained, buyers }): Row => [
      channel,
      `Y${year}`,
      retained,
      buyers,
    ]);
    const found = split(rates(rows), [cell(2024, oracle.from), cell(2025, oracle.to)]);
    expect(found?.mix).toBeCloseTo(oracle.mix, 12);
    expect(found?.rate).toBeCloseTo(oracle.rate, 12);
    expect(found?.parts.map((part) => part.id).toSorted()).toEqual(oracle.parts.map((part) => part.id));
    for (const { id, effect, rate } of oracle.parts) {
      const part = found?.parts.find((one) => one.id === id);
      expect(part?.effect).toBeCloseTo(effect, 12);
      expect(part?.rate).toBeCloseTo(rate, 12);
    }
  });
  test('EX12 every rate can fall while the whole rises: all of it is mix', () => {
    const found = split(
      rates([
        ['app', 'Y2024', 60, 100],
        ['shop', 'Y2024', 180, 900],
        ['app', 'Y2025', 522, 900],
        ['shop', 'Y2025', 18, 100],
      ]),
      [cell(2024, 0.24), cell(2025, 0.54)],
    );
    expect(found?.rate).toBeCloseTo(-0.02, 12);
    expect(found?.mix).toBeCloseTo(0.32, 12);
    expect(found?.parts).toMatchObject([
      { id: 'shop', fromRate: 0.2, toRate: 0.18 },
      { id: 'app', fromRate: 0.6, toRate: 0.58, fromShare: 0.1, toShare: 0.9 },
    ]);
    // The shop lies below the whole, so its shrinking lifted it.
    expect(found?.parts[0]?.mix).toBeGreaterThan(0);
  });
  test('EX12 a channel that came is mix alone, without a rate of last year', () => {
    const found = split(
      rates([
        ['shop', 'Y2024', 40, 100],
        ['shop', 'Y2025', 40, 100],
        ['live', 'Y2025', 10, 100],
      ]),
      [cell(2024, 0.4), cell(2025, 0.25)],
    );
    expect(found?.parts.find((part) => part.id === 'live')).toMatchObject({ fromRate: null, toRate: 0.1, rate: 0 });
    expect(found).toMatchObject({ rate: expect.closeTo(0, 12), mix: expect.closeTo(-0.15, 12) });
  });
  const portion = fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 1000 }));
  const segments = fc
    .array(fc.tuple(portion, portion), { minLength: 1, maxLength: 8 })
    .map((pairs): readonly RateSegment[] =>
      pairs.map(([[n0, d0], [n1, d1]], index) => ({
        id: `s${index}`,
        from: { numerator: n0, denominator: d0 },
        to: { numerator: n1, denominator: d1 },
      })),
    );
  const change = (all: readonly RateSegment[]): number => {
    const [before, after] = [total(all, 'from'), total(all, 'to')];
    return after.numerator / after.denominator - before.numerator / before.denominator;
  };
  test('EX12 mix and rate sum to the change', () => {
    fc.assert(
      fc.property(segments, (all) => {
        expect(sum(kitagawa(all).map(({ mix, rate }) => mix + rate))).toBeCloseTo(change(all), 9);
      }),
    );
  });
  test('EX12 backwards is the opposite; neither scale nor order matters', () => {
    fc.assert(
      fc.property(segments, fc.integer({ min: 2, max: 50 }), (all, scale) => {
        const plain = kitagawa(all);
        const back = kitagawa(all.map(({ id, from, to }) => ({ id, from: to, to: from })));
        const scaled = kitagawa(
          all.map(({ id, from, to }) => ({
            id,
            from,
            to: { numerator: to.numerator * scale, denominator: to.denominator * scale },
          })),
        );
        const turned = kitagawa(all.toReversed()).toReversed();
        plain.forEach(({ mix, rate }, index) => {
          expect(back[index]?.mix).toBeCloseTo(-mix, 9);
          expect(back[index]?.rate).toBeCloseTo(-rate, 9);
          expect(scaled[index]?.mix).toBeCloseTo(mix, 9);
          expect(turned[index]?.mix).toBeCloseTo(mix, 9);
          expect(turned[index]?.rate).toBeCloseTo(rate, 9);
        });
      }),
    );
  });
  test('EX12 the same shares leave no mix, the same rates no rate effect', () => {
    fc.assert(
      fc.property(segments, (all) => {
        const sameShares = kitagawa(
          all.map(({ id, from, to }) => ({ id, from, to: { ...to, denominator: from.denominator } })),
        );
        for (const { mix } of sameShares) expect(mix).toBeCloseTo(0, 12);
        const sameRates = kitagawa(
          all.map(({ id, from, to }) => ({
            id,
            from,
            to: { numerator: (from.numerator / from.denominator) * to.denominator, denominator: to.denominator },
          })),
        );
        for (const { rate } of sameRates) expect(rate).toBeCloseTo(0, 9);
      }),
    );
  });
});

describe('mix and rate of a metric', () => {
  const named: readonly Row[] = [
    ['app', 'Y2024', 50, 100],
    ['app', 'Y2025', 70, 120],
  ];
  test('EX12 what the named segments leave of the whole is part ""', () => {
    const found = split(rates(named), [cell(2024, 0.4, [80, 200]), cell(2025, 0.5, [150, 300])]);
    expect(found?.parts.find((part) => part.id === '')).toMatchObject({
      fromRate: 0.3,
      toRate: 80 / 180,
      fromShare: 0.5,
      toShare: 0.6,
    });
    expect((found?.mix ?? 0) + (found?.rate ?? 0)).toBeCloseTo(0.1, 12);
  });
  test('EX12 a small group without denominator goes into the rest', () => {
    const found = split(rates([...named, ['odd', 'Y2025', 3, 0]]), [
      cell(2024, 0.4, [80, 200]),
      cell(2025, 0.5, [150, 300]),
    ]);
    expect(found?.parts.map((part) => part.id).toSorted()).toEqual(['', 'app']);
  });
  test.each([
    ['the segments are more than the whole', [cell(2024, 0.5, [40, 80]), cell(2025, 0.5, [150, 300])]],
    ['they are not the metric’s own value', [cell(2024, 0.4), cell(2025, 0.5)]],
    ['a year is unknown', [cell(2025, 70 / 120)]],
  ])('EX12 there is none where %s', (_, cells) => {
    expect(split(rates(named), cells)).toBeUndefined();
  });
  test('EX10 EX12 a rate’s months are never added up; read at the year’s end, the last month stands for it', () => {
    const rows: readonly Row[] = [
      ['app', 'M2024-02', 50, 100],
      ['app', 'M2025-02', 70, 120],
    ];
    const months = [
      ...monthCells('retention', 'actual', 2024, [0.4, 0.5]),
      ...monthCells('retention', 'actual', 2025, [0.4, 70 / 120]),
    ];
    expect(split(rates(rows), months)).toMatchObject({ from: 0.5, to: 70 / 120, mix: 0 });
    const none = { ...retention, yearly: 'none' } as const;
    expect(split(rates(rows), [cell(2024, 0.5), cell(2025, 70 / 120)], [none])).toBeUndefined();
  });

  const perOrder: readonly Metric[] = [
    metricOf('each', { unit: 'money', yearly: 'none', formula: { kind: 'ratio', of: ['net', 'orders'] } }),
    metricOf('net'),
    metricOf('orders', { unit: 'count' }),
  ];
  const plain = (metric: string, name: string, last: number, now: number): SegmentSeries => ({
    metric,
    dimension: 'channel',
    name,
    byPeriod: new Map([
      ['M2024-01' as const, last],
      ['M2025-01' as const, now],
    ]),
  });
  const whole = (id: string, last: number, now: number): readonly CellRow[] => [
    yearCell(id, 'actual', 2024, last),
    yearCell(id, 'actual', 2025, now),
  ];
  test('EX12 a ratio formula whose two parts have segments: whole units, the rest included', () => {
    const found = split(
      [
        plain('net', 'app', 40_000, 66_100),
        plain('orders', 'app', 400, 600),
        plain('net', 'shop', 70_001, 60_000),
        plain('orders', 'shop', 500, 333),
      ],
      [...whole('net', 120_000, 140_000), ...whole('orders', 1000, 1111)],
      perOrder,
    );
    expect(found).toMatchObject({ by: 'channel', from: 120, to: 126 });
    expect(found?.parts.map((part) => part.id).toSorted()).toEqual(['', 'app', 'shop']);
    expect(sum(found?.parts.map((part) => part.effect) ?? [])).toBe(6);
    expect((found?.mix ?? 0) + (found?.rate ?? 0)).toBe(6);
    expect(found?.parts.every((part) => Number.isInteger(part.mix) && Number.isInteger(part.rate))).toBe(true);
  });
  test('EX12 none where a part of the formula has no segments on the dimension, or does not add', () => {
    const cells = [...whole('net', 120_000, 140_000), ...whole('orders', 1000, 1111)];
    expect(split([plain('net', 'app', 1, 2)], cells, perOrder)).toBeUndefined();
    const [each, net, orders] = perOrder;
    const heads = [each, net, orders && { ...orders, yearly: 'none' as const }].filter((one) => one !== undefined);
    expect(split([plain('net', 'app', 1, 2), plain('orders', 'app', 1, 2)], cells, heads)).toBeUndefined();
  });
});
