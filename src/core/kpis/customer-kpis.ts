import { fiscalYearOf } from '../period.ts';
import type { Group, Kpis, LookBack, MonthFacts, PeriodFacts } from './facts.ts';
import type { Kpi } from './kpi.ts';
import type { Parts } from './period-kpi.ts';
import { figureOf, monthKpi, periodKpi, yearFacts } from './period-kpi.ts';

/** All history is the data's own; its first year cannot tell a new customer from an old one. */
const lookBackDays = (lookBack: LookBack): number => (lookBack === 'all' ? 365 : lookBack);

type Suffix<L extends LookBack> = L extends 'all' ? 'All' : `${L}`;
const suffixOf: Readonly<{ [L in LookBack]: Suffix<L> }> = { all: 'All', 365: '365', 730: '730' };

function returningBuyers<L extends LookBack>(by: L): Kpi<`returningBuyers${Suffix<L>}`> {
  return periodKpi(
    {
      id: `returningBuyers${suffixOf[by]}`,
      group: 'returning',
      unit: 'count',
      direction: 'higher',
      numerator: 'returningBuyers',
      denominator: null,
    },
    (facts) => {
      const { buyers } = facts.returning[by];
      return { numerator: buyers, people: buyers, lookBackDays: lookBackDays(by) };
    },
  );
}

function returningSales<L extends LookBack>(by: L): Kpi<`returningSales${Suffix<L>}`> {
  return periodKpi(
    {
      id: `returningSales${suffixOf[by]}`,
      group: 'returning',
      unit: 'money',
      direction: 'higher',
      numerator: 'returningSales',
      denominator: null,
    },
    (facts) => {
      const { buyers, sales } = facts.returning[by];
      return { numerator: sales, people: buyers, lookBackDays: lookBackDays(by) };
    },
  );
}

function spendPerReturning<L extends LookBack>(by: L): Kpi<`spendPerReturning${Suffix<L>}`> {
  return periodKpi(
    {
      id: `spendPerReturning${suffixOf[by]}`,
      group: 'returning',
      unit: 'money',
      direction: 'higher',
      numerator: 'returningSales',
      denominator: 'returningBuyers',
    },
    (facts) => {
      const { buyers, sales } = facts.returning[by];
      return { numerator: sales, denominator: buyers, people: buyers, lookBackDays: lookBackDays(by) };
    },
  );
}

/**
 * A month's returning customers as its fiscal year counts them: those with an order in the look-back before the year, so
 * that a year's months add up to it. Only months have these; a year's own figure is the plain one.
 */
function returningOfYear<L extends LookBack>(by: L) {
  const read = (parts: (group: Group) => Parts) => (facts: MonthFacts, kpis: Kpis) => {
    const year = yearFacts(kpis, fiscalYearOf(facts.month, kpis.options.firstMonth));
    const group = facts.returningOfYear[by];
    const historyDays = year?.historyDays ?? 0;
    return figureOf(
      { ...parts(group), people: group.buyers, lookBackDays: lookBackDays(by) },
      { complete: facts.complete, historyDays },
    );
  };
  const common = { group: 'returningOfYear', direction: 'higher' } as const;
  return {
    sales: monthKpi(
      {
        ...common,
        id: `returningSalesOfYear${suffixOf[by]}`,
        unit: 'money',
        numerator: 'returningSales',
        denominator: null,
      },
      read((group) => ({ numerator: group.sales })),
    ),
    buyers: monthKpi(
      {
        ...common,
        id: `returningBuyersOfYear${suffixOf[by]}`,
        unit: 'count',
        numerator: 'returningBuyers',
        denominator: null,
      },
      read((group) => ({ numerator: group.buyers })),
    ),
    spend: monthKpi(
      {
        ...common,
        id: `spendPerReturningOfYear${suffixOf[by]}`,
        unit: 'money',
        numerator: 'returningSales',
        denominator: 'returningBuyers',
      },
      read((group) => ({ numerator: group.sales, denominator: group.buyers })),
    ),
  };
}

const [ofYear365, ofYear730, ofYearAll] = [returningOfYear(365), returningOfYear(730), returningOfYear('all')];

