import type { Figure, Mark } from '../figure.ts';
import { ratio } from '../ratio.ts';
import type { Kpis, MonthFacts, PeriodFacts, YearFacts } from './facts.ts';
import type { Kpi } from './kpi.ts';
import { UNKNOWN } from './kpi.ts';

/** A shared figure about fewer customers is suppressed (`kpis.md` §4). */
export const SMALLEST_GROUP = 5;

/** What a figure is made of in one period. */
export interface Parts {
  readonly numerator: number | null;
  /** Absent for a plain sum. */
  readonly denominator?: number | null;
  /** For what is no quotient, such as a median. */
  readonly value?: number | null;
  /** Customers behind the figure; absent where it is about no customers. */
  readonly people?: number;
  /** Days of history the definition looks back over before the period. */
  readonly lookBackDays?: number;
  /** Days nearest to the period that it passes over: without history beyond them nothing can be known. */
  readonly passesOverDays?: number;
  /** The definition takes the data for all history, and so has a value even where there is none. */
  readonly withinData?: boolean;
  readonly immature?: boolean;
}

/** Parts as a figure with its marks. What looks back on days before all data is unknown, not 0. */
export function figureOf(parts: Parts, facts: Pick<PeriodFacts, 'complete' | 'historyDays'>): Figure {
  const { numerator, denominator = null, people, lookBackDays = 0, passesOverDays = 0 } = parts;
  const isBlind = lookBackDays > 0 && facts.historyDays <= passesOverDays;
  const marks: Mark[] = [];
  if (!facts.complete) marks.push('to-date');
  if (isBlind) marks.push('no-history');
  else if (lookBackDays > facts.historyDays) marks.push('lookback-understated');
  if (isBlind && !parts.withinData) return { ...UNKNOWN, marks };
  if (parts.immature) marks.push('immature');
  if (people !== undefined && people > 0 && people < SMALLEST_GROUP) marks.push('small-group');
  const quotient = numerator === null || denominator === null ? null : ratio(numerator, denominator);
  const value = parts.value !== undefined ? parts.value : parts.denominator === undefined ? numerator : quotient;
  return { value, numerator, denominator, marks };
}

type Identity<Id extends string> = Omit<Kpi<Id>, 'grains' | 'figure' | 'lastYearAlike'>;

export const monthFacts = (kpis: Kpis, month: number): MonthFacts | undefined =>
  kpis.months[month - (kpis.months[0]?.month ?? 0)];

export const yearFacts = (kpis: Kpis, year: number): YearFacts | undefined =>
  kpis.years[year - (kpis.years[0]?.year ?? 0)];

/** The year before, on the same days where `year` is the newest and not complete. */
export const factsAlike = (kpis: Kpis, year: number): YearFacts | undefined =>
  kpis.toDate?.current.year === year ? kpis.toDate.previous : yearFacts(kpis, year - 1);

/** A KPI read off a period's own facts, in months and years alike. */
export function periodKpi<Id extends string>(identity: Identity<Id>, parts: (facts: PeriodFacts) => Parts): Kpi<Id> {
  const read = (facts: PeriodFacts | undefined): Figure => (facts ? figureOf(parts(facts), facts) : UNKNOWN);
  return {
    ...identity,
    grains: ['month', 'year'],
    figure: (kpis, period) => {
      if (period.grain === 'month') return read(monthFacts(kpis, period.month));
      return period.grain === 'year' ? read(yearFacts(kpis, period.year)) : UNKNOWN;
    },
    lastYearAlike: (kpis, year) => read(factsAlike(kpis, year)),
  };
}

/** A KPI that only months have. */
export function monthKpi<Id extends string>(
  identity: Identity<Id>,
  read: (facts: MonthFacts, kpis: Kpis) => Figure,
): Kpi<Id> {
  return {
    ...identity,
    grains: ['month'],
    figure: (kpis, period) => {
      const facts = period.grain === 'month' ? monthFacts(kpis, period.month) : undefined;
      return facts ? read(facts, kpis) : UNKNOWN;
    },
    lastYearAlike: () => UNKNOWN,
  };
}
