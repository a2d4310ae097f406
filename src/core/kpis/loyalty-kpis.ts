import type { Figure } from '../figure.ts';
import type { Kpis, MonthFacts, SecondPurchaseWindow, YearFacts } from './facts.ts';
import type { Kpi } from './kpi.ts';
import { UNKNOWN } from './kpi.ts';
import { factsAlike, figureOf, monthFacts, monthKpi, yearFacts } from './period-kpi.ts';
import { firstMonthOf } from '../period.ts';

const retentionOf = (facts: YearFacts | undefined): Figure =>
  facts && facts.previousBuyers > 0
    ? figureOf(
        {
          numerator: facts.retained,
          denominator: facts.previousBuyers,
          people: facts.previousBuyers,
          lookBackDays: 365,
        },
        facts,
      )
    : UNKNOWN;

const retention: Kpi<'retention'> = {
  id: 'retention',
  group: 'loyalty',
  unit: 'percent',
  direction: 'higher',
  grains: ['year'],
  numerator: 'retained',
  denominator: 'previousBuyers',
  figure: (kpis, period) => (period.grain === 'year' ? retentionOf(yearFacts(kpis, period.year)) : UNKNOWN),
  lastYearAlike: (kpis, year) => retentionOf(factsAlike(kpis, year)),
};

const rollingRetention = monthKpi(
  {
    id: 'rollingRetention',
    group: 'loyalty',
    unit: 'percent',
    direction: 'higher',
    numerator: 'rollingRetained',
    denominator: 'rollingBase',
  },
  (facts) => {
    if (!facts.rolling) return UNKNOWN;
    const { retained, base } = facts.rolling;
    return figureOf({ numerator: retained, denominator: base, people: base }, facts);
  },
);

/** The months of a fiscal year that the data have. */
const monthsOfYear = (kpis: Kpis, year: number): MonthFacts[] =>
  Array.from({ length: 12 }, (_, index) =>
    monthFacts(kpis, firstMonthOf(year, kpis.options.firstMonth) + index),
  ).filter((month) => month !== undefined);

const isMature = ({ secondPurchase }: MonthFacts, window: SecondPurchaseWindow): boolean =>
  secondPurchase.windows[window].mature === secondPurchase.customers;

/** Cohorts pooled: converted over mature customers, never an average of rates. */
function pooled(cohorts: readonly MonthFacts[], window: SecondPurchaseWindow, facts: YearFacts, immature: boolean) {
  const sum = (part: 'mature' | 'matureConverted'): number =>
    cohorts.reduce((total, month) => total + month.secondPurchase.windows[window][part], 0);
  const mature = sum('mature');
  return figureOf({ numerator: sum('matureConverted'), denominator: mature, people: mature, immature }, facts);
}

/**
 * A month's figure is its cohort's, marked while some of its customers are too young (only those old enough are in it). A
 * year pools the cohorts that are mature as a whole, and is marked when younger ones had to be left out.
 */
function secondPurchase<W extends SecondPurchaseWindow>(window: W): Kpi<`secondPurchase${W}`> {
  return {
    id: `secondPurchase${window}`,
    group: 'loyalty',
    unit: 'percent',
    direction: 'higher',
    grains: ['month', 'year'],
    numerator: 'matureConverted',
    denominator: 'matureCohort',
    figure: (kpis, period) => {
      if (period.grain === 'month') {
        const facts = monthFacts(kpis, period.month);
        if (!facts) return UNKNOWN;
        const { mature, matureConverted } = facts.secondPurchase.windows[window];
        const immature = !isMature(facts, window);
        return figureOf({ numerator: matureConverted, denominator: mature, people: mature, immature }, facts);
      }
      const facts = period.grain === 'year' ? yearFacts(kpis, period.year) : undefined;
      if (!facts) return UNKNOWN;
      const cohorts = monthsOfYear(kpis, facts.year);
      const mature = cohorts.filter((month) => isMature(month, window));
      return pooled(mature, window, facts, mature.length < cohorts.length);
    },
    lastYearAlike: (kpis, year) => {
      const facts = yearFacts(kpis, year - 1);
      if (!facts) return UNKNOWN;
      const cohorts = monthsOfYear(kpis, year)
        .filter((month) => isMature(month, window))
        .map((month) => monthFacts(kpis, month.month - 12))
        .filter((month) => month !== undefined);
      return pooled(cohorts, window, facts, false);
    },
  };
}

/** Read at the end of the month, for a year at the end of the last of its months that the data have. */
function atMonthEnd<Id extends string>(
  identity: Pick<Kpi<Id>, 'id' | 'unit' | 'denominator'>,
  parts: (facts: MonthFacts) => Parameters<typeof figureOf>[0],
): Kpi<Id> {
  const read = (facts: MonthFacts | undefined): Figure => (facts ? figureOf(parts(facts), facts) : UNKNOWN);
  return {
    ...identity,
    group: 'loyalty',
    direction: 'lower',
    grains: ['month', 'year'],
    numerator: 'dormant',
    figure: (kpis, period) => {
      if (period.grain === 'month') return read(monthFacts(kpis, period.month));
      return period.grain === 'year' ? read(monthsOfYear(kpis, period.year).at(-1)) : UNKNOWN;
    },
    lastYearAlike: (kpis, year) => {
      const last = monthsOfYear(kpis, year).at(-1);
      return last ? read(monthFacts(kpis, last.month - 12)) : UNKNOWN;
    },
  };
}

/** Who comes back, how soon, and who stays away (`kpis.md` §2–3). */
export const LOYALTY_KPIS = {
  retention,
  rollingRetention,
  secondPurchase30: secondPurchase(30),
  secondPurchase60: secondPurchase(60),
  secondPurchase90: secondPurchase(90),
  secondPurchase180: secondPurchase(180),
  secondPurchase365: secondPurchase(365),
  dormant: atMonthEnd({ id: 'dormant', unit: 'count', denominator: null }, (facts) => ({
    numerator: facts.dormant,
    people: facts.dormant,
  })),
  dormantRate: atMonthEnd({ id: 'dormantRate', unit: 'percent', denominator: 'everBought' }, (facts) => ({
    numerator: facts.dormant,
    denominator: facts.everBought,
    people: facts.everBought,
  })),
} as const;
