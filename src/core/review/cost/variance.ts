import type { Variance, VarianceSplit, YearAmount } from '../../cost-facts.ts';
import { ratio } from '../../ratio.ts';
import { sumKnown } from './sum-known.ts';

/** How far a year goes: the last month with an actual, and whether the year ends there. */
export interface Reach {
  readonly through: number;
  readonly toDate: boolean;
}

/** CT2: to date as soon as months have actuals and the last month has none. */
export function reachOf(actuals: readonly YearAmount[]): Reach {
  let through = -1;
  for (const { months } of actuals)
    through = Math.max(
      through,
      months.findLastIndex((value) => value !== null),
    );
  return { through, toDate: through >= 0 && through < 11 };
}

/**
 * CT3: what was spent against the budget of the same time. `null` without an actual; and in a year to date when the budget is
 * not spread over months. `planned` says that lines of this book have budgets: one without is then unbudgeted, held against 0.
 */
export function varianceOf(budget: YearAmount, actual: YearAmount, reach: Reach, planned: boolean): Variance | null {
  if (actual.value === null) return null;
  if (budget.value === null) return planned ? against(0, actual.value) : null;
  if (!reach.toDate || actual.from !== 'months') return against(budget.value, actual.value);
  if (budget.from !== 'months') return null;
  return against(sumKnown(budget.months.slice(0, reach.through + 1)) ?? 0, actual.value);
}

export function against(budget: number, actual: number): Variance {
  return { budget, actual, value: actual - budget, rate: ratio(actual - budget, Math.abs(budget)) };
}

/**
 * CT4: the flexible budget (what was bought at the budget's price) parts price from quantity, as standard cost variance
 * analysis does (Horngren, *Cost Accounting*, "Flexible budgets, direct-cost variances and management control"): price = actual
 * − flexible, and of flexible − budget the remaining budget takes back as timing what it can; the rest is volume.
 */
export function splitOf(
  variance: Variance,
  yearBudget: number,
  budgetQuantity: number | null,
  actualQuantity: number | null,
): VarianceSplit | null {
  if (budgetQuantity === null || actualQuantity === null || budgetQuantity <= 0 || actualQuantity < 0) return null;
  const flexible = Math.round((actualQuantity * yearBudget) / budgetQuantity);
  const moved = flexible - variance.budget;
  const remaining = Math.abs(yearBudget - variance.budget);
  const timing = Math.max(-remaining, Math.min(remaining, moved)) + 0;
  return {
    price: variance.actual - flexible,
    volume: moved - timing,
    timing,
    flexible,
    budgetPrice: yearBudget / budgetQuantity,
    actualPrice: actualQuantity === 0 ? 0 : variance.actual / actualQuantity,
  };
}
