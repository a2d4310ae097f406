import type { Book, BookSettings, Metric } from '#core/book/book.ts';
import { EMPTY_BOOK } from '#core/book/empty-book.ts';
import * as Y from 'yjs';
import { fillBook } from './fill-book.ts';

export const SETTINGS_2025: BookSettings = {
  team: 'Snacks',
  year: 2025,
  firstMonth: 1,
  currency: 'CNY',
  lookBack: 365,
  sample: false,
};

export const metric = (id: string, change: Partial<Metric> = {}): Metric => ({
  id,
  name: id,
  preset: null,
  level: 'key',
  unit: 'count',
  direction: 'higher',
  formula: null,
  owner: '',
  yearly: 'sum',
  ...change,
});

export const content = (change: Partial<Omit<Book, 'id'>> = {}): Omit<Book, 'id'> => ({
  ...EMPTY_BOOK,
  settings: SETTINGS_2025,
  metrics: [metric('a', { level: 'core' }), metric('b'), metric('c', { level: 'supporting' })],
  ...change,
});

export function filledDoc(change: Partial<Omit<Book, 'id'>> = {}): Y.Doc {
  const doc = new Y.Doc({ guid: 'book' });
  fillBook(doc, content(change));
  return doc;
}

/** Another replica with the same content. */
export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc({ guid: doc.guid });
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}
