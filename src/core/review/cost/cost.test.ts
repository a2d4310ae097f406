import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookOf, monthCells, yearCell, type CellRow } from '../../../../tests/books/book-of.ts';
import { costLineOf } from '../../../../tests/books/cost-line-of.ts';
import type { CostLine } from '../../book/review.ts';
import type { CostLineFacts } from '../../cost-facts.ts';
import { costOf } from './cost.ts';

/** A line by chance with its months. */
interface Sampled extends Pick<CostLine, 'category' | 'budgetQuantity' | 'actualQuantity' | 'sales' | 'margin'> {
  readonly budget: readonly (number | null)[];
  readonly actual: readonly (number | null)[];
}

const twelve = (value: number): number[] => Array.from({ length: 12 }, () => value);
const costWith = (costs: readonly CostLine[], ...cells: readonly (readonly CellRow[])[]) =>
  costOf(bookOf({ metrics: [], costs, cells: cells.flat() }));

/** One line's facts; its budget and actual are months from the first on. */
function lineWith(change: Partial<CostLine>, budget: readonly (number | null)[], actual: readonly (number | null)[]) {
  const { lines } = costWith(
    [costLineOf('a', change)],
    monthCells('a', 'target', 2025, budget),
    monthCells('a', 'actual', 2025, actual),
  );
  if (!lines[0]) throw new Error('no line');
  return lines[0];
}

describe('a year’s amount', () => {
  test('CT1 is the sum of its months, though the year has one of its own', () => {
    const cost = costWith(
      [costLineOf('a')],
      [yearCell('a', 'target', 2025, 900)],
      monthCells('a', 'target', 2025, [10, null, 5]),
    );
    expect(cost.lines[0]?.budget).toMatchObject({ value: 15, from: 'months' });
    expect(cost.total.unplaced.budget).toBe(0);
  });

  test('CT1 is the year’s own without months, then quantity × price; both belong to no month', () => {
    const cost = costWith(
      [costLineOf('a'), costLineOf('b', { budgetQuantity: 300, budgetPrice: 250 })],
      [yearCell('a', 'target', 2025, 900)],
    );
    expect(cost.lines.map(({ budget }) => [budget.value, budget.from])).toEqual([
      [900, 'year'],
      [75_000, 'quantity'],
    ]);
    expect(cost.total).toMatchObject({ budget: 75_900, unplaced: { budget: 75_900, actual: 0 } });
    expect(cost.total.months.budget).toEqual(twelve(0).map(() => null));
  });

  test('CT4 that quantity × price contradicts says by how much; rounded prices do not', () => {
    const of = (budgetPrice: number) =>
      lineWith({ budgetQuantity: 300, budgetPrice }, [100_000], []).disagreement.budget;
    expect([of(333), of(334), of(300)]).toEqual([null, -200, 10_000]);
  });

  test('lines of other years are left out', () => {
    expect(costWith([costLineOf('a', { year: 2024 })], [yearCell('a', 'target', 2024, 1)]).lines).toEqual([]);
  });
});

describe('variance', () => {
  test('CT2, CT3 to date is held against the budget of the months spent', () => {
    const line = lineWith({}, twelve(100), [90, 130, 110]);
    expect(line.variance).toEqual({ budget: 300, actual: 330, value: 30, rate: 0.1 });
  });

  test('CT2 a month typed as 0 is spent through', () => {
    const cost = costWith([costLineOf('a')], monthCells('a', 'actual', 2025, [...twelve(5).slice(1), 0]));
    expect([cost.through, cost.toDate]).toEqual([11, false]);
  });

  test('CT3 spending without a budget is held against nothing, once somebody has a budget', () => {
    const spent = monthCells('a', 'actual', 2025, twelve(10));
    expect(costWith([costLineOf('a')], spent).lines[0]).toMatchObject({ variance: null, unbudgeted: false });
    const cost = costWith([costLineOf('a'), costLineOf('b')], spent, [yearCell('b', 'target', 2025, 50)]);
    expect(cost.lines.map(({ variance, unbudgeted }) => [variance?.value, variance?.rate, unbudgeted])).toEqual([
      [120, null, true],
      [undefined, undefined, false],
    ]);
    expect(cost.total.variance).toMatchObject({ value: 120, lines: 1 });
  });

  test('CT3 a budget that is not spread over months waits for the year’s end', () => {
    const of = (actual: readonly number[]) =>
      costWith([costLineOf('a')], [yearCell('a', 'target', 2025, 120)], monthCells('a', 'actual', 2025, actual));
    expect(of([10, 10]).lines[0]?.variance).toBeNull();
    expect(of(twelve(9)).lines[0]?.variance?.value).toBe(-12);
  });
});

