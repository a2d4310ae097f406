import type { SegmentSeries } from '../book/book.ts';
import type { FiscalYear, PeriodKey } from '../period.ts';
import { yearKey } from '../period.ts';
import type { AttributeId, AttributeValue, AttributeYear } from './attribute-facts.ts';
import { ATTRIBUTES } from './attribute-facts.ts';
import type { Kpis, LookBack } from './facts.ts';
import { SMALLEST_GROUP, yearFacts } from './period-kpi.ts';
import type { KpiId } from './registry.ts';
import type { Share } from './segment-series.ts';
import { OTHER, withoutSmallGroups } from './segment-series.ts';

/** A segment's part of a rate: numerators and denominators of the segments sum to the KPI's own. */
interface Portion {
  readonly numerator: number;
  readonly denominator: number;
}

type OfCustomers = (facts: AttributeYear) => Portion;

const spend =
  (lookBack: LookBack): OfCustomers =>
  ({ returning }) => ({
    numerator: returning[lookBack].sales,
    denominator: returning[lookBack].buyers,
  });

/** Rates about customers. Those of returning ones (`true`) count nobody new. */
const CUSTOMER_RATES: Readonly<Partial<Record<KpiId, readonly [read: OfCustomers, isOfReturning: boolean]>>> = {
  retention: [({ retained, previousBuyers }) => ({ numerator: retained, denominator: previousBuyers }), true],
  spendPerReturningAll: [spend('all'), true],
  spendPerReturning365: [spend(365), true],
  spendPerReturning730: [spend(730), true],
  repurchase: [({ repeatBuyers, buyers }) => ({ numerator: repeatBuyers, denominator: buyers }), false],
  frequency: [({ memberOrders, buyers }) => ({ numerator: memberOrders, denominator: buyers }), false],
  secondPurchase90: [({ matureConverted, mature }) => ({ numerator: matureConverted, denominator: mature }), false],
};

/** First bought before the year, where the data do not tell how long before. */
const EARLIER = 'earlier';

type Named = readonly (Portion & { readonly name: string })[];

/**
 * Numerator and denominator of a rate by what its customers are (`ATTRIBUTES`), order value by the order's channel, for each
 * fiscal year asked for: they sum to the KPI's own exactly. Segments with fewer than five in the denominator go into `other`
 * as those of sales do; a year with fewer in all has none. `years` are in order, the one under review last. `[]` for
 * any other KPI.
 *
 * Tenure is told as new, one year, more in the years with more than a year of data before them, when the year before the
 * last is one of those; else as new and earlier, which says nothing about returning customers. New customers' own rate has no tenure.
 */
export function rateSegments(
  kpis: Kpis,
  metric: string,
  kpi: KpiId,
  years: readonly FiscalYear[],
): readonly SegmentSeries[] {
  if (kpi === 'orderValue') {
    return seriesOf(metric, 'channel', years, (year) => channelPortions(kpis, indexOf(kpis, year)));
  }
  const rate = CUSTOMER_RATES[kpi];
  if (!rate) return [];
  return ATTRIBUTES.flatMap((id) => {
    if (id === 'tenure' && kpi === 'secondPurchase90') return [];
    const told = id === 'tenure' ? tenureYears(kpis, years, rate[1]) : { years, isDeep: true };
    return seriesOf(metric, id, told.years, (year) =>
      portionsOf(kpis, id, indexOf(kpis, year), rate[0]).map((portion) =>
        told.isDeep || portion.name === 'new' ? portion : { ...portion, name: EARLIER },
      ),
    );
  });
}

const indexOf = (kpis: Kpis, year: FiscalYear): number => year - (kpis.years[0]?.year ?? 0);

const nameOf = ({ kind, name }: Pick<AttributeValue, 'kind' | 'name'>): string =>
  kind === 'none' ? '' : kind === 'rest' ? OTHER : name;

function portionsOf(kpis: Kpis, id: AttributeId, index: number, read: OfCustomers): Named {
  const attribute = kpis.attributes.find((candidate) => candidate.id === id);
  return (attribute?.values ?? []).flatMap((value) => {
    const facts = value.years[index];
    return facts ? [{ name: nameOf(value), ...read(facts) }] : [];
  });
}

const channelPortions = (kpis: Kpis, index: number): Named =>
  kpis.orderChannels.flatMap((value) => {
    const facts = value.years[index];
    return facts ? [{ name: nameOf(value), numerator: facts.sales, denominator: facts.orders }] : [];
  });

function tenureYears(kpis: Kpis, years: readonly FiscalYear[], isOfReturning: boolean) {
  const history = (year: FiscalYear | undefined): number =>
    year === undefined ? 0 : (yearFacts(kpis, year)?.historyDays ?? 0);
  const isDeep = history(years.at(-2)) > 365;
  const told = years.filter((year) => history(year) > (isDeep ? 365 : 0));
  return { isDeep, years: isOfReturning && !isDeep ? [] : told };
}

function seriesOf(
  metric: string,
  dimension: string,
  years: readonly FiscalYear[],
  portionsIn: (year: FiscalYear) => Named,
): readonly SegmentSeries[] {
  const numerators = new Map<string, Map<PeriodKey, number>>();
  const denominators = new Map<string, Map<PeriodKey, number>>();
  const add = (sums: typeof numerators, name: string, key: PeriodKey, value: number): void => {
    const series = sums.get(name) ?? new Map<PeriodKey, number>();
    sums.set(name, series.set(key, (series.get(key) ?? 0) + value));
  };
  for (const year of years) {
    const portions = portionsIn(year);
    if (portions.reduce((sum, { denominator }) => sum + denominator, 0) < SMALLEST_GROUP) continue;
    const shares = portions.map(({ name, numerator, denominator }): Share => ({
      name,
      net: numerator,
      people: denominator,
    }));
    for (const { name, net, people } of withoutSmallGroups(shares)) {
      add(numerators, name, yearKey(year), net);
      add(denominators, name, yearKey(year), people);
    }
  }
  // A single nameless segment splits nothing.
  if ([...numerators.keys()].every((name) => name === '')) return [];
  return [...numerators].map(([name, byPeriod]) => ({
    metric,
    dimension,
    name,
    byPeriod,
    weights: denominators.get(name) ?? new Map<PeriodKey, number>(),
  }));
}
