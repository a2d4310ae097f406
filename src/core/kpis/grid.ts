import type { Day, FirstMonth, FiscalYear, Month } from '../period.ts';
import { fiscalYearOf, firstDayOf, firstMonthOf, lastDayOf, monthOfDay } from '../period.ts';

/** Periods that do not overlap, in order, laid over the days of the data. */
export interface Grid {
  readonly count: number;
  /** First and last day of each period by the calendar, whether or not the data reach them. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Period of a day, by `day − base`; −1 outside every period. */
  readonly ofDay: Int32Array;
  readonly base: Day;
}

function layGrid(periods: readonly (readonly [Day, Day])[], firstDay: Day, lastDay: Day): Grid {
  const ofDay = new Int32Array(lastDay - firstDay + 1).fill(-1);
  periods.forEach(([start, end], index) => {
    const from = Math.max(start, firstDay) - firstDay;
    const to = Math.min(end, lastDay) - firstDay;
    if (from <= to) ofDay.fill(index, from, to + 1);
  });
  return {
    count: periods.length,
    starts: Int32Array.from(periods, ([start]) => start),
    ends: Int32Array.from(periods, ([, end]) => end),
    ofDay,
    base: firstDay,
  };
}

/** The calendar months from the first day's to the last day's. */
export function monthGrid(firstDay: Day, lastDay: Day): { readonly grid: Grid; readonly months: readonly Month[] } {
  const first = monthOfDay(firstDay);
  const months = Array.from({ length: monthOfDay(lastDay) - first + 1 }, (_, index) => first + index);
  const grid = layGrid(
    months.map((month) => [firstDayOf(month), lastDayOf(month)] as const),
    firstDay,
    lastDay,
  );
  return { grid, months };
}

const yearSpan = (year: FiscalYear, firstMonth: FirstMonth): readonly [Day, Day] => [
  firstDayOf(firstMonthOf(year, firstMonth)),
  lastDayOf(firstMonthOf(year, firstMonth) + 11),
];

/** The fiscal years from the first day's to the last day's. */
export function yearGrid(
  firstDay: Day,
  lastDay: Day,
  firstMonth: FirstMonth,
): { readonly grid: Grid; readonly years: readonly FiscalYear[] } {
  const first = fiscalYearOf(monthOfDay(firstDay), firstMonth);
  const count = fiscalYearOf(monthOfDay(lastDay), firstMonth) - first + 1;
  const years = Array.from({ length: count }, (_, index) => first + index);
  const grid = layGrid(
    years.map((year) => yearSpan(year, firstMonth)),
    firstDay,
    lastDay,
  );
  return { grid, years };
}

/**
 * The year before `year` up to the same date that the data's last day has in `year`, and the whole year before that,
 * from which it retains. 29 February is matched by the 28th.
 */
export function sameDaysGrid(firstDay: Day, lastDay: Day, year: FiscalYear, firstMonth: FirstMonth): Grid {
  const [start] = yearSpan(year - 1, firstMonth);
  const month = monthOfDay(lastDay);
  const sameDate = firstDayOf(month - 12) + (lastDay - firstDayOf(month));
  return layGrid(
    [yearSpan(year - 2, firstMonth), [start, Math.min(sameDate, lastDayOf(month - 12))]],
    firstDay,
    lastDay,
  );
}
