import type { Book, BookSettings } from '#core/book/book.ts';
import { presetMetrics } from '#core/book/presets.ts';
import { fillBook } from '#document/fill-book.ts';
import { newId } from '#document/id.ts';
import { readBook } from '#document/read-book.ts';
import { database } from '#storage/database.ts';
import { Journal } from '#storage/journal.ts';
import * as Y from 'yjs';

type Content = Omit<Book, 'id'>;

/** A new book with the preset metrics and nothing else. */
export function createBook(settings: BookSettings): Promise<Book> {
  return keepNew(newId(), emptyContent(settings));
}

/** The sample's book and orders, in the person's language. */
export async function createSampleBook(
  _locale: 'en' | 'zh-Hans' | 'zh-Hant',
  _onProgress: (share: number) => void,
): Promise<Book> {
  return createBook({ team: '', year: 2025, firstMonth: 1, currency: 'CNY', lookBack: 365, sample: true });
}

const emptyContent = (settings: BookSettings): Content => ({
  settings,
  metrics: presetMetrics(),
  cells: new Map(),
  benchmarks: [],
  segments: [],
  conclusions: new Map(),
  locks: new Set(),
});

/** Writes a new document; rejects when the device could not keep it. */
async function keepNew(id: string, content: Content): Promise<Book> {
  const doc = new Y.Doc({ guid: id });
  fillBook(doc, content);
  const journal = new Journal(database(), id, () => {});
  journal.append(Y.encodeStateAsUpdate(doc));
  await journal.settled();
  if (journal.status.kind === 'not-saved') throw new NotKept(journal.status.reason);
  return readBook(doc);
}

/** The device refused a new book; nothing of it is listed. */
class NotKept extends Error {
  constructor(readonly reason: 'quota' | 'closed' | 'unknown') {
    super(`The book could not be written: ${reason}`);
    this.name = 'NotKept';
  }
}
