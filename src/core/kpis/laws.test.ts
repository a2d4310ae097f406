import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Line } from '../../../tests/oracle/columns-of.ts';
import { columnsOf } from '../../../tests/oracle/columns-of.ts';
import { naiveAttributes, naiveOrderChannels } from '../../../tests/oracle/naive-attributes.ts';
import { naiveKpis } from '../../../tests/oracle/naive-kpis.ts';
import { dateOf, dayOf, fiscalYearOf } from '../period.ts';
import { computeKpis } from './compute-kpis.ts';
import { KPIS } from './registry.ts';
import type { DimensionValue, Kpis, KpiOptions, MonthFacts } from './facts.ts';
import type { AttributeYear } from './attribute-facts.ts';
import { DEFAULT_OPTIONS, LOOK_BACKS } from './facts.ts';

const RUNS = 60;
const FIRST = dayOf(2021, 1, 1);

/** Orders of one customer and day each, with lines, refunds, guests, full refunds and refund rows of their own. */
const order = fc.record({
  customer: fc.constantFrom('', ...Array.from({ length: 12 }, (_, index) => `C${index}`)),
  day: fc.integer({ min: FIRST, max: FIRST + 1400 }),
  isRefundRow: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
  lines: fc.array(
    fc.record({
      paid: fc.integer({ min: 0, max: 50_000 }),
      refundShare: fc.constantFrom(0, 0, 0, 0.5, 1),
      quantity: fc.integer({ min: 1, max: 4 }),
      product: fc.constantFrom('', 'P1', 'P2', 'P3', 'P4'),
      category: fc.constantFrom('', 'nuts', 'fruit'),
      channel: fc.constantFrom('web', 'shop'),
      campaign: fc.constantFrom('', 'festival'),
      refundAfter: fc.integer({ min: 0, max: 60 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

const lines = fc.array(order, { minLength: 1, maxLength: 60 }).map((orders) =>
  orders.flatMap(({ customer, day, isRefundRow, lines: items }, index) =>
    items.map(({ paid, refundShare, quantity, refundAfter, ...names }): Line => {
      const refund = isRefundRow ? 0 : Math.floor(paid * refundShare);
      return {
        ...names,
        order: `O${index}`,
        customer,
        day,
        paid: isRefundRow ? -paid : paid,
        refund,
        quantity: isRefundRow ? -quantity : quantity,
        refundDay: refund > 0 ? day + refundAfter : -1,
      };
    }),
  ),
);

const options = fc
  .record({
    firstMonth: fc.integer({ min: 1, max: 12 }),
    refundMonth: fc.constantFrom('order' as const, 'refund' as const),
  })
  .map((chosen): KpiOptions => ({ ...DEFAULT_OPTIONS, ...chosen }));

const law = (name: string, holds: (kpis: Kpis, all: readonly Line[], chosen: KpiOptions) => void): void =>
  test(
    name,
    () =>
      fc.assert(
        fc.property(lines, options, (all, chosen) => holds(computeKpis(columnsOf(all), chosen), all, chosen)),
        { numRuns: RUNS },
      ),
    60_000,
  );

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const periods = (kpis: Kpis) => [...kpis.months, ...kpis.years];
const monthsOfYear = (kpis: Kpis, year: number): MonthFacts[] =>
  kpis.months.filter(({ month }) => fiscalYearOf(month, kpis.options.firstMonth) === year);

describe('laws of the facts', () => {
  law('KP1 new, returning and reactivated are all buyers', (kpis) => {
    for (const { buyers, memberOrders, new: first, returning, reactivated } of periods(kpis)) {
      expect(first.buyers + returning[365].buyers + reactivated.buyers).toBe(buyers);
      expect(first.buyers + returning.all.buyers).toBe(buyers);
      expect(first.orders + returning.all.orders).toBe(memberOrders);
      expect(returning[365].buyers).toBeLessThanOrEqual(returning[730].buyers);
      expect(returning[730].buyers).toBeLessThanOrEqual(returning.all.buyers);
    }
  });

  law('KP2 months sum to their fiscal year', (kpis) => {
    for (const year of kpis.years) {
      const months = monthsOfYear(kpis, year.year);
      for (const key of [
        'sales',
        'paid',
        'refund',
        'returned',
        'orders',
        'quantity',
        'guestSales',
        'memberSales',
      ] as const)
        expect(sum(months.map((month) => month[key])), key).toBe(year[key]);
      expect(sum(months.map((month) => month.new.buyers))).toBe(year.new.buyers);
      expect(sum(months.map((month) => month.newProductSales))).toBe(year.newProductSales);
      for (const by of LOOK_BACKS) {
        expect(sum(months.map((month) => month.returningOfYear[by].sales))).toBe(year.returning[by].sales);
        expect(sum(months.map((month) => month.returningOfYear[by].orders))).toBe(year.returning[by].orders);
      }
    }
    for (const { sales, paid, returned, refund } of periods(kpis)) expect(paid - returned - refund).toBe(sales);
  });

  law('KP3 a dimension’s values sum to sales and to returning sales', (kpis) => {
    for (const { id, values } of kpis.dimensions) {
      const perMonth = (of: (value: DimensionValue) => readonly number[]) =>
        kpis.months.map((_, index) => sum(values.map((value) => of(value)[index]!)));
      expect(
        perMonth(({ net }) => net),
        id,
      ).toEqual(kpis.months.map(({ sales }) => sales));
      for (const by of LOOK_BACKS)
        expect(
          perMonth(({ returning }) => returning[by].net),
          id,
        ).toEqual(kpis.months.map(({ returningOfYear }) => returningOfYear[by].sales));
    }
  });

  test(
    'KP4 the order of lines changes nothing',
    () =>
      fc.assert(
        fc.property(
          lines.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
          options,
          ([all, shuffled], chosen) => {
            expect(computeKpis(columnsOf(shuffled), chosen)).toEqual(computeKpis(columnsOf(all), chosen));
          },
        ),
        { numRuns: RUNS },
      ),
    60_000,
  );

  law('KP5 buyers by number of orders sum to buyers', (kpis) => {
    for (const { buyersByOrders, buyers, repeatBuyers } of kpis.years) {
      expect(sum(buyersByOrders)).toBe(buyers);
      expect(sum(buyersByOrders.slice(1))).toBe(repeatBuyers);
    }
  });

  law('KP6 the cohort matrix holds every buyer of every month', (kpis) => {
    const { active, net } = kpis.cohorts;
    kpis.months.forEach((month, index) => {
      expect(active[index]![0]).toBe(month.new.buyers);
      expect(month.secondPurchase.customers).toBe(month.new.buyers);
      expect(sum(active.slice(0, index + 1).map((row, cohort) => row[index - cohort]!))).toBe(month.buyers);
      const cohortNet = sum(net.slice(0, index + 1).map((row, cohort) => row[index - cohort]!));
      expect(cohortNet).toBe(month.new.sales + month.returning.all.sales);
    });
    expect(sum(kpis.rfm.cells.map(({ customers }) => customers))).toBe(kpis.months.at(-1)!.everBought);
    expect(sum(kpis.months.map((month) => month.new.buyers))).toBe(kpis.months.at(-1)!.everBought);
  });

  law('KP7 facts equal a naive reading of the same lines', (kpis, all, chosen) => {
    const naive = naiveKpis(all, chosen);
    expect(kpis.months).toMatchObject(naive.months);
    expect(kpis.years).toMatchObject(naive.years);
  });

  law('KP16 customers by what they are sum to all customers, and orders by channel to all orders', (kpis) => {
    kpis.years.forEach((facts, year) => {
      for (const { id, values } of kpis.attributes) {
        const total = (of: (value: AttributeYear) => number) => sum(values.map(({ years }) => of(years[year]!)));
        const cohort = KPIS.secondPurchase90.figure(kpis, { grain: 'year', year: facts.year });
        expect(
          total(({ buyers }) => buyers),
          id,
        ).toBe(facts.buyers);
        expect(
          total(({ memberOrders }) => memberOrders),
          id,
        ).toBe(facts.memberOrders);
        expect(
          total(({ repeatBuyers }) => repeatBuyers),
          id,
        ).toBe(facts.repeatBuyers);
        expect(
          total(({ previousBuyers }) => previousBuyers),
          id,
        ).toBe(facts.previousBuyers);
        expect(
          total(({ retained }) => retained),
          id,
        ).toBe(facts.retained);
        expect(
          total(({ mature }) => mature),
          id,
        ).toBe(cohort.denominator);
        expect(
          total(({ matureConverted }) => matureConverted),
          id,
        ).toBe(cohort.numerator);
        for (const by of LOOK_BACKS) {
          expect(
            total(({ returning }) => returning[by].buyers),
            id,
          ).toBe(facts.returning[by].buyers);
          expect(
            total(({ returning }) => returning[by].sales),
            id,
          ).toBe(facts.returning[by].sales);
        }
      }
      expect(sum(kpis.orderChannels.map(({ years }) => years[year]!.orders))).toBe(facts.orders);
      expect(sum(kpis.orderChannels.map(({ years }) => years[year]!.sales))).toBe(facts.sales);
    });
  });

  law('KP16 and equal a naive reading, value by value', (kpis, all, chosen) => {
    const byName = (values: readonly { readonly name: string; readonly years: readonly object[] }[]) =>
      Object.fromEntries(values.map(({ name, years }) => [name, years]));
    const naive = naiveAttributes(all, chosen);
    for (const { id, values } of kpis.attributes) expect(byName(values), id).toMatchObject(naive[id]);
    expect(byName(kpis.orderChannels)).toMatchObject(naiveOrderChannels(all, chosen));
  });

  law('KP8 a refund’s date moves only its money', (_, all, chosen) => {
    const inOrder = computeKpis(columnsOf(all), { ...chosen, refundMonth: 'order' });
    const own = computeKpis(columnsOf(all), { ...chosen, refundMonth: 'refund' });
    const lastDay = Math.max(...all.map(({ day }) => day));
    const late = sum(all.map((line) => (line.refund > 0 && line.refundDay! > lastDay ? line.refund : 0)));
    const total = (kpis: Kpis, key: 'sales' | 'refund') => sum(kpis.months.map((month) => month[key]));
    expect(total(own, 'refund')).toBe(total(inOrder, 'refund') - late);
    expect(total(own, 'sales')).toBe(total(inOrder, 'sales') + late);
    const counts = (kpis: Kpis) =>
      periods(kpis).map(({ orders, buyers, paid, quantity, repeatBuyers }) => [
        orders,
        buyers,
        paid,
        quantity,
        repeatBuyers,
      ]);
    expect(counts(own)).toEqual(counts(inOrder));
  });

  law('KP9 a year to date is compared with what the year before was on the same date', (kpis, all, chosen) => {
    if (!kpis.toDate) return;
    const { current, previous } = kpis.toDate;
    expect(previous.year).toBe(current.year - 1);
    const { year, month, day } = dateOf(kpis.lastDay);
    const sameDate = month === 2 && day === 29 ? dayOf(year - 1, 2, 28) : dayOf(year - 1, month, day);
    const then = all.filter((line) => line.day <= sameDate);
    if (then.length === 0 || chosen.refundMonth === 'refund') return;
    const ended = naiveKpis(then, chosen).years.find((facts) => facts.year === previous.year);
    if (ended) {
      const { complete: _, ...facts } = ended;
      expect(previous).toMatchObject(facts);
    } else expect(previous.orders).toBe(0);
  });
});
