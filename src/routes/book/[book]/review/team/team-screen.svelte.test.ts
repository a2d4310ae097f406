import { beforeEach, describe, expect, test } from 'vitest';
import { setLanguage } from '#messages/locale.svelte.ts';
import { toasts } from '#ui/toasts.svelte.ts';
import { readTabbed } from '#ui/grid/block.ts';
import { readRecords } from '#ui/paste/read-records.ts';
import { bookOf, metricOf } from '../../../../../../tests/books/book-of.ts';
import { LiveBook } from '../../../../../../tests/books/live-book.svelte.ts';
import { TeamScreen } from './team-screen.svelte.ts';

beforeEach(() => setLanguage('en'));

const open = () => {
  const live = new LiveBook(bookOf({ metrics: [metricOf('sales', { name: 'Sales' })] }));
  return { live, screen: new TeamScreen(live) };
};

describe('rhythms', () => {
  test('the three standard ones come at once, with usual counts said to be defaults, and leave at one undo', () => {
    const { live, screen } = open();
    expect(screen.isEmpty).toBe(true);
    screen.addStandardRhythms();
    expect(screen.rhythms.map(({ kind, planned }) => [kind, planned])).toEqual([
      ['daily', 250],
      ['weekly', 52],
      ['monthly', 12],
    ]);
    expect(screen.hasUsualTimes).toBe(true);
    live.undo();
    expect(screen.isEmpty).toBe(true);
  });

  test('standard ones are not added a second time', () => {
    const { screen } = open();
    screen.addRhythm('weekly');
    screen.addStandardRhythms();
    expect(screen.rhythms.map(({ kind }) => kind)).toEqual(['weekly', 'daily', 'monthly']);
  });

  test('rates follow what is typed', () => {
    const { screen } = open();
    screen.addRhythm('weekly');
    const [rhythm] = screen.rhythms;
    screen.changeRhythm(rhythm!.id, { held: 39, items: 10, done: 9 });
    expect(screen.rates(screen.rhythms[0]!)).toEqual({ keeping: 0.75, completion: 0.9 });
    screen.changeRhythm(rhythm!.id, { planned: 40 });
    expect(screen.hasUsualTimes).toBe(false);
  });

  test('move one step, stop at the edge, and come back after removal', () => {
    const { live, screen } = open();
    screen.addStandardRhythms();
    const kinds = () => screen.rhythms.map(({ kind }) => kind);
    const [daily] = screen.rhythms;
    screen.moveRhythm(daily!.id, -1);
    screen.moveRhythm(daily!.id, 1);
    expect(kinds()).toEqual(['weekly', 'daily', 'monthly']);
    screen.removeRhythm(daily!);
    expect(kinds()).toEqual(['weekly', 'monthly']);
    expect(toasts.shown.at(-1)?.text()).toBe('“Daily list” removed');
    live.undo();
    expect(kinds()).toEqual(['weekly', 'daily', 'monthly']);
  });
});

describe('the growth log', () => {
  test('is in the order of dates; what has none yet comes last', () => {
    const { screen } = open();
    screen.addGrowths([
      { topic: 'none' },
      { topic: 'May', date: '2025-05-01' },
      { topic: 'March', date: '2025-03-01' },
    ]);
    expect(screen.growths.map(({ topic }) => topic)).toEqual(['March', 'May', 'none']);
  });

  test('is pasted from a sheet, goals by their names, in one step', () => {
    const { live, screen } = open();
    const block =
      'Date\tKind\tTopic\tGoal served\n2025/4/2\tField study\tWarehouse\tsales\n2025/4/3\tparty\tOuting\tSales';
    const { rows } = readRecords(readTabbed(block), screen.growthColumns, 'Needed');
    expect(rows.map(({ record }) => record)).toEqual([
      { date: '2025-04-02', kind: 'study', topic: 'Warehouse', goal: live.book.metrics[0]?.id },
      null,
    ]);
    screen.addGrowths(rows.flatMap(({ record }) => record ?? []));
    expect(screen.facts?.growth.study).toBe(1);
    live.undo();
    expect(screen.growths).toEqual([]);
  });
});

test('an entry whose goal is gone is without one', () => {
  const { live, screen } = open();
  screen.addPerson();
  const [person] = screen.people;
  expect(screen.lacksGoal(person!)).toBe(true);
  const sales = live.book.metrics[0]!.id;
  screen.changePerson(person!.id, { goal: sales });
  expect(screen.lacksGoal(screen.people[0]!)).toBe(false);
  live.edit.removeMetric(sales);
  expect(screen.goalOf(screen.people[0]!)).toBe('');
});
