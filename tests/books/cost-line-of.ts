import type { CostLine } from '#core/book/review.ts';

/** A cost line of the year that test books review; only what a test is about is written. */
export const costLineOf = (id: string, change: Partial<CostLine> = {}): CostLine => ({
  id,
  year: 2025,
  category: 'gifts',
  name: id,
  note: '',
  campaign: '',
  metric: '',
  budgetQuantity: null,
  budgetPrice: null,
  actualQuantity: null,
  actualPrice: null,
  sales: null,
  margin: null,
  hoursSaved: null,
  hourlyCost: null,
  realisation: null,
  need: null,
  needReason: '',
  ...change,
});
