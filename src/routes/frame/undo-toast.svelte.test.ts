import { toasts } from '#ui/toasts.svelte.ts';
import { expect, test } from 'vitest';
import { bookOf, metricOf } from '../../../tests/books/book-of.ts';
import { LiveBook } from '../../../tests/books/live-book.svelte.ts';
import { undoToast } from './undo-toast.ts';

test('a way back is offered only while it takes back what it speaks of', () => {
  const session = new LiveBook(bookOf({ metrics: [metricOf('sales', {}), metricOf('buyers', {})] }));
  const ids = () => session.book.metrics.map(({ id }) => id);
  const remove = (id: string) => {
    session.edit.removeMetric(id);
    undoToast(session, () => id);
    const action = toasts.shown.at(-1)?.action;
    if (!action?.holds) throw new Error('no way back');
    return { holds: action.holds, run: action.run };
  };
  const first = remove('sales');
  expect(first.holds()).toBe(true);
  const second = remove('buyers');
  expect([first.holds(), second.holds()]).toEqual([false, true]);
  second.run();
  expect(ids()).toEqual(['buyers']);
  expect([first.holds(), second.holds()]).toEqual([true, false]);
  first.run();
  expect(ids()).toEqual(['sales', 'buyers']);
});
