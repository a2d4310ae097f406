import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainPair, simulatedPair, type Plain, type Simulation } from '../../../tests/oracle/simulated-pairs.ts';
import { monthOf } from '../period.ts';
import { Random } from '../random.ts';
import { CLAIM } from './co-movement.ts';
import { benjaminiHochberg } from './false-discovery.ts';
import { inertiaReader } from './inertia.ts';
import { strongestLag } from './lag-correlation.ts';
import { moveTogether, type TogetherTest } from './move-together.ts';
import { centreRuns, yearContrasts } from './year-contrasts.ts';

const simulate = (pairs: number, seed: number, kind: Omit<Simulation, 'campaigns'>): readonly TogetherTest[] => {
  const random = new Random(seed);
  return Array.from({ length: pairs }, (_, index) => {
    const [first, second] = simulatedPair(random, { ...kind, campaigns: index % 2 === 1 });
    return moveTogether(first, second, JANUARY, seed + index);
  });
};

const PLAIN: readonly Plain[] = [
  { inertia: 1, slope: 0, season: 0 },
  { inertia: 1, slope: 0, season: 0.3 },
  { inertia: 0.9, slope: 0, season: 0 },
  { inertia: 0, slope: 0.02, season: 0 },
  { inertia: 0, slope: 0.02, season: 0.3 },
];
const JANUARY = monthOf(2022, 1);

const claimed = (tests: readonly TogetherTest[]): number => tests.filter(({ p }) => p <= CLAIM).length / tests.length;

/** A third more in January of even years and in February of odd ones. */
const withNewYear = (value: number, at: number): number => (at % 12 === Math.floor(at / 12) % 2 ? value * 1.35 : value);

/** Upper end of the two-sided 95% interval of a rate (Wilson 1927). */
function upperBound(rate: number, count: number): number {
  const z = 1.96;
  const centre = rate + z ** 2 / (2 * count);
  const spread = z * Math.sqrt((rate * (1 - rate)) / count + z ** 2 / (4 * count ** 2));
  return (centre + spread) / (1 + z ** 2 / count);
}

describe('on simulated pairs, half of them with campaigns in the same months', () => {
  test.each([24, 36, 48])(
    'CO8 at %d months, independent ones are claimed in fewer than five of a hundred, the upper bound of the rate included',
    (months) => {
      const rate = claimed(simulate(1000, months, { months, link: 0, lag: 0 }));
      expect(upperBound(rate, 1000)).toBeLessThanOrEqual(0.05);
      // A test that never claims would be no test.
      expect(rate).toBeGreaterThan(0.01);
    },
    60_000,
  );

  test.each([24, 36, 48])(
    'CO8 at %d months, so are random walks, slow series and trends, with a season and without',
    (months) => {
      const random = new Random(months);
      const tests = Array.from({ length: 1000 }, (_, index) =>
        moveTogether(...plainPair(random, months, PLAIN[index % PLAIN.length]!), JANUARY, index),
      );
      expect(upperBound(claimed(tests), 1000)).toBeLessThanOrEqual(0.05);
    },
    60_000,
  );

  test('CO8 a New Year that moves between January and February links nothing', () => {
    const months = 48;
    const random = new Random(months);
    const tests = Array.from({ length: 400 }, (_, index) => {
      const pair = simulatedPair(random, { months, link: 0, lag: 0, campaigns: false });
      const [first, second] = pair.map((series) => ({ ...series, values: series.values.map(withNewYear) }));
      return first && second ? moveTogether(first, second, JANUARY, index) : { r: 1, lag: 0, n: 0, p: 0 };
    });
    expect(claimed(tests)).toBeLessThan(0.05);
  }, 60_000);

  test.each([
    [24, 0, '1 in 3', 0.25],
    [24, 1, '1 in 6', 0.12],
    [36, 0, '3 in 5', 0.52],
    [36, 1, '2 in 5', 0.36],
    [48, 0, '4 in 5', 0.72],
    [48, 1, '2 in 3', 0.58],
  ])(
    'CO8 at %d months, a planted r of 0.8 at lag %d is found in %s',
    (months, lag, _, least) => {
      const tests = simulate(120, 1000 * lag + months, { months, link: 0.8, lag });
      expect(claimed(tests)).toBeGreaterThanOrEqual(least);
      const found = tests.filter(({ p }) => p <= CLAIM);
      expect(found.filter((one) => one.lag === lag && one.r > 0).length / found.length).toBeGreaterThan(0.75);
    },
    60_000,
  );
});

