import { expect, test } from 'vitest';
import { bookOf, metricOf, yearCell } from '../../../../../../tests/books/book-of.ts';
import { LiveBook } from '../../../../../../tests/books/live-book.svelte.ts';
import { HighlightList } from './highlight-list.svelte.ts';

const metrics = [
  metricOf('sales', { formula: { kind: 'product', of: ['buyers', 'spend'] } }),
  metricOf('buyers', { level: 'supporting', unit: 'count' }),
  metricOf('spend', { level: 'supporting' }),
];
const cells = [
  yearCell('buyers', 'actual', 2024, 100),
  yearCell('buyers', 'actual', 2025, 140),
  yearCell('spend', 'actual', 2024, 100),
  yearCell('spend', 'actual', 2025, 101),
];

test('a highlight says why, and is pinned, dropped and brought back, each a step of undo', () => {
  const session = new LiveBook(bookOf({ metrics, cells }));
  const list = new HighlightList(session);
  const names = () =>
    [
      list.shown,
      list.dropped.map((one) => ({ row: { metric: one } })),
      list.others.map((one) => ({ row: { metric: one } })),
    ].map((group) => group.map(({ row }) => row.metric.id).join(' '));
  expect(names()).toEqual(['buyers', '', 'spend']);
  expect(list.shown[0]).toMatchObject({
    reason: 'Changed by ±10.0% or more',
    feeds: 'Feeds sales',
    growth: '+40.0%',
    tone: 'good',
  });
  list.choose('spend', 'pinned');
  expect(names()).toEqual(['spend buyers', '', '']);
  expect(list.shown[0]).toMatchObject({ isPinned: true, reason: 'Pinned by the team' });
  list.choose('buyers', 'dropped');
  expect(names()).toEqual(['spend', 'buyers', '']);
  list.choose('buyers', null);
  expect(names()).toEqual(['spend buyers', '', '']);
  session.undo();
  expect(names()).toEqual(['spend', 'buyers', '']);
});
