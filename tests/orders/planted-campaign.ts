import { Random } from '#core/random.ts';
import { dayOf } from '#core/period.ts';
import type { Day } from '#core/period.ts';
import type { CampaignWindow } from '#core/kpis/campaign-facts.ts';
import type { OrderColumns } from '#core/orders/columns.ts';

/** Daily sales whose campaigns' effects are known, because the same days are also drawn without them. */
export interface Planted {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly net: Float64Array;
  /** Campaigns that are told, the one under test first. */
  readonly told: readonly CampaignWindow[];
  /** What the first one added: in its window, less what it took from the days before and after. */
  readonly truth: { readonly uplift: number; readonly wait: number; readonly dip: number; readonly effect: number };
}

export interface PlantedOptions {
  readonly years: number;
  /** Of the AR(1) noise of log sales: carried over from day to day, and its deviation. */
  readonly carry: number;
  readonly deviation: number;
  /** Times an ordinary day's sales. */
  readonly lift: number;
  /** Days of the window. */
  readonly length: number;
  /** Share lacking in the 7 days before (rising) and in the 10 days after (falling). */
  readonly wait: number;
  readonly dip: number;
  /** A campaign in the last year that nobody tells. */
  readonly unknown: boolean;
}

export const PLANTED: PlantedOptions = {
  years: 3,
  carry: 0.5,
  deviation: 0.1,
  lift: 1.7,
  length: 10,
  wait: 0.15,
  dip: 0.2,
  unknown: true,
};

const WAIT_DAYS = 7;
const DIP_DAYS = 10;
const WEEKDAYS = [0.92, 0.9, 0.93, 0.97, 1.04, 1.16, 1.08];
/** Windows of every year as month, day and length; the third is the one under test. */
const WINDOWS = [
  [3, 4, 6],
  [6, 6, 14],
  [9, 9, 10],
  [11, 3, 9],
] as const;

const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());

/** A shop's years: trend with a bend, weekdays, annual season, autocorrelated noise, four campaigns a year, one unknown. */
export function plantedSales(seed: number, options: PlantedOptions = PLANTED): Planted {
  const random = new Random(seed);
  const firstYear = 2021;
  const lastYear = firstYear + options.years - 1;
  const [firstDay, lastDay] = [dayOf(firstYear, 1, 1), dayOf(lastYear, 12, 31)];
  const growth = 0.05 + 0.25 * random.uniform();
  const bend = -0.2 + 0.3 * random.uniform();
  const phase = 2 * Math.PI * random.uniform();
  const swing = 0.1 + 0.15 * random.uniform();
  const half = 0.1 * random.uniform();

  const windows = Array.from({ length: options.years }, (_, index) => firstYear + index).flatMap((year) =>
    WINDOWS.map(([month, day, length], which) => {
      const start = dayOf(year, month, day) + random.below(9) - 4;
      const isOwn = year === lastYear && which === 2;
      const strength = isOwn ? options.lift : 1.3 + 0.8 * random.uniform();
      return { start, end: start + (isOwn ? options.length : length) - 1, strength, isTold: true, isOwn };
    }),
  );
  if (options.unknown) {
    const start = dayOf(lastYear, 4, 10) + random.below(30);
    windows.push({ start, end: start + 6, strength: 1.6, isTold: false, isOwn: false });
  }

  const net = new Float64Array(lastDay - firstDay + 1);
  const truth = { uplift: 0, wait: 0, dip: 0, effect: 0 };
  let noise = (options.deviation / Math.sqrt(1 - options.carry ** 2)) * normal(random);
  for (let index = 0; index < net.length; index++) {
    const day = firstDay + index;
    const years = index / 365.25;
    const trend = growth * years + bend * Math.max(0, years - options.years / 2);
    const turn = 2 * Math.PI * years;
    const season = swing * Math.sin(turn + phase) + half * Math.cos(2 * turn + phase);
    noise = options.carry * noise + options.deviation * normal(random);
    const ordinary = 2_000_000 * WEEKDAYS[day % 7]! * Math.exp(trend + season + noise);
    let [all, own] = [1, 1];
    for (const window of windows) {
      const factor = factorOf(window, day, options);
      all *= factor;
      if (window.isOwn) own = factor;
    }
    net[index] = Math.round(ordinary * all);
    const change = ordinary * (all - all / own);
    const target = windows.find(({ isOwn }) => isOwn)!;
    truth.effect += change;
    if (day < target.start) truth.wait -= change;
    else if (day <= target.end) truth.uplift += change;
    else truth.dip -= change;
  }
  const told = windows
    .filter(({ isTold }) => isTold)
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn))
    .map(({ start, end }, index) => ({ id: `c${index}`, start, end, tag: '', cost: null, margin: null }));
  return { firstDay, lastDay, net, told, truth };
}

function factorOf(window: { start: Day; end: Day; strength: number }, day: Day, { wait, dip }: PlantedOptions): number {
  if (day >= window.start && day <= window.end) return window.strength;
  const before = window.start - day;
  if (before > 0 && before <= WAIT_DAYS) return 1 - wait * (1 - (before - 1) / WAIT_DAYS);
  const after = day - window.end;
  if (after > 0 && after <= DIP_DAYS) return 1 - dip * (1 - (after - 1) / DIP_DAYS);
  return 1;
}

/** Orders a day, so that no day is a small group. */
const PEOPLE = 6;

/** The same sales as order lines of guests. */
export function plantedColumns({ firstDay, lastDay, net }: Planted): OrderColumns {
  const rowCount = net.length * PEOPLE;
  const share = (value: number): number => Math.floor(value / PEOPLE);
  const none = new Uint32Array(rowCount);
  return {
    rowCount,
    order: Uint32Array.from({ length: rowCount }, (_, row) => row),
    customer: none,
    day: Int32Array.from({ length: rowCount }, (_, row) => firstDay + Math.floor(row / PEOPLE)),
    paid: Float64Array.from({ length: rowCount }, (_, row) => {
      const value = net[Math.floor(row / PEOPLE)] ?? 0;
      return row % PEOPLE === 0 ? value - (PEOPLE - 1) * share(value) : share(value);
    }),
    refund: new Float64Array(rowCount),
    refundDay: new Int32Array(0),
    quantity: new Float64Array(rowCount).fill(1),
    product: none,
    category: none,
    channel: none,
    campaign: none,
    member: new Uint8Array(0),
    orderCount: rowCount,
    customerCount: 0,
    productIds: [''],
    products: [''],
    categories: [''],
    channels: [''],
    campaigns: [''],
    firstDay,
    lastDay,
  };
}
