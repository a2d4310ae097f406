import type { Money } from '../money.ts';
import type { Day, FiscalYear, Month } from '../period.ts';
import type { AttributeFacts, OrderChannel } from './attribute-facts.ts';

/** Returning look-backs in days; `all` is the whole history in the data. */
export type LookBack = 'all' | 365 | 730;
export const LOOK_BACKS: readonly LookBack[] = ['all', 365, 730];

/** Days after a first order within which a second purchase counts. */
export const SECOND_PURCHASE_WINDOWS = [30, 60, 90, 180, 365] as const;
export type SecondPurchaseWindow = (typeof SECOND_PURCHASE_WINDOWS)[number];

export interface KpiOptions {
  /** First month of the fiscal year, 1–12. Yearly facts follow it. */
  readonly firstMonth: number;
  /** Days without an order after which a customer is dormant. */
  readonly dormantDays: number;
  /** Which month a refund lowers: the order's (default) or the refund's own. */
  readonly refundMonth: 'order' | 'refund';
  readonly rfm: RfmCuts;
}

/** Bounds of scores 5, 4, 3, 2: recency by most days (≤), frequency by fewest orders in 365 days (≥). */
export interface RfmCuts {
  readonly recencyDays: readonly [number, number, number, number];
  readonly orders: readonly [number, number, number, number];
}

export const DEFAULT_OPTIONS: KpiOptions = {
  firstMonth: 1,
  dormantDays: 365,
  refundMonth: 'order',
  rfm: { recencyDays: [30, 90, 180, 365], orders: [10, 5, 3, 2] },
};

/**
 * Some customers of a period: how many bought, their valid orders and their net. The net of returning customers holds
 * refunds of those, too, who bought before but not in the period.
 */
export interface Group {
  readonly buyers: number;
  readonly orders: number;
  readonly sales: Money;
}

/** What a period sold, guests included (`kpis.md` §1). Money in minor units. */
export interface SalesFacts {
  /** Net: paid − returned − refund. */
  readonly sales: Money;
  /** Σ paid of valid orders. */
  readonly paid: Money;
  /** Σ of the file's refund column. */
  readonly refund: Money;
  /** What refund rows with their own id took back: −Σ paid of orders that paid nothing or less. */
  readonly returned: Money;
  /** Valid orders, guests' included. */
  readonly orders: number;
  /** Items, those taken back by refund rows subtracted as the file says. */
  readonly quantity: number;
  readonly guestSales: Money;
  readonly guestOrders: number;
  /** Net of identified customers, whether or not they bought in the period. */
  readonly memberSales: Money;
  /** Net of lines whose member flag was set at payment time, of lines whose flag is known; `null` where none is. */
  readonly flagged: { readonly members: Money; readonly known: Money } | null;
}

/** Customers of one month or one fiscal year (`kpis.md` §2). `new` and `returning.all` together are all buyers. */
export interface CustomerFacts {
  readonly buyers: number;
  /** Valid orders of identified customers. */
  readonly memberOrders: number;
  readonly new: Group;
  readonly returning: Readonly<Record<LookBack, Group>>;
  readonly reactivated: Group;
  /** Buyers with ≥ 2 valid orders in the period. */
  readonly repeatBuyers: number;
  /** Median days between distinct purchase days, dated by the later; `null` without any gap. */
  readonly medianGap: number | null;
  readonly gapCount: number;
}

export interface PeriodFacts extends SalesFacts, CustomerFacts {
  /** False when the data begin after the period's first day or end before its last. */
  readonly complete: boolean;
  /** Days of data before the period's first day; a longer look-back understates returning customers. */
  readonly historyDays: number;
  /** Net of products first sold (paid) in this fiscal year. */
  readonly newProductSales: Money;
  /** Distinct products on any row. */
  readonly productsSold: number;
}

export interface MonthFacts extends PeriodFacts {
  readonly month: Month;
  /** Ever bought, and of those last order more than `dormantDays` before the day after the month's end. */
  readonly everBought: number;
  readonly dormant: number;
  /** Buyers in the 12 months before the 12 that end here, and those of them who bought in the latter; `null` when the data begin later. */
  readonly rolling: { readonly base: number; readonly retained: number } | null;
  readonly secondPurchase: CohortConversion;
  /**
   * Buyers of the month who were returning when its fiscal year began. Unlike `returning`, which looks back from the month,
   * the net of a year's months adds up to the year's returning sales.
   */
  readonly returningOfYear: Readonly<Record<LookBack, Group>>;
}

