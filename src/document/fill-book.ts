import type { Book } from '#core/book/book.ts';
import type { RecordLists, TableName, Writable } from '#core/book/records.ts';
import * as Y from 'yjs';
import { conclusionFragment, writeConclusion } from './conclusion-text.ts';
import type { Readers } from './fields.ts';
import { placeAt } from './order-key.ts';
import { RECORD_TABLES, RECORDS, SCHEMA_VERSION, SETTINGS } from './schema.ts';
import { ORIGIN } from './undo.ts';
import { recordsOf, setFields, setOrder, setSegments } from './write.ts';

/** What a new document is filled with, once, by whoever creates it; never on joining. */
export function fillBook(doc: Y.Doc, book: Omit<Book, 'id'>): void {
  doc.transact(() => {
    doc.getMap<unknown>('meta').set('schema', SCHEMA_VERSION);
    doc.getMap<unknown>('meta').set('minReader', 1);
    setFields(doc.getMap('settings'), SETTINGS, book.settings);
    for (const table of RECORD_TABLES) fillRecords(doc, table, book[table]);
    for (const [key, cell] of book.cells) doc.getMap<unknown>('cells').set(key, cell);
    setSegments(doc, book.segments);
    for (const lock of book.locks) doc.getMap<unknown>('locks').set(lock, true);
    for (const [key, choice] of book.highlights) doc.getMap<unknown>('highlights').set(key, choice);
    for (const [key, dismissal] of book.dismissals) doc.getMap<unknown>('dismissals').set(key, dismissal);
    for (const [owner, { blocks }] of book.conclusions) writeConclusion(conclusionFragment(doc, owner), blocks);
  }, ORIGIN.create);
}

function fillRecords<T extends TableName>(doc: Y.Doc, table: T, rows: RecordLists[T]): void {
  const records = recordsOf(doc, table);
  const readers: Readers<Writable<T>> = RECORDS[table];
  const lists = new Map<string | null, { readonly id: string; readonly order: string }[]>();
  for (const row of rows) {
    const parent = 'parent' in row ? row.parent : null;
    const list = lists.get(parent) ?? [];
    lists.set(parent, list);
    const fields = new Y.Map<unknown>();
    const { key } = placeAt(list, list.length);
    records.set(row.id, fields);
    setFields<Writable<T>>(fields, readers, row);
    setOrder(fields, table, parent, key);
    list.push({ id: row.id, order: key });
  }
}
