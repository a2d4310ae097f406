import type { Ratio } from './ratio.ts';

/** What Annum derives from a year's cost lines. Money in minor units; `null` is unknown. Rules: `review/cost/SPEC.md`. */
export interface CostEvaluation {
  /** In the book's order. */
  readonly lines: readonly CostLineFacts[];
  /** Known categories first, then the team's own as they appear; '' is no category. */
  readonly categories: readonly CostGroup[];
  readonly total: CostGroup;
  /** Position of the last month that any line has an actual for; −1 when none has. */
  readonly through: number;
  /** Amounts are compared as far as `through`, not over the year. */
  readonly toDate: boolean;
}

/** An amount of the year under review. */
export interface YearAmount {
  readonly value: number | null;
  /** Twelve values; all `null` where the amount is known for the year only. */
  readonly months: readonly (number | null)[];
  /** Where `value` comes from: the months' sum, the year's own amount, quantity × price. */
  readonly from: 'months' | 'year' | 'quantity' | null;
}

/** Actual − what it is held against: above 0 is overspent. */
export interface Variance {
  /** The budget as far as the actual goes. */
  readonly budget: number;
  readonly actual: number;
  readonly value: number;
  /** Of the budget; `null` from 0. */
  readonly rate: Ratio | null;
}

/** A variance in its reasons; `price + volume + timing` is the variance, to the minor unit. */
export interface VarianceSplit {
  readonly price: number;
  readonly volume: number;
  /** What the year's remaining budget can still reverse; 0 for a whole year. */
  readonly timing: number;
  /** What the quantity bought would have cost at the budget's price. */
  readonly flexible: number;
  /** Amount ÷ quantity, in minor units and fractions of them. */
  readonly budgetPrice: number;
  readonly actualPrice: number;
}

export interface CostLineFacts {
  readonly id: string;
  readonly category: string;
  readonly budget: YearAmount;
  readonly actual: YearAmount;
  /** `null` when actual and budget cannot be compared. */
  readonly variance: Variance | null;
  /** Spent, but no part of the budget. */
  readonly unbudgeted: boolean;
  /** `null` without quantities. */
  readonly split: VarianceSplit | null;
  /** Amounts by month or year that quantity × price contradicts: amount − quantity × price. */
  readonly disagreement: { readonly budget: number | null; readonly actual: number | null };
  readonly sales: number | null;
  readonly margin: number | null;
  /** Which of the two were computed for the line's campaign rather than typed. */
  readonly fromCampaign: { readonly sales: boolean; readonly margin: boolean };
  readonly roas: Ratio | null;
  readonly roi: Ratio | null;
  /** Of systems: the case by realisation; `null` for other lines. */
  readonly system: SystemCase | null;
  /** What is missing before the line can be judged. */
  readonly missing: 'return' | 'hours' | null;
  readonly need: NextNeed;
}

/** A system's benefit against its cost at several shares of the saved hours put to use. */
export interface SystemCase {
  readonly cost: number | null;
  /** Ascending; the chosen one is always among them. */
  readonly levels: readonly SystemLevel[];
  /** What the system is judged by. */
  readonly chosen: SystemLevel;
  /** Nobody has chosen yet: the middle level stands in. */
  readonly assumed: boolean;
}

export interface SystemLevel {
  readonly realisation: Ratio;
  /** Hours saved × cost of an hour × realisation, a year; `null` without hours or their cost. */
  readonly benefit: number | null;
  /** Benefit − cost. */
  readonly net: number | null;
  /** Cost ÷ a month's benefit; `null` when there is no benefit. */
  readonly paybackMonths: number | null;
}

/** Next year's need of one line: a person's, else the proposal. */
export interface NextNeed {
  readonly value: number | null;
  readonly proposed: number | null;
  readonly overridden: boolean;
  /** Why the proposal is what it is, the base first. */
  readonly reasons: readonly NeedReason[];
}

export type NeedReason =
  | { readonly kind: 'spent' | 'year-end' | 'budgeted'; readonly amount: number }
  | {
      readonly kind: 'return-above' | 'return-below';
      readonly measure: 'roas' | 'roi';
      readonly line: Ratio;
      readonly team: Ratio;
      /** What it changes the base by. */
      readonly step: Ratio;
    }
  | { readonly kind: 'under-budget' | 'over-budget' | 'price'; readonly rate: Ratio }
  | { readonly kind: 'running-cost' }
  | { readonly kind: 'not-earned'; readonly net: number };

/** ROAS or ROI of several lines, over those that have the figure. */
export interface GroupReturn {
  readonly value: Ratio | null;
  /** Attributed sales, or incremental margin − cost. */
  readonly numerator: number;
  /** Cost of the lines that have the figure. */
  readonly cost: number;
  readonly lines: number;
  /** `cost` of all cost; `null` when nothing was spent. */
  readonly coverage: Ratio | null;
}

/** Lines of one category, or all. */
export interface CostGroup {
  readonly category: string;
  readonly lines: number;
  readonly budget: number | null;
  readonly actual: number | null;
  readonly months: CostSeries;
  readonly quarters: CostSeries;
  /** Parts of budget and actual that belong to no month. */
  readonly unplaced: { readonly budget: number; readonly actual: number };
  /** Over the lines that compare. */
  readonly variance: (Variance & { readonly lines: number }) | null;
  /** `price + volume + timing + unsplit` is the variance; `unsplit` is of lines without quantities. */
  readonly split: {
    readonly price: number;
    readonly volume: number;
    readonly timing: number;
    readonly unsplit: number;
    readonly lines: number;
  };
  readonly roas: GroupReturn;
  readonly roi: GroupReturn;
  readonly need: number | null;
}

export interface CostSeries {
  readonly budget: readonly (number | null)[];
  readonly actual: readonly (number | null)[];
}
