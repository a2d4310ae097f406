import type { ColumnMapping } from '../orders/import.ts';
import type { Day, FiscalYear } from '../period.ts';
import { dateOf } from '../period.ts';
import { CAMPAIGN_NAMES, CATEGORIES, CATEGORY_IDS, CHANNEL_IDS, CHANNELS, PRODUCTS } from './catalogue.ts';
import type { ChannelId, Product } from './catalogue.ts';
import { Random } from '../random.ts';
import { SAMPLE_YEARS, sampleSpan } from './sample-year.ts';
import { campaignOn } from './season.ts';
import type { CampaignId } from './season.ts';
import { purchases } from './shoppers.ts';
import type { Shopper } from './shoppers.ts';
import type { SampleLocale } from './words.ts';

const SEED = 20111111;
const CHUNK_CHARACTERS = 1 << 18;

/** The header of Annum's own order format: what the sample's file begins with. */
const HEADER = '订单编号,子单序号,会员ID,下单时间,实付金额,数量,退款金额,商品编码,商品名称,类目,渠道,活动';

/** How the sample's file is to be read; it needs no guessing. */
export const SAMPLE_MAPPING: ColumnMapping = {
  platform: 'annum',
  encoding: 'utf-8',
  separator: ',',
  headerRow: 0,
  columns: {
    order: 0,
    line: 1,
    customer: 2,
    time: 3,
    paid: 4,
    quantity: 5,
    refund: 6,
    productId: 7,
    product: 8,
    category: 9,
    channel: 10,
    campaign: 11,
  },
  dateOrder: 'ymd',
  decimal: '.',
};

/**
 * About 60,000 orders of a fictional snack brand over the three calendar years that end with `year`, as CSV in UTF-8. Made
 * from a fixed seed: every call gives the same orders, in every language; only names differ.
 */
export function* sampleOrdersCsv(locale: SampleLocale, year: FiscalYear): Iterable<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let text = `${HEADER}\n`;
  for (const order of sampleOrders(year)) {
    text += orderText(order, locale);
    if (text.length < CHUNK_CHARACTERS) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}

interface SampleOrder {
  readonly id: string;
  readonly time: string;
  /** 0 is a guest. */
  readonly customer: number;
  readonly channel: ChannelId;
  readonly campaign: CampaignId | null;
  readonly lines: readonly {
    readonly product: Product;
    readonly quantity: number;
    readonly paid: number;
    readonly refund: number;
  }[];
}

function* sampleOrders(year: FiscalYear): Iterable<SampleOrder> {
  const { firstDay, lastDay } = sampleSpan(year);
  const random = new Random(SEED);
  let day = firstDay - 1;
  let count = 0;
  for (const purchase of purchases(random, firstDay, lastDay)) {
    count = purchase.day === day ? count + 1 : 1;
    day = purchase.day;
    const yearIndex = dateOf(day).year - (year - SAMPLE_YEARS + 1);
    yield orderOf(random, day, count, yearIndex, purchase.shopper);
  }
}

function orderOf(random: Random, day: Day, count: number, year: number, shopper: Shopper): SampleOrder {
  const isFirst = shopper.orders === 0;
  const channel = CHANNEL_IDS[random.weighted(CHANNEL_WEIGHTS[isFirst ? 'first' : 'again'][year]!)]!;
  const running = campaignOn(day);
  const campaign = running && channel !== 'store' && random.chance(0.82) ? running : null;
  const isGuest = channel === 'store' && isFirst && random.chance(0.4);
  const lineCount = 1 + random.weighted(LINES_PER_ORDER);
  const chosen = new Map<string, Product>();
  for (let line = 0; line < lineCount; line++) {
    const product = chooseProduct(random, year, running);
    chosen.set(product.code, product);
  }
  return {
    id: `${dateText(day).replaceAll('-', '')}${String(count).padStart(4, '0')}`,
    time: `${dateText(day)} ${timeText(random)}`,
    customer: isGuest ? 0 : shopper.id,
    channel,
    campaign,
    lines: [...chosen.values()].map((product) => lineOf(random, product, shopper, campaign, year)),
  };
}

const LINES_PER_ORDER = [46, 34, 15, 5];
const WANTED = [62, 26, 9, 3];
const YEARS = [0, 1, 2];
const CHANNEL_WEIGHTS = {
  first: YEARS.map((year) => CHANNEL_IDS.map((id) => CHANNELS[id].first[year]!)),
  again: YEARS.map((year) => CHANNEL_IDS.map((id) => CHANNELS[id].again[year]!)),
};

/** How much more gift boxes are wanted while a festival runs. */
const GIFTS_WANTED: Readonly<Partial<Record<CampaignId, number>>> = { newYear: 4, doubleEleven: 1.6 };

/** What is on sale in each year, the first products of a category the best sold. */
const OFFERS = YEARS.map((year) =>
  CATEGORY_IDS.map((category) => {
    const products = PRODUCTS.filter((product) => product.category === category && product.since <= year);
    return {
      products,
      weights: products.map((product, index) => (product.since === year && year > 0 ? 0.5 : 1 / (index + 2))),
    };
  }),
);

function chooseProduct(random: Random, year: number, running: CampaignId | null): Product {
  const gifts = (running && GIFTS_WANTED[running]) ?? 1;
  const weights = CATEGORY_IDS.map((id) => CATEGORIES[id].shares[year]! * (id === 'gifts' ? gifts : 1));
  const { products, weights: sold } = OFFERS[year]![random.weighted(weights)]!;
  return products[random.weighted(sold)]!;
}

/** Price moves by year against the first one, in hundredths. */
const PRICES = [100, 102, 104];

function lineOf(random: Random, product: Product, shopper: Shopper, campaign: CampaignId | null, year: number) {
  const wanted = 1 + random.weighted(WANTED);
  const quantity = product.category === 'gifts' ? 1 : Math.max(1, random.round(wanted * shopper.spend));
  const discount = campaign ? 78 + random.below(10) : 92 + random.below(9);
  const paid = Math.round((product.price * quantity * discount * PRICES[year]!) / 10_000);
  const refund = random.chance(0.022) ? (random.chance(0.7) ? paid : Math.round(paid / 2)) : 0;
  return { product, quantity, paid, refund };
}

const two = (value: number): string => String(value).padStart(2, '0');

function dateText(day: Day): string {
  const date = dateOf(day);
  return `${date.year}-${two(date.month)}-${two(date.day)}`;
}

const timeText = (random: Random): string =>
  `${two(8 + random.below(16))}:${two(random.below(60))}:${two(random.below(60))}`;

const amountText = (minor: number): string => `${Math.floor(minor / 100)}.${two(minor % 100)}`;

function orderText(order: SampleOrder, locale: SampleLocale): string {
  const customer = order.customer === 0 ? '' : `M${String(order.customer).padStart(6, '0')}`;
  const campaign = order.campaign ? CAMPAIGN_NAMES[order.campaign][locale] : '';
  const channel = CHANNELS[order.channel].name[locale];
  return order.lines
    .map(({ product, quantity, paid, refund }, index) =>
      [
        order.id,
        index + 1,
        customer,
        order.time,
        amountText(paid),
        quantity,
        amountText(refund),
        product.code,
        product.name[locale],
        CATEGORIES[product.category].name[locale],
        channel,
        campaign,
      ].join(','),
    )
    .map((line) => `${line}\n`)
    .join('');
}
