import type { Money } from '../money.ts';
import type { Day, FirstMonth, FiscalYear } from '../period.ts';
import type { Ratio } from '../ratio.ts';
import type { KpiOptions } from './facts.ts';

/** A campaign as the estimate needs it: when it ran, how its lines are told, what it cost. */
export interface CampaignWindow {
  readonly id: string;
  /** First and last day, both within. */
  readonly start: Day;
  readonly end: Day;
  /** Value of the file's campaign column on its lines; '' takes the whole shop in the window. */
  readonly tag: string;
  readonly cost: Money | null;
  /** Gross margin, of net sales. */
  readonly margin: Ratio | null;
}

export interface CampaignRequest {
  /** Every campaign known, of the year and of others: all of them stay out of the baseline. Facts come back in this order. */
  readonly campaigns: readonly CampaignWindow[];
  readonly firstMonth: FirstMonth;
  readonly refundMonth: KpiOptions['refundMonth'];
}

/**
 * An estimate with its range at about 90%; never a counted figure. Money in whole minor units. `tests/orders/planted-campaign.ts`
 * measures how often ranges hold the truth.
 */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Days before and after a window in which people wait or have stocked up; they stay out of the baseline. */
export const WAIT_DAYS = 7;
export const DIP_DAYS = 14;

/** A shortfall against the baseline: positive where less was sold than expected. `days` were measured: none within another window or beyond the data. */
export interface Shortfall extends Estimate {
  readonly days: number;
}

/** Why there is no estimate. */
export type NoEffectReason =
  /** The window is not whole within the data. */
  | 'outside-data'
  /** Fewer than `FEWEST_DAYS` days outside all campaigns. */
  | 'too-little-history'
  /** Nothing was sold outside campaigns. */
  | 'no-sales';

export type CampaignEffect =
  | { readonly kind: 'unknown'; readonly reason: NoEffectReason; readonly daysFitted: number }
  | {
      readonly kind: 'estimate';
      readonly daysFitted: number;
      /** The whole shop's net in the window as expected without the campaign. */
      readonly baseline: Estimate;
      /** The whole shop's net − baseline: what the campaign moved to its own goods from others, or to others, is in it (halo). */
      readonly uplift: Estimate;
      /** `null` when no day could be measured. */
      readonly wait: Shortfall | null;
      readonly dip: Shortfall | null;
      /** Uplift − wait − dip. */
      readonly effect: Estimate;
      /** (effect × margin − cost) ÷ cost; `null` without cost or margin. */
      readonly marginRoi: Estimate | null;
      /** Other campaigns that ran in the same days: the uplift is of all of them together. */
      readonly overlaps: readonly string[];
    };

/** Second purchases within 90 days of those old enough at the data's end. */
export interface SecondPurchaseShare {
  readonly mature: number;
  readonly converted: number;
  /** Won, but not yet 90 days ago: left out. */
  readonly immature: number;
}

/** What the orders tell about one campaign: aggregates only, plain JSON. Figures about fewer than five customers are `null`. */
export interface CampaignFacts {
  readonly id: string;
  readonly start: Day;
  readonly end: Day;
  /** Net of the campaign's lines in the window: the tagged ones, or all. */
  readonly sales: Money | null;
  /** Net of the whole shop in the window. */
  readonly shopSales: Money | null;
  /** Valid orders that hold such a line, and the customers behind them (guests are in no customer figure). */
  readonly orders: number | null;
  readonly buyers: number | null;
  /** Of the fiscal year in which the window begins: the part of `sales` that falls in it, and the year's net as far as the data go. */
  readonly shareOfYear: {
    readonly year: FiscalYear;
    readonly sales: Money;
    readonly yearSales: Money;
    readonly toDate: boolean;
  } | null;
  /** Customers whose first ever valid order is one of those orders. */
  readonly newCustomers: number | null;
  readonly secondPurchase: SecondPurchaseShare | null;
  /** The same of customers first won in that fiscal year outside all campaign windows. */
  readonly otherSecondPurchase: SecondPurchaseShare | null;
  /** Sales ÷ cost; `null` without a cost. */
  readonly roas: Ratio | null;
  readonly effect: CampaignEffect;
  /** Days around the window for a chart; `null` without an estimate. */
  readonly daily: CampaignDays | null;
}

/** Whole-shop net by day from `from` on. Actuals about fewer than five people, or beyond the data, are `null`. */
export interface CampaignDays {
  readonly from: Day;
  readonly actual: readonly (Money | null)[];
  readonly baseline: readonly Money[];
  readonly low: readonly Money[];
  readonly high: readonly Money[];
}
