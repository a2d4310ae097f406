import { beforeEach, describe, expect, test } from 'vitest';
import { setLanguage } from '#messages/locale.svelte.ts';
import { bookOf, metricOf, type CellRow } from '../../../../../tests/books/book-of.ts';
import { LiveBook } from '../../../../../tests/books/live-book.svelte.ts';
import { Scorecard } from './scorecard.svelte.ts';
import { SCORE_COLUMNS } from './scorecard-columns.ts';

const CELLS: readonly CellRow[] = [
  ['sales', 'actual', 'Y2025', 1_000_000_000],
  ['sales', 'target', 'Y2025', 833_000_000],
  ['sales', 'actual', 'Y2024', 833_000_000],
  ['rate', 'actual', 'Y2025', 0.27],
  ['rate', 'target', 'Y2025', 0.3],
  ['rate', 'actual', 'Y2024', 0.25],
];

let session: LiveBook;
let scorecard: Scorecard;

beforeEach(() => {
  setLanguage('en');
  session = new LiveBook(
    bookOf({
      metrics: [
        metricOf('buyers', { name: 'Buyers', unit: 'count', level: 'supporting' }),
        metricOf('sales', { name: 'Sales', level: 'core' }),
        metricOf('rate', { name: 'Rate', unit: 'percent', level: 'key', yearly: 'none' }),
      ],
      cells: CELLS,
    }),
  );
  scorecard = new Scorecard(session);
});

const at = (id: string): number => SCORE_COLUMNS.findIndex((column) => column.id === id);
const text = (row: number, id: string): string => scorecard.cell(row, at(id)).text;

describe('the scorecard', () => {
  test('speaks of core metrics first, then key, then supporting', () => {
    expect(scorecard.rows.map((row) => [row.title, row.group])).toEqual([
      ['Sales', 'Core'],
      ['Rate', 'Key'],
      ['Buyers', 'Supporting'],
    ]);
  });

  test('shows a figure in full, its comparisons, and unknown as a dash', () => {
    expect([text(0, 'actual'), text(0, 'attainment'), text(0, 'growth')]).toEqual(['10,000,000', '120.0%', '+20.0%']);
    expect([text(1, 'change'), text(1, 'attainment')]).toEqual(['+2.0 pp', '90.0%']);
    expect([text(2, 'actual'), text(2, 'verdict'), text(0, 'market')]).toEqual(['–', '–', '–']);
  });

  test('turns a met target into an easy one when the market grew faster', () => {
    expect(text(0, 'verdict')).toBe('Met, market unknown');
    session.edit.add('benchmarks', {
      metric: 'sales',
      kind: 'market',
      year: 2025,
      name: '',
      measure: 'growth',
      value: 0.5,
      source: 'Association',
      date: '2026-01',
      confidence: 'A',
    });
    expect([text(0, 'verdict'), text(0, 'market'), text(0, 'relativeShare')]).toEqual([
      'Easy target',
      '+50.0%',
      '−20.0%',
    ]);
  });

  test('writes what is typed in its own unit, as one step of undo', () => {
    scorecard.write([
      { row: 0, column: at('actual'), text: '1200万' },
      { row: 1, column: at('target'), text: '35%' },
      { row: 1, column: at('lastYear'), text: '28' },
    ]);
    expect(session.book.cells.get('sales|actual|Y2025')?.value).toBe(1_200_000_000);
    expect(session.book.cells.get('rate|target|Y2025')?.value).toBe(0.35);
    expect(session.book.cells.get('rate|actual|Y2024')?.value).toBe(0.28);
    scorecard.undo();
    expect(session.book.cells.get('sales|actual|Y2025')?.value).toBe(1_000_000_000);
    expect(session.book.cells.get('rate|target|Y2025')?.value).toBe(0.3);
  });

  test('gives back exactly what it would read', () => {
    expect(scorecard.cell(0, at('actual')).exact).toBe('10000000');
    expect(scorecard.cell(1, at('actual')).exact).toBe('27%');
    expect(scorecard.cell(2, at('actual')).exact).toBe('');
  });

  test('refuses what is no number, in words', () => {
    expect(scorecard.refuse(0, at('actual'), 'many')).toBe('“many” is not a number here.');
    expect(scorecard.refuse(0, at('actual'), '')).toBeNull();
  });

  test('opens a figure’s card, and the benchmarks of a comparison from outside', () => {
    const anchor = document.createElement('div');
    scorecard.open(0, at('yearBeforeLast'), anchor, true);
    expect(scorecard.card?.ref).toEqual({ metric: 'sales', figure: 'actual', period: 'Y2023' });
    scorecard.open(0, at('market'), anchor, true);
    expect(scorecard.benchmarks?.kind).toBe('market');
  });
});

describe('the order of metrics', () => {
  test('moves within a level only', () => {
    session.edit.change('metrics', 'rate', { level: 'core' });
    const names = () => scorecard.rows.map((row) => row.title);
    const rate = scorecard.scores.find((row) => row.metric.id === 'rate')?.metric;
    expect(names()).toEqual(['Sales', 'Rate', 'Buyers']);
    if (rate) scorecard.move(rate, -1);
    expect(names()).toEqual(['Rate', 'Sales', 'Buyers']);
    if (rate) scorecard.move(rate, -1);
    expect(names()).toEqual(['Rate', 'Sales', 'Buyers']);
    if (rate) scorecard.move(rate, 1);
    expect(names()).toEqual(['Sales', 'Rate', 'Buyers']);
  });

  test('a removed metric comes back with undo', () => {
    const sales = scorecard.scores[0]?.metric;
    if (sales) scorecard.remove(sales);
    expect(scorecard.rows).toHaveLength(2);
    scorecard.undo();
    expect(scorecard.rows).toHaveLength(3);
  });
});
