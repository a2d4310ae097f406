import type { CellKey } from '#core/book/book.ts';
import { monthKey } from '#core/period.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { bookEdits } from './edits.ts';
import { BookReader, readBook } from './read-book.ts';
import { copyOf, filledDoc } from './testing.ts';

/** Numbers that steer one edit; what they mean depends on what the replica holds. */
const step = fc.record({
  peer: fc.nat(3),
  verb: fc.nat(11),
  a: fc.nat(11),
  b: fc.nat(5),
  value: fc.integer({ min: -1000, max: 1000 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function act(doc: Y.Doc, reader: BookReader, { verb, a, b, value }: Step): CellKey | null {
  const edit = bookEdits(doc, null);
  const ids = reader.book.metrics.map((metric) => metric.id);
  const id = ids[a % ids.length] ?? 'a';
  const period = monthKey(24300 + a);
  if (verb <= 1) {
    edit.setCell(id, 'actual', period, value);
    return `${id}|actual|${period}`;
  }
  if (verb === 2) edit.addMetric({ name: `n${value}`, level: 'key' });
  if (verb === 3) edit.moveMetric(id, ids[b] ?? null);
  if (verb === 4) edit.change('metrics', id, { name: `r${value}` });
  if (verb === 5 && ids.length > 2) edit.removeMetric(id);
  if (verb === 6) edit.setLock(id, period, value > 0);
  if (verb === 7) edit.writeConclusion(id, [{ children: [{ kind: 'text', text: `c${value}`, bold: b > 2 }] }]);
  const causes = reader.book.causes.map((cause) => cause.id);
  const cause = causes[a % Math.max(1, causes.length)] ?? null;
  const other = causes[b % Math.max(1, causes.length)] ?? null;
  if (verb === 8) edit.addCause({ metric: id, text: `w${value}` }, value > 0 ? cause : null);
  if (verb === 9 && cause) edit.placeCause(cause, value > 0 ? other : null, other);
  if (verb === 10 && cause && value > 500) edit.removeCause(cause);
  if (verb === 11) edit.add('costs', { name: `l${value}` }, reader.book.costs[b]?.id ?? null);
  return null;
}

describe('replicas', () => {
  test('any edits delivered in any order converge, and no written cell is lost', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (steps, order) => {
        const first = filledDoc();
        const docs = [first, copyOf(first), copyOf(first), copyOf(first)];
        const readers = docs.map((doc) => new BookReader(doc, () => {}));
        const updates: Uint8Array[] = [];
        for (const doc of docs)
          doc.on('update', (update: Uint8Array, origin: unknown) => {
            if (origin !== 'net') updates.push(update);
          });
        const written = new Set<CellKey>();
        for (const one of steps) {
          const [doc, reader] = [docs[one.peer], readers[one.peer]];
          if (!doc || !reader) continue;
          const key = act(doc, reader, one);
          if (key) written.add(key);
          // Some updates arrive early and out of order.
          const early = updates[order.next().value % Math.max(1, updates.length)];
          const target = docs[order.next().value % docs.length];
          if (early && target && order.next().value % 2) Y.applyUpdate(target, early, 'net');
        }
        for (const doc of docs)
          for (const update of [...updates].sort(() => (order.next().value % 2) - 0.5))
            Y.applyUpdate(doc, update, 'net');
        const books = readers.map((reader) => reader.book);
        for (const [index, doc] of docs.entries()) {
          expect(books[index]).toEqual(readBook(doc));
          expect(books[index]).toEqual(books[0]);
        }
        const causes = books[0]?.causes ?? [];
        causes.forEach(({ parent }, at) => {
          if (parent !== null) expect(causes.slice(0, at).some((cause) => cause.id === parent)).toBe(true);
        });
        for (const key of written) expect(books[0]?.cells.has(key)).toBe(true);
        expect(new Set(books[0]?.metrics.map((metric) => metric.id)).size).toBe(books[0]?.metrics.length);
      }),
      { numRuns: 60 },
    );
  });
});
