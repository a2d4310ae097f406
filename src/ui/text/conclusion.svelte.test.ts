import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CellSource, FigureRef } from '#core/book/book.ts';
import { readConclusion } from '#document/conclusion-text.ts';
import { setLanguage } from '#messages/locale.svelte.ts';
import { reportFormats } from '#messages/report-formats.ts';
import { flushSync } from 'svelte';
import { bookOf, metricOf, type CellRow } from '../../../tests/books/book-of.ts';
import { LiveBook } from '../../../tests/books/live-book.svelte.ts';
import { insertFigure, makeEditor } from './conclusion-editor.ts';
import type { FigureDesk } from './figure-desk.ts';
import { figureFacts } from './figure-facts.ts';
import { FigureMenu } from './figure-menu.svelte.ts';
import { confirmSentences, markedSentences, refreshMarks } from './stale-marks.ts';
import { isStale } from './stale-sentences.ts';

const data: CellSource = {
  kind: 'data',
  dataset: 'd',
  datasetName: 'Orders.csv',
  kpi: 'sales',
  computedAt: '2026-01-04T08:00:00Z',
  numerator: null,
  denominator: null,
  toDate: false,
};
const CELLS: readonly CellRow[] = [
  ['sales', 'actual', 'Y2025', 1_000_000_000, data],
  ['sales', 'target', 'Y2025', 833_000_000],
  ['sales', 'actual', 'Y2024', 833_000_000, data],
];
const ref = (figure: FigureRef['figure']): FigureRef => ({ metric: 'sales', figure, period: 'Y2025' });

let session: LiveBook;
let desk: FigureDesk;
let editor: ReturnType<typeof makeEditor> | undefined;

beforeEach(() => {
  setLanguage('en');
  session = new LiveBook(bookOf({ metrics: [metricOf('sales', { name: 'Sales' })], cells: CELLS }));
  desk = {
    get book() {
      return session.book;
    },
    get evaluation() {
      return session.evaluation;
    },
    facts: (of) => figureFacts(session.book, session.evaluation, of, reportFormats('CNY', 1)),
    draft: () => [],
    told: (figure) => reportFormats('CNY', 1).figure(figure),
  };
});
afterEach(() => {
  editor?.destroy();
  editor = undefined;
});

function open() {
  const element = document.createElement('div');
  document.body.append(element);
  return (editor = makeEditor({
    element,
    fragment: session.conclusionText('sales'),
    undo: session.conclusionUndo,
    desk,
    owner: 'sales',
    label: 'Conclusion',
    placeholder: () => 'Write',
    editable: true,
    onslash: () => {},
    onchange: () => {},
  }));
}

describe('the facts behind a figure', () => {
  test('give the computation with its numbers and every source once', () => {
    expect(desk.facts(ref('attainment'))).toMatchObject({
      short: '120.0%',
      formula: '¥10,000,000 ÷ ¥8,330,000',
      sources: ['Orders.csv, computed 4 Jan 2026', 'Entered by the team'],
    });
    expect(desk.facts(ref('growth')).formula).toBe('¥10,000,000 ÷ ¥8,330,000 − 1');
    expect(desk.facts(ref('actual')).full).toBe('¥10,000,000');
  });

  test('say when the metric is gone', () => {
    expect(desk.facts({ ...ref('actual'), metric: 'gone' })).toMatchObject({ short: '–', lost: true });
  });
});

