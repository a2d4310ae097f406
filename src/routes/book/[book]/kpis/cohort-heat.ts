import type { Kpis } from '#core/kpis/facts.ts';
import { ratio } from '#core/ratio.ts';
import type { MatrixKind } from './kpi-address.ts';

export interface CohortCell {
  readonly value: number | null;
  /** 0–1 of the largest value after the first month. */
  readonly depth: number | null;
  readonly immature: boolean;
}

/** One month's first-time buyers through the months since. */
export interface CohortRow {
  /** Index in `Kpis.months`. */
  readonly at: number;
  readonly customers: number;
  readonly cells: readonly CohortCell[];
}

/** Cohorts as rows: customers active, their net, or the share of the cohort that was active. Cohorts without customers are left out. */
export function cohortRows(kpis: Kpis, kind: MatrixKind): CohortRow[] {
  const source = kind === 'sales' ? kpis.cohorts.net : kpis.cohorts.active;
  const rows = source.map((cells, at) => {
    const customers = kpis.cohorts.active[at]?.[0] ?? 0;
    return { at, customers, values: cells.map((value) => (kind === 'retention' ? ratio(value, customers) : value)) };
  });
  // The first month is everyone by definition; shading by it would leave all others pale.
  const most = Math.max(0, ...rows.flatMap((row) => row.values.slice(1).map((value) => value ?? 0)));
  return rows
    .filter((row) => row.customers > 0)
    .map((row) => ({
      at: row.at,
      customers: row.customers,
      cells: row.values.map((value, since) => ({
        value,
        depth: since === 0 || value === null || most === 0 ? null : Math.max(0, value / most),
        immature: !(kpis.months[row.at]?.complete && kpis.months[row.at + since]?.complete),
      })),
    }));
}
