import { expect, test } from 'vitest';
import { bookOf, metricOf } from '../../../../../tests/books/book-of.ts';
import { LiveBook } from '../../../../../tests/books/live-book.svelte.ts';
import { toasts } from '#ui/toasts.svelte.ts';
import { originOf } from '../plan/origin.ts';
import { carriedInto, carryIntoPlan } from './carry.ts';

const cause = { metric: 'sales', year: 2025, finding: 'gap', text: 'No message after day 7' } as const;

test('what is carried is in next year’s plan once, leads back, and goes again with one undo', () => {
  const session = new LiveBook(bookOf({ metrics: [metricOf('sales')] }));
  const id = session.edit.addCause(cause, null);
  const origin = { kind: 'cause', id } as const;
  const visited: string[] = [];
  const carry = () =>
    carryIntoPlan(session, origin, { name: 'Write on day 15.', metric: 'sales', owner: 'Ada' }, (href) =>
      visited.push(href),
    );
  const initiative = carry();
  expect(carry()).toBe(initiative);
  expect(session.book.initiatives).toEqual([
    { id: initiative, year: 2026, name: 'Write on day 15', origin, metric: 'sales', owner: 'Ada' },
  ]);
  toasts.shown.at(-1)?.action?.run();
  expect(visited).toEqual([`/book/book/plan?at=${initiative}`]);

  expect(originOf(session.book, origin).place).toEqual({ screen: 'metrics', of: 'sales', at: id });
  session.undo();
  expect(carriedInto(session.book, origin)).toBeUndefined();
  session.edit.removeCause(id);
  expect(originOf(session.book, origin).place).toBeNull();
});
