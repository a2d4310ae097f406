import { CUSTOMER_KPIS } from './customer-kpis.ts';
import type { Kpis } from './facts.ts';
import type { Kpi } from './kpi.ts';
import { LOYALTY_KPIS } from './loyalty-kpis.ts';
import { SALES_KPIS } from './sales-kpis.ts';

/** Every KPI, by id, in the order they are shown. */
export const KPIS = { ...SALES_KPIS, ...CUSTOMER_KPIS, ...LOYALTY_KPIS } satisfies Record<string, Kpi>;

export type KpiId = keyof typeof KPIS;

const isKpiId = (id: string): id is KpiId => Object.hasOwn(KPIS, id);

export const KPI_IDS: readonly KpiId[] = Object.keys(KPIS).filter(isKpiId);

/** The KPIs that these facts can tell: member sales share is offered only when a file has the member flag. */
export const offeredKpis = (kpis: Kpis): readonly KpiId[] =>
  kpis.years.some((year) => year.flagged !== null) ? KPI_IDS : KPI_IDS.filter((id) => id !== 'memberShare');
