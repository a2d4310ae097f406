import { describe, expect, test } from 'vitest';
import expected from '../../../../tests/fixtures/cost.expected.json';
import { bookOf, monthCells } from '../../../../tests/books/book-of.ts';
import { costLineOf } from '../../../../tests/books/cost-line-of.ts';
import type { CostGroup } from '../../cost-facts.ts';
import { costOf } from './cost.ts';

/** Floats of another language's arithmetic: equal to nine digits, unknown where unknown. */
const expectNear = (value: number | null, wanted: number | null): void =>
  expect(value).toEqual(wanted === null ? null : expect.closeTo(wanted, 9));

type Case = (typeof expected.cases)[number];
type Wanted = Case['total'] | Case['categories'][keyof Case['categories']];

/** Made by tests/oracle/cost-oracle.py. */
describe.each(expected.cases)('lines by chance, spent through month $through', ({ lines, categories, total }) => {
  const cost = costOf(
    bookOf({
      metrics: [],
      costs: lines.map(({ budget: _, actual: __, expected: ___, ...line }) => costLineOf(line.id, line)),
      cells: lines.flatMap(({ id, budget, actual }) => [
        ...monthCells(id, 'target', 2025, budget),
        ...monthCells(id, 'actual', 2025, actual),
      ]),
    }),
  );

  test('CT1–CT5, CT7 each line is as computed elsewhere', () => {
    for (const [index, { id, expected: wanted }] of lines.entries()) {
      const line = cost.lines[index];
      expect(line, id).toMatchObject({
        budget: { value: wanted.budget },
        actual: { value: wanted.actual },
        variance: { budget: wanted.due, value: wanted.variance },
      });
      expectNear(line?.variance?.rate ?? null, wanted.rate);
      expectNear(line?.roas ?? null, wanted.roas);
      expectNear(line?.roi ?? null, wanted.roi);
      const { price, volume, timing } = line?.split ?? {};
      expect(wanted.split === null ? line?.split : { price, volume, timing }, id).toEqual(wanted.split);
      expect(line?.system?.levels ?? null, id).toEqual(
        wanted.system?.map(({ payback, ...level }) => ({
          ...level,
          paybackMonths: payback === null ? null : expect.closeTo(payback, 9),
        })) ?? null,
      );
    }
  });

  test('CT6, CT9 groups are sums over sums', () => {
    const check = (group: CostGroup | undefined, wanted: Wanted) => {
      expect(group).toMatchObject({
        budget: wanted.budget,
        actual: wanted.actual,
        variance: { value: wanted.variance },
        split: wanted.split,
        quarters: { budget: wanted.quarters },
        roas: { lines: wanted.roas.lines },
        roi: { lines: wanted.roi.lines },
      });
      expect(group?.months.budget).toEqual(wanted.months.budget);
      expect(group?.months.actual.flatMap((value) => value ?? [])).toEqual(wanted.months.actual);
      for (const measure of ['roas', 'roi'] as const) {
        expectNear(group?.[measure].value ?? null, wanted[measure].value);
        expectNear(group?.[measure].coverage ?? null, wanted[measure].coverage);
      }
    };
    check(cost.total, total);
    for (const [category, wanted] of Object.entries(categories))
      check(
        cost.categories.find((group) => group.category === category),
        wanted,
      );
  });
});
