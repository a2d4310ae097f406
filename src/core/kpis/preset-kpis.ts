import type { PresetId } from '../book/book.ts';
import type { LookBack } from './facts.ts';
import type { KpiId } from './registry.ts';

/** Which KPI gives a metric its months and which its years; `null` where there is none. */
export interface KpiChoice {
  readonly month: KpiId | null;
  readonly year: KpiId | null;
}

const both = (id: KpiId): KpiChoice => ({ month: id, year: id });

const RETURNING: Readonly<Record<LookBack, { readonly sales: KpiId; readonly buyers: KpiId; readonly spend: KpiId }>> =
  {
    all: { sales: 'returningSalesAll', buyers: 'returningBuyersAll', spend: 'spendPerReturningAll' },
    365: { sales: 'returningSales365', buyers: 'returningBuyers365', spend: 'spendPerReturning365' },
    730: { sales: 'returningSales730', buyers: 'returningBuyers730', spend: 'spendPerReturning730' },
  };

const CHOICES: Readonly<Record<PresetId, (lookBack: LookBack) => KpiChoice>> = {
  returningSales: (lookBack) => both(RETURNING[lookBack].sales),
  returningBuyers: (lookBack) => both(RETURNING[lookBack].buyers),
  spendPerReturning: (lookBack) => both(RETURNING[lookBack].spend),
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
