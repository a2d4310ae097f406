import { SECOND_PURCHASE_WINDOWS, type Kpis, type SecondPurchaseWindow } from '#core/kpis/facts.ts';
import { ratio, type Ratio } from '#core/ratio.ts';

export interface ConversionCell {
  readonly window: SecondPurchaseWindow;
  readonly rate: Ratio | null;
  readonly mature: number;
  readonly converted: number;
  /** Some or all of the cohort are younger than the window. */
  readonly immature: boolean;
}

export interface ConversionRow {
  readonly at: number;
  readonly customers: number;
  readonly cells: readonly ConversionCell[];
}

/** Second-purchase conversion of every cohort by window, newest first, with what each rate rests on. */
export function conversionRows(kpis: Kpis): ConversionRow[] {
  return kpis.months
    .map((month, at) => {
      const { customers, windows } = month.secondPurchase;
      const cells = SECOND_PURCHASE_WINDOWS.map((window) => {
        const { mature, matureConverted } = windows[window];
        const rate = ratio(matureConverted, mature);
        return { window, rate, mature, converted: matureConverted, immature: mature < customers };
      });
      return { at, customers, cells };
    })
    .filter((row) => row.customers > 0)
    .reverse();
}
