import type { FiscalYear } from '../period.ts';
import { dayOf } from '../period.ts';

/** Years of orders in the sample, the last one under review. */
export const SAMPLE_YEARS = 3;

/** The year the sample reviews: the last calendar year that was complete on a day written as ISO text. */
export const sampleYear = (today: string): FiscalYear => Number(today.slice(0, 4)) - 1;

export const sampleSpan = (year: FiscalYear) => ({
  firstDay: dayOf(year - SAMPLE_YEARS + 1, 1, 1),
  lastDay: dayOf(year, 12, 31),
});
