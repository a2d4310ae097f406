import type { Writable } from '../book/records.ts';
import type { FactsSource } from '../kpis/actuals.ts';
import type { CustomerGroups } from '../kpis/customer-group-facts.ts';
import { dayText } from '../period.ts';

/** What a group's record keeps of the orders. */
export type GroupFacts = Omit<Writable<'groups'>, 'year' | 'intended' | 'note'>;

/** Computed groups as records keep them: figures by group, with the day they hold for and where they come from. */
export const groupFacts = (groups: CustomerGroups, source: FactsSource): readonly GroupFacts[] =>
  groups.groups.map(({ id, now, before }) => ({
    group: id,
    customers: now.customers,
    sales: now.sales,
    customersBefore: before?.customers ?? null,
    salesBefore: before?.sales ?? null,
    day: dayText(groups.day),
    understated: groups.beforeUnderstated,
    source: { kind: 'data', ...source, kpi: 'rfm', numerator: null, denominator: null, toDate: false },
  }));
