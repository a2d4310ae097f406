import { describe, expect, test } from 'vitest';
import { bookOf, metricOf, monthCells, yearCell, type CellRow } from '../../../tests/books/book-of.ts';
import { highlightKey, type HighlightChoice, type Metric } from '../book/book.ts';
import { scorecardOf } from '../comparison/scorecard.ts';
import type { Highlight } from '../evaluation.ts';
import { highlightsOf } from './highlights.ts';

const metrics: readonly Metric[] = [
  metricOf('sales', { formula: { kind: 'product', of: ['buyers', 'spend'] } }),
  metricOf('spend', { level: 'key', unit: 'times', formula: { kind: 'product', of: ['frequency', 'value'] } }),
  ...['buyers', 'frequency', 'value', 'apart'].map((id) => metricOf(id, { level: 'supporting', unit: 'count' })),
];

const years = (id: string, last: number, now: number): readonly CellRow[] => [
  yearCell(id, 'actual', 2024, last),
  yearCell(id, 'actual', 2025, now),
];

const found = (
  cells: readonly CellRow[],
  choices: Readonly<Record<string, HighlightChoice>> = {},
): readonly Highlight[] => {
  const highlights = new Map(Object.entries(choices).map(([id, choice]) => [highlightKey(id, 2025), choice]));
  const book = bookOf({ metrics, cells, highlights });
  return highlightsOf(book, scorecardOf(book));
};

describe('highlights', () => {
  test('RV60 supporting metrics that feed, at any depth, by how far they went beyond', () => {
    const cells = [...years('buyers', 100, 115), ...years('value', 100, 60), ...years('apart', 100, 300)];
    expect(found(cells)).toMatchObject([
      { metric: 'value', reason: { kind: 'large-change', least: 0.1 }, feeds: ['sales', 'spend'], size: 4 },
      { metric: 'buyers', feeds: ['sales'], size: expect.closeTo(1.5, 12), growth: { kind: 'ratio', value: 0.15 } },
    ]);
  });
  test('RV60 a small change, or one of a core or key metric, is none', () => {
    expect(found([...years('buyers', 100, 109), ...years('spend', 1, 9), ...years('sales', 1, 9)])).toEqual([]);
  });
  test('RV60 with history the metric’s own swing decides', () => {
    // Months 8% up, each 1 point nearer or farther: a steady metric, and one that swings by 30 points.
    const months = (swing: number, up: number): readonly number[] =>
      Array.from({ length: 12 }, (_, index) => Math.round(10_000 * (1 + up + (index % 2 === 0 ? swing : -swing))));
    const last = Array.from({ length: 12 }, () => 10_000);
    const cells = (swing: number): readonly CellRow[] => [
      ...monthCells('buyers', 'actual', 2024, last),
      ...monthCells('buyers', 'actual', 2025, months(swing, 0.08)),
    ];
    const [steady] = found(cells(0.01));
    expect(steady).toMatchObject({ metric: 'buyers', reason: { kind: 'beyond-usual', months: 12 } });
    expect(steady?.reason.kind === 'beyond-usual' ? steady.reason.usual : NaN).toBeCloseTo(1.4826 * 0.01, 6);
    // 8% over the floor of 2%.
    expect(steady?.size).toBeCloseTo(0.08 / 0.02, 6);
    expect(found(cells(0.3))).toEqual([]);
  });
  test('RV60 pinned stand first, of any level and unknown change; dropped are out; choices of another year count for nothing', () => {
    const cells = [...years('buyers', 100, 150), ...years('value', 100, 60), ...years('sales', 100, 101)];
    const told = found(cells, { sales: 'pinned', frequency: 'pinned', value: 'dropped' });
    expect(told.map((one) => one.metric)).toEqual(['sales', 'frequency', 'buyers']);
    expect(told.slice(0, 2)).toMatchObject([
      { reason: { kind: 'pinned' }, size: expect.closeTo(0.1, 12) },
      { reason: { kind: 'pinned' }, size: null, feeds: ['sales', 'spend'] },
    ]);
    const book = bookOf({ metrics, cells, highlights: new Map([[highlightKey('value', 2024), 'dropped' as const]]) });
    expect(highlightsOf(book, scorecardOf(book)).map((one) => one.metric)).toEqual(['buyers', 'value']);
  });
});
