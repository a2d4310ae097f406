import { beforeEach, describe, expect, test } from 'vitest';
import type { Metric } from '#core/book/book.ts';
import { setLanguage } from '#messages/locale.svelte.ts';
import { Grid } from '#ui/grid/grid.svelte.ts';
import { bookOf, metricOf, monthCells } from '../../../../../../tests/books/book-of.ts';
import { LiveBook } from '../../../../../../tests/books/live-book.svelte.ts';
import { MonthsSheet } from './months-sheet.svelte.ts';

const twelve = (value: number): number[] => Array.from({ length: 12 }, () => value);
const SALES = metricOf('sales', { unit: 'count' });
const RATE = metricOf('rate', { unit: 'percent', yearly: 'none' });

let session: LiveBook;
const sheetOf = (metric: Metric): MonthsSheet =>
  new MonthsSheet(
    session,
    () => metric,
    () => {},
  );
const column = (sheet: MonthsSheet, at: number): string[] => sheet.rows.map((_, row) => sheet.cell(row, at).text);

beforeEach(() => {
  setLanguage('en');
  session = new LiveBook(bookOf({ metrics: [SALES, RATE], cells: monthCells('sales', 'actual', 2024, twelve(100)) }));
});

describe('the months of a metric', () => {
  test('stand together, so that a column of twelve pastes as it is and sums below', () => {
    const sheet = sheetOf(SALES);
    new Grid(() => sheet).paste('', twelve(120).join('\r\n'));
    expect(column(sheet, 0)).toEqual(
      [...twelve(120), ...[360, 360, 360, 360], 1440].map((value) => value.toLocaleString('en')),
    );
    expect(sheet.cell(16, 4).text).toBe('+20.0%');
    sheet.undo();
    expect(sheet.cell(0, 0).text).toBe('–');
  });

  test('let last year be typed too', () => {
    const sheet = sheetOf(SALES);
    sheet.write([{ row: 0, column: 3, text: '150' }]);
    expect(session.book.cells.get('sales|actual|M2024-01')?.value).toBe(150);
  });

  test('cannot be typed where they are sums, and can where a rate has a value of its own', () => {
    expect([0, 12, 16].map((row) => sheetOf(SALES).cell(row, 0).editable)).toEqual([true, false, false]);
    const sheet = sheetOf(RATE);
    expect([0, 12, 16].map((row) => sheet.cell(row, 0).editable)).toEqual([true, true, true]);
    sheet.write([{ row: 12, column: 0, text: '31%' }]);
    expect(session.book.cells.get('rate|actual|Q2025-1')?.value).toBe(0.31);
  });
});
