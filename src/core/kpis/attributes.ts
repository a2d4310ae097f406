import type { OrderColumns } from '../orders/columns.ts';
import type { AttributeFacts, AttributeId, AttributeValue, AttributeYear } from './attribute-facts.ts';
import { TENURES } from './attribute-facts.ts';
import { rankedSlots } from './attribute-slots.ts';
import { CLASS } from './customers.ts';
import type { FirstPurchase } from './first-purchase.ts';
import type { Grid } from './grid.ts';
import type { Ledger } from './ledger.ts';
import type { PurchaseDays } from './purchase-days.ts';

const SECOND_PURCHASE_DAYS = 90;

/** Columns of a slot's year: single counts, then buyers and net by class 1–3 (`customers.ts`), then the cohort's. */
const AT = {
  buyers: 0,
  orders: 1,
  repeat: 2,
  previous: 3,
  retained: 4,
  classBuyers: 4,
  classNet: 7,
  mature: 11,
  converted: 12,
};
const WIDTH = 13;

type Slots = readonly Pick<AttributeValue, 'kind' | 'name'>[];

/** Counts of one attribute, `[(slot × years + year) × WIDTH + column]`, as facts. */
function yearsOf(cells: Float64Array, slot: number, years: number): readonly AttributeYear[] {
  return Array.from({ length: years }, (_, year) => {
    const of = (column: number): number => cells[(slot * years + year) * WIDTH + column]!;
    const returning = (from: number) => {
      const classes = [CLASS.longAgo, CLASS.twoYears, CLASS.oneYear].filter((group) => group >= from);
      const sum = (column: number): number => classes.reduce((total, group) => total + of(column + group), 0);
      return { buyers: sum(AT.classBuyers), sales: sum(AT.classNet) };
    };
    return {
      buyers: of(AT.buyers),
      memberOrders: of(AT.orders),
      repeatBuyers: of(AT.repeat),
      previousBuyers: of(AT.previous),
      retained: of(AT.retained),
      returning: { all: returning(CLASS.longAgo), 365: returning(CLASS.oneYear), 730: returning(CLASS.twoYears) },
      mature: of(AT.mature),
      matureConverted: of(AT.converted),
    };
  });
}

/** Facts of every attribute by fiscal year: one pass over each customer's orders in day order. `isMature` is by month of `months`. */
export function attributeFacts(
  from: {
    readonly columns: OrderColumns;
    readonly ledger: Ledger;
    readonly days: PurchaseDays;
    readonly first: FirstPurchase;
    /** By place: the customer's class in the order's year (`CustomerTallies.classOf`). */
    readonly classOf: Uint8Array;
    readonly isMature: readonly boolean[];
  },
  months: Grid,
  years: Grid,
): readonly AttributeFacts[] {
  const { columns, ledger, days, first } = from;
  const channel = rankedSlots(first.channel.subarray(1), columns.channels);
  const category = rankedSlots(first.category.subarray(1), columns.categories);
  const tenure: Slots = TENURES.map((name) => ({ kind: 'named', name }));
  const cellsOf = (slots: Slots): Float64Array => new Float64Array(slots.length * years.count * WIDTH);
  const [channels, categories, tenures] = [cellsOf(channel.slots), cellsOf(category.slots), cellsOf(tenure)] as const;
  /** What one customer did, `[year × WIDTH + column]`, before it is added to each attribute's value. */
  const own = new Float64Array(years.count * WIDTH);

  for (let customer = 1; customer <= ledger.customerCount; customer++) {
    if (days.starts[customer] === days.starts[customer + 1]) continue;
    const firstYear = years.ofDay[days.day[days.starts[customer]!]! - years.base]!;
    countCohort(customer, firstYear);
    countYears(customer, firstYear);
    const channelSlot = channel.slotOf[first.channel[customer]!]! * years.count;
    const categorySlot = category.slotOf[first.category[customer]!]! * years.count;
    for (let year = firstYear; year < years.count; year++) {
      const tenureSlot = Math.min(2, year - firstYear) * years.count;
      for (let column = 0; column < WIDTH; column++) {
        const value = own[year * WIDTH + column]!;
        if (value === 0) continue;
        channels[(channelSlot + year) * WIDTH + column]! += value;
        categories[(categorySlot + year) * WIDTH + column]! += value;
        tenures[(tenureSlot + year) * WIDTH + column]! += value;
        own[year * WIDTH + column] = 0;
      }
    }
  }
  const facts = (id: AttributeId, slots: Slots, cells: Float64Array): AttributeFacts => ({
    id,
    values: slots.map((slot, index): AttributeValue => ({ ...slot, years: yearsOf(cells, index, years.count) })),
  });
  return [
    facts('firstChannel', channel.slots, channels),
    facts('firstCategory', category.slots, categories),
    facts('tenure', tenure, tenures),
  ];

  function countCohort(customer: number, firstYear: number): void {
    const start = days.starts[customer]!;
    const firstDay = days.day[start]!;
    if (!from.isMature[months.ofDay[firstDay - months.base]!]) return;
    own[firstYear * WIDTH + AT.mature] = 1;
    const isAgain = start + 1 < days.starts[customer + 1]! && days.day[start + 1]! - firstDay <= SECOND_PURCHASE_DAYS;
    own[firstYear * WIDTH + AT.converted] = isAgain ? 1 : 0;
  }

  function countYears(customer: number, firstYear: number): void {
    const end = ledger.starts[customer + 1]!;
    let lastYear = -2;
    for (let place = ledger.starts[customer]!; place < end;) {
      const year = years.ofDay[ledger.day[place]! - years.base]!;
      const group = from.classOf[place]!;
      let count = 0;
      let net = 0;
      for (; place < end && years.ofDay[ledger.day[place]! - years.base] === year; place++) {
        net += ledger.paid[place]! - ledger.refund[place]!;
        if (ledger.paid[place]! > 0) count++;
      }
      if (year < firstYear) continue;
      const cell = year * WIDTH;
      if (group > 0) own[cell + AT.classNet + group] = net;
      if (count === 0) continue;
      if (group > 0) own[cell + AT.classBuyers + group] = 1;
      own[cell + AT.buyers] = 1;
      own[cell + AT.orders] = count;
      own[cell + AT.repeat] = count > 1 ? 1 : 0;
      own[cell + AT.retained] = lastYear === year - 1 ? 1 : 0;
      if (year + 1 < years.count) own[cell + WIDTH + AT.previous] = 1;
      lastYear = year;
    }
  }
}
