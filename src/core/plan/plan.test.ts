import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookOf, metricOf, monthCells, yearCell } from '../../../tests/books/book-of.ts';
import type { Book } from '../book/book.ts';
import type { GoalRow } from '../evaluation.ts';
import { rephase, setMonthTarget, setQuarterTarget, setTargets, setYearTarget, withCells } from './goal-edits.ts';
import { goalsOf } from './goals.ts';
import { phase } from './phase.ts';
import { seasonality } from './seasonality.ts';

const sales = metricOf('sales');
const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);
const goalOf = (book: Book, id = 'sales'): GoalRow => {
  const goal = goalsOf(book).find((row) => row.metric.id === id);
  if (!goal) throw new Error(`no goal ${id}`);
  return goal;
};
const seasonal = [10, 10, 20, 10, 10, 30, 10, 10, 10, 10, 60, 10];
const withHistory = (locks: readonly string[] = [], target: number | null = null): Book => {
  const book = bookOf({ metrics: [sales], cells: monthCells('sales', 'actual', 2025, seasonal), locks });
  return target === null ? book : withCells(book, setYearTarget(book, sales, target));
};

describe('seasonality', () => {
  test('PL1 the mean of yearly shares, so that a big year counts no more than a small one', () => {
    const even = Array<number>(12).fill(100);
    const peak = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5];
    expect(seasonality([even, peak]).shares[11]).toBeCloseTo((1 / 12 + 1) / 2);
  });
  test('PL1 flat without a whole past year; at most three years count', () => {
    expect(seasonality([[1, 2, null]])).toEqual({ shares: Array<number>(12).fill(1 / 12), years: 0 });
    expect(seasonality(Array.from({ length: 5 }, () => seasonal)).years).toBe(3);
  });
  test('PL1 shares sum to 1 and none is negative, refund months included', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -1000, max: 1e9 }), { minLength: 12, maxLength: 12 }), { maxLength: 4 }),
        (years) => {
          const { shares } = seasonality(years);
          expect(sum(shares)).toBeCloseTo(1);
          expect(shares.every((share) => share >= 0)).toBe(true);
        },
      ),
    );
  });
});

describe('phasing laws', () => {
  const amount = fc.integer({ min: 0, max: 1e12 });
  const kept = fc.record({
    months: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    quarters: fc.constant([null, null, null, null]),
  });
  const shares = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 12, maxLength: 12 });
  const months = fc.array(amount, { minLength: 12, maxLength: 12 });

  test('PL2 quarters and months sum to the target; PL3 kept months stay; PL4 nothing turns negative', () => {
    fc.assert(
      fc.property(amount, shares, months, kept, (target, weights, present, keep) => {
        const phased = phase(target, weights, present, keep, true);
        const held = sum(present.filter((_, index) => keep.months[index]));
        const isFree = keep.months.some((one) => !one);
        expect(sum(phased)).toBe(isFree ? Math.max(target, held) : held);
        phased.forEach((value, index) => {
          expect(Number.isInteger(value)).toBe(true);
          expect(value).toBeGreaterThanOrEqual(0);
          if (keep.months[index]) expect(value).toBe(present[index]);
        });
      }),
    );
  });
  test('PL3 a kept quarter keeps its sum', () => {
    fc.assert(
      fc.property(amount, shares, amount, (target, weights, quarter) => {
        const keep = { months: Array<boolean>(12).fill(false), quarters: [null, quarter, null, null] };
        expect(sum(phase(target, weights, Array<null>(12).fill(null), keep, true).slice(3, 6))).toBe(quarter);
      }),
    );
  });
  test('PL4 a negative target is phased as a negative', () => {
    const phased = phase(-100, seasonal, Array<null>(12).fill(null), { months: [], quarters: [] }, true);
    expect(sum(phased)).toBe(-100);
    expect(phased.every((value) => value <= 0)).toBe(true);
  });
});

