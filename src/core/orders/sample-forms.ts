import type { DecimalSign } from './amount-text.ts';
import type { DateOrder } from './date-text.ts';

/** What samples say of a form, and whether they leave it open or contradict themselves. */
export interface Form<T> {
  readonly value: T;
  readonly isOpen: boolean;
}

const YEAR_LAST = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?!\d)/;

/**
 * The order of day and month. Open samples stay `ymd`, so that a date with two readings is refused until a person has
 * said which is meant; dates with only one reading go in.
 */
export function dateOrderOf(texts: readonly string[]): Form<DateOrder> {
  let dayFirst = 0;
  let monthFirst = 0;
  let open = 0;
  for (const text of texts) {
    const match = YEAR_LAST.exec(text);
    if (!match) continue;
    if (Number(match[1]) > 12) dayFirst++;
    else if (Number(match[2]) > 12) monthFirst++;
    else if (match[1] !== match[2]) open++;
  }
  if (dayFirst > 0 && monthFirst === 0) return { value: 'dmy', isOpen: false };
  if (monthFirst > 0 && dayFirst === 0) return { value: 'mdy', isOpen: false };
  return { value: 'ymd', isOpen: open > 0 || dayFirst > 0 };
}

const COMMA_DECIMAL = /\d,\d{1,2}\D*$/;
const DOT_DECIMAL = /\d\.\d{1,2}\D*$|\d,\d{3}(?:\D|$)/;

/** The decimal sign: a comma only where every amount that tells says so. */
export function decimalOf(texts: readonly string[]): Form<DecimalSign> {
  const commas = texts.filter((text) => COMMA_DECIMAL.test(text)).length;
  const dots = texts.filter((text) => DOT_DECIMAL.test(text)).length;
  return { value: commas > 0 && dots === 0 ? ',' : '.', isOpen: commas > 0 && dots > 0 };
}
