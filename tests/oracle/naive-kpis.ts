import type { KpiOptions } from '#core/kpis/facts.ts';
import { LOOK_BACKS, SECOND_PURCHASE_WINDOWS } from '#core/kpis/facts.ts';
import { firstDayOf, firstMonthOf, fiscalYearOf, lastDayOf, monthOfDay } from '#core/period.ts';
import type { Line } from './columns-of.ts';

/** A second reading of the definitions, customer by customer with filters only: slow, plain, and independent of the passes. */
export interface Order {
  readonly customer: string;
  readonly day: number;
  readonly paid: number;
  readonly refund: number;
  readonly quantity: number;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const net = (orders: readonly Order[]): number => sum(orders.map(({ paid, refund }) => paid - refund));
export const valid = (orders: readonly Order[]): Order[] => orders.filter(({ paid }) => paid > 0);
export const within = (orders: readonly Order[], { start, end }: Span): Order[] =>
  orders.filter(({ day }) => day >= start && day <= end);
export const distinctDays = (orders: readonly Order[]): number[] =>
  [...new Set(valid(orders).map(({ day }) => day))].sort((a, b) => a - b);

export function ordersOf(lines: readonly Line[], { refundMonth }: KpiOptions): Order[] {
  const lastDay = Math.max(...lines.map(({ day }) => day));
  const isOwn = (line: Line): boolean => refundMonth === 'refund' && line.refund > 0 && (line.refundDay ?? -1) >= 0;
  const orders = [...new Set(lines.map(({ order }) => order))].map((id): Order => {
    const own = lines.filter(({ order }) => order === id);
    return {
      customer: own[0]!.customer,
      day: Math.min(...own.map(({ day }) => day)),
      paid: sum(own.map(({ paid }) => paid)),
      refund: sum(own.map((line) => (isOwn(line) ? 0 : line.refund))),
      quantity: sum(own.map(({ quantity }) => quantity)),
    };
  });
  const refunds = lines
    .filter((line) => isOwn(line) && line.refundDay! <= lastDay)
    .map(({ customer, refund, refundDay }): Order => ({ customer, day: refundDay!, paid: 0, refund, quantity: 0 }));
  return [...orders, ...refunds];
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}

/** Facts of every month and fiscal year that `computeKpis` tells, as far as this reading goes. */
export function naiveKpis(lines: readonly Line[], options: KpiOptions) {
  const orders = ordersOf(lines, options);
  const firstDay = Math.min(...lines.map(({ day }) => day));
  const lastDay = Math.max(...lines.map(({ day }) => day));
  const names = [...new Set(orders.map(({ customer }) => customer))].filter((name) => name !== '');
  const customers = names.map((name) => orders.filter(({ customer }) => customer === name));

  /** Customers (all their orders) that had a valid order in the look-back before a day. */
  const returning = (before: number, lookBack: number): Order[][] =>
    customers.filter((own) => within(valid(own), { start: before - lookBack, end: before - 1 }).length > 0);
  const group = (of: readonly Order[][], span: Span) => ({
    buyers: of.filter((own) => within(valid(own), span).length > 0).length,
    orders: sum(of.map((own) => within(valid(own), span).length)),
    sales: sum(of.map((own) => net(within(own, span)))),
  });
  const returningGroups = (before: number, span: Span) =>
    Object.fromEntries(LOOK_BACKS.map((by) => [by, group(returning(before, by === 'all' ? Infinity : by), span)]));

  const period = (span: Span) => {
    const here = within(orders, span);
    const guests = here.filter(({ customer }) => customer === '');
    const buying = customers.filter((own) => within(valid(own), span).length > 0);
    const isEarlier = (own: readonly Order[]): boolean => valid(own).some(({ day }) => day < span.start);
    const gaps = customers.flatMap((own) => {
      const days = distinctDays(own);
      return days.slice(1).flatMap((day, index) => (day >= span.start && day <= span.end ? [day - days[index]!] : []));
    });
    return {
      sales: net(here),
      paid: sum(valid(here).map(({ paid }) => paid)),
      refund: sum(here.map(({ refund }) => refund)),
      returned: -sum(here.filter(({ paid }) => paid <= 0).map(({ paid }) => paid)) + 0,
      orders: valid(here).length,
      quantity: sum(here.map(({ quantity }) => quantity)),
      guestSales: net(guests),
      guestOrders: valid(guests).length,
      memberSales: net(here) - net(guests),
      buyers: buying.length,
      memberOrders: sum(buying.map((own) => within(valid(own), span).length)),
      new: group(
        buying.filter((own) => !isEarlier(own)),
        span,
      ),
      returning: returningGroups(span.start, span),
      reactivated: group(
        customers.filter((own) => isEarlier(own) && !returning(span.start, 365).includes(own)),
        span,
      ),
      repeatBuyers: buying.filter((own) => within(valid(own), span).length >= 2).length,
      medianGap: median(gaps),
      gapCount: gaps.length,
      complete: firstDay <= span.start && lastDay >= span.end,
    };
  };

  const months = [];
  for (let month = monthOfDay(firstDay); month <= monthOfDay(lastDay); month++) {
    const span = { start: firstDayOf(month), end: lastDayOf(month) };
    const upTo = customers.map((own) => distinctDays(own).filter((day) => day <= span.end));
    const trailing = (from: number, to: number) =>
      customers.filter(
        (own) => within(valid(own), { start: firstDayOf(month - from), end: lastDayOf(month - to) }).length > 0,
      );
    const base = trailing(23, 12);
    const cohort = customers.map(distinctDays).filter(([first = -1]) => first >= span.start && first <= span.end);
    const yearStart = firstDayOf(firstMonthOf(fiscalYearOf(month, options.firstMonth), options.firstMonth));
    months.push({
      month,
      ...period(span),
      everBought: upTo.filter((days) => days.length > 0).length,
      dormant: upTo.filter((days) => days.length > 0 && span.end + 1 - days.at(-1)! > options.dormantDays).length,
      rolling:
        month - monthOfDay(firstDay) < 23
          ? null
          : { base: base.length, retained: base.filter((own) => trailing(11, 0).includes(own)).length },
      returningOfYear: returningGroups(yearStart, span),
      secondPurchase: {
        customers: cohort.length,
        windows: Object.fromEntries(
          SECOND_PURCHASE_WINDOWS.map((window) => {
            const mature = cohort.filter(([first = 0]) => lastDay - first >= window);
            const again = (days: readonly number[]): boolean => days.length > 1 && days[1]! - days[0]! <= window;
            return [
              window,
              {
                mature: mature.length,
                matureConverted: mature.filter(again).length,
                converted: cohort.filter(again).length,
              },
            ];
          }),
        ),
      },
    });
  }

  const years = [];
  const firstYear = fiscalYearOf(monthOfDay(firstDay), options.firstMonth);
  for (let year = firstYear; year <= fiscalYearOf(monthOfDay(lastDay), options.firstMonth); year++) {
    const start = firstMonthOf(year, options.firstMonth);
    const span = { start: firstDayOf(start), end: lastDayOf(start + 11) };
    const before = { start: firstDayOf(start - 12), end: span.start - 1 };
    const counts = customers.map((own) => within(valid(own), span).length);
    const previous = year === firstYear ? [] : customers.filter((own) => within(valid(own), before).length > 0);
    years.push({
      year,
      ...period(span),
      buyersByOrders: [1, 2, 3, 4, 5].map(
        (times) => counts.filter((count) => (times === 5 ? count >= 5 : count === times)).length,
      ),
      previousBuyers: previous.length,
      retained: previous.filter((own) => within(valid(own), span).length > 0).length,
    });
  }
  return { months, years };
}