describe('the pieces', () => {
  test('CO9 two years give year-on-year differences; a third is held against the mean of both', () => {
    const year = (level: number): number[] => Array.from({ length: 12 }, (_, index) => level + index);
    const two = yearContrasts([...year(1), ...year(3)], JANUARY, false);
    expect([...two.values]).toEqual(Array.from({ length: 12 }, () => expect.closeTo(2 * Math.SQRT1_2, 12)));
    const three = yearContrasts([...year(1), ...year(3), ...year(8)], JANUARY, false);
    expect(three.values[12]).toBeCloseTo(Math.sqrt(2 / 3) * (8 - 2), 12);
    const ones = (count: number): number[] => Array.from({ length: count }, () => 1);
    const runs = [24, 29, 30, 36].map((count) => yearContrasts(ones(count), JANUARY, true).runs);
    expect(runs).toEqual([[0], [0], [0, 12], [0, 12]]);
  });
  test('CO9 contrasts of independent months are independent of each other', () => {
    const random = new Random(5);
    let [product, square] = [0, 0];
    for (let pass = 0; pass < 4000; pass++) {
      const months = Array.from({ length: 36 }, () => random.uniform());
      const { values } = yearContrasts(months, JANUARY, false);
      product += values[4]! * values[16]!;
      square += values[4]! ** 2;
    }
    expect(Math.abs(product / square)).toBeLessThan(0.06);
  });
  test('CO9 January and February are one, wherever the year begins', () => {
    const months = [...Array.from({ length: 12 }, () => 0), ...Array.from({ length: 12 }, (_, index) => index)];
    const half = Math.SQRT1_2;
    const fromJanuary = yearContrasts(months, JANUARY, false);
    expect(fromJanuary.tied.indexOf(true)).toBe(1);
    expect([...fromJanuary.values].slice(0, 3)).toEqual([half / 2, half / 2, 2 * half]);
    const fromApril = yearContrasts(months, JANUARY + 3, false);
    expect([...fromApril.values].slice(8)).toEqual(
      [8 * half, 9.5 * half, 9.5 * half, 11 * half].map((one) => expect.closeTo(one, 12)),
    );
    // Half of a pair stands alone.
    expect([...yearContrasts(months, JANUARY + 1, false).values][0]).toBe(0);
  });
  test('CO9 inertia is read without what the runs’ means took from it', () => {
    const random = new Random(11);
    const runs = [0, 12, 24];
    const read = inertiaReader(runs, 36);
    for (const inertia of [-0.4, 0, 0.5, 0.9]) {
      let [products, squares] = [0, 0];
      for (let pass = 0; pass < 3000; pass++) {
        // Of the first of both no more than the inertia is used.
        const [{ values }] = plainPair(random, 36, { inertia, slope: 0, season: 0 });
        const months = Float64Array.from(values, Math.log);
        centreRuns(months, runs);
        months.forEach((month, at) => {
          squares += month ** 2;
          if (!runs.includes(at)) products += month * (months[at - 1] ?? 0);
        });
      }
      expect(products / squares).toBeLessThan(inertia);
      expect(read(products / squares)).toBeCloseTo(inertia, 1);
    }
    expect([read(-2), read(2)]).toEqual([-0.95, 0.95]);
  });
  test('CO9 at lag k the second follows the first by k months', () => {
    const first = Float64Array.from([1, -1, 0, 0, 0, 0]);
    const second = Float64Array.from([0, 0, -2, 2, 0, 0]);
    expect(strongestLag(first, second, 3)).toEqual({ r: expect.closeTo(-1, 12), lag: 2 });
    expect(strongestLag(second, first, 3)).toEqual({ r: expect.closeTo(-1, 12), lag: -2 });
    expect(strongestLag(first, new Float64Array(6), 3)).toEqual({ r: 0, lag: 0 });
  });
  test('CO9 neither scale nor a common trend nor a season changes the answer', () => {
    const [first, second] = simulatedPair(new Random(3), { months: 36, link: 0.6, lag: 0, campaigns: false });
    const scaled = second.values.map((value, at) => 7 * value * 1.02 ** at * (1 + (at % 12)));
    const [plain, changed] = [second.values, scaled].map((values) =>
      moveTogether(first, { ...second, values }, JANUARY, 9),
    );
    expect(changed?.r).toBeCloseTo(plain?.r ?? NaN, 8);
    expect(changed).toMatchObject({ n: plain?.n, lag: plain?.lag, p: plain?.p });
  });
  test('CO9 a series that does not move, or moves only with its season, moves with nothing', () => {
    const [first] = simulatedPair(new Random(4), { months: 36, link: 0, lag: 0, campaigns: false });
    const flat = { values: Array.from({ length: 36 }, () => 5), multiplies: true };
    const seasonal = { values: Array.from({ length: 36 }, (_, at) => at % 12), multiplies: false };
    expect(moveTogether(first, flat, JANUARY, 1)).toEqual({ r: 0, lag: 0, n: 24, p: 1 });
    expect(moveTogether(first, seasonal, JANUARY, 1)).toMatchObject({ r: 0, p: 1 });
  });
  test('CO10 adjusted p-values are those of R’s p.adjust(…, "BH")', () => {
    expect(benjaminiHochberg([0.01, 0.02, 0.03, 0.04, 0.2])).toEqual(
      [0.05, 0.05, 0.05, 0.05, 0.2].map((p) => expect.closeTo(p, 12)),
    );
    expect(benjaminiHochberg([0.5, 0.001])).toEqual([0.5, 0.002].map((p) => expect.closeTo(p, 12)));
    expect(benjaminiHochberg([])).toEqual([]);
  });
  test('CO10 adjusting keeps the order, never lowers and never passes 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 40 }), (thousandths) => {
        const ps = thousandths.map((one) => one / 1000);
        const adjusted = benjaminiHochberg(ps);
        ps.forEach((p, index) => {
          expect(adjusted[index]).toBeGreaterThan(p - 1e-12);
          expect(adjusted[index]).toBeLessThanOrEqual(1);
          ps.forEach((other, at) => {
            if (p < other) expect(adjusted[index]).toBeLessThanOrEqual(adjusted[at] ?? NaN);
          });
        });
      }),
    );
  });
});
