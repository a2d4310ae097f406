import type { OrderColumns } from '../orders/columns.ts';
import { ratio } from '../ratio.ts';
import type { PromisingDimension, PromisingGroup } from './customer-group-facts.ts';
import type { FirstPurchase } from './first-purchase.ts';
import { firstPurchases } from './first-purchase.ts';
import { monthGrid, yearGrid } from './grid.ts';
import type { Ledger } from './ledger.ts';
import type { Lines } from './lines.ts';
import { linesInOrder } from './lines.ts';
import { SMALLEST_GROUP } from './period-kpi.ts';
import type { PurchaseDays } from './purchase-days.ts';
import { purchaseDays } from './purchase-days.ts';

/** Fewer buyers promise nothing. */
const FEWEST = 30;
/** Times all buyers' growth. */
const FASTER = 1.1;
/** Second purchases above the others', as a difference of rates. */
const BETTER = 0.02;
/** One in twenty by chance, on one side. */
const CLEAR = 1.645;
const YEAR = 365;
const SECOND_PURCHASE_DAYS = 90;

/**
 * What buyers took to (`product.md` R3). Growth: at least 30 buyers in the last 365 days, grown at least 1.1 times as much
 * as all buyers against the 365 days before, and by more than counts differ by chance (the logarithm of the ratio beyond
 * 1.645 × √(1/now + 1/before)); with fewer than five before, it is new. Second purchase: of at least 30 customers won in the
 * 365 days that are 90 days old, a share above all others' by 2 points and by 1.645 standard errors of two proportions.
 * Without two years of data nothing is told to grow. Names only; nothing about "none".
 */
export function promisingGroups(columns: OrderColumns, ledger: Ledger): readonly PromisingGroup[] {
  if (columns.rowCount === 0) return [];
  const { firstDay, lastDay } = columns;
  const months = monthGrid(firstDay, lastDay).grid;
  const years = yearGrid(firstDay, lastDay, 1).grid;
  const lines = linesInOrder(columns, ledger, months, years, new Uint8Array(ledger.orderCount));
  const days = purchaseDays(ledger);
  const first = firstPurchases(columns, ledger, lines, days);
  return [...growing(columns, ledger, lines, first), ...comingBack(columns, days, first)];
}

/** Distinct buyers in the last 365 days and in the 365 before, by code; index 0 of `all` and of "none" alike. */
class TwoYears {
  readonly now: Uint32Array;
  readonly before: Uint32Array;
  readonly #seenNow: Uint32Array;
  readonly #seenBefore: Uint32Array;