describe('setting targets', () => {
  test('PL2 a year is phased by last year’s seasons', () => {
    const goal = goalOf(withHistory([], 2000));
    expect(goal).toMatchObject({
      target: 2000,
      adds: true,
      unphased: 0,
      seasons: 1,
      months: seasonal.map((value) => value * 10),
    });
    expect(goal.quarters).toEqual([400, 500, 300, 800]);
    expect(goal.impliedGrowth.value).toBe(9);
  });
  test('PL3 a locked month stays when the year changes', () => {
    const locked = { ...withHistory([], 2000), locks: new Set(['sales|M2026-01']) };
    const goal = goalOf(withCells(locked, setYearTarget(locked, sales, 5000)));
    expect(goal.months[0]).toBe(100);
    expect(sum(goal.months)).toBe(5000);
  });
  test('PL5 a typed quarter rescales its months and the year holds', () => {
    const book = withHistory([], 2000);
    const goal = goalOf(withCells(book, setQuarterTarget(book, sales, 3, 1000)));
    expect(goal.quarters[3]).toBe(1000);
    expect(goal.months.slice(9)).toEqual([125, 750, 125]);
    expect(sum(goal.quarters)).toBe(2000);
  });
  test('PL5 a second typed quarter leaves the first as typed', () => {
    const once = withHistory([], 2000);
    const twice = withCells(once, setQuarterTarget(once, sales, 3, 1000));
    const goal = goalOf(withCells(twice, setQuarterTarget(twice, sales, 0, 200)));
    expect(goal.quarters[0]).toBe(200);
    expect(goal.quarters[3]).toBe(1000);
    expect(sum(goal.months)).toBe(2000);
  });
  test('PL6 typed months that leave no room are shown, and phasing anew heals them', () => {
    let book = withHistory([], 2000);
    for (const quarter of [0, 1, 2, 3]) book = withCells(book, setQuarterTarget(book, sales, quarter, 600));
    expect(goalOf(book)).toMatchObject({ adds: false, unphased: -400 });
    expect(goalOf(withCells(book, rephase(book, sales)))).toMatchObject({
      adds: true,
      unphased: 0,
      quarters: [400, 500, 300, 800],
    });
  });
  test('PL5 a typed month is balanced by the phased ones', () => {
    const book = withHistory([], 2000);
    const goal = goalOf(withCells(book, setMonthTarget(book, sales, 0, 1)));
    expect(goal.months[0]).toBe(1);
    expect(sum(goal.months)).toBe(2000);
  });
  test('PL7 clearing the year clears what phasing made', () => {
    const book = withHistory([], 2000);
    expect(goalOf(withCells(book, setYearTarget(book, sales, null)))).toMatchObject({
      target: null,
      months: Array<null>(12).fill(null),
    });
  });
  test('PL5 a pasted row of year and quarters is taken in order', () => {
    const book = withHistory();
    const values = [2000, 500, 500, 400, 600];
    const edits = setTargets(
      book,
      values.map((value, index) => ({
        metric: 'sales',
        place: index === 0 ? { at: 'year' as const } : { at: 'quarter' as const, index: index - 1 },
        value,
      })),
    );
    expect(goalOf(withCells(book, edits))).toMatchObject({ target: 2000, quarters: [500, 500, 400, 600], adds: true });
    expect(new Set(edits.map((edit) => edit.period)).size).toBe(edits.length);
  });
  test('PL2 any typing keeps the sum whenever something is free', () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('month' as const),
        index: fc.integer({ min: 0, max: 11 }),
        value: fc.integer({ min: 0, max: 300 }),
      }),
      fc.record({
        kind: fc.constant('quarter' as const),
        index: fc.integer({ min: 0, max: 3 }),
        value: fc.integer({ min: 0, max: 900 }),
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.array(step, { maxLength: 5 }), (target, steps) => {
        let book = withHistory([], target);
        for (const { kind, index, value } of steps) {
          book = withCells(
            book,
            kind === 'month' ? setMonthTarget(book, sales, index, value) : setQuarterTarget(book, sales, index, value),
          );
          const goal = goalOf(book);
          const own = kind === 'month' ? goal.months[index] : goal.quarters[index];
          expect(own).toBe(value);
          expect(sum(goal.months)).toBe(sum(goal.quarters));
          expect(goal.adds).toBe(sum(goal.months) === target);
        }
        expect(sum(goalOf(withCells(book, rephase(book, sales))).months)).toBe(target);
      }),
      { numRuns: 60 },
    );
  });
});

describe('metrics that do not add', () => {
  const retention = metricOf('retention', { unit: 'percent', yearly: 'none' });
  test('PL8 a rate without a past has the year’s target each month, until one is typed', () => {
    const book = bookOf({ metrics: [retention] });
    const set = withCells(book, setYearTarget(book, retention, 0.4));
    expect(goalOf(set, 'retention')).toMatchObject({
      months: Array<number>(12).fill(0.4),
      quarters: [0.4, 0.4, 0.4, 0.4],
      adds: null,
    });
    expect(set.cells.size).toBe(1);
    expect(goalOf(withCells(set, setMonthTarget(set, retention, 2, 0.5)), 'retention').months[2]).toBe(0.5);
  });
  test('PL8 with a past, a month is the year’s target times what the month was of its year', () => {
    const cells = [
      ...monthCells('retention', 'actual', 2025, Array<number>(12).fill(0.03)),
      yearCell('retention', 'actual', 2025, 0.3),
    ];
    const book = bookOf({ metrics: [retention], cells });
    expect(goalOf(withCells(book, setYearTarget(book, retention, 0.4)), 'retention').months[0]).toBeCloseTo(0.04);
  });
});

describe('goals', () => {
  test('PL9 before the year is over, growth is over the latest twelve whole months', () => {
    const cells = [
      ...monthCells('sales', 'actual', 2025, [10, 10, 10]),
      ...monthCells('sales', 'actual', 2024, Array<number>(12).fill(20)),
    ];
    const book = bookOf({ metrics: [sales], cells: [...cells, yearCell('sales', 'target', 2026, 315)] });
    expect(goalOf(book)).toMatchObject({ base: { kind: 'latest-months', value: 210 }, impliedGrowth: { value: 0.5 } });
    expect(goalOf(book).history.map((past) => past.toDate)).toEqual([true, false, false]);
  });
  test('PL10 a target that a formula gives has its months derived, none stored', () => {
    const metrics = [
      metricOf('sales', { formula: { kind: 'product', of: ['buyers', 'spend'] } }),
      metricOf('buyers', { unit: 'count', yearly: 'none' }),
      metricOf('spend', { yearly: 'none' }),
    ];
    const book = bookOf({
      metrics,
      cells: [yearCell('buyers', 'target', 2026, 100), yearCell('spend', 'target', 2026, 7)],
    });
    const goal = goalOf(book);
    expect(goal).toMatchObject({ target: 700, adds: true });
    expect(sum(goal.months)).toBe(700);
  });
  test('PL10 months follow a fiscal year that begins in April', () => {
    const book = { ...withHistory(), settings: { ...withHistory().settings, firstMonth: 4 } };
    const [edit] = setMonthTarget(book, sales, 0, 5);
    expect(edit?.period).toBe('M2026-04');
  });
});
