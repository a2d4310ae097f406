import { parsePeriod } from '#core/period.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { bookEdits } from './edits.ts';
import { finite } from './fields.ts';
import { BookReader, readBook } from './read-book.ts';
import { isTree } from './records.ts';
import { filledDoc } from './testing.ts';
import { PLAIN_TABLES, RECORD_TABLES, RECORDS, SETTINGS } from './schema.ts';

const hostileNumber = fc.constantFrom(Number.NaN, Infinity, -Infinity, 1e308, -0);
const garbage = fc.oneof(
  fc.anything({
    withBigInt: false,
    withNullPrototype: false,
    key: fc.constantFrom('__proto__', 'kind', 'of', 'value', 'source', 'constructor'),
  }),
  hostileNumber,
  fc.string({ maxLength: 30 }),
);
const key = fc.oneof(
  fc.constantFrom(
    'a',
    '__proto__',
    'constructor',
    'a|actual|M2025-01',
    'a|target|Y2026',
    'a|actual|M2025-13',
    'a|b|M2025-01',
    '|||',
    '',
  ),
  fc.constantFrom(
    ...Object.values(RECORDS).flatMap(Object.keys),
    ...Object.keys(SETTINGS),
    'order',
    'place',
    'deleted',
  ),
  fc.string({ maxLength: 8 }),
);

/** Only what Yjs can hold: it refuses functions and symbols itself. */
function put(map: Y.Map<unknown>, name: string, value: unknown): void {
  try {
    map.set(name, value);
  } catch {
    map.set(name, String(typeof value));
  }
}

const isNumberOrNull = (value: number | null): boolean => value === null || Number.isFinite(value);

describe('readers', () => {
  test('evidence and chips name a segment in full, however long its name', () => {
    const of = `${'d'.repeat(64)}|${'名'.repeat(200)}`;
    const figure = { metric: 'a', figure: 'segment', period: 'Y2025', of } as const;
    const conclusions = new Map([['a', { blocks: [{ children: [{ kind: 'chip' as const, figure }] }] }]]);
    const doc = filledDoc({ conclusions });
    const id = bookEdits(doc, null).add('evidence', { kind: 'figure', figure });
    const book = readBook(doc);
    expect(book.evidence.find((one) => one.id === id)?.figure?.of).toBe(of);
    expect(book.conclusions.get('a')?.blocks[0]?.children[0]).toMatchObject({ figure: { of } });
  });

  test('numbers that arithmetic would carry beyond all bounds are unknown, and those too small to divide by are 0', () => {
    expect([1e308, -Infinity, NaN, 2 ** 53].map(finite)).toEqual([null, null, null, null]);
    expect([5e-324, -1e-13].map(finite)).toEqual([0, 0]);
    expect([0.1, -12.5, 2 ** 53 - 1].map(finite)).toEqual([0.1, -12.5, 2 ** 53 - 1]);
  });

  test('read anything a peer may have written, as a whole book of sound values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...PLAIN_TABLES, ...RECORD_TABLES), key, fc.option(key), garbage), {
          maxLength: 40,
        }),
        (writes) => {
          const doc = new Y.Doc({ guid: 'g' });
          const reader = new BookReader(doc, () => {});
          for (const [table, row, field, value] of writes) {
            const root = doc.getMap<unknown>(table);
            if (field === null) put(root, row, value);
            else {
              if (!(root.get(row) instanceof Y.Map)) root.set(row, new Y.Map());
              const fields = root.get(row);
              if (fields instanceof Y.Map) put(fields, field, value);
            }
          }
          const book = readBook(doc);
          expect(reader.book).toEqual(book);
          for (const table of RECORD_TABLES) {
            const derived = isTree(table) ? ['parent', 'rescued'] : [];
            for (const record of book[table])
              expect(Object.keys(record).sort()).toEqual(['id', ...derived, ...Object.keys(RECORDS[table])].sort());
          }
          book.causes.forEach(({ parent }, at) => {
            if (parent !== null) expect(book.causes.slice(0, at).some((cause) => cause.id === parent)).toBe(true);
          });
          for (const [cellKey, cell] of book.cells) {
            expect(isNumberOrNull(cell.value)).toBe(true);
            expect(parsePeriod(cellKey.split('|')[2] ?? '')).not.toBeNull();
          }
          expect(book.settings.firstMonth).toBeGreaterThanOrEqual(1);
          expect(book.settings.firstMonth).toBeLessThanOrEqual(12);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a lock under the empty key is no lock, read at once or followed (seed 969126802)', () => {
    const doc = new Y.Doc({ guid: 'g' });
    const reader = new BookReader(doc, () => {});
    doc.getMap<unknown>('locks').set('', true);
    expect([reader.book.locks, readBook(doc).locks]).toEqual([new Set(), new Set()]);
  });

  test('read a root that is no map, and a conclusion that is no text', () => {
    const hostile = new Y.Doc();
    hostile.getArray('metrics').push([1, 2]);
    hostile.getText('cells').insert(0, 'x');
    hostile.getArray('conclusion/a').push([{ a: 1 }]);
    hostile.getText('conclusion/b').insert(0, 'text');
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(hostile));
    const book = readBook(doc);
    expect(book.metrics).toEqual([]);
    expect(book.cells.size).toBe(0);
  });

  test('causes whose parent is gone are rescued, and a circle is cut at its greatest id', () => {
    const doc = new Y.Doc();
    const causes = doc.getMap<Y.Map<unknown>>('causes');
    const put = (id: string, parent: string | null, deleted = false): void => {
      const fields = new Y.Map<unknown>();
      causes.set(id, fields);
      fields.set('place', [parent, 'a0']);
      if (deleted) fields.set('deleted', true);
    };
    put('gone', null, true);
    put('orphan', 'gone');
    put('a', 'c');
    put('b', 'a');
    put('c', 'b');
    const told = readBook(doc).causes.map(({ id, parent, rescued }) => [id, parent, rescued]);
    expect(told).toEqual([
      ['c', null, true],
      ['a', 'c', false],
      ['b', 'a', false],
      ['orphan', null, true],
    ]);
  });

  test('a chain of causes as deep as the table is read', () => {
    const doc = new Y.Doc();
    const causes = doc.getMap<Y.Map<unknown>>('causes');
    doc.transact(() => {
      for (let at = 0; at < 20_000; at++) {
        const fields = new Y.Map<unknown>();
        causes.set(`c${at}`, fields);
        fields.set('place', [at === 0 ? null : `c${at - 1}`, 'a0']);
      }
    });
    expect(
      readBook(doc)
        .causes.map((cause) => cause.id)
        .slice(0, 3),
    ).toEqual(['c0', 'c1', 'c2']);
    expect(readBook(doc).causes).toHaveLength(20_000);
  });

  test('one edit of a book with 10,000 cells reads one cell', () => {
    const doc = new Y.Doc();
    const cells = doc.getMap<unknown>('cells');
    doc.transact(() => {
      for (let at = 0; at < 10_000; at++) cells.set(`m${at}|actual|Y2025`, { value: at, source: { kind: 'typed' } });
    });
    const reader = new BookReader(doc, () => {});
    const before = reader.book.cells.get('m5|actual|Y2025');
    cells.set('m7|actual|Y2025', { value: -1, source: { kind: 'typed' } });
    expect(reader.book.cells.get('m7|actual|Y2025')?.value).toBe(-1);
    expect(reader.book.cells.get('m5|actual|Y2025')).toBe(before);
  });
});
