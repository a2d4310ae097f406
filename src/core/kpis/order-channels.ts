import type { OrderColumns } from '../orders/columns.ts';
import type { OrderChannel } from './attribute-facts.ts';
import { rankedSlots } from './attribute-slots.ts';
import { Dominant } from './dominant.ts';
import type { Grid } from './grid.ts';
import type { Ledger } from './ledger.ts';

/** Valid orders and net of all rows by the order's channel, so that order value splits into mix and rate. */
export function orderChannels(columns: OrderColumns, ledger: Ledger, years: Grid): readonly OrderChannel[] {
  const channelOf = channelsOfOrders(columns);
  const { slotOf, slots } = rankedSlots(channelOf, columns.channels);
  const orders = new Int32Array(slots.length * years.count);
  const sales = new Float64Array(slots.length * years.count);
  for (let order = 0; order < columns.orderCount; order++) {
    const place = ledger.placeOf[order]!;
    const cell = slotOf[channelOf[order]!]! * years.count + years.ofDay[ledger.day[place]! - years.base]!;
    if (ledger.paid[place]! > 0) orders[cell]!++;
    sales[cell]! += ledger.paid[place]! - ledger.refund[place]!;
  }
  return slots.map((slot, index) => ({
    ...slot,
    years: Array.from({ length: years.count }, (_, year) => ({
      orders: orders[index * years.count + year]!,
      sales: sales[index * years.count + year]!,
    })),
  }));
}

const UNSEEN = 0xffffffff;

/** In the order of rows; only orders whose lines differ are looked at a second time. */
function channelsOfOrders({ rowCount, orderCount, order, channel, channels, paid }: OrderColumns): Uint32Array {
  const channelOf = new Uint32Array(orderCount).fill(UNSEEN);
  const mixed = new Map<number, Dominant>();
  for (let row = 0; row < rowCount; row++) {
    const of = order[row]!;
    if (channelOf[of] === UNSEEN) channelOf[of] = channel[row]!;
    else if (channelOf[of] !== channel[row] && !mixed.has(of)) mixed.set(of, new Dominant(channels));
  }
  if (mixed.size === 0) return channelOf;
  for (let row = 0; row < rowCount; row++) mixed.get(order[row]!)?.add(channel[row]!, paid[row]!);
  for (const [of, dominant] of mixed) channelOf[of] = dominant.take();
  return channelOf;
}