/** One month's first-time buyers. */
export interface CohortConversion {
  readonly customers: number;
  /**
   * By window: `mature` customers are old enough at the data's end; `matureConverted` of them made a second purchase on a
   * later day within it; `converted` counts the younger ones too, and is not a rate's numerator.
   */
  readonly windows: Readonly<
    Record<
      SecondPurchaseWindow,
      { readonly mature: number; readonly matureConverted: number; readonly converted: number }
    >
  >;
}

export interface YearFacts extends PeriodFacts {
  readonly year: FiscalYear;
  /** Buyers by number of valid orders: exactly 1, 2, 3, 4, and 5 or more. */
  readonly buyersByOrders: readonly [number, number, number, number, number];
  /** Buyers of the year before, and those of them who bought in this one. */
  readonly previousBuyers: number;
  readonly retained: number;
}

export const DIMENSIONS = ['newness', 'category', 'channel', 'campaign', 'product'] as const;
export type DimensionId = (typeof DIMENSIONS)[number];

/** One dimension's values, largest net first; their net sums to sales in every month. */
export interface DimensionFacts {
  readonly id: DimensionId;
  readonly values: readonly DimensionValue[];
}

/** `none`: the file says nothing; `rest`: all values beyond the largest 200 together. */
export interface DimensionValue {
  readonly kind: 'named' | 'none' | 'rest';
  /** From the file; for newness `new` or `existing`; '' unless named. */
  readonly name: string;
  readonly quantity: number;
  /** Net per month of `Kpis.months`. */
  readonly net: readonly Money[];
  /** Distinct buyers (customers with a valid order that holds it) per year of `Kpis.years`, and per month. */
  readonly buyers: readonly number[];
  readonly monthBuyers: readonly number[];
  /** Valid orders of guests, by year and month: a guest stands for a person where groups must not be small. */
  readonly guestOrders: readonly number[];
  readonly monthGuestOrders: readonly number[];
  /** The part bought by customers who were returning when the fiscal year began. */
  readonly returning: Readonly<Record<LookBack, ReturningPart>>;
}

/** Sums over a dimension's values give `returningOfYear[lookBack].sales` of each month, and so the year's returning sales. */
export interface ReturningPart {
  /** By month. */
  readonly net: readonly Money[];
  readonly monthBuyers: readonly number[];
  /** By year. */
  readonly buyers: readonly number[];
}

export interface CohortMatrix {
  /** Rows: month of first order, aligned with `Kpis.months`. Columns: months since. */
  readonly active: readonly (readonly number[])[];
  readonly net: readonly (readonly Money[])[];
}

export interface RfmFacts {
  /** Net in 365 days up to which scores 1, 2, 3, 4 reach (quintiles of those who bought); empty when nobody did. */
  readonly moneyCuts: readonly Money[];
  readonly cells: readonly {
    readonly r: number;
    readonly f: number;
    readonly m: number;
    readonly customers: number;
    readonly sales: Money;
  }[];
}

/** All facts of a dataset: additive counts and sums only, so every rate keeps its numerator and denominator. */
export interface Kpis {
  readonly options: KpiOptions;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly lines: number;
  readonly orders: number;
  readonly customers: number;
  /** Every calendar month from the data's first to its last. */
  readonly months: readonly MonthFacts[];
  /** Every fiscal year from the data's first to its last. */
  readonly years: readonly YearFacts[];
  /** The newest year's facts and the year before restricted to the same days, where the newest is not complete. */
  readonly toDate: { readonly current: YearFacts; readonly previous: YearFacts } | null;
  readonly cohorts: CohortMatrix;
  readonly rfm: RfmFacts;
  readonly dimensions: readonly DimensionFacts[];
  readonly attributes: readonly AttributeFacts[];
  readonly orderChannels: readonly OrderChannel[];
}
