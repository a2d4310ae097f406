import type { SegmentSeries } from '../book/book.ts';
import type { FiscalYear, PeriodKey } from '../period.ts';
import { firstMonthOf, monthKey, yearKey } from '../period.ts';
import type { DimensionFacts, DimensionId, DimensionValue, Kpis, LookBack } from './facts.ts';
import { SMALLEST_GROUP, yearFacts } from './period-kpi.ts';

/** Dimensions that enter the shared book; products stay on the device. */
const SHARED_DIMENSIONS: readonly DimensionId[] = ['newness', 'category', 'channel', 'campaign'];
/** Names a dimension shares; the smaller ones together are other. */
const MOST_NAMES = 20;
/** The name under which small groups and the smallest values stand together. */
export const OTHER = 'other';

/** One value's net (or a rate's numerator) in one period with the people behind it. */
export interface Share {
  readonly name: string;
  readonly net: number;
  readonly people: number;
}

/** What a period of the book reads from a value. */
type Reader = (value: DimensionValue) => Omit<Share, 'name'>;

/**
 * Net by segment of all sales (`of` null) or of returning customers' sales, for the months and the year of each fiscal year
 * asked for, returning as seen from the year's beginning. In every period the segments sum to the KPI exactly; in each, values with fewer than five people behind
 * them go into `other`, and with them the next smallest until five stand behind that; a guest's order counts as a person. Newness
 * is left out of the year the data begin in: there, every product is new.
 */
export function segmentSeries(
  kpis: Kpis,
  metric: string,
  of: LookBack | null,
  years: readonly FiscalYear[],
): readonly SegmentSeries[] {
  const seen = years.filter((year) => (yearFacts(kpis, year)?.historyDays ?? 0) > 0);
  const [all, withHistory] = [readersOf(kpis, of, years), readersOf(kpis, of, seen)];
  return SHARED_DIMENSIONS.flatMap((id) => {
    const dimension = kpis.dimensions.find((candidate) => candidate.id === id);
    return dimension ? seriesOf(metric, dimension, id === 'newness' ? withHistory : all) : [];
  });
}

function seriesOf(
  metric: string,
  dimension: DimensionFacts,
  periods: ReadonlyMap<PeriodKey, Reader>,
): readonly SegmentSeries[] {
  if (!dimension.values.some((value) => value.kind === 'named')) return [];
  const byName = new Map<string, Map<PeriodKey, number>>();
  for (const [key, read] of periods) {
    const shares = dimension.values.map((value, index) => ({ name: nameOf(value, index), ...read(value) }));
    for (const { name, net } of withoutSmallGroups(shares)) {
      const series = byName.get(name) ?? new Map<PeriodKey, number>();
      byName.set(name, series.set(key, (series.get(key) ?? 0) + net));
    }
  }
  return [...byName].map(([name, byPeriod]) => ({ metric, dimension: dimension.id, name, byPeriod }));
}

const nameOf = (value: DimensionValue, index: number): string =>
  value.kind === 'none' ? '' : value.kind === 'rest' || index >= MOST_NAMES ? OTHER : value.name;

/** Shares with fewer than five people behind them under one name, and with them the next smallest until five stand behind it. */
export function withoutSmallGroups(shares: readonly Share[]): readonly Share[] {
  const told = shares.filter(({ net, people }) => net !== 0 || people > 0);
  const isSmall = (share: Share): boolean => share.name === OTHER || share.people < SMALLEST_GROUP;
  const other = told.filter(isSmall);
  const named = told
    .filter((share) => !isSmall(share))
    .sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1));
  const behind = (): number => other.reduce((sum, { people }) => sum + people, 0);
  while (other.length > 0 && behind() < SMALLEST_GROUP) {
    const next = named.pop();
    if (!next) break;
    other.push(next);
  }
  return [...named, ...other.map((share) => ({ ...share, name: OTHER }))];
}

function readersOf(kpis: Kpis, of: LookBack | null, years: readonly FiscalYear[]): ReadonlyMap<PeriodKey, Reader> {
  const readers = new Map<PeriodKey, Reader>();
  const [firstMonth, firstYear] = [kpis.months[0]?.month ?? 0, kpis.years[0]?.year ?? 0];
  for (const year of years) {
    const start = firstMonthOf(year, kpis.options.firstMonth) - firstMonth;
    const within = Array.from({ length: 12 }, (_, index) => start + index).filter((month) => kpis.months[month]);
    for (const month of within) readers.set(monthKey(firstMonth + month), (value) => inMonth(value, month, of));
    if (within.length > 0) readers.set(yearKey(year), (value) => inYear(value, year - firstYear, within, of));
  }
  return readers;
}

const inMonth = (value: DimensionValue, month: number, of: LookBack | null): Omit<Share, 'name'> =>
  of === null
    ? { net: value.net[month] ?? 0, people: (value.monthBuyers[month] ?? 0) + (value.monthGuestOrders[month] ?? 0) }
    : { net: value.returning[of].net[month] ?? 0, people: value.returning[of].monthBuyers[month] ?? 0 };

function inYear(
  value: DimensionValue,
  year: number,
  months: readonly number[],
  of: LookBack | null,
): Omit<Share, 'name'> {
  const net = months.reduce((sum, month) => sum + inMonth(value, month, of).net, 0);
  const people =
    of === null ? (value.buyers[year] ?? 0) + (value.guestOrders[year] ?? 0) : (value.returning[of].buyers[year] ?? 0);
  return { net, people };
}
