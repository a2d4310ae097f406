import type { Book } from '#core/book/book.ts';
import * as Y from 'yjs';
import { conclusionFragment, writeConclusion } from './conclusion-text.ts';
import type { Readers } from './fields.ts';
import { placeAt } from './order-key.ts';
import { BENCHMARK, METRIC, SCHEMA_VERSION, SETTINGS } from './schema.ts';
import { ORIGIN } from './undo.ts';
import { recordsOf, setFields, setSegments } from './write.ts';

/** What a new document is filled with, once, by whoever creates it; never on joining. */
export function fillBook(doc: Y.Doc, book: Omit<Book, 'id'>): void {
  doc.transact(() => {
    doc.getMap<unknown>('meta').set('schema', SCHEMA_VERSION);
    doc.getMap<unknown>('meta').set('minReader', 1);
    setFields(doc.getMap('settings'), SETTINGS, book.settings);
    fillRecords(recordsOf(doc, 'metrics'), METRIC, book.metrics);
    fillRecords(recordsOf(doc, 'benchmarks'), BENCHMARK, book.benchmarks);
    for (const [key, cell] of book.cells) doc.getMap<unknown>('cells').set(key, cell);
    setSegments(doc, book.segments);
    for (const lock of book.locks) doc.getMap<unknown>('locks').set(lock, true);
    for (const [owner, { blocks }] of book.conclusions) writeConclusion(conclusionFragment(doc, owner), blocks);
  }, ORIGIN.create);
}

function fillRecords<T>(
  records: Y.Map<unknown>,
  readers: Readers<T>,
  rows: readonly (T & { readonly id: string })[],
): void {
  const list: { readonly id: string; readonly order: string }[] = [];
  for (const row of rows) {
    const fields = new Y.Map<unknown>();
    const { key } = placeAt(list, list.length);
    records.set(row.id, fields);
    setFields(fields, readers, row);
    fields.set('order', key);
    list.push({ id: row.id, order: key });
  }
}
