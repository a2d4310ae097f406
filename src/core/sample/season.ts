import type { Day } from '../period.ts';
import { dateOf, dayOf } from '../period.ts';

export type CampaignId = 'newYear' | 'spring' | 'midYear' | 'school' | 'doubleEleven' | 'doubleTwelve';

interface Window {
  readonly id: CampaignId;
  readonly from: readonly [month: number, day: number];
  readonly to: readonly [month: number, day: number];
  /** How many times an ordinary day's orders come in. */
  readonly lift: number;
  /** Days on which it peaks, on top. */
  readonly peaks: readonly (readonly [month: number, day: number])[];
}

const WINDOWS: readonly Window[] = [
  { id: 'newYear', from: [1, 4], to: [1, 24], lift: 1.55, peaks: [[1, 4]] },
  { id: 'spring', from: [3, 20], to: [4, 4], lift: 1.25, peaks: [] },
  {
    id: 'midYear',
    from: [5, 31],
    to: [6, 20],
    lift: 1.5,
    peaks: [
      [6, 1],
      [6, 18],
    ],
  },
  { id: 'school', from: [8, 26], to: [9, 9], lift: 1.25, peaks: [[9, 9]] },
  {
    id: 'doubleEleven',
    from: [10, 28],
    to: [11, 11],
    lift: 1.9,
    peaks: [
      [11, 1],
      [11, 11],
    ],
  },
  { id: 'doubleTwelve', from: [12, 8], to: [12, 12], lift: 1.5, peaks: [[12, 12]] },
];

/** Ordinary demand by calendar month: snacks are for winter and holidays. */
const MONTHS = [1.12, 0.92, 0.9, 0.9, 0.93, 0.95, 0.86, 0.9, 1, 0.94, 1.1, 1.1] as const;
/** Sunday first, as day 3 was a Sunday. */
const WEEKDAYS = [1.1, 0.96, 0.95, 0.95, 0.98, 1.05, 1.12] as const;
const PEAK = 1.7;
/** Days after a campaign on which people have stocked up, and how much less they buy. */
const STOCKED = { days: 7, demand: 0.84 };

const at = (year: number, [month, day]: readonly [number, number]): Day => dayOf(year, month, day);

/** The campaign that runs on a day. */
export function campaignOn(day: Day): CampaignId | null {
  const { year } = dateOf(day);
  return WINDOWS.find((window) => day >= at(year, window.from) && day <= at(year, window.to))?.id ?? null;
}

/** Demand of a day against an average one, before any trend: about 0.7 to 5. */
export function demandOn(day: Day): number {
  const { year, month } = dateOf(day);
  let demand = MONTHS[month - 1]! * WEEKDAYS[(day + 4) % 7]!;
  for (const window of WINDOWS) {
    const [from, to] = [at(year, window.from), at(year, window.to)];
    if (day >= from && day <= to) demand *= window.lift;
    if (day > to && day <= to + STOCKED.days) demand *= STOCKED.demand;
    if (window.peaks.some((peak) => at(year, peak) === day)) demand *= PEAK;
  }
  return demand;
}

/** A campaign of the sample in one calendar year: its days, and how many times an ordinary day's demand it was given. */
export interface SampleWindow {
  readonly id: CampaignId;
  readonly start: Day;
  readonly end: Day;
  readonly lift: number;
}

/** The sample's campaigns of a calendar year, the first first. */
export const windowsIn = (year: number): readonly SampleWindow[] =>
  WINDOWS.map(({ id, from, to, lift }) => ({ id, start: at(year, from), end: at(year, to), lift }));
