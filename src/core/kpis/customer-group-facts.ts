import type { Money } from '../money.ts';
import type { Day } from '../period.ts';
import type { Ratio } from '../ratio.ts';
import type { KpiOptions } from './facts.ts';
import type { CustomerGroupId } from './customer-group-registry.ts';

export type CustomerGroupOptions = Pick<KpiOptions, 'rfm' | 'refundMonth'>;

/** Customers of one group on one day, and their net in the 365 days up to it; `null` when fewer than five. */
export interface GroupSize {
  readonly customers: number | null;
  readonly sales: Money | null;
}

export interface CustomerGroup {
  readonly id: CustomerGroupId;
  readonly now: GroupSize;
  /** The same a year before; `null` when the data begin later. */
  readonly before: GroupSize | null;
}

/** Where a promising group is found. */
export type PromisingDimension = 'category' | 'channel' | 'firstChannel' | 'firstCategory';

/**
 * Something that buyers took to. `growth`: its buyers grew more than all buyers did, between the 365 days before the last
 * 365 and these. `secondPurchase`: of the customers it won, more bought again within 90 days than of all others. Both
 * stand clear of chance (`promising-groups.ts`).
 */
export type PromisingGroup =
  | {
      readonly kind: 'growth';
      readonly dimension: PromisingDimension;
      readonly name: string;
      readonly buyers: number;
      /** `null` when fewer than five: it is new. */
      readonly buyersBefore: number | null;
      readonly growth: Ratio | null;
      /** Growth of all buyers over the same days. */
      readonly totalGrowth: Ratio | null;
    }
  | {
      readonly kind: 'secondPurchase';
      readonly dimension: PromisingDimension;
      readonly name: string;
      readonly customers: number;
      readonly converted: number;
      /** All other customers won in the same days. */
      readonly otherCustomers: number;
      readonly otherConverted: number;
    };

/** Who the customers are, by RFM, and what is growing among them: aggregates only. */
export interface CustomerGroups {
  readonly day: Day;
  /** The same date a year earlier; `null` when the data begin later. */
  readonly dayBefore: Day | null;
  /** The data reach back fewer than 365 days before `dayBefore`: customers of then are too few. */
  readonly beforeUnderstated: boolean;
  /** Every group of the registry, in its order. */
  readonly groups: readonly CustomerGroup[];
  /** Largest first within each kind, growth first. */
  readonly promising: readonly PromisingGroup[];
}
