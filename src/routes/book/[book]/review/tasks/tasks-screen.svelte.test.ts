import { beforeEach, describe, expect, test } from 'vitest';
import { setLanguage } from '#messages/locale.svelte.ts';
import { readRecords } from '#ui/paste/read-records.ts';
import { bookOf, metricOf } from '../../../../../../tests/books/book-of.ts';
import { LiveBook } from '../../../../../../tests/books/live-book.svelte.ts';
import { taskColumns } from './task-paste.ts';
import { TasksScreen } from './tasks-screen.svelte.ts';

beforeEach(() => setLanguage('en'));

const initiative = (id: string, year: number, name: string) => ({
  id,
  year,
  name,
  origin: { kind: 'own' as const, id: '' },
  metric: 'sales',
  owner: 'Lin',
});

function opened() {
  const session = new LiveBook(
    bookOf({
      metrics: [metricOf('sales', { name: 'Sales' })],
      initiatives: [initiative('a', 2025, 'Win back'), initiative('b', 2025, 'Welcome'), initiative('c', 2026, 'Next')],
    }),
  );
  return { session, screen: new TasksScreen(session) };
}

/** A block as it comes from a spreadsheet. */
function paste(screen: TasksScreen, session: LiveBook, text: string) {
  const block = text.split('\n').map((line) => line.split('\t'));
  const { rows } = readRecords(block, taskColumns(session.book), 'Needed');
  screen.paste(rows.flatMap(({ record }) => (record ? [record] : [])));
}

describe('strategic tasks', () => {
  test('last year’s initiatives are taken over once, as one step of undo', () => {
    const { session, screen } = opened();
    expect(screen.planned.map(({ name }) => name)).toEqual(['Win back', 'Welcome']);
    screen.takeOver();
    expect(screen.rows.map(({ task }) => [task.name, task.metric, task.owner, task.year])).toEqual([
      ['Win back', 'sales', 'Lin', 2025],
      ['Welcome', 'sales', 'Lin', 2025],
    ]);
    expect(screen.planned).toEqual([]);
    session.undo();
    expect(screen.rows).toEqual([]);
    expect(screen.planned).toHaveLength(2);
  });

  test('a pasted block is one step; percentages, plain numbers and metrics are told apart', () => {
    const { session, screen } = opened();
    paste(
      screen,
      session,
      'Welcome\tMore second orders\tSecond purchase\t22%\t21%\tUp 3 points\tWu\nLive rooms\t\tRooms\t12\t15\t\t\nReturn\t\tSales\t1m\t\t\t',
    );
    expect(screen.rows.map(({ task }) => [task.name, task.unit, task.planned, task.actual, task.metric])).toEqual([
      ['Welcome', 'percent', 0.22, 0.21, ''],
      ['Live rooms', 'count', 12, 15, ''],
      ['Return', 'count', null, null, 'sales'],
    ]);
    expect(screen.rows[0]).toMatchObject({ task: { owner: 'Wu' }, facts: { attained: 'partly' } });
    expect(screen.counts).toEqual({ attained: 1, activityOnly: 0, unjudged: 1 });
    session.undo();
    expect(screen.rows).toEqual([]);
  });

  test('pasted money is money, whichever of its two numbers says so', () => {
    const { session, screen } = opened();
    paste(screen, session, 'Gift cards\t\tSold\t¥1,200,000\t900000\t\t\nLounge\t\tSold\t80\t120万元\t\t');
    expect(screen.rows.map(({ task }) => [task.unit, task.planned, task.actual])).toEqual([
      ['money', 120_000_000, 90_000_000],
      ['money', 8_000, 120_000_000],
    ]);
  });

  test('another unit leaves the numbers as they were typed: 22 is 22%, not 2,200%', () => {
    const { session, screen } = opened();
    paste(screen, session, 'Welcome\t\tSecond purchase\t22\t21');
    const measured = () => screen.rows.map(({ task }) => [task.unit, task.planned, task.actual])[0];
    const become = (unit: 'percent' | 'money' | 'count') => screen.measureIn(screen.rows[0]!.task, unit);
    become('percent');
    expect(measured()).toEqual(['percent', 0.22, 0.21]);
    become('money');
    expect(measured()).toEqual(['money', 2_200, 2_100]);
    become('count');
    expect(measured()).toEqual(['count', 22, 21]);
    session.undo();
    expect(measured(), 'one step of undo').toEqual(['money', 2_200, 2_100]);
  });

  test('an initiative that became a task under another name is not offered again', () => {
    const { screen } = opened();
    screen.takeOver();
    screen.change(screen.rows[0]!.task, { name: 'Win back lapsed members' });
    expect(screen.planned).toEqual([]);
    screen.remove(screen.rows[0]!.task);
    expect(screen.planned.map(({ name }) => name)).toEqual(['Win back']);
  });

  test('a row without a name or with a number that is none is refused', () => {
    const { session } = opened();
    const { rows } = readRecords(
      [
        ['', 'Outcome'],
        ['Task', '', '', 'plenty'],
      ],
      taskColumns(session.book),
      'Needed',
    );
    expect(rows.map(({ record }) => record)).toEqual([null, null]);
    expect(rows[1]?.cells[3]?.problem).toBe('“plenty” is not a number here.');
  });

  test('moves within the year, and removal takes its evidence along and is undone at once', () => {
    const { session, screen } = opened();
    screen.takeOver();
    const [first, second] = screen.rows.map(({ task }) => task);
    if (!first || !second) throw new Error('no tasks');
    session.edit.add('evidence', { owner: first.id, text: 'Report', source: 'Team' });
    screen.move(second, -1);
    screen.move(second, -1);
    expect(screen.rows.map(({ task }) => task.name)).toEqual(['Welcome', 'Win back']);
    screen.remove(first);
    expect([screen.rows.length, session.book.evidence.length]).toEqual([1, 0]);
    session.undo();
    expect([screen.rows.length, session.book.evidence.length]).toEqual([2, 1]);
  });
});
