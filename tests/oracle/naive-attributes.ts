import type { AttributeId } from '#core/kpis/attribute-facts.ts';
import type { KpiOptions } from '#core/kpis/facts.ts';
import { LOOK_BACKS } from '#core/kpis/facts.ts';
import { firstDayOf, firstMonthOf, fiscalYearOf, lastDayOf, monthOfDay } from '#core/period.ts';
import type { Line } from './columns-of.ts';
import { distinctDays, net, ordersOf, sum, valid, within } from './naive-kpis.ts';

/** The name that most was paid for on some lines; the first by name where two are equal. */
function dominant(lines: readonly Line[], of: 'channel' | 'category'): string {
  const names = [...new Set(lines.map((line) => line[of]))].sort();
  const paid = (name: string): number => sum(lines.filter((line) => line[of] === name).map((line) => line.paid));
  return names.reduce((best, name) => (paid(name) > paid(best) ? name : best), names[0] ?? '');
}

function yearsOf(lines: readonly Line[], { firstMonth }: KpiOptions) {
  const days = lines.map(({ day }) => day);
  const [first, last] = [Math.min(...days), Math.max(...days)].map((day) => fiscalYearOf(monthOfDay(day), firstMonth));
  return Array.from({ length: last! - first! + 1 }, (_, index) => {
    const start = firstMonthOf(first! + index, firstMonth);
    return { year: first! + index, start: firstDayOf(start), end: lastDayOf(start + 11) };
  });
}

const idsOf = (lines: readonly Line[]): string[] => [...new Set(lines.map(({ order }) => order))];

/** Attributes of every customer and what each value's customers did in each year, customer by customer. */
export function naiveAttributes(lines: readonly Line[], options: KpiOptions) {
  const orders = ordersOf(lines, options);
  const lastDay = Math.max(...lines.map(({ day }) => day));
  const years = yearsOf(lines, options);
  const names = [...new Set(orders.map(({ customer }) => customer))].filter((name) => name !== '');
  const customers = names.flatMap((name) => {
    const own = orders.filter(({ customer }) => customer === name);
    const days = distinctDays(own);
    if (days.length === 0) return [];
    const firstLines = idsOf(lines).flatMap((id) => {
      const order = lines.filter((line) => line.order === id);
      const day = Math.min(...order.map((line) => line.day));
      const isFirst = order[0]!.customer === name && day === days[0] && sum(order.map(({ paid }) => paid)) > 0;
      return isFirst ? order : [];
    });
    return [{ own, days, firstLines }];
  });
  type Customer = (typeof customers)[number];
  const month = (day: number): number => monthOfDay(day);
  const isMature = (first: number): boolean =>
    customers.every(({ days }) => month(days[0]!) !== month(first) || lastDay - days[0]! >= 90);

  const facts = (of: readonly Customer[], { start, end }: { start: number; end: number }, index: number) => {
    const bought = (customer: Customer, from: number, to: number): number =>
      within(valid(customer.own), { start: from, end: to }).length;
    const before = years[index - 1];
    const previous = before ? of.filter((customer) => bought(customer, before.start, before.end) > 0) : [];
    const cohort = of.filter(({ days }) => days[0]! >= start && days[0]! <= end && isMature(days[0]!));
    return {
      buyers: of.filter((customer) => bought(customer, start, end) > 0).length,
      memberOrders: sum(of.map((customer) => bought(customer, start, end))),
      repeatBuyers: of.filter((customer) => bought(customer, start, end) > 1).length,
      previousBuyers: previous.length,
      retained: previous.filter((customer) => bought(customer, start, end) > 0).length,
      mature: cohort.length,
      matureConverted: cohort.filter(({ days }) => days.length > 1 && days[1]! - days[0]! <= 90).length,
      returning: Object.fromEntries(
        LOOK_BACKS.map((by) => {
          const back = of.filter((customer) => bought(customer, start - (by === 'all' ? Infinity : by), start - 1) > 0);
          return [
            by,
            {
              buyers: back.filter((customer) => bought(customer, start, end) > 0).length,
              sales: sum(back.map(({ own }) => net(within(own, { start, end })))),
            },
          ];
        }),
      ),
    };
  };
  const byValue = (valueOf: (customer: Customer, year: number) => string, values: readonly string[]) =>
    Object.fromEntries(
      values.map((value) => [
        value,
        years.map((year, index) =>
          facts(
            customers.filter((customer) => valueOf(customer, year.year) === value),
            year,
            index,
          ),
        ),
      ]),
    );
  const firstOf = (of: 'channel' | 'category') => {
    const valueOf = ({ firstLines }: Customer): string => dominant(firstLines, of);
    return byValue(valueOf, [...new Set(customers.map(valueOf))]);
  };
  const tenure = ({ days }: Customer, year: number): string => {
    const age = year - fiscalYearOf(month(days[0]!), options.firstMonth);
    return age < 0 ? '' : age === 0 ? 'new' : age === 1 ? 'one' : 'more';
  };
  return {
    firstChannel: firstOf('channel'),
    firstCategory: firstOf('category'),
    tenure: byValue(tenure, ['new', 'one', 'more']),
  } satisfies Record<AttributeId, unknown>;
}

/** Valid orders and net of all orders by dominant channel and year. Refunds dated by their own day have the channel of their line. */
export function naiveOrderChannels(lines: readonly Line[], options: KpiOptions) {
  const lastDay = Math.max(...lines.map(({ day }) => day));
  const isOwn = (line: Line): boolean =>
    options.refundMonth === 'refund' && line.refund > 0 && (line.refundDay ?? -1) >= 0;
  const orders = idsOf(lines).map((id) => {
    const own = lines.filter(({ order }) => order === id);
    return {
      channel: dominant(own, 'channel'),
      day: Math.min(...own.map(({ day }) => day)),
      paid: sum(own.map(({ paid }) => paid)),
      refund: sum(own.map((line) => (isOwn(line) ? 0 : line.refund))),
    };
  });
  const refunds = lines
    .filter((line) => isOwn(line) && line.refundDay! <= lastDay)
    .map(({ channel, refund, refundDay }) => ({ channel, day: refundDay!, paid: 0, refund }));
  const all = [...orders, ...refunds];
  return Object.fromEntries(
    [...new Set(all.map(({ channel }) => channel))].map((channel) => [
      channel,
      yearsOf(lines, options).map(({ start, end }) => {
        const here = all.filter((order) => order.channel === channel && order.day >= start && order.day <= end);
        return {
          orders: here.filter(({ paid }) => paid > 0).length,
          sales: sum(here.map(({ paid, refund }) => paid - refund)),
        };
      }),
    ]),
  );
}
