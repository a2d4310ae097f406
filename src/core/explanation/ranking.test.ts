import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Split } from '../evaluation.ts';
import { rankDimensions, surprise } from './ranking.ts';

interface Expected {
  readonly by: string;
  readonly names: readonly string[];
  readonly forecast: readonly number[];
  readonly actual: readonly number[];
  readonly power: number;
  readonly explains: boolean;
  readonly surprise: number;
  readonly divergence: number;
  readonly chosen: readonly string[];
}
const cases: readonly (readonly Expected[])[] = JSON.parse(
  readFileSync('tests/oracle/adtributor.expected.json', 'utf8'),
);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const splitOf = (by: string, names: readonly string[], from: readonly number[], to: readonly number[]): Split => ({
  by,
  method: 'sum',
  from: sum(from),
  to: sum(to),
  parts: names.map((id, index) => {
    const [before = 0, after = 0] = [from[index], to[index]];
    const effect = after - before;
    return {
      id,
      from: before,
      to: after,
      effect,
      share: sum(to) === sum(from) ? null : effect / (sum(to) - sum(from)),
    };
  }),
});

const chosen = (rank: ReturnType<typeof rankDimensions>[number] | undefined): readonly string[] =>
  (rank?.elements ?? []).filter((element) => element.explaining).map((element) => element.id);

describe('Adtributor', () => {
  test.each(cases.map((ranked, index) => [index + 1, ranked] as const))(
    'EX11 ranks case %d as the oracle',
    (_, ranked) => {
      const splits = ranked.map(({ by, names, forecast, actual }) => splitOf(by, names, forecast, actual));
      const ranking = rankDimensions([...splits].reverse());
      expect(ranking.map((rank) => rank.by)).toEqual(ranked.map((one) => one.by));
      ranked.forEach((expected, index) => {
        const rank = ranking[index];
        expect(chosen(rank).toSorted()).toEqual(expected.chosen);
        expect(rank?.explains).toBe(expected.explains);
        expect(rank?.power).toBeCloseTo(expected.power, 12);
        expect(rank?.surprise).toBeCloseTo(expected.surprise, 12);
        expect(sum((rank?.elements ?? []).map((element) => element.surprise))).toBeCloseTo(expected.divergence, 12);
      });
    },
  );
  test('EX11 shows movers of both signs, the largest first; what moved against the change explains nothing', () => {
    const [rank] = rankDimensions([splitOf('channel', ['a', 'b', 'c'], [100, 100, 100], [190, 60, 105])]);
    expect(rank?.elements).toMatchObject([
      { id: 'a', effect: 90, power: 90 / 55, explaining: true },
      { id: 'b', effect: -40, power: -40 / 55, explaining: false },
      { id: 'c', effect: 5, explaining: false },
    ]);
  });
  test('EX11 what no segment names explains nothing, and drivers are no dimension', () => {
    const [rank, ...rest] = rankDimensions([
      splitOf('category', ['', 'a'], [100, 100], [200, 101]),
      { ...splitOf('drivers', ['a'], [1], [2]), method: 'lmdi' },
    ]);
    expect(rest).toEqual([]);
    expect(rank).toMatchObject({ explains: false, power: 0 });
  });
  test('EX11 where nothing changed there is no power, and the most shifted dimension stands first', () => {
    const ranking = rankDimensions([
      splitOf('still', ['a', 'b'], [50, 50], [51, 49]),
      splitOf('moved', ['a', 'b'], [50, 50], [80, 20]),
    ]);
    expect(ranking.map((rank) => rank.by)).toEqual(['moved', 'still']);
    expect(ranking[0]).toMatchObject({ power: null, explains: false, elements: [{ power: null }, { power: null }] });
  });
  const parts = fc.array(fc.tuple(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 1e6 })), {
    minLength: 1,
    maxLength: 8,
  });
  test('EX11 powers sum to 1, surprises lie between 0 and 1 bit', () => {
    fc.assert(
      fc.property(parts, (pairs) => {
        const [from, to] = [pairs.map(([before]) => before), pairs.map(([, after]) => after)];
        const [rank] = rankDimensions([
          splitOf(
            'x',
            pairs.map((_, index) => `n${index}`),
            from,
            to,
          ),
        ]);
        const total = sum((rank?.elements ?? []).map((element) => element.surprise));
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(1 + 1e-9);
        if (sum(from) !== sum(to)) {
          const tolerance = 1e-9 * sum(pairs.map(([before, after]) => Math.abs(after - before)));
          const powers = (rank?.elements ?? []).map((element) => element.power ?? NaN);
          expect(Math.abs(sum(powers) - 1)).toBeLessThanOrEqual(tolerance);
        }
      }),
    );
  });
  test('EX11 neither the unit nor the order of segments changes who explains', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 2, max: 1000 }), (pairs, scale) => {
        const names = pairs.map((_, index) => `n${index}`);
        const [from, to] = [pairs.map(([before]) => before), pairs.map(([, after]) => after)];
        const plain = rankDimensions([splitOf('x', names, from, to)]);
        const turned = rankDimensions([splitOf('x', names.toReversed(), from.toReversed(), to.toReversed())]);
        expect(turned[0]?.elements.map((element) => element.id)).toEqual(
          plain[0]?.elements.map((element) => element.id),
        );
        expect(chosen(turned[0])).toEqual(chosen(plain[0]));
        const scaled = rankDimensions([
          splitOf(
            'x',
            names,
            from.map((value) => value * scale),
            to.map((value) => value * scale),
          ),
        ]);
        expect(chosen(scaled[0]).length).toBe(chosen(plain[0]).length);
      }),
    );
  });
  test('EX11 surprise is the same either way round', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (p, q) => {
        expect(surprise(p, q)).toBe(surprise(q, p));
        expect(surprise(p, p)).toBe(0);
      }),
    );
  });
});
