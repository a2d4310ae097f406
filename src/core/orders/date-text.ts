import { dayOf, type Day } from '../period.ts';

export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** A day, or why the text is none: no date at all, or one that only another order of day and month could read. */
export type DateReading = { readonly day: Day } | { readonly problem: 'bad-date' | 'ambiguous-date' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const BAD: DateReading = { problem: 'bad-date' };

const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*[日號号])?(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;
const DAY_NAMED_MONTH = /^(\d{1,2})[\s-]([a-z]{3})[a-z]*[\s,-]+(\d{4})/i;
const NAMED_MONTH_DAY = /^([a-z]{3})[a-z]*\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i;
const FORMS = [YEAR_FIRST, COMPACT, YEAR_LAST, DAY_NAMED_MONTH, NAMED_MONTH_DAY];
const SERIAL = /^\d{5}(?:\.\d+)?$/;
/** What may follow a date: nothing, an offset, a weekday, a time of day. Anything else means the text was not a date. */
const REST =
  /^[T\s,]*(?:[([]?(?:周|週|星期|mon|tue|wed|thu|fri|sat|sun)\S*\s*)?(?:(?:上午|下午|凌晨|中午|晚上|[ap]\.?m\.?)?\s*\d{1,2}\s*(?:[:.时時点點].*)?)?(?:Z|[+-]\d{2}:?\d{2}|\s)*$/i;
/** Excel's day 25569 is 1970-01-01. */
const EXCEL_EPOCH = 25_569;

/**
 * The day a time text names, from its text alone: an offset or `Z` is not applied. Reads ISO, `2026年5月23日`, `2026/5/23 22:02`,
 * `20260523`, day- or month-first by `order`, English month names and Excel's serial days. Years 1980 to 2100.
 */
export function readDateText(text: string, order: DateOrder): DateReading {
  const plain = text.normalize('NFKC').replace(/^[\s'="]+|[\s"]+$/g, '');
  const reading = readPlain(plain, order);
  const matched = FORMS.map((form) => form.exec(plain)).find((match) => match !== null);
  return matched && !REST.test(plain.slice(matched[0].length)) ? BAD : reading;
}

function readPlain(plain: string, order: DateOrder): DateReading {
  const yearFirst = YEAR_FIRST.exec(plain) ?? COMPACT.exec(plain);
  if (yearFirst) return checked(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const yearLast = YEAR_LAST.exec(plain);
  if (yearLast) return readYearLast(Number(yearLast[1]), Number(yearLast[2]), fullYear(yearLast[3] ?? ''), order);
  const dayNamed = DAY_NAMED_MONTH.exec(plain);
  if (dayNamed) return checked(Number(dayNamed[3]), monthNamed(dayNamed[2]), Number(dayNamed[1]));
  const namedDay = NAMED_MONTH_DAY.exec(plain);
  if (namedDay) return checked(Number(namedDay[3]), monthNamed(namedDay[1]), Number(namedDay[2]));
  if (SERIAL.test(plain)) {
    const serial = Math.floor(Number(plain));
    return serial >= 29_221 && serial < 73_416 ? { day: serial - EXCEL_EPOCH } : BAD;
  }
  return BAD;
}

function readYearLast(first: number, second: number, year: number, order: DateOrder): DateReading {
  const dayFirst = order === 'dmy' || (order === 'ymd' && first > 12);
  const asked = dayFirst ? checked(year, second, first) : checked(year, first, second);
  if ('day' in asked && (order !== 'ymd' || first > 12 || second > 12 || first === second)) return asked;
  const other = dayFirst ? checked(year, first, second) : checked(year, second, first);
  return 'day' in other ? { problem: 'ambiguous-date' } : BAD;
}

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));
const monthNamed = (name = ''): number => MONTHS.indexOf(name.toLowerCase()) + 1;

function checked(year: number, month: number, day: number): DateReading {
  if (year < 1980 || year > 2100 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return BAD;
  return { day: dayOf(year, month, day) };
}

/** Days in a calendar month. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
