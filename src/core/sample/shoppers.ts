import type { Day } from '../period.ts';
import type { Random } from '../random.ts';
import { demandOn } from './season.ts';

/** How a kind of shopper behaves: how often it comes back at all, and after how many days. */
interface Habit {
  readonly share: number;
  readonly comesBack: number;
  readonly gap: readonly [least: number, most: number];
  /** Spending against the average. */
  readonly spend: number;
}

const HABITS: readonly Habit[] = [
  { share: 0.52, comesBack: 0.32, gap: [20, 560], spend: 0.9 },
  { share: 0.32, comesBack: 0.68, gap: [18, 380], spend: 1.05 },
  { share: 0.16, comesBack: 0.9, gap: [12, 230], spend: 1.25 },
];

const HABIT_SHARES = HABITS.map(({ share }) => share);

export interface Shopper {
  /** 1, 2, 3 … by first purchase; the burn-in's shoppers come first. */
  readonly id: number;
  readonly habit: number;
  readonly spend: number;
  /** Purchases before this one. */
  orders: number;
}

export interface Purchase {
  readonly day: Day;
  readonly shopper: Shopper;
}

/** Years before the first day in which customers are won but nothing is told: a brand does not begin with its data. */
const BURN_IN_DAYS = 900;
const FIRST_YEAR_NEW_PER_DAY = 14.9;
const NEW_GROWTH_PER_YEAR = 0.11;
/** In the last year coming back gets harder: the story that the sample's review tells. */
const LAST_YEAR_COMES_BACK = 0.955;
/** A return falls on a day as likely as its demand; at or above this it always does. */
const SURE_DEMAND = 2.6;
const LOOKAHEAD_DAYS = 60;

/** Purchases day by day from `firstDay` to `lastDay`. */
export function* purchases(random: Random, firstDay: Day, lastDay: Day): Iterable<Purchase> {
  const start = firstDay - BURN_IN_DAYS;
  // Returns are proposed up to some weeks past the last day before they are seen to be too late.
  const demand = Float64Array.from({ length: lastDay - start + 1 + LOOKAHEAD_DAYS }, (_, index) =>
    demandOn(start + index),
  );
  const demandAt = (day: Day): number => demand[day - start] ?? 1;
  const due: Shopper[][] = Array.from({ length: lastDay - start + 1 }, () => []);
  let shoppers = 0;
  for (let day = start; day <= lastDay; day++) {
    const today = due[day - start]!;
    for (let count = random.round(newPerDay(day - firstDay) * demandAt(day)); count > 0; count--) {
      const habit = random.weighted(HABIT_SHARES);
      shoppers += 1;
      today.push({ id: shoppers, habit, spend: HABITS[habit]!.spend * (0.6 + 0.8 * random.middling()), orders: 0 });
    }
    for (const shopper of today) {
      if (day >= firstDay) yield { day, shopper };
      shopper.orders += 1;
      const next = nextDay(random, shopper, day, lastDay, demandAt);
      if (next !== null && next <= lastDay) due[next - start]!.push(shopper);
    }
    due[day - start] = [];
  }
}

const newPerDay = (daysIn: number): number => FIRST_YEAR_NEW_PER_DAY * (1 + (NEW_GROWTH_PER_YEAR * daysIn) / 365);

function nextDay(random: Random, shopper: Shopper, day: Day, lastDay: Day, demandAt: (day: Day) => number): Day | null {
  const { comesBack, gap } = HABITS[shopper.habit]!;
  const chance = day > lastDay - 365 ? comesBack * LAST_YEAR_COMES_BACK : comesBack;
  if (!random.chance(chance)) return null;
  let next = day + gap[0] + Math.floor((gap[1] - gap[0]) * random.middling() * random.uniform() * 1.4);
  for (let tries = 0; tries < 12 && !random.chance(demandAt(next) / SURE_DEMAND); tries++) next += 1 + random.below(4);
  return next;
}
