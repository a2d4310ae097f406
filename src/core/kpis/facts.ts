import type { Money } from '../money.ts';
import type { Day, FiscalYear, Month } from '../period.ts';

/** Returning look-backs in days; `all` is the whole history in the data. */
export type LookBack = 'all' | 365 | 730;

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

/** Lower bounds of scores 5, 4, 3, 2 for recency (upper bounds, days) and frequency (orders in 365 days). */
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

export interface CountAndNet {
  readonly buyers: number;
  readonly sales: Money;
}

/** Customers and money of one month or one fiscal year (`kpis.md` §1–2). Money in minor units, net of refunds. */
export interface PeriodFacts {
  readonly sales: Money;
  readonly paid: Money;
  readonly refund: Money;
  /** Valid orders, guests' included. */
  readonly orders: number;
  readonly quantity: number;
  readonly guestSales: Money;
  readonly guestOrders: number;
  readonly buyers: number;
  /** Valid orders of identified customers. */
  readonly memberOrders: number;
  /** Net of identified customers. */
  readonly memberSales: Money;
  readonly new: CountAndNet;
  readonly returning: Readonly<Record<LookBack, CountAndNet>>;
  readonly reactivated: CountAndNet;
  /** Buyers with ≥ 2 valid orders in the period. */
  readonly repeatBuyers: number;
  /** Median days between distinct purchase days, dated by the later; `null` without any gap. */
  readonly medianGap: number | null;
  readonly gapCount: number;
  /** Net of lines whose member flag was set at payment time; `null` where the data has no flag. */
  readonly flaggedMemberSales: Money | null;
}

export interface MonthFacts extends PeriodFacts {
  readonly month: Month;
  /** Ever bought, and of those last order more than `dormantDays` ago, at the month's end. */
  readonly everBought: number;
  readonly dormant: number;
  /** Buyers in the 12 months before the 12 that end here, and those of them who bought in the latter. */
  readonly rollingBase: number;
  readonly rollingRetained: number;
  readonly secondPurchase: CohortConversion;
}

/** One month's first-time buyers. */
export interface CohortConversion {
  readonly customers: number;
  /** By window: customers old enough at the data's end, and those of them with a second purchase on a later day within it. */
  readonly windows: Readonly<Record<SecondPurchaseWindow, { readonly mature: number; readonly converted: number }>>;
}

export interface YearFacts extends PeriodFacts {
  readonly year: FiscalYear;
  /** Buyers by number of valid orders: exactly 1, 2, 3, 4, and 5 or more. */
  readonly buyersByOrders: readonly [number, number, number, number, number];
  readonly previousBuyers: number;
  readonly retained: number;
  /** Net of products first sold (paid) in this year, and how many products were sold. */
  readonly newProductSales: Money;
  readonly newProducts: number;
  readonly productsSold: number;
}

export type DimensionId = 'newness' | 'category' | 'channel' | 'campaign' | 'product';

/** Net by value and month, distinct buyers by value and year. Names come from the file; '' is "none". */
export interface DimensionFacts {
  readonly id: DimensionId;
  readonly values: readonly {
    readonly name: string;
    /** Net per month of `Kpis.months`. */
    readonly net: readonly Money[];
    /** Distinct buyers per year of `Kpis.years`. */
    readonly buyers: readonly number[];
  }[];
}

export interface CohortMatrix {
  /** Rows: month of first order, aligned with `Kpis.months`. Columns: months since. */
  readonly active: readonly (readonly number[])[];
  readonly net: readonly (readonly Money[])[];
}

export interface RfmFacts {
  /** Net in 365 days at which scores 2, 3, 4, 5 begin (quintiles of those who bought). */
  readonly moneyCuts: readonly number[];
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
  readonly months: readonly MonthFacts[];
  readonly years: readonly YearFacts[];
  /** The newest year's facts and the year before restricted to the same days, where the newest is not complete. */
  readonly toDate: { readonly current: YearFacts; readonly previous: YearFacts } | null;
  readonly cohorts: CohortMatrix;
  readonly rfm: RfmFacts;
  readonly dimensions: readonly DimensionFacts[];
}