describe('price, volume and timing', () => {
  const gifts = { budgetQuantity: 1000, actualQuantity: 1100 };

  test('CT4 of a whole year: 100 more at 5.00, and 0.50 dearer on each of 1,100', () => {
    const actual = [...twelve(0).slice(1), 605_000];
    const line = lineWith(gifts, [500_000], actual);
    expect(line.split).toMatchObject({ price: 55_000, volume: 50_000, timing: 0, budgetPrice: 500, actualPrice: 550 });
  });

  test('CT4 bought early is timing while the rest of the budget can take it back, volume beyond', () => {
    // 1,200 a year in equal months; three months spent at the budget's price.
    const early = (actualQuantity: number) =>
      lineWith({ budgetQuantity: 1200, actualQuantity }, twelve(1000), [0, 0, actualQuantity * 10]).split;
    expect(early(500)).toMatchObject({ price: 0, volume: 0, timing: 2000 });
    expect(early(1300)).toMatchObject({ price: 0, volume: 1000, timing: 9000 });
    expect(early(100)).toMatchObject({ price: 0, volume: 0, timing: -2000 });
  });

  const money = fc.integer({ min: -1e9, max: 1e9 });
  const year = fc.array(fc.option(money), { minLength: 12, maxLength: 12 });
  const quantity = fc.option(fc.integer({ min: 1, max: 1e6 }));
  const line = fc.record({
    category: fc.constantFrom('sms', 'gifts', 'own', ''),
    budget: year,
    actual: year,
    budgetQuantity: quantity,
    actualQuantity: quantity,
    sales: fc.option(money),
    margin: fc.option(money),
  });
  const lines = fc.array(line, { minLength: 1, maxLength: 8 });
  const costOfAll = (all: readonly Sampled[], scale = 1) =>
    costWith(
      all.map(({ category, budgetQuantity, actualQuantity, sales, margin }, index) =>
        costLineOf(`l${index}`, {
          ...{ category, budgetQuantity, actualQuantity },
          sales: sales === null ? null : sales * scale,
          margin: margin === null ? null : margin * scale,
        }),
      ),
      ...all.flatMap(({ budget, actual }, index) => [
        monthCells(`l${index}`, 'target', 2025, times(budget, scale)),
        monthCells(`l${index}`, 'actual', 2025, times(actual, scale)),
      ]),
    );
  const times = (values: readonly (number | null)[], scale: number) =>
    values.map((value) => (value === null ? null : value * scale));
  const whole = (facts: CostLineFacts) => facts.split && facts.split.price + facts.split.volume + facts.split.timing;

  test('CT4 the three sum to the variance to the minor unit, in every line, category and all together', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const cost = costOfAll(all);
        for (const facts of cost.lines) if (facts.split) expect(whole(facts)).toBe(facts.variance?.value);
        for (const { split, variance } of [...cost.categories, cost.total])
          expect(split.price + split.volume + split.timing + split.unsplit).toBe(variance?.value ?? 0);
        if (!cost.toDate) for (const { split } of cost.lines) expect(split?.timing ?? 0).toBe(0);
      }),
    );
  });

  test('CT9 lines sum to categories, categories to the total, months to quarters and with the unplaced to the year', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const { categories, total, lines: facts } = costOfAll(all);
        const sum = (values: readonly (number | null)[]) => values.reduce<number>((so, one) => so + (one ?? 0), 0);
        expect(sum(categories.map((group) => group.lines))).toBe(facts.length);
        for (const kind of ['budget', 'actual'] as const) {
          expect(sum(categories.map((group) => group[kind]))).toBe(total[kind] ?? 0);
          expect(sum(total.quarters[kind])).toBe(sum(total.months[kind]));
          expect(sum(total.months[kind]) + total.unplaced[kind]).toBe(total[kind] ?? 0);
        }
        for (const part of ['price', 'volume', 'timing', 'unsplit'] as const)
          expect(sum(categories.map((group) => group.split[part]))).toBe(total.split[part]);
      }),
    );
  });

  test('CT5 rates do not depend on the currency’s size', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const [small, large] = [costOfAll(all), costOfAll(all, 1000)];
        for (const [index, line] of small.lines.entries()) {
          expect(large.lines[index]?.roas).toEqual(near(line.roas));
          expect(large.lines[index]?.roi).toEqual(near(line.roi));
        }
        expect(large.total.roas.value).toEqual(near(small.total.roas.value));
      }),
    );
  });
  const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 6));
});

