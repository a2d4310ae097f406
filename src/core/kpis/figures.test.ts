import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../tests/oracle/columns-of.ts';
import type { Line } from '../../../tests/oracle/columns-of.ts';
import { lineOf, linesOf } from '../../../tests/oracle/line-of.ts';
import { monthOf } from '../period.ts';
import { computeKpis } from './compute-kpis.ts';
import { DEFAULT_OPTIONS } from './facts.ts';
import { KPIS } from './registry.ts';

const factsOf = (lines: readonly Line[], firstMonth = 1) =>
  computeKpis(columnsOf(lines), { ...DEFAULT_OPTIONS, firstMonth });
const inYear = (year: number) => ({ grain: 'year', year }) as const;
const inMonth = (year: number, month: number) => ({ grain: 'month', month: monthOf(year, month) }) as const;

describe('KP10 marks', () => {
  const kpis = factsOf([
    ...linesOf(6, 'a', '2023-01-01'),
    ...linesOf(6, 'a', '2023-07-10'),
    ...linesOf(3, 'a', '2024-03-01'),
    ...linesOf(6, 'a', '2025-02-01'),
    lineOf('late', '2025-12-31'),
  ]);

  test.each(['returningSales365', 'returningBuyersAll', 'spendPerReturning730', 'reactivated'] as const)(
    '%s of the year the data begin in is unknown, not 0',
    (id) => {
      const first = KPIS[id].figure(kpis, inYear(2023));
      expect(first).toEqual({ value: null, numerator: null, denominator: null, marks: ['no-history'] });
      expect(KPIS[id].figure(kpis, inMonth(2023, 1)).value).toBeNull();
    },
  );

  test('a look-back that reaches before the data in part is understated', () => {
    expect(KPIS.returningSales365.figure(kpis, inMonth(2023, 7)).marks).toContain('lookback-understated');
    expect(KPIS.returningSales365.figure(kpis, inYear(2024)).marks).not.toContain('lookback-understated');
    expect(KPIS.returningSales730.figure(kpis, inYear(2024)).marks).toContain('lookback-understated');
    expect(KPIS.returningSales730.figure(kpis, inYear(2025)).marks).toEqual([]);
  });

  test('nobody can be reactivated until the data reach back more than 365 days', () => {
    expect(KPIS.reactivated.figure(kpis, inYear(2024))).toMatchObject({ value: null, marks: ['no-history'] });
    expect(KPIS.reactivated.figure(kpis, inYear(2025)).value).toBe(3);
  });

  test('new customers count from the data’s first day, and say that it has no history', () => {
    expect(KPIS.newCustomers.figure(kpis, inYear(2023))).toMatchObject({ value: 6, marks: ['no-history'] });
    expect(KPIS.newCustomers.figure(kpis, inYear(2025))).toMatchObject({ value: 1, marks: ['small-group'] });
  });

  test('a period that the data do not cover whole is to date', () => {
    const began = factsOf([lineOf('a', '2024-01-02'), lineOf('a', '2025-12-30')]);
    expect(KPIS.sales.figure(began, inYear(2024)).marks).toEqual(['to-date']);
    expect(KPIS.sales.figure(began, inYear(2025)).marks).toEqual(['to-date']);
    expect(KPIS.sales.figure(began, inMonth(2024, 2)).marks).toEqual([]);
  });

  test('fewer than five customers are a small group; none at all are not', () => {
    expect(KPIS.returningBuyers365.figure(kpis, inYear(2024)).marks).toContain('small-group');
    expect(KPIS.buyers.figure(kpis, inMonth(2024, 4)).marks).toEqual([]);
  });
});

describe('KP11 second purchase', () => {
  // Ten of January's twenty come back within 30 days, all ten of November's do, and December's are too young.
  const kpis = factsOf([
    ...linesOf(20, 'jan', '2025-01-01'),
    ...linesOf(10, 'jan', '2025-01-21'),
    ...linesOf(10, 'jan', '2025-01-01'),
    ...linesOf(10, 'nov', '2025-11-05'),
    ...linesOf(10, 'nov', '2025-12-05'),
    ...linesOf(8, 'dec', '2025-12-02'),
    ...linesOf(8, 'dec', '2025-12-03'),
  ]);

  test('an order of the same day is no second purchase, the Nth day still is', () => {
    expect(KPIS.secondPurchase30.figure(kpis, inMonth(2025, 1))).toMatchObject({ value: 0.5, numerator: 10 });
    expect(KPIS.secondPurchase30.figure(kpis, inMonth(2025, 11))).toMatchObject({ value: 1, marks: [] });
  });

  test('a year pools whole mature cohorts and leaves the younger out', () => {
    expect(KPIS.secondPurchase30.figure(kpis, inYear(2025))).toMatchObject({
      value: 20 / 30,
      numerator: 20,
      denominator: 30,
      marks: expect.arrayContaining(['immature']),
    });
  });

  test('a cohort too young has no rate', () => {
    expect(KPIS.secondPurchase30.figure(kpis, inMonth(2025, 12))).toMatchObject({ value: null, denominator: 0 });
  });

  test('last year’s figure is of the same months', () => {
    const two = factsOf([
      ...linesOf(10, 'old', '2024-01-01'),
      ...linesOf(5, 'old', '2024-01-10'),
      ...linesOf(10, 'end', '2024-12-01'),
      ...linesOf(10, 'now', '2025-01-01'),
      lineOf('last', '2025-02-10'),
    ]);
    expect(KPIS.secondPurchase30.lastYearAlike(two, 2025)).toMatchObject({ value: 0.5, denominator: 10 });
  });
});
