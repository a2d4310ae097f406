import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookOf, metricOf } from '../../../tests/books/book-of.ts';
import type { Growth, Person, Rhythm } from '../book/review.ts';
import { dayOf, dayText, monthOf } from '../period.ts';
import { headcountOf } from './headcount.ts';
import { ratesOf, teamOf } from './team.ts';

const rhythm = (id: string, change: Partial<Rhythm> = {}): Rhythm => ({
  id,
  year: 2025,
  kind: 'weekly',
  name: '',
  planned: null,
  held: null,
  items: null,
  done: null,
  goal: '',
  note: '',
  ...change,
});
const growth = (id: string, change: Partial<Growth> = {}): Growth => ({
  id,
  year: 2025,
  date: '',
  kind: 'sharing',
  topic: '',
  skill: '',
  person: '',
  goal: '',
  ...change,
});
const person = (id: string, from = '', to = '', goal = ''): Person => ({
  id,
  year: 2025,
  name: id,
  role: '',
  from,
  to,
  goal,
});

describe('rhythms', () => {
  test('TE1 are kept held of planned and completed done of items', () => {
    expect(ratesOf([rhythm('w', { planned: 52, held: 39, items: 200, done: 150 })])).toEqual({
      keeping: 0.75,
      completion: 0.75,
    });
  });

  test('TE1 have no rate without both sides, nor of nothing planned', () => {
    expect(ratesOf([rhythm('w', { planned: 52, items: 0, done: 0 })])).toEqual({ keeping: null, completion: null });
  });

  test('TE1 together sum only those that give both sides, so an unknown one does not count as missed', () => {
    const known = rhythm('w', { planned: 52, held: 39 });
    expect(ratesOf([known, rhythm('d', { planned: 250 })])).toEqual(ratesOf([known]));
  });
});

describe('headcount', () => {
  test('TE2 counts people a day by month, who joined and who left', () => {
    const { months, average, joined, left } = headcountOf(
      [person('a'), person('b', '2025-04-16'), person('c', '2024-02-01', '2025-06-30')],
      2025,
      1,
    );
    expect(months.map((month) => month.average)).toEqual([2, 2, 2, 2.5, 3, 3, 2, 2, 2, 2, 2, 2]);
    expect(months.map((month) => month.close)).toEqual([2, 2, 2, 3, 3, 2, 2, 2, 2, 2, 2, 2]);
    expect([joined, left]).toEqual([1, 1]);
    expect(average).toBeCloseTo((365 + 260 + 181) / 365, 12);
  });

  test('TE2 follows the fiscal year', () => {
    const { months } = headcountOf([person('a', '2026-03-01')], 2025, 4);
    expect(months[0]?.month).toBe(monthOf(2025, 4));
    expect(months.map(({ close }) => close)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  test('TE2 leaves out who would leave before joining, and says so', () => {
    expect(headcountOf([person('x', '2025-05-02', '2025-05-01')], 2025, 1)).toMatchObject({
      average: null,
      impossible: ['x'],
    });
  });

  test('TE2 each close is the one before, plus who joined, less who left; months’ days sum to the year’s', () => {
    const day = fc.option(fc.integer({ min: dayOf(2024, 6, 1), max: dayOf(2026, 6, 30) }).map(dayText), { nil: '' });
    const people = fc
      .array(fc.tuple(day, day), { maxLength: 12 })
      .map((stays) => stays.map(([from, to], at) => person(`p${at}`, from, to)));
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 12 }), (team, firstMonth) => {
        const { months, average, joined, left } = headcountOf(team, 2025, firstMonth);
        months.slice(1).forEach((month, at) => expect(month.close).toBe(months[at]!.close + month.joined - month.left));
        expect([joined, left]).toEqual([
          months.reduce((sum, month) => sum + month.joined, 0),
          months.reduce((sum, month) => sum + month.left, 0),
        ]);
        const daysOf = (month: number) =>
          dayOf(Math.floor((month + 1) / 12), ((month + 1) % 12) + 1, 1) -
          dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
        const personDays = months.reduce((sum, { month, average: mean }) => sum + mean * daysOf(month), 0);
        const days = months.reduce((sum, { month }) => sum + daysOf(month), 0);
        expect((average ?? 0) * days).toBeCloseTo(personDays, 6);
      }),
    );
  });
});

describe('goals', () => {
  const book = bookOf({
    metrics: [
      metricOf('sales'),
      metricOf('rate', { level: 'key' }),
      metricOf('extra', { level: 'supporting' }),
      metricOf('spare', { level: 'supporting' }),
    ],
    rhythms: [rhythm('w', { goal: 'sales' }), rhythm('old', { year: 2024, goal: 'rate' })],
    growths: [growth('g', { goal: 'sales', kind: 'study' }), growth('lost', { goal: 'gone' })],
    people: [person('p', '', '', 'extra'), person('q')],
  });

  test('TE3 are the core and key metrics, and what an entry of the year serves', () => {
    expect(teamOf(book).goals).toEqual([
      { metric: 'sales', rhythms: 1, growths: 1, people: 0 },
      { metric: 'rate', rhythms: 0, growths: 0, people: 0 },
      { metric: 'extra', rhythms: 0, growths: 0, people: 1 },
    ]);
    expect(teamOf(book).growth).toEqual({ sharing: 1, training: 0, study: 1 });
  });

  test('TE3 entries without a goal, or whose goal is gone, are told', () => {
    expect(teamOf(book).withoutGoal).toEqual(['lost', 'q']);
  });
});
