import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Page, Report, Table } from '../page.ts';
import { textHeight } from './fit-text.ts';
import { SLIDE, type Slide } from './slide.ts';
import { slidesOf } from './slides.ts';
import { clip, lineCount } from './text-measure.ts';

const page = (change: Partial<Page>): Page => ({
  id: 'p',
  kind: 'scorecard',
  title: 'A title',
  lead: '',
  layout: 'flow',
  blocks: [],
  source: '',
  notes: '',
  missing: '',
  ...change,
});
const report = (...pages: Page[]): Report => ({ locale: 'en', title: '', subtitle: '', stamp: '', pages });

const table = (rows: number, text = (row: number) => `row ${row}`): Table => ({
  id: 't',
  caption: '',
  columns: [
    { title: 'Name', align: 'start', width: 0.6 },
    { title: 'Value', align: 'end', width: 0.4 },
  ],
  rows: Array.from({ length: rows }, (_, row) => ({
    emphasis: false,
    cells: [
      { text: text(row), value: null, tone: 'plain' },
      { text: `${row * 1000}`, value: row * 1000, tone: 'plain' },
    ],
  })),
});

const shownRows = (slides: readonly Slide[]): string[] =>
  slides.flatMap((slide) =>
    slide.boxes.flatMap((box) => (box.kind === 'table' ? box.table.rows.map((row) => row.cells[1]?.text ?? '') : [])),
  );

describe('RE12 slides', () => {
  test('a long table continues with its head, and every row is on one slide', () => {
    const slides = slidesOf(report(page({ blocks: [{ kind: 'table', table: table(60) }] })));
    expect(slides.length).toBeGreaterThan(2);
    expect(shownRows(slides)).toEqual(table(60).rows.map((row) => row.cells[1]?.text));
    for (const slide of slides) {
      for (const box of slide.boxes) expect(box.kind === 'table' && box.table.columns[0]?.title).toBe('Name');
    }
  });

  test('nothing leaves its slide, whatever is written', () => {
    const word = fc.string({ unit: fc.constantFrom(...'年度总结 review，Wide<&>"'), maxLength: 300 });
    const spans = fc.array(word, { maxLength: 12 });
    fc.assert(
      fc.property(
        word,
        word,
        spans,
        fc.nat(40),
        fc.constantFrom('flow', 'split'),
        (title, lead, texts, rows, layout) => {
          const paragraphs = texts.map((text) => [{ text, bold: false, figure: false }]);
          const blocks = [
            { kind: 'text', paragraphs } as const,
            { kind: 'table', table: table(rows, (row) => texts[row % texts.length] ?? '') } as const,
          ];
          for (const slide of slidesOf(report(page({ title, lead, layout, blocks })))) {
            for (const box of [slide.title, ...(slide.lead ? [slide.lead] : []), ...slide.boxes]) {
              expect(box.x).toBeGreaterThanOrEqual(0);
              expect(box.x + box.width).toBeLessThanOrEqual(SLIDE.width);
              expect(box.y + box.height).toBeLessThanOrEqual(496);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a text keeps all its words over its slides', () => {
    const text = '会员增长放缓，需要把二次购买前置。'.repeat(120);
    const blocks = [{ kind: 'text', paragraphs: [[{ text, bold: false, figure: false }]] }] as const;
    const slides = slidesOf(report(page({ blocks })));
    expect(slides.length).toBeGreaterThan(1);
    const shown = slides.flatMap((slide) =>
      slide.boxes.flatMap((box) => (box.kind === 'text' ? box.paragraphs.flat().map((span) => span.text) : [])),
    );
    expect(shown.join('')).toBe(text);
  });

  test('wide characters take twice the room', () => {
    expect(lineCount('年'.repeat(20), 100, 10)).toBe(3);
    expect(lineCount('a'.repeat(16), 100, 10)).toBe(1);
    expect(clip('年'.repeat(20), 100, 10, 1)).toBe(`${'年'.repeat(8)}…`);
    expect(textHeight([], 100, 10)).toBe(0);
  });
});