describe('ROAS and ROI', () => {
  test('CT5 one is sales ÷ cost, the other what is left of the margin ÷ cost', () => {
    expect(lineWith({ sales: 50_000, margin: 12_000 }, [], [10_000])).toMatchObject({ roas: 5, roi: 0.2 });
  });

  test('CT5 neither without the figure, or without a cost', () => {
    expect(lineWith({}, [], [10_000])).toMatchObject({ roas: null, roi: null, missing: 'return' });
    expect(lineWith({ sales: 1, margin: 1 }, [], [0])).toMatchObject({ roas: null, roi: null });
  });

  test('CT6 together over the lines that have them, saying how much of the cost that is', () => {
    const { total } = costWith(
      [costLineOf('a', { sales: 300 }), costLineOf('b', { sales: 100 }), costLineOf('c')],
      ['a', 'b', 'c'].flatMap((id, index) => monthCells(id, 'actual', 2025, [[100, 60, 40][index] ?? 0])),
    );
    expect(total.roas).toEqual({ value: 2.5, numerator: 400, cost: 160, lines: 2, coverage: 0.8 });
    expect(total.roi).toEqual({ value: null, numerator: 0, cost: 0, lines: 0, coverage: 0 });
  });
});

describe('systems', () => {
  const system = { category: 'systems', hoursSaved: 800, hourlyCost: 10_000 };

  test('CT7 are judged at every realisation, with the months until the cost is back', () => {
    // 800 h at 100.00 an hour save 80,000.00 in full; the system cost 30,000.00.
    const line = lineWith({ ...system, realisation: 0.8 }, [], [3_000_000]);
    expect(line.system).toEqual({
      cost: 3_000_000,
      levels: [
        { realisation: 0.3, benefit: 2_400_000, net: -600_000, paybackMonths: 15 },
        { realisation: 0.5, benefit: 4_000_000, net: 1_000_000, paybackMonths: 9 },
        { realisation: 0.8, benefit: 6_400_000, net: 3_400_000, paybackMonths: 5.625 },
      ],
      chosen: { realisation: 0.8, benefit: 6_400_000, net: 3_400_000, paybackMonths: 5.625 },
      assumed: false,
    });
  });

  test('CT7 at the middle until somebody chooses, and without payback where nothing is saved', () => {
    expect(lineWith(system, [], [1]).system).toMatchObject({ assumed: true, chosen: { realisation: 0.5 } });
    expect(lineWith({ ...system, hoursSaved: 0 }, [], [1]).system?.chosen).toMatchObject({
      benefit: 0,
      net: -1,
      paybackMonths: null,
    });
  });

  test('CT10 without hours cannot be judged', () => {
    expect(lineWith({ category: 'systems' }, [], [1])).toMatchObject({
      missing: 'hours',
      system: { chosen: { benefit: null, net: null, paybackMonths: null } },
    });
  });
});

