import type { Day } from '../period.ts';
import { dayOf } from '../period.ts';

/**
 * Month and day of lunar New Year from 2010 on. Source: Hong Kong Observatory, Gregorian–Lunar Calendar Conversion Table. A table, as
 * engines differ: the new moons of 2027 and 2030 fall minutes from midnight in Beijing, and ICU 78 takes the day after and before.
 */
const FIRST_YEAR = 2010;
const DATES: readonly (readonly [month: number, day: number])[] = [
  [2, 14],
  [2, 3],
  [1, 23],
  [2, 10],
  [1, 31],
  [2, 19],
  [2, 8],
  [1, 28],
  [2, 16],
  [2, 5],
  [1, 25],
  [2, 12],
  [2, 1],
  [1, 22],
  [2, 10],
  [1, 29],
  [2, 17],
  [2, 6],
  [1, 26],
  [2, 13],
  [2, 3],
  [1, 23],
  [2, 11],
  [1, 31],
  [2, 19],
  [2, 8],
];

/** The first day of the lunar year that begins in a calendar year; `null` before 2010 and after 2035. */
export function lunarNewYear(year: number): Day | null {
  const date = DATES[year - FIRST_YEAR];
  return date ? dayOf(year, date[0], date[1]) : null;
}
