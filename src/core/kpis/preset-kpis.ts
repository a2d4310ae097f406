import type { PresetId } from '../book/book.ts';
import type { LookBack } from './facts.ts';
import type { KpiId } from './registry.ts';

/** Which KPI gives a metric its months and which its years; `null` where there is none. */
export interface KpiChoice {
  readonly month: KpiId | null;
  readonly year: KpiId | null;
}

const both = (id: KpiId): KpiChoice => ({ month: id, year: id });

/** Months as their fiscal year counts returning customers: so a review's months add up to its year. */
const RETURNING: Readonly<Record<LookBack, Readonly<Record<'sales' | 'buyers' | 'spend', KpiChoice>>>> = {
  all: {
    sales: { month: 'returningSalesOfYearAll', year: 'returningSalesAll' },
    buyers: { month: 'returningBuyersOfYearAll', year: 'returningBuyersAll' },
    spend: { month: 'spendPerReturningOfYearAll', year: 'spendPerReturningAll' },
  },
  365: {
    sales: { month: 'returningSalesOfYear365', year: 'returningSales365' },
    buyers: { month: 'returningBuyersOfYear365', year: 'returningBuyers365' },
    spend: { month: 'spendPerReturningOfYear365', year: 'spendPerReturning365' },
  },
  730: {
    sales: { month: 'returningSalesOfYear730', year: 'returningSales730' },
    buyers: { month: 'returningBuyersOfYear730', year: 'returningBuyers730' },
    spend: { month: 'spendPerReturningOfYear730', year: 'spendPerReturning730' },
  },
};

const CHOICES: Readonly<Record<PresetId, (lookBack: LookBack) => KpiChoice>> = {
  returningSales: (lookBack) => RETURNING[lookBack].sales,
  returningBuyers: (lookBack) => RETURNING[lookBack].buyers,
  spendPerReturning: (lookBack) => RETURNING[lookBack].spend,
  retention: () => ({ month: 'rollingRetention', year: 'retention' }),
  secondPurchase: () => both('secondPurchase90'),
  newCustomers: () => both('newCustomers'),
  repurchase: () => both('repurchase'),
  frequency: () => both('frequency'),
  orderValue: () => both('orderValue'),
  sales: () => both('sales'),
};

/** The KPIs behind a preset metric, by the book's look-back for returning customers. */
export const kpisOfPreset = (preset: PresetId, lookBack: LookBack): KpiChoice => CHOICES[preset](lookBack);