describe('next year’s need', () => {
  const need = (line: CostLineFacts) => [line.need.proposed, line.need.reasons.map((reason) => reason.kind)];
  const whole = (total: number) => [...twelve(0).slice(1), total];

  test('CT8 is what was spent, in three figures, and says what stands beside it', () => {
    expect(need(lineWith({}, [1_234_567], whole(1_234_567)))).toEqual([1_230_000, ['spent']]);
    expect(need(lineWith({}, [2_000_000], whole(1_234_567)))).toEqual([1_230_000, ['spent', 'under-budget']]);
    expect(need(lineWith({ budgetQuantity: 10, actualQuantity: 10 }, [1000], whole(1060)))).toEqual([
      1060,
      ['spent', 'price'],
    ]);
  });

  test('CT8 to date adds the rest of the budget; without an actual it is the budget', () => {
    expect(need(lineWith({}, twelve(100), [100, 100, 150]))).toEqual([1250, ['year-end', 'over-budget']]);
    expect(need(lineWith({}, twelve(100), []))).toEqual([1200, ['budgeted']]);
    expect(need(lineWith({}, [], []))).toEqual([null, []]);
  });

  test('CT8 grows by a tenth above the team’s return, shrinks by a tenth below, and never grows at a loss', () => {
    const { lines } = costWith(
      [
        costLineOf('a', { margin: 30_000 }),
        costLineOf('b', { margin: 20_000 }),
        costLineOf('c', { margin: 10_000 }),
        costLineOf('d', { category: 'systems', hoursSaved: 1, hourlyCost: 1 }),
      ],
      ...['a', 'b', 'c', 'd'].map((id) => monthCells(id, 'actual', 2025, whole(10_000))),
    );
    expect(lines.map(need)).toEqual([
      [11_000, ['spent', 'return-above']],
      [10_000, ['spent']],
      [9_000, ['spent', 'return-below']],
      [10_000, ['spent', 'running-cost', 'not-earned']],
    ]);
    const losses = costWith(
      [costLineOf('a', { margin: 9_000 }), costLineOf('b', { margin: 1_000 })],
      ...['a', 'b'].map((id) => monthCells(id, 'actual', 2025, whole(10_000))),
    );
    expect(losses.lines.map(need)[0]).toEqual([10_000, ['spent']]);
  });

  test('CT8 a person’s own replaces it and the sum follows', () => {
    const cost = costWith(
      [costLineOf('a', { need: 777 }), costLineOf('b')],
      ...['a', 'b'].map((id) => monthCells(id, 'actual', 2025, whole(500))),
    );
    expect(cost.lines[0]?.need).toMatchObject({ value: 777, proposed: 500, overridden: true });
    expect(cost.total.need).toBe(1277);
  });
});

test('CT9 categories stand in Annum’s order, then as they appear', () => {
  const of = ['own', 'people', '', 'sms', ' own '].map((category, index) => costLineOf(`l${index}`, { category }));
  expect(costWith(of).categories.map(({ category, lines }) => [category, lines])).toEqual([
    ['sms', 1],
    ['people', 1],
    ['own', 2],
    ['', 1],
  ]);
});

test('no line, however odd, makes it throw', () => {
  const odd = fc.option(fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -0, 1e308, Infinity, NaN)));
  const line = fc.record({
    ...{ id: fc.constantFrom('a', '__proto__', 'a|b', ''), category: fc.constantFrom('systems', '__proto__', '') },
    ...{ budgetQuantity: odd, budgetPrice: odd, actualQuantity: odd, actualPrice: odd },
    ...{ sales: odd, margin: odd, hoursSaved: odd, hourlyCost: odd, realisation: odd, need: odd },
  });
  const cell = fc.tuple(
    fc.constantFrom('a', '__proto__', 'a|b', ''),
    fc.constantFrom('target' as const, 'actual' as const),
    fc.constantFrom('Y2025', 'M2025-01', 'M2025-12', 'Q2025-1', 'Mx'),
    odd,
  );
  fc.assert(
    fc.property(fc.array(line), fc.array(cell), (lines, cells) => {
      const cost = costOf(bookOf({ metrics: [], costs: lines.map(({ id, ...rest }) => costLineOf(id, rest)), cells }));
      expect(structuredClone(cost)).toEqual(cost);
    }),
  );
});