describe('the editor', () => {
  test('opening and closing writes nothing', () => {
    const before = session.conclusionText('sales').toString();
    open().destroy();
    expect(session.conclusionText('sales').toString()).toBe(before);
    expect(session.book.conclusions.get('sales')?.blocks ?? []).toEqual([]);
  });

  test('shows a draft, and its figures follow the book', () => {
    const made = open();
    session.edit.writeConclusion('sales', [
      {
        children: [
          { kind: 'text', text: 'Reached ', bold: true },
          { kind: 'chip', figure: ref('attainment') },
        ],
      },
    ]);
    flushSync();
    expect(made.view.dom.textContent).toContain('Reached 120.0%');
    session.edit.setCell('sales', 'target', 'Y2025', 2_000_000_000);
    flushSync();
    expect(made.view.dom.textContent).toContain('Reached 50.0%');
    setLanguage('zh-Hans');
    session.edit.writeConclusion('sales', [{ children: [{ kind: 'chip', figure: ref('actual') }] }]);
    flushSync();
    expect(made.view.dom.textContent).toContain('1,000万');
  });

  test('writes text and figures that the book reads back', () => {
    const made = open();
    made.commands.insertContent({ type: 'text', text: 'Growth of ' });
    insertFigure(made, ref('growth'), 0.2);
    const [block] = readConclusion(session.conclusionText('sales')).blocks;
    expect(block?.children).toEqual([
      { kind: 'text', text: 'Growth of ', bold: false },
      { kind: 'chip', figure: ref('growth'), seen: 0.2 },
      { kind: 'text', text: ' ', bold: false },
    ]);
  });

  test('shares the book’s undo', () => {
    const made = open();
    made.commands.insertContent({ type: 'text', text: 'One' });
    session.edit.setCell('sales', 'target', 'Y2025', 5);
    session.undo();
    expect(session.book.cells.get('sales|target|Y2025')?.value).toBe(833_000_000);
    expect(made.getText()).toBe('One');
    session.undo();
    expect(made.getText()).toBe('');
  });
});

describe('sentences whose figures have changed', () => {
  const write = (words: string) =>
    session.edit.writeConclusion('sales', [
      {
        children: [
          { kind: 'text', text: 'A fine year. We reached ', bold: false },
          { kind: 'chip', figure: ref('attainment'), seen: 1.2 },
          { kind: 'text', text: words, bold: false },
        ],
      },
    ]);
  const marks = (made: ReturnType<typeof open>) =>
    [...made.view.dom.querySelectorAll('.stale')].map((mark) => mark.textContent).join('');
  const listed = (made: ReturnType<typeof open>) => markedSentences(made.state.doc, desk, 'sales');

  test('are marked until they are confirmed, and undo takes the confirming back', () => {
    const made = open();
    write(', above plan.');
    expect(listed(made)).toEqual([]);
    session.edit.setCell('sales', 'target', 'Y2025', 2_000_000_000);
    refreshMarks(made);
    flushSync();
    expect(marks(made)).toBe('We reached 50.0%, above plan.');
    expect(listed(made).map(({ words, moved }) => [words, moved.map(({ before }) => desk.told(before))])).toEqual([
      ['We reached 50.0%, above plan.', ['120.0%']],
    ]);
    confirmSentences(made, desk, listed(made));
    expect(listed(made)).toEqual([]);
    expect(marks(made)).toBe('');
    expect(readConclusion(session.conclusionText('sales')).blocks[0]?.children[1]).toMatchObject({ seen: 0.5 });
    session.undo();
    expect(listed(made)).toHaveLength(1);
  });

  test('need no confirming where today’s draft says the very same', () => {
    const made = open();
    write(', above plan.');
    session.edit.setCell('sales', 'target', 'Y2025', 2_000_000_000);
    desk = {
      ...desk,
      book: session.book,
      evaluation: session.evaluation,
      draft: () => session.book.conclusions.get('sales')?.blocks ?? [],
    };
    expect(markedSentences(made.state.doc, desk, 'sales')).toEqual([]);
    expect(isStale(desk, 'sales')).toBe(false);
    expect(isStale({ ...desk, draft: () => [] }, 'sales')).toBe(true);
  });

  test('wander with the text that is typed before them', () => {
    const made = open();
    write(', above plan.');
    session.edit.setCell('sales', 'target', 'Y2025', 2_000_000_000);
    made.commands.insertContentAt(1, { type: 'text', text: 'Well. ' });
    flushSync();
    expect(marks(made)).toBe('We reached 50.0%, above plan.');
  });
});

test('the figure menu finds figures by words of metric and figure, known ones only', () => {
  const menu = new FigureMenu(desk, 'sales');
  menu.search('sales att');
  expect(menu.shown.map((choice) => [choice.figure, choice.text])).toEqual([['Attainment', '120.0%']]);
  menu.search('relative');
  expect(menu.shown).toEqual([]);
});
