import type { Direction, Figure, Unit } from '../figure.ts';
import type { FiscalYear, Period } from '../period.ts';
import type { Kpis } from './facts.ts';

export type KpiGroup = 'sales' | 'customers' | 'returning' | 'returningOfYear' | 'value' | 'loyalty' | 'quality';
export const KPI_GROUPS: readonly KpiGroup[] = [
  'sales',
  'customers',
  'returning',
  'returningOfYear',
  'value',
  'loyalty',
  'quality',
];

/** What a figure is computed from: each has a name of its own in every language. */
export type PartId =
  | 'netSales'
  | 'paid'
  | 'refunds'
  | 'validOrders'
  | 'items'
  | 'buyers'
  | 'memberOrders'
  | 'memberSales'
  | 'guestSales'
  | 'newCustomers'
  | 'newSales'
  | 'returningBuyers'
  | 'returningSales'
  | 'reactivated'
  | 'repeatBuyers'
  | 'previousBuyers'
  | 'retained'
  | 'rollingBase'
  | 'rollingRetained'
  | 'matureCohort'
  | 'matureConverted'
  | 'gaps'
  | 'everBought'
  | 'dormant'
  | 'flaggedMemberSales'
  | 'flaggedSales';

export type KpiGrain = 'month' | 'year';

/** One KPI of `kpis.md`: what it is, and its figure for a period of the facts. */
export interface Kpi<Id extends string = string> {
  readonly id: Id;
  readonly group: KpiGroup;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly grains: readonly KpiGrain[];
  /** A plain sum has no denominator; a median has no numerator and counts what it is of. */
  readonly numerator: PartId | null;
  readonly denominator: PartId | null;
  /** The value of a month or a fiscal year, unrounded; unknown outside the data and at other grains. */
  figure(kpis: Kpis, period: Period): Figure;
  /**
   * The figure of the fiscal year before `year`, restricted to what `year` itself covers: the same days for a year to date,
   * the same cohorts where the younger ones are immature.
   */
  lastYearAlike(kpis: Kpis, year: FiscalYear): Figure;
}

export const UNKNOWN: Figure = { value: null, numerator: null, denominator: null, marks: [] };
