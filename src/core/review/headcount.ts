import type { Person } from '../book/review.ts';
import type { Headcount, HeadcountMonth } from '../team-facts.ts';
import { dayOfText, firstDayOf, lastDayOf, monthsOf } from '../period.ts';
import type { Day, FirstMonth, FiscalYear } from '../period.ts';

/** First and last day in the team; unknown ends reach beyond every year. */
interface Stay {
  readonly from: Day;
  readonly to: Day;
}

const stayOf = (person: Person): Stay => ({
  from: dayOfText(person.from) ?? -Infinity,
  to: dayOfText(person.to) ?? Infinity,
});

/** Days of a span that a stay covers, both ends counted. */
const daysWithin = (stay: Stay, first: Day, last: Day): number =>
  Math.max(0, Math.min(stay.to, last) - Math.max(stay.from, first) + 1);

/**
 * Headcount of a fiscal year by month. An average is people a day: each person's days in the span ÷ its days. `close` are those who stay
 * after the span's last day, so a month's close is the one before + joined − left. A year not over counts on as its dates say.
 */
export function headcountOf(people: readonly Person[], year: FiscalYear, firstMonth: FirstMonth): Headcount {
  const impossible = people.filter((person) => stayOf(person).to < stayOf(person).from).map(({ id }) => id);
  const stays = people.map(stayOf).filter(({ from, to }) => from <= to);
  const months = monthsOf(year, firstMonth).map((month) => ({
    month,
    ...countOf(stays, firstDayOf(month), lastDayOf(month)),
  }));
  const ofYear = countOf(stays, firstDayOf(months[0]?.month ?? 0), lastDayOf(months[11]?.month ?? 0));
  return {
    months,
    average: stays.length === 0 ? null : ofYear.average,
    joined: ofYear.joined,
    left: ofYear.left,
    impossible,
  };
}

function countOf(stays: readonly Stay[], first: Day, last: Day): Omit<HeadcountMonth, 'month'> {
  const within = (day: Day): boolean => day >= first && day <= last;
  return {
    average: stays.reduce((sum, stay) => sum + daysWithin(stay, first, last), 0) / (last - first + 1),
    joined: stays.filter(({ from }) => within(from)).length,
    left: stays.filter(({ to }) => within(to)).length,
    close: stays.filter(({ from, to }) => from <= last && to > last).length,
  };
}
