import type { Ledger } from './ledger.ts';

/** Distinct days with a valid order, customer by customer in day order (guests excluded). */
export interface PurchaseDays {
  readonly customerCount: number;
  /** Days of customer c are `starts[c] … starts[c + 1] − 1`. */
  readonly starts: Uint32Array;
  readonly day: Int32Array;
}

export function purchaseDays(ledger: Ledger): PurchaseDays {
  const { customerCount } = ledger;
  const starts = new Uint32Array(customerCount + 2);
  const day = new Int32Array(ledger.orderCount);
  let count = 0;
  for (let customer = 1; customer <= customerCount; customer++) {
    starts[customer] = count;
    for (let place = ledger.starts[customer]!; place < ledger.starts[customer + 1]!; place++) {
      if (!(ledger.paid[place]! > 0)) continue;
      if (count > starts[customer]! && day[count - 1] === ledger.day[place]) continue;
      day[count++] = ledger.day[place]!;
    }
  }
  starts[customerCount + 1] = count;
  return { customerCount, starts, day: day.subarray(0, count) };
}
