import { beforeEach, expect, test } from 'vitest';
import { bookOf, metricOf, yearCell } from '../../../../tests/books/book-of.ts';
import { LiveBook } from '../../../../tests/books/live-book.svelte.ts';
import type { Place } from '#core/checks/check.ts';
import { setLanguage } from '#messages/locale.svelte.ts';
import { toasts } from '#ui/toasts.svelte.ts';
import { CheckList } from './check-list.svelte.ts';
import { countedName, pressing } from './open-checks.ts';

beforeEach(() => setLanguage('en'));

/** Sales missed their target without a reason; a task is graded without one. */
function opened(here: Place | null = { screen: 'tasks' }) {
  const session = new LiveBook(
    bookOf({
      metrics: [metricOf('sales', { name: 'Sales' })],
      cells: [yearCell('sales', 'actual', 2025, 900), yearCell('sales', 'target', 2025, 1200)],
    }),
  );
  session.edit.add('tasks', { year: 2025, name: 'Live evenings', grade: 'A' });
  return { session, list: new CheckList(session, () => here) };
}
const idsOf = (list: CheckList): readonly string[] => list.groups.flatMap(({ checks }) => checks.map(({ id }) => id));

test('open checks stand by part, in the order of a review, and count by weight', () => {
  const { session, list } = opened();
  expect(list.groups.map(({ part }) => part).slice(0, 2)).toEqual(['metrics', 'tasks']);
  expect(idsOf(list)).toEqual(expect.arrayContaining(['missed-without-cause', 'grade-without-reason']));
  const counts = (['error', 'warn', 'hint'] as const).map((severity) => list.count(severity));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(list.open.length);
  expect(list.open).toHaveLength(session.evaluation?.checks.length ?? NaN);
  expect(pressing(session.evaluation, ['metrics', 'tasks', 'market', 'team', 'cost', 'plan'])).toBe(
    (counts[0] ?? NaN) + (counts[1] ?? NaN),
  );
});

test('a weight hides the others without changing what is counted', () => {
  const { list } = opened();
  const all = list.open.length;
  list.weight = 'error';
  expect(list.groups.flatMap(({ checks }) => checks).every(({ severity }) => severity === 'error')).toBe(true);
  expect(idsOf(list)).toHaveLength(list.count('error'));
  expect(list.open).toHaveLength(all);
});

test('of this screen are those whose place it is, not those of its neighbours', () => {
  const { list } = opened({ screen: 'tasks' });
  list.scope = 'here';
  expect(list.open.length).toBeGreaterThan(0);
  expect(list.open.every(({ place }) => place.screen === 'tasks' && place.of === undefined)).toBe(true);
  const sales = opened({ screen: 'metrics', of: 'sales' }).list;
  sales.scope = 'here';
  expect(sales.open.map(({ id }) => id)).toContain('missed-without-cause');
  const nowhere = opened(null).list;
  nowhere.scope = 'here';
  expect([nowhere.hasHere, nowhere.open.length]).toEqual([false, 0]);
});

test('set aside with its reason, a check leaves the open ones, and comes back by undo or by hand', () => {
  const { list } = opened();
  const check = list.open.find(({ id }) => id === 'grade-without-reason');
  if (!check) throw new Error('no check');
  list.dismissing = check.key;
  list.dismiss(check, ' told at the meeting ');
  expect(list.dismissing).toBeNull();
  expect(idsOf(list)).not.toContain('grade-without-reason');
  expect(list.dismissed.map(({ id, dismissed }) => [id, dismissed?.reason])).toEqual([
    ['grade-without-reason', 'told at the meeting'],
  ]);
  toasts.shown.at(-1)?.action?.run();
  expect([idsOf(list).includes('grade-without-reason'), list.dismissed.length]).toEqual([true, 0]);
  list.dismiss(check, 'once more');
  list.restore(check);
  expect([idsOf(list).includes('grade-without-reason'), list.dismissed.length]).toEqual([true, 0]);
});

test('what is mended is gone; what is left says its words', () => {
  const { session, list } = opened();
  const task = session.book.tasks[0];
  session.edit.change('tasks', task?.id ?? '', { gradeReason: '22% of 20% planned' });
  expect(idsOf(list)).not.toContain('grade-without-reason');
  const missed = list.open.find(({ id }) => id === 'missed-without-cause');
  expect(missed && list.words(missed).title).toContain('Sales');
});

test('a badge says how many, and nothing where there is nothing', () => {
  expect(countedName('Metrics', 0)).toBe('Metrics');
  expect(countedName('Metrics', 1)).toBe('Metrics, 1 check');
  expect(countedName('Metrics', 3)).toBe('Metrics, 3 checks');
  expect(pressing(null, ['metrics'])).toBe(0);
});
