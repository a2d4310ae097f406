import type { LookBack, SecondPurchaseWindow } from '#core/kpis/facts.ts';
import { offeredKpis, type KpiId } from '#core/kpis/registry.ts';
import type { Kpis } from '#core/kpis/facts.ts';

/** What a KPI is varied by, and the id without it: `returningSales365` is `returningSales` by look-back. */
export function variantOf(id: string): { readonly family: string; readonly by: 'lookBack' | 'window' | null } {
  const lookBack = /^(\w*[rR]eturning\w*?)(?:365|730|All)$/.exec(id)?.[1];
  if (lookBack) return { family: lookBack, by: 'lookBack' };
  const window = /^(secondPurchase)\d+$/.exec(id)?.[1];
  return window ? { family: window, by: 'window' } : { family: id, by: null };
}

export interface Variants {
  readonly lookBack: LookBack;
  readonly window: SecondPurchaseWindow;
}

/** The KPIs to list: of each family only the one that the chosen look-back and window mean. */
export function listedKpis(kpis: Kpis, chosen: Variants): readonly KpiId[] {
  const lookBack = chosen.lookBack === 'all' ? 'All' : String(chosen.lookBack);
  return offeredKpis(kpis).filter((id) => {
    const { family, by } = variantOf(id);
    if (by === 'lookBack') return id === `${family}${lookBack}`;
    return by === 'window' ? id === `${family}${chosen.window}` : true;
  });
}