  constructor(codes: number) {
    [this.now, this.before] = [new Uint32Array(codes), new Uint32Array(codes)];
    [this.#seenNow, this.#seenBefore] = [new Uint32Array(codes), new Uint32Array(codes)];
  }

  /** Customers must come one after the other. */
  see(code: number, customer: number, isNow: boolean): void {
    const seen = isNow ? this.#seenNow : this.#seenBefore;
    if (seen[code] === customer) return;
    seen[code] = customer;
    (isNow ? this.now : this.before)[code]!++;
  }
}

function growing(columns: OrderColumns, ledger: Ledger, lines: Lines, first: FirstPurchase): readonly PromisingGroup[] {
  const { lastDay, firstDay } = columns;
  if (lastDay - firstDay + 1 < 2 * YEAR) return [];
  const all = new TwoYears(1);
  const category = new TwoYears(columns.categories.length);
  const channel = new TwoYears(columns.channels.length);
  const firstChannel = new TwoYears(columns.channels.length);
  for (let line = 0; line < lines.count; line++) {
    const customer = lines.person[line]!;
    if (customer === 0 || customer > columns.customerCount) continue;
    const row = lines.row[line]!;
    const age = lastDay - ledger.day[ledger.placeOf[columns.order[row]!]!]!;
    if (age >= 2 * YEAR) continue;
    const isNow = age < YEAR;
    all.see(0, customer, isNow);
    category.see(columns.category[row]!, customer, isNow);
    channel.see(columns.channel[row]!, customer, isNow);
    firstChannel.see(first.channel[customer]!, customer, isNow);
  }
  const [total, totalBefore] = [all.now[0]!, all.before[0]!];
  const totalGrowth = ratio(total - totalBefore, totalBefore);
  const found = (dimension: PromisingDimension, names: readonly string[], { now, before }: TwoYears) =>
    names.flatMap((name, code): PromisingGroup[] => {
      const [buyers, earlier] = [now[code]!, before[code]!];
      if (code === 0 || buyers < FEWEST || totalBefore < FEWEST) return [];
      if (earlier >= SMALLEST_GROUP) {
        const faster = (buyers * totalBefore) / (earlier * total);
        if (faster < FASTER || Math.log(faster) <= CLEAR * Math.sqrt(1 / buyers + 1 / earlier)) return [];
      }
      const buyersBefore = earlier < SMALLEST_GROUP ? null : earlier;
      const growth = buyersBefore === null ? null : ratio(buyers - buyersBefore, buyersBefore);
      return [{ kind: 'growth', dimension, name, buyers, buyersBefore, growth, totalGrowth }];
    });
  return [
    ...found('category', columns.categories, category),
    ...found('channel', columns.channels, channel),
    ...found('firstChannel', columns.channels, firstChannel),
  ].sort(byBuyers);
}

const sizeOf = (group: PromisingGroup): number => (group.kind === 'growth' ? group.buyers : group.customers);
const byBuyers = (a: PromisingGroup, b: PromisingGroup): number =>
  sizeOf(b) - sizeOf(a) || (a.dimension + a.name < b.dimension + b.name ? -1 : 1);

function comingBack(columns: OrderColumns, days: PurchaseDays, first: FirstPurchase): readonly PromisingGroup[] {
  const counts = (names: readonly string[]) => ({
    customers: new Uint32Array(names.length),
    converted: new Uint32Array(names.length),
  });
  const [channel, category] = [counts(columns.channels), counts(columns.categories)];
  let [total, totalConverted] = [0, 0];
  for (let customer = 1; customer <= columns.customerCount; customer++) {
    const start = days.starts[customer]!;
    if (start === days.starts[customer + 1]) continue;
    const age = columns.lastDay - days.day[start]!;
    if (age < SECOND_PURCHASE_DAYS || age >= SECOND_PURCHASE_DAYS + YEAR) continue;
    const isSecond = start + 1 < days.starts[customer + 1]!;
    const again = isSecond && days.day[start + 1]! - days.day[start]! <= SECOND_PURCHASE_DAYS ? 1 : 0;
    total++;
    totalConverted += again;
    channel.customers[first.channel[customer]!]!++;
    channel.converted[first.channel[customer]!]! += again;
    category.customers[first.category[customer]!]!++;
    category.converted[first.category[customer]!]! += again;
  }
  const found = (dimension: PromisingDimension, names: readonly string[], of: ReturnType<typeof counts>) =>
    names.flatMap((name, code): PromisingGroup[] => {
      const [customers, converted] = [of.customers[code]!, of.converted[code]!];
      const [otherCustomers, otherConverted] = [total - customers, totalConverted - converted];
      if (code === 0 || customers < FEWEST || otherCustomers < FEWEST) return [];
      const lead = converted / customers - otherConverted / otherCustomers;
      const share = totalConverted / total;
      const error = Math.sqrt(share * (1 - share) * (1 / customers + 1 / otherCustomers));
      if (lead < BETTER || lead <= CLEAR * error) return [];
      return [{ kind: 'secondPurchase', dimension, name, customers, converted, otherCustomers, otherConverted }];
    });
  return [
    ...found('firstChannel', columns.channels, channel),
    ...found('firstCategory', columns.categories, category),
  ].sort(byBuyers);
}
