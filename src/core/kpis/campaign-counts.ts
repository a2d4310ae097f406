import type { OrderColumns } from '../orders/columns.ts';
import type { FirstMonth } from '../period.ts';
import { firstDayOf, firstMonthOf, fiscalYearOf, lastDayOf, monthOfDay } from '../period.ts';
import type { CampaignFacts, CampaignWindow, SecondPurchaseShare } from './campaign-facts.ts';
import { isWithin } from './campaign-days.ts';
import type { Ledger } from './ledger.ts';
import { SMALLEST_GROUP } from './period-kpi.ts';
import type { PurchaseDays } from './purchase-days.ts';
import { ratio } from '../ratio.ts';

const SECOND_PURCHASE_DAYS = 90;

type Counts = Omit<CampaignFacts, 'id' | 'start' | 'end' | 'effect' | 'daily'>;

interface Orders {
  readonly columns: OrderColumns;
  readonly ledger: Ledger;
  readonly days: PurchaseDays;
}

/** What was counted, not estimated, of each campaign (`kpis.md` §10). One pass over the lines and one over the customers for each. */
export function campaignCounts(
  orders: Orders,
  campaign: CampaignWindow,
  all: readonly CampaignWindow[],
  firstMonth: FirstMonth,
): Counts {
  const { columns, ledger, days } = orders;
  const tagged = campaign.tag === '' ? null : netByPlace(columns, ledger, campaign.tag);
  const holds = (place: number): boolean => tagged === null || tagged.held[place] === 1;
  const netOf = (place: number): number =>
    tagged === null ? ledger.paid[place]! - ledger.refund[place]! : tagged.net[place]!;

  const year = fiscalYearOf(monthOfDay(campaign.start), firstMonth);
  const [yearStart, yearEnd] = [
    firstDayOf(firstMonthOf(year, firstMonth)),
    lastDayOf(firstMonthOf(year, firstMonth) + 11),
  ];
  let [sales, salesOfYear, shopSales, yearSales, orderCount, people, shopPeople, buyers] = [0, 0, 0, 0, 0, 0, 0, 0];
  let lastBuyer = 0;
  let lastShopBuyer = 0;
  for (let place = 0; place < ledger.orderCount; place++) {
    const day = ledger.day[place]!;
    const net = ledger.paid[place]! - ledger.refund[place]!;
    if (day >= yearStart && day <= yearEnd) yearSales += net;
    if (!isWithin(campaign, day)) continue;
    const customer = ledger.customer[place]!;
    const valid = ledger.paid[place]! > 0;
    shopSales += net;
    if (valid && (customer === 0 || customer !== lastShopBuyer)) shopPeople++;
    if (valid) lastShopBuyer = customer;
    if (!holds(place)) continue;
    sales += netOf(place);
    if (day <= yearEnd) salesOfYear += netOf(place);
    if (!valid) continue;
    orderCount++;
    if (customer === 0) people++;
    else if (customer !== lastBuyer) {
      people++;
      buyers++;
    }
    lastBuyer = customer;
  }
  const isTold = people === 0 || people >= SMALLEST_GROUP;
  const won = firstPurchases(days, columns.lastDay, (customer, first) => {
    if (!isWithin(campaign, first)) return false;
    return tagged === null || buysTagged(ledger, customer, first, holds);
  });
  const others = firstPurchases(
    days,
    columns.lastDay,
    (_, first) => first >= yearStart && first <= yearEnd && !all.some((window) => isWithin(window, first)),
  );
  return {
    sales: isTold ? sales : null,
    shopSales: shopPeople === 0 || shopPeople >= SMALLEST_GROUP ? shopSales : null,
    orders: isTold ? orderCount : null,
    buyers: unlessSmall(buyers),
    shareOfYear: isTold ? { year, sales: salesOfYear, yearSales, toDate: columns.lastDay < yearEnd } : null,
    newCustomers: unlessSmall(won.mature + won.immature),
    secondPurchase: told(won),
    otherSecondPurchase: told(others),
    roas: isTold && campaign.cost !== null ? ratio(sales, campaign.cost) : null,
  };
}

const unlessSmall = (count: number): number | null => (count > 0 && count < SMALLEST_GROUP ? null : count);

/** A rate of fewer than five customers is not told, nor how few there are. */
const told = (share: SecondPurchaseShare): SecondPurchaseShare | null =>
  unlessSmall(share.mature + share.immature) === null || unlessSmall(share.mature) === null ? null : share;

/** Net of lines that carry the tag, by place in the ledger, and which orders hold one. */
function netByPlace(columns: OrderColumns, ledger: Ledger, tag: string) {
  const code = columns.campaigns.indexOf(tag);
  const net = new Float64Array(ledger.orderCount);
  const held = new Uint8Array(ledger.orderCount);
  if (code < 0) return { net, held };
  for (let row = 0; row < columns.rowCount; row++) {
    if (columns.campaign[row] !== code) continue;
    const place = ledger.placeOf[columns.order[row]!]!;
    net[place]! += columns.paid[row]! - columns.refund[row]!;
    held[place] = 1;
  }
  return { net, held };
}

/** Whether a valid order of the customer's first purchase day carries the tag. */
function buysTagged(ledger: Ledger, customer: number, first: number, holds: (place: number) => boolean): boolean {
  for (let place = ledger.starts[customer]!; place < ledger.starts[customer + 1]!; place++) {
    if (ledger.day[place]! > first) return false;
    if (ledger.day[place] === first && ledger.paid[place]! > 0 && holds(place)) return true;
  }
  return false;
}

function firstPurchases(
  { customerCount, starts, day }: PurchaseDays,
  lastDay: number,
  isOne: (customer: number, first: number) => boolean,
): SecondPurchaseShare {
  let [mature, converted, immature] = [0, 0, 0];
  for (let customer = 1; customer <= customerCount; customer++) {
    const from = starts[customer]!;
    const count = starts[customer + 1]! - from;
    if (count === 0 || !isOne(customer, day[from]!)) continue;
    if (lastDay - day[from]! < SECOND_PURCHASE_DAYS) immature++;
    else {
      mature++;
      if (count > 1 && day[from + 1]! - day[from]! <= SECOND_PURCHASE_DAYS) converted++;
    }
  }
  return { mature, converted, immature };
}
