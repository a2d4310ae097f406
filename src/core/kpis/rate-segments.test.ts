import { describe, expect, test } from 'vitest';
import { bookOf } from '../../../tests/books/book-of.ts';
import type { Line } from '../../../tests/oracle/columns-of.ts';
import { columnsOf } from '../../../tests/oracle/columns-of.ts';
import { lineOf, linesOf } from '../../../tests/oracle/line-of.ts';
import { oracleCase } from '../../../tests/oracle/oracle-orders.ts';
import type { PresetId, SegmentSeries } from '../book/book.ts';
import { presetMetric } from '../book/presets.ts';
import { actualsFor } from './actuals.ts';
import { computeKpis } from './compute-kpis.ts';
import type { Kpis } from './facts.ts';
import { DEFAULT_OPTIONS } from './facts.ts';
import { kpisOfPreset } from './preset-kpis.ts';
import { KPIS } from './registry.ts';

const SOURCE = { dataset: 'd', datasetName: 'Orders', computedAt: '2026-01-05T08:00:00Z' };
const RATES = ['retention', 'spendPerReturning', 'secondPurchase', 'repurchase', 'frequency', 'orderValue'] as const;

const taken = (kpis: Kpis, preset: PresetId, year: number): readonly SegmentSeries[] => {
  const { settings } = bookOf({ metrics: [], year });
  return actualsFor(kpis, presetMetric(preset), kpisOfPreset(preset, 365), settings, SOURCE).segments;
};

const factsOf = (lines: readonly Line[]): Kpis => computeKpis(columnsOf(lines), DEFAULT_OPTIONS);

/** Segments of a dimension in a year: name → numerator, denominator. */
const inYear = (segments: readonly SegmentSeries[], dimension: string, year: number) =>
  Object.fromEntries(
    segments
      .filter((series) => series.dimension === dimension && series.byPeriod.has(`Y${year}`))
      .map(({ name, byPeriod, weights }) => [name, [byPeriod.get(`Y${year}`), weights?.get(`Y${year}`)]]),
  );

describe('KP17 rates by what customers are', () => {
  const real = computeKpis(oracleCase('adventureworks')!.columns, DEFAULT_OPTIONS);

  test.each(RATES)('%s: segments sum to both parts of the figure, none of them small', (preset) => {
    const segments = taken(real, preset, 2017);
    const dimensions = new Set(segments.map(({ dimension }) => dimension));
    expect(dimensions.has(preset === 'orderValue' ? 'channel' : 'firstCategory')).toBe(true);
    for (const dimension of dimensions) {
      for (const year of [2016, 2017]) {
        const parts = Object.values(inYear(segments, dimension, year));
        if (dimension === 'tenure' && parts.length === 0) continue;
        const total = (at: 0 | 1): number => parts.reduce((sum, part) => sum + (part[at] ?? NaN), 0);
        const figure = KPIS[kpisOfPreset(preset, 365).year!].figure(real, { grain: 'year', year });
        expect([total(0), total(1)], `${dimension} ${year}`).toEqual([figure.numerator, figure.denominator]);
        for (const [, denominator] of parts) expect(denominator).toBeGreaterThanOrEqual(5);
      }
    }
  });

  test('a rate without segments of its own has none', () => {
    expect(taken(real, 'newCustomers', 2017)).toEqual([]);
  });

  const lines = [
    ...linesOf(9, 'web', '2024-03-01', { channel: 'web' }),
    ...linesOf(3, 'shop', '2024-03-02', { channel: 'shop' }),
    ...linesOf(7, 'app', '2024-04-03', { channel: 'app' }),
    ...linesOf(6, 'web', '2025-02-01', { channel: 'shop' }),
    ...linesOf(3, 'shop', '2025-02-01', { channel: 'web' }),
    ...linesOf(5, 'fresh', '2025-02-01', { channel: 'app' }),
    lineOf('fresh0', '2025-12-31', { channel: 'app' }),
  ];

  test('a customer stays where they were won, and too few go together with the next smallest', () => {
    const segments = taken(factsOf(lines), 'retention', 2025);
    expect(inYear(segments, 'firstChannel', 2025)).toEqual({ web: [6, 9], other: [3, 10] });
  });

  test('an order belongs to the channel it came through', () => {
    const segments = taken(factsOf(lines), 'orderValue', 2025);
    expect(inYear(segments, 'channel', 2025)).toEqual({ app: [60_000, 6], other: [90_000, 9] });
  });

  test('the channel of a first purchase is the one most was paid in, whatever the order of lines', () => {
    const first = Array.from({ length: 5 }, (_, index) => [
      lineOf(`c${index}`, '2024-05-01', { channel: 'web', paid: 100 }),
      lineOf(`c${index}`, '2024-05-01', { channel: 'app', paid: 300 }),
    ]).flat();
    for (const order of [first, first.toReversed()])
      expect(inYear(taken(factsOf(order), 'frequency', 2024), 'firstChannel', 2024)).toEqual({ app: [10, 5] });
  });

  test('tenure is new and earlier until the data tell one year from more', () => {
    const years = ['2022-05-01', '2023-05-01', '2024-05-01', '2025-05-01'];
    const all = years.flatMap((date, index) => years.slice(index).flatMap((when) => linesOf(5, `since${date}`, when)));
    const short = factsOf(all.filter(({ day }) => day >= linesOf(1, 'x', '2024-01-01')[0]!.day));
    expect(inYear(taken(short, 'repurchase', 2025), 'tenure', 2025)).toEqual({ new: [0, 5], earlier: [0, 15] });
    expect(inYear(taken(short, 'repurchase', 2025), 'tenure', 2024)).toEqual({});
    expect(taken(short, 'retention', 2025).some(({ dimension }) => dimension === 'tenure')).toBe(false);
    const long = factsOf(all);
    expect(inYear(taken(long, 'repurchase', 2025), 'tenure', 2025)).toEqual({
      new: [0, 5],
      one: [0, 5],
      more: [0, 10],
    });
    expect(inYear(taken(long, 'retention', 2025), 'tenure', 2025)).toEqual({ one: [5, 5], more: [10, 10] });
    expect(inYear(taken(long, 'repurchase', 2025), 'tenure', 2023)).toEqual({});
  });
});
