import { dayOf } from '#core/period.ts';
import type { Line } from './columns-of.ts';

let made = 0;

/** One order of one line on a date written as ISO text, paying 100.00 unless said otherwise. */
export function lineOf(customer: string, date: string, more: Partial<Line> = {}): Line {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  made += 1;
  return {
    order: `O${made}`,
    customer,
    day: dayOf(year, month, day),
    paid: 10_000,
    refund: 0,
    quantity: 1,
    product: 'P1',
    category: 'nuts',
    channel: 'web',
    campaign: '',
    ...more,
  };
}

/** The same order for each of `count` customers. */
export const linesOf = (count: number, name: string, date: string, more: Partial<Line> = {}): Line[] =>
  Array.from({ length: count }, (_, index) => lineOf(`${name}${index}`, date, more));
