import { bookEdits } from '#document/edits.ts';
import { readBook } from '#document/read-book.ts';
import { copyOf, filledDoc } from '#document/testing.ts';
import { afterEach, expect, test, vi } from 'vitest';
import type * as Y from 'yjs';
import { joinTabs } from './tabs.ts';

const leave: (() => void)[] = [];
afterEach(() => leave.splice(0).forEach((end) => end()));

const cellsOf = (doc: Y.Doc) => [...readBook(doc).cells.keys()].sort();

test('tabs that join later get what they lack and give what they have; edits then cross at once', async () => {
  const first = filledDoc();
  const second = copyOf(first);
  bookEdits(first, null).setCell('a', 'actual', 'Y2025', 1);
  bookEdits(second, null).setCell('b', 'actual', 'Y2025', 2);
  leave.push(joinTabs(first, 'one'), joinTabs(second, 'one'));
  await vi.waitFor(() => expect(cellsOf(first)).toEqual(['a|actual|Y2025', 'b|actual|Y2025']));
  expect(cellsOf(second)).toEqual(cellsOf(first));
  bookEdits(second, null).setCell('c', 'target', 'Y2026', 3);
  await vi.waitFor(() => expect(cellsOf(first)).toContain('c|target|Y2026'));
});

test('another book, and words of another version, are not listened to', async () => {
  const doc = filledDoc();
  leave.push(joinTabs(doc, 'two'));
  const stranger = new BroadcastChannel('annum-book-two');
  stranger.postMessage({ kind: 'update', update: 'no bytes' });
  stranger.postMessage({ kind: 'update', update: new Uint8Array([255, 255, 255]) });
  stranger.postMessage(null);
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const other = copyOf(doc);
  leave.push(joinTabs(other, 'two'));
  bookEdits(other, null).setCell('a', 'actual', 'Y2025', 1);
  await vi.waitFor(() => expect(cellsOf(doc)).toEqual(['a|actual|Y2025']));
  stranger.close();
});
