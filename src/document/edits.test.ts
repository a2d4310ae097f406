import type { Benchmark, SegmentSeries } from '#core/book/book.ts';
import { describe, expect, test } from 'vitest';
import { bookEdits } from './edits.ts';
import { BookReader, readBook } from './read-book.ts';
import { content, copyOf, filledDoc } from './testing.ts';
import { BookUndo, ORIGIN } from './undo.ts';
import * as Y from 'yjs';

const open = (doc = filledDoc()) => {
  const undo = new BookUndo(doc);
  const reader = new BookReader(doc, () => {});
  return { doc, undo, reader, edit: bookEdits(doc, undo), ids: () => reader.book.metrics.map((metric) => metric.id) };
};

const BENCHMARK: Omit<Benchmark, 'id'> = {
  metric: 'a',
  kind: 'market',
  year: 2025,
  name: '',
  measure: 'growth',
  value: 0.1,
  source: 'NBS',
  date: '2026-01',
  confidence: 'A',
};

describe('verbs', () => {
  test('causes are added, moved below one another and removed with all that stands under them, in one step', () => {
    const { edit, reader, undo } = open();
    const tree = () => reader.book.causes.map(({ text, parent }) => [text, parent]);
    const top = edit.addCause({ metric: 'a', year: 2025, finding: 'gap', text: 'top' }, null);
    const late = edit.addCause({ metric: 'a', text: 'late' }, null);
    const first = edit.addCause({ metric: 'a', text: 'first' }, null, late);
    expect(tree().map(([text]) => text)).toEqual(['top', 'first', 'late']);
    edit.placeCause(first, top, null);
    edit.placeCause(late, first, null);
    expect(tree()).toEqual([
      ['top', null],
      ['first', top],
      ['late', first],
    ]);
    edit.placeCause(top, late, null);
    expect(tree()[0]).toEqual(['top', null]);
    edit.add('evidence', { owner: late, text: 'told' });
    edit.add('actions', { cause: first, text: 'done' });
    edit.add('evidence', { owner: 'elsewhere' });
    edit.removeCause(first);
    expect(tree()).toEqual([['top', null]]);
    expect(reader.book.evidence.map(({ owner }) => owner)).toEqual(['elsewhere']);
    expect(reader.book.actions).toEqual([]);
    undo.undo();
    expect(tree()).toHaveLength(3);
    expect(reader.book.actions).toHaveLength(1);
  });

  test('a cause can be placed before one that lost its parent', () => {
    const { doc, edit, reader } = open();
    const top = edit.addCause({ metric: 'a', text: 'top' }, null);
    const other = copyOf(doc);
    const child = bookEdits(other, null).addCause({ metric: 'a', text: 'child' }, top);
    edit.removeCause(top);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    edit.addCause({ metric: 'a', text: 'last' }, null);
    const before = edit.addCause({ metric: 'a', text: 'before' }, null, child);
    const at = (id: string): number => reader.book.causes.findIndex((cause) => cause.id === id);
    expect(at(before)).toBe(at(child) - 1);
  });

  test('records added together stand in the order they were added, whatever else is done between', () => {
    const { edit, reader } = open();
    const names = () => reader.book.costs.map(({ name }) => name);
    edit.together(() => {
      const first = edit.add('costs', { name: '1' });
      const second = edit.add('costs', { name: '2' });
      edit.add('costs', { name: '0' }, first);
      edit.add('costs', { name: '3' });
      edit.move('costs', first, null);
      edit.add('costs', { name: '4' });
      edit.remove('costs', second);
      edit.add('costs', { name: '5' });
    });
    expect(names()).toEqual(['0', '3', '1', '4', '5']);
    edit.add('costs', { name: '6' });
    expect(names().at(-1)).toBe('6');
  });

  test('several verbs together are one transaction and one step of undo', () => {
    const { doc, edit, reader, undo } = open();
    let transactions = 0;
    doc.on('update', () => (transactions += 1));
    edit.together(() => {
      edit.add('costs', { name: 'SMS' });
      edit.add('costs', { name: 'Gifts' });
    });
    expect(transactions).toBe(1);
    expect(reader.book.costs.map(({ name }) => name)).toEqual(['SMS', 'Gifts']);
    undo.undo();
    expect(reader.book.costs).toEqual([]);
  });

  test('highlights and dismissals are kept, and taken back', () => {
    const { edit, reader } = open();
    edit.setHighlight('a', 2025, 'pinned');
    edit.dismissCheck('no-target|a', 'agreed with finance');
    expect(reader.book.highlights.get('a|Y2025')).toBe('pinned');
    expect(reader.book.dismissals.get('no-target|a')).toEqual({ reason: 'agreed with finance' });
    edit.setHighlight('a', 2025, null);
    edit.restoreCheck('no-target|a');
    expect(reader.book.highlights.size + reader.book.dismissals.size).toBe(0);
  });

  test('what fills a book is what is read from it', () => {
    const filled = content({
      cells: new Map([['a|actual|M2025-01', { value: 12, source: { kind: 'typed' } }]]),
      benchmarks: [{ id: 'x', ...BENCHMARK }],
      segments: [
        {
          metric: 'a',
          dimension: 'channel',
          name: 'Web',
          byPeriod: new Map([['Y2025', 3]]),
          weights: new Map([['Y2025', 9]]),
        },
      ],
      causes: [
        { id: 'k', metric: 'a', year: 2025, finding: 'gap', parent: null, rescued: false, text: 'why', condition: '' },
        { id: 'j', metric: 'a', year: 2025, finding: 'gap', parent: 'k', rescued: false, text: 'so', condition: '' },
      ],
      highlights: new Map([['a|Y2025', 'dropped']]),
      dismissals: new Map([['x|a', { reason: 'known' }]]),
      locks: new Set(['a|M2026-01']),
      conclusions: new Map([['summary', { blocks: [{ children: [{ kind: 'text', text: 'Well.', bold: true }] }] }]]),
    });
    expect(readBook(filledDoc(filled))).toEqual({ id: 'book', ...filled });
  });

  test('a new metric goes behind the last of its level; moving keeps every other in its place', () => {
    const { edit, ids } = open();
    const key = edit.addMetric({ name: 'new', level: 'key' });
    expect(ids()).toEqual(['a', 'b', key, 'c']);
    edit.moveMetric('c', 'a');
    expect(ids()).toEqual(['c', 'a', 'b', key]);
    edit.moveMetric('c', null);
    expect(ids()).toEqual(['a', 'b', key, 'c']);
  });

  test('a transaction that changes nothing is no step, and leaves what can be brought back', () => {
    const { doc, edit, undo, ids } = open();
    const id = edit.addMetric({ name: 'Sales', level: 'core', unit: 'money', yearly: 'sum' });
    undo.stopCapturing();
    doc.transact(() => {}, ORIGIN.person);
    expect(undo.undoStack).toHaveLength(1);
    undo.undo();
    doc.transact(() => {}, ORIGIN.person);
    undo.redo();
    expect(ids()).toContain(id);
  });

  test('each verb is one step of undo, and redo brings it back', () => {
    const { edit, reader, undo } = open();
    edit.setCells([
      { metric: 'a', kind: 'actual', period: 'M2025-01', value: 1, source: { kind: 'typed' } },
      { metric: 'a', kind: 'actual', period: 'M2025-02', value: 2, source: { kind: 'typed' } },
    ]);
    edit.setCell('a', 'actual', 'M2025-01', 10);
    undo.undo();
    expect(reader.book.cells.get('a|actual|M2025-01')?.value).toBe(1);
    undo.undo();
    expect(reader.book.cells.size).toBe(0);
    undo.redo();
    undo.redo();
    expect(reader.book.cells.get('a|actual|M2025-01')?.value).toBe(10);
  });

  test("undo leaves a colleague's later edit alone", () => {
    const { doc, edit, reader, undo } = open();
    edit.setCell('a', 'target', 'Y2026', 5);
    const other = copyOf(doc);
    bookEdits(other, null).setCell('b', 'target', 'Y2026', 7);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    undo.undo();
    expect(reader.book.cells.get('a|target|Y2026')).toBeUndefined();
    expect(reader.book.cells.get('b|target|Y2026')?.value).toBe(7);
  });

  test('a removed metric is gone from the list, kept in the document, and back after undo', () => {
    const { edit, ids, undo, doc } = open();
    edit.removeMetric('b');
    expect(ids()).toEqual(['a', 'c']);
    expect(doc.getMap('metrics').has('b')).toBe(true);
    undo.undo();
    expect(ids()).toEqual(['a', 'b', 'c']);
  });

  test('benchmarks are added, changed and removed', () => {
    const { edit, reader } = open();
    const id = edit.add('benchmarks', BENCHMARK);
    edit.change('benchmarks', id, { value: 0.2 });
    expect(reader.book.benchmarks).toEqual([{ id, ...BENCHMARK, value: 0.2 }]);
    edit.remove('benchmarks', id);
    expect(reader.book.benchmarks).toEqual([]);
  });

  test('accepted actuals bring their segments; a period is replaced whole', () => {
    const { edit, reader } = open();
    const series = (name: string, value: number): SegmentSeries => ({
      metric: 'a',
      dimension: 'channel',
      name,
      byPeriod: new Map([['M2025-01', value]]),
    });
    edit.acceptActuals([], [series('live', 1), series('shop|one', 2)]);
    edit.acceptActuals([], [series('live', 3)]);
    expect(reader.book.segments).toEqual([series('live', 3)]);
  });

  test('a written conclusion reads back with chips and bold, and its undo brings the old one', () => {
    const { edit, reader, undo } = open();
    const chip = { kind: 'chip', figure: { metric: 'a', figure: 'benchmark', period: 'Y2025', of: 'x' } } as const;
    const blocks = [
      { children: [{ kind: 'text', text: 'Up ', bold: false }, { kind: 'text', text: 'much', bold: true }, chip] },
      { children: [{ kind: 'text', text: '。', bold: false }] },
    ] as const;
    edit.writeConclusion('a', blocks);
    expect(reader.book.conclusions.get('a')).toEqual({ blocks });
    edit.writeConclusion('a', [{ children: [{ kind: 'text', text: 'Other', bold: false }] }]);
    undo.undo();
    expect(reader.book.conclusions.get('a')).toEqual({ blocks });
  });

  test("the text editor's typing is undone in the same order as cells, and closing it ends nothing", () => {
    const { doc, edit, reader, undo } = open();
    const editor = { key: 'y-sync$' };
    undo.addTrackedOrigin(editor);
    const type = (text: string): void =>
      doc.transact(() => doc.getXmlFragment('conclusion/a').insert(0, [new Y.XmlText(text)]), editor);
    edit.setCell('a', 'actual', 'Y2025', 1);
    type('x');
    type('y');
    edit.setCell('a', 'actual', 'Y2025', 2);
    undo.destroy();
    undo.undo();
    expect(reader.book.cells.get('a|actual|Y2025')?.value).toBe(1);
    undo.undo();
    expect(reader.book.conclusions.get('a')?.blocks).toEqual([]);
    undo.undo();
    expect(reader.book.cells.size).toBe(0);
  });

  test('an edit replaces only the part of the book that it touches', () => {
    const { edit, reader } = open();
    const before = reader.book;
    edit.setCell('a', 'actual', 'Y2025', 3);
    expect(reader.book).not.toBe(before);
    expect(reader.book.metrics).toBe(before.metrics);
    expect(reader.book.conclusions).toBe(before.conclusions);
    edit.change('metrics', 'b', { name: 'B' });
    expect(reader.book.metrics[0]).toBe(before.metrics[0]);
  });

  test('a value that is already there is not written again', () => {
    const { edit, doc } = open();
    edit.setCell('a', 'actual', 'Y2025', 3);
    const state = Y.encodeStateVector(doc);
    edit.setCell('a', 'actual', 'Y2025', 3);
    edit.change('metrics', 'b', { name: 'b', formula: null });
    expect(Y.encodeStateVector(doc)).toEqual(state);
  });

  test('a book of a newer reader is shown and not written', () => {
    const { doc, edit, reader } = open();
    doc.getMap('meta').set('minReader', 99);
    edit.setCell('a', 'actual', 'Y2025', 3);
    expect(reader.book.cells.size).toBe(0);
  });

  test('reading and opening write nothing', () => {
    const doc = new Y.Doc();
    readBook(doc);
    open(doc);
    expect(doc.store.clients.size).toBe(0);
  });
});
