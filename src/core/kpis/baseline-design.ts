import type { Day } from '../period.ts';
import { dateOf } from '../period.ts';
import { lunarNewYear } from './lunar-new-year.ts';

/** What a day's sales depend on, as columns of a log-linear model; index by `day − firstDay`. */
export interface Design {
  /** Trend, weekday and season: always in. */
  readonly always: readonly Float64Array[];
  /** Holidays: in when the ordinary days show an effect. */
  readonly holidays: readonly Float64Array[];
}

const YEAR_DAYS = 365.25;
/** A bend of the trend begins every year, if at least this many days follow it. */
const FEWEST_DAYS_AFTER_BEND = 180;
const MOST_BENDS = 5;

/** Harmonics of the annual season by days of data: less than a year cannot tell a season from a trend. */
const harmonics = (days: number): number => (days >= 700 ? 4 : days >= 500 ? 3 : days >= 365 ? 2 : days >= 270 ? 1 : 0);

/** Days from lunar New Year on which trade differs: stocking up, shops and couriers closing, the holiday itself, the days after. */
const LUNAR: readonly (readonly [from: number, to: number])[] = [
  [-20, -8],
  [-7, -1],
  [0, 6],
  [7, 15],
];

/** The National Day week of mainland China. */
const isNationalWeek = ({ month, day }: { readonly month: number; readonly day: number }): boolean =>
  month === 10 && day <= 7;

export function designOf(firstDay: Day, lastDay: Day): Design {
  const days = lastDay - firstDay + 1;
  const column = (of: (index: number) => number): Float64Array => Float64Array.from({ length: days }, (_, i) => of(i));
  const bends = Array.from({ length: MOST_BENDS }, (_, index) => (index + 1) * 365).filter(
    (bend) => days - bend >= FEWEST_DAYS_AFTER_BEND,
  );
  const turns = Array.from({ length: harmonics(days) }, (_, index) => (2 * Math.PI * (index + 1)) / YEAR_DAYS);
  return {
    always: [
      column(() => 1),
      column((index) => (index - days / 2) / 365),
      ...bends.map((bend) => column((index) => Math.max(0, index - bend) / 365)),
      ...[1, 2, 3, 4, 5, 6].map((weekday) => column((index) => ((firstDay + index) % 7 === weekday ? 1 : 0))),
      ...turns.flatMap((turn) => [
        column((index) => Math.sin(turn * (firstDay + index))),
        column((index) => Math.cos(turn * (firstDay + index))),
      ]),
    ],
    holidays: [
      ...LUNAR.map(([from, to]) =>
        column((index) => {
          const day = firstDay + index;
          const since = [-1, 0, 1].map((shift) => lunarNewYear(dateOf(day).year + shift));
          return since.some((start) => start !== null && day - start >= from && day - start <= to) ? 1 : 0;
        }),
      ),
      column((index) => (isNationalWeek(dateOf(firstDay + index)) ? 1 : 0)),
    ],
  };
}