const ofBuyers = (facts: PeriodFacts, numerator: number) => ({
  numerator,
  denominator: facts.buyers,
  people: facts.buyers,
});

/** New in this data (`kpis.md` §2): without history that is everyone, and the figure says so. */
const firstIn = (facts: PeriodFacts, numerator: number): Parts => ({
  numerator,
  people: facts.new.buyers,
  lookBackDays: lookBackDays('all'),
  withinData: true,
});

/** Customers of a period and what they are worth (`kpis.md` §2–3). */
export const CUSTOMER_KPIS = {
  buyers: periodKpi(
    { id: 'buyers', group: 'customers', unit: 'count', direction: 'higher', numerator: 'buyers', denominator: null },
    (facts) => ({ numerator: facts.buyers, people: facts.buyers }),
  ),
  newCustomers: periodKpi(
    {
      id: 'newCustomers',
      group: 'customers',
      unit: 'count',
      direction: 'higher',
      numerator: 'newCustomers',
      denominator: null,
    },
    (facts) => firstIn(facts, facts.new.buyers),
  ),
  newSales: periodKpi(
    {
      id: 'newSales',
      group: 'customers',
      unit: 'money',
      direction: 'higher',
      numerator: 'newSales',
      denominator: null,
    },
    (facts) => firstIn(facts, facts.new.sales),
  ),
  reactivated: periodKpi(
    {
      id: 'reactivated',
      group: 'customers',
      unit: 'count',
      direction: 'higher',
      numerator: 'reactivated',
      denominator: null,
    },
    (facts) => ({
      numerator: facts.reactivated.buyers,
      people: facts.reactivated.buyers,
      lookBackDays: 730,
      passesOverDays: 365,
    }),
  ),
  returningSales365: returningSales(365),
  returningSales730: returningSales(730),
  returningSalesAll: returningSales('all'),
  returningBuyers365: returningBuyers(365),
  returningBuyers730: returningBuyers(730),
  returningBuyersAll: returningBuyers('all'),
  spendPerReturning365: spendPerReturning(365),
  spendPerReturning730: spendPerReturning(730),
  spendPerReturningAll: spendPerReturning('all'),
  returningSalesOfYear365: ofYear365.sales,
  returningSalesOfYear730: ofYear730.sales,
  returningSalesOfYearAll: ofYearAll.sales,
  returningBuyersOfYear365: ofYear365.buyers,
  returningBuyersOfYear730: ofYear730.buyers,
  returningBuyersOfYearAll: ofYearAll.buyers,
  spendPerReturningOfYear365: ofYear365.spend,
  spendPerReturningOfYear730: ofYear730.spend,
  spendPerReturningOfYearAll: ofYearAll.spend,
  /** Net of identified customers, so that buyers × frequency × their order value is their net exactly. */
  spendPerBuyer: periodKpi(
    {
      id: 'spendPerBuyer',
      group: 'value',
      unit: 'money',
      direction: 'higher',
      numerator: 'memberSales',
      denominator: 'buyers',
    },
    (facts) => ofBuyers(facts, facts.memberSales),
  ),
  frequency: periodKpi(
    {
      id: 'frequency',
      group: 'value',
      unit: 'times',
      direction: 'higher',
      numerator: 'memberOrders',
      denominator: 'buyers',
    },
    (facts) => ofBuyers(facts, facts.memberOrders),
  ),
  repurchase: periodKpi(
    {
      id: 'repurchase',
      group: 'loyalty',
      unit: 'percent',
      direction: 'higher',
      numerator: 'repeatBuyers',
      denominator: 'buyers',
    },
    (facts) => ofBuyers(facts, facts.repeatBuyers),
  ),
  /** Survivors only: who never came back has no gap. */
  medianGap: periodKpi(
    { id: 'medianGap', group: 'loyalty', unit: 'days', direction: 'lower', numerator: null, denominator: 'gaps' },
    (facts) => ({ numerator: null, denominator: facts.gapCount, value: facts.medianGap, people: facts.gapCount }),
  ),
} as const;
