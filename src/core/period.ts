/**
 * Days, months and fiscal years as whole numbers, so that no time zone can move an order into another month.
 * Everything here is proleptic Gregorian arithmetic on integers; `Date` is never used.
 */

/** Whole days since 1970-01-01 (day 0), taken from the text of a date. */
export type Day = number;

/** A calendar month: `year × 12 + (month − 1)`. 2026-01 is 24312. */
export type Month = number;

/** A fiscal year, named after the calendar year in which it begins. */
export type FiscalYear = number;

/** The first month of a fiscal year, 1 (January) to 12. */
export type FirstMonth = number;

/** A period as text: a fiscal year, a fiscal quarter (1–4) or a calendar month. Keys of cells and figures. */
export type PeriodKey = `Y${number}` | `Q${number}-${1 | 2 | 3 | 4}` | `M${number}-${string}`;

export type Period =
  | { readonly grain: 'year'; readonly year: FiscalYear }
  | { readonly grain: 'quarter'; readonly year: FiscalYear; readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly grain: 'month'; readonly month: Month };

export const monthOf = (year: number, month1to12: number): Month => year * 12 + month1to12 - 1;
export const calendarYear = (month: Month): number => Math.floor(month / 12);
export const monthInYear = (month: Month): number => month - calendarYear(month) * 12 + 1;

/** Day number of a calendar date (Howard Hinnant's days_from_civil). The date is not checked for validity. */
export function dayOf(year: number, month1to12: number, dayOfMonth: number): Day {
  const y = month1to12 <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month1to12 + (month1to12 > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The calendar date of a day number (Howard Hinnant's civil_from_days). */
export function dateOf(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

export const monthOfDay = (day: Day): Month => {
  const date = dateOf(day);
  return monthOf(date.year, date.month);
};

export const firstDayOf = (month: Month): Day => dayOf(calendarYear(month), monthInYear(month), 1);
export const lastDayOf = (month: Month): Day => firstDayOf(month + 1) - 1;

/** The first of the twelve months of a fiscal year. */
export const firstMonthOf = (year: FiscalYear, firstMonth: FirstMonth): Month => monthOf(year, firstMonth);

/** The twelve months of a fiscal year, in order. */
export const monthsOf = (year: FiscalYear, firstMonth: FirstMonth): Month[] =>
  Array.from({ length: 12 }, (_, index) => firstMonthOf(year, firstMonth) + index);

/** The fiscal year that a calendar month falls in. */
export const fiscalYearOf = (month: Month, firstMonth: FirstMonth): FiscalYear =>
  Math.floor((month - (firstMonth - 1)) / 12);

const two = (value: number): string => String(value).padStart(2, '0');

export const yearKey = (year: FiscalYear): PeriodKey => `Y${year}`;
export const quarterKey = (year: FiscalYear, quarter: 1 | 2 | 3 | 4): PeriodKey => `Q${year}-${quarter}`;
export const monthKey = (month: Month): PeriodKey => `M${calendarYear(month)}-${two(monthInYear(month))}`;

/** Reads a period key; `null` for any other text. */
export function parsePeriod(key: string): Period | null {
  const year = /^Y(\d{4})$/.exec(key);
  if (year) return { grain: 'year', year: Number(year[1]) };
  const quarter = /^Q(\d{4})-([1-4])$/.exec(key);
  if (quarter) return { grain: 'quarter', year: Number(quarter[1]), quarter: Number(quarter[2]) as 1 | 2 | 3 | 4 };
  const month = /^M(\d{4})-(0[1-9]|1[0-2])$/.exec(key);
  if (month) return { grain: 'month', month: monthOf(Number(month[1]), Number(month[2])) };
  return null;
}

/** A day as `YYYY-MM-DD`, the form that date controls and records hold. */
export function dayText(day: Day): string {
  const date = dateOf(day);
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
}

/** Reads `YYYY-MM-DD`; `null` for any other text and for days that no calendar has, as 2025-02-30. */
export function dayOfText(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return dayText(day) === text ? day : null;
}
