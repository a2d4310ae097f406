import type { OrderColumns } from '../orders/columns.ts';
import { Dominant } from './dominant.ts';
import type { Ledger } from './ledger.ts';
import type { Lines } from './lines.ts';
import type { PurchaseDays } from './purchase-days.ts';

/** By customer: the channel and the category that most was paid for on the first purchase day; 0 for who never bought. */
export interface FirstPurchase {
  readonly channel: Uint32Array;
  readonly category: Uint32Array;
}

/** One pass over the lines; each customer's later ones are passed over. */
export function firstPurchases(
  columns: OrderColumns,
  ledger: Ledger,
  lines: Lines,
  { starts, day }: PurchaseDays,
): FirstPurchase {
  const first = {
    channel: new Uint32Array(columns.customerCount + 1),
    category: new Uint32Array(columns.customerCount + 1),
  };
  const channel = new Dominant(columns.channels);
  const category = new Dominant(columns.categories);
  let current = 0;
  let isPast = false;
  const close = (): void => {
    first.channel[current] = channel.take();
    first.category[current] = category.take();
  };
  for (let line = 0; line < lines.count; line++) {
    const customer = lines.person[line]!;
    if (customer === 0 || customer > columns.customerCount) continue;
    if (customer !== current) {
      close();
      current = customer;
      isPast = false;
    }
    if (isPast) continue;
    const row = lines.row[line]!;
    isPast = ledger.day[ledger.placeOf[columns.order[row]!]!]! > day[starts[customer]!]!;
    if (isPast) continue;
    channel.add(columns.channel[row]!, columns.paid[row]!);
    category.add(columns.category[row]!, columns.paid[row]!);
  }
  close();
  return first;
}
