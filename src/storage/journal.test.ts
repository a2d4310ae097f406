import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { AnnumDatabase } from './database.ts';
import { Journal } from './journal.ts';
import type { JournalStatus } from './journal.ts';

let opened: AnnumDatabase[] = [];
let count = 0;

function fresh(name = `journal-${++count}`): AnnumDatabase {
  const db = new AnnumDatabase(name);
  opened.push(db);
  return db;
}

afterEach(() => {
  for (const db of opened) db.close();
  opened = [];
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function journaled(db: AnnumDatabase): { doc: Y.Doc; journal: Journal; told: JournalStatus[] } {
  const doc = new Y.Doc();
  const told: JournalStatus[] = [];
  const journal = new Journal(db, 'b', (status) => told.push(status));
  doc.on('update', (update: Uint8Array) => journal.append(update));
  return { doc, journal, told };
}

async function reload(db: AnnumDatabase): Promise<Record<string, unknown>> {
  const doc = new Y.Doc();
  for (const update of await new Journal(db, 'b', () => {}).load()) Y.applyUpdate(doc, update);
  return doc.getMap('m').toJSON();
}

describe('journal', () => {
  test('says saved only after the commit, and what it saved is there again', async () => {
    const db = fresh();
    const { doc, journal, told } = journaled(db);
    doc.getMap('m').set('a', 1);
    expect(told).toEqual([{ kind: 'saving' }]);
    await journal.settled();
    expect(told.at(-1)).toEqual({ kind: 'saved' });
    expect(await reload(db)).toEqual({ a: 1 });
  });

  test('changes during a commit go into the next one, together', async () => {
    const db = fresh();
    const { doc, journal } = journaled(db);
    for (let at = 0; at < 50; at++) doc.getMap('m').set(`k${at}`, at);
    await journal.settled();
    expect(await db.journal.count()).toBeLessThan(5);
    expect(Object.keys(await reload(db))).toHaveLength(50);
  });

  test('a full disk is told with its reason, kept in memory and written when there is room', async () => {
    const db = fresh();
    const { doc, journal, told } = journaled(db);
    await db.open();
    const full = new Error('full');
    full.name = 'QuotaExceededError';
    const add = vi.spyOn(db, 'transaction').mockRejectedValue(full);
    doc.getMap('m').set('a', 1);
    await journal.settled();
    expect(told.at(-1)).toEqual({ kind: 'not-saved', reason: 'quota' });
    doc.getMap('m').set('b', 2);
    await journal.settled();
    add.mockRestore();
    doc.getMap('m').set('c', 3);
    await journal.settled();
    expect(told.at(-1)).toEqual({ kind: 'saved' });
    expect(await reload(db)).toEqual({ a: 1, b: 2, c: 3 });
  });

  test('a connection that was closed is opened again, by itself', async () => {
    const db = fresh();
    const { doc, journal, told } = journaled(db);
    doc.getMap('m').set('a', 1);
    await journal.settled();
    db.close();
    doc.getMap('m').set('b', 2);
    await journal.settled();
    expect(told.at(-1)).toEqual({ kind: 'not-saved', reason: 'closed' });
    await vi.waitFor(() => expect(told.at(-1)).toEqual({ kind: 'saved' }), { timeout: 3_000 });
    expect(await reload(db)).toEqual({ a: 1, b: 2 });
  });

  test('many small rows are merged into one on loading, and nothing of them is lost', async () => {
    const db = fresh();
    const { doc, journal } = journaled(db);
    for (let at = 0; at < 320; at++) {
      doc.getMap('m').set(`k${at}`, at);
      await journal.settled();
    }
    expect(await db.journal.count()).toBe(320);
    expect(Object.keys(await reload(db))).toHaveLength(320);
    await vi.waitFor(async () => expect(await db.journal.count()).toBe(1));
    expect(Object.keys(await reload(db))).toHaveLength(320);
  });

  test('the journals of two books do not mix', async () => {
    const db = fresh();
    const { doc, journal } = journaled(db);
    doc.getMap('m').set('a', 1);
    await journal.settled();
    expect(await new Journal(db, 'other', () => {}).load()).toEqual([]);
  });
});
