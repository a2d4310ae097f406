import { setLanguage } from '#messages/locale.svelte.ts';
import { Grid } from '#ui/grid/grid.svelte.ts';
import { readRecords } from '#ui/paste/read-records.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { bookOf, metricOf, monthCells } from '../../../../../../tests/books/book-of.ts';
import { costLineOf } from '../../../../../../tests/books/cost-line-of.ts';
import { LiveBook } from '../../../../../../tests/books/live-book.svelte.ts';
import { costOfPieces, pasteColumns } from './cost-paste.ts';
import { CostScreen } from './cost-screen.svelte.ts';
import { CostSheet } from './cost-sheet.svelte.ts';

const twelve = (value: number): number[] => Array.from({ length: 12 }, () => value);
const GIFTS = costLineOf('gifts', { name: 'Gifts', budgetQuantity: 1000, actualQuantity: 1100 });
const MEDIA = costLineOf('media', { name: 'Media', category: 'media' });
const LAST_YEARS = costLineOf('old', { year: 2024 });

let session: LiveBook;
let screen: CostScreen;
let sheet: CostSheet;

function open(cells: Parameters<typeof bookOf>[0]['cells'] = []): void {
  session = new LiveBook(bookOf({ metrics: [metricOf('sales')], costs: [LAST_YEARS, GIFTS, MEDIA], cells }));
  screen = new CostScreen(session);
  sheet = new CostSheet(screen);
}
/** The row's texts by column title. */
const shown = (row: number): Record<string, string> =>
  Object.fromEntries(sheet.columns.map(({ title }, at) => [title, sheet.cell(row, at).text]));
const columnAt = (title: string): number => sheet.columns.findIndex((column) => column.title === title);
const nameOf = (id: string): string => session.book.costs.find((line) => line.id === id)?.name ?? '';

beforeEach(() => {
  setLanguage('en');
  open();
});

describe('the sheet of cost lines', () => {
  test('holds the lines of the year and their total, and opens where amounts are typed until there are some', () => {
    expect(sheet.rows.map(({ title }) => title)).toEqual(['Gifts', 'Media', 'Total']);
    expect(sheet.view).toBe('budget');
    open(monthCells('gifts', 'actual', 2025, [1]));
    expect(sheet.view).toBe('result');
  });

  test('takes a block of months in one step; the year is their sum and cannot be typed any more', () => {
    const grid = new Grid(() => sheet);
    grid.go({ row: 0, column: columnAt('Jan') });
    grid.paste('', `${twelve(100).join('\t')}\r\n${twelve(200.5).join('\t')}`);
    expect(shown(0)).toMatchObject({ Year: '1,200', Jan: '100', Dec: '100' });
    expect(shown(1)).toMatchObject({ Year: '2,406', Jan: '200.50' });
    expect(shown(2)).toMatchObject({ Year: '3,606', Jan: '300.50' });
    expect([0, 2].map((row) => sheet.cell(row, 0).editable)).toEqual([false, false]);
    sheet.undo();
    expect(shown(2)).toMatchObject({ Year: '–', Jan: '–' });
  });

  test('takes a year in one sum while no month is known', () => {
    sheet.write([{ row: 1, column: columnAt('Year'), text: '1.2万' }]);
    expect(shown(1)).toMatchObject({ Year: '12,000', Jan: '–' });
    expect(session.book.cells.get('media|target|Y2025')?.value).toBe(1_200_000);
    expect(sheet.refuse(1, 0, 'plenty')).toBe('“plenty” is not a number here.');
  });

  test('tells the result of a line, and takes its return and need', () => {
    open([
      ...monthCells('gifts', 'target', 2025, [...twelve(0).slice(1), 500_000]),
      ...monthCells('gifts', 'actual', 2025, [...twelve(0).slice(1), 605_000]),
    ]);
    sheet.write([
      { row: 0, column: columnAt('Attributed sales'), text: '30,250' },
      { row: 0, column: columnAt('Incremental margin'), text: '7,260' },
    ]);
    expect(shown(0)).toEqual({
      Budget: '5,000',
      Actual: '6,050',
      Variance: '+1,050',
      'Variance %': '+21.0%',
      'Attributed sales': '30,250',
      ROAS: '5.00',
      'Incremental margin': '7,260',
      ROI: '20.0%',
      'Next year': '6,050',
      Price: '+550',
      Volume: '+500',
      Timing: '0',
    });
    const need = columnAt('Next year');
    expect(sheet.cell(0, need)).toMatchObject({ tone: 'faint', hint: 'proposed', exact: '' });
    sheet.write([{ row: 0, column: need, text: '8000' }]);
    expect(sheet.cell(0, need)).toMatchObject({ text: '8,000', tone: 'plain', hint: 'set by you' });
    sheet.undo();
    expect(sheet.cell(0, need).text).toBe('6,050');
    expect(shown(0)['ROAS']).toBe('5.00');
  });

  test('keeps the cells that an edit does not touch', () => {
    sheet.write([{ row: 0, column: columnAt('Jan'), text: '5' }]);
    const [other, total] = [sheet.cell(1, columnAt('Jan')), sheet.cell(2, columnAt('Jan'))];
    sheet.write([{ row: 0, column: columnAt('Jan'), text: '6' }]);
    expect(sheet.cell(1, columnAt('Jan'))).toBe(other);
    expect(sheet.cell(2, columnAt('Jan'))).not.toBe(total);
    expect(sheet.cell(2, columnAt('Jan')).text).toBe('6');
  });

  test('is put in other words when the language changes', () => {
    setLanguage('zh-Hans');
    expect(sheet.rows.at(-1)?.title).toBe('合计');
    expect(shown(0)).toMatchObject({ 全年: '–', '1 月': '–' });
  });
});

describe('cost lines', () => {
  test('are added in the last one’s category and opened, moved and removed, each in one step', () => {
    screen.add();
    expect(screen.openedLine).toMatchObject({ year: 2025, category: 'media', name: '' });
    const added = screen.lines.at(-1);
    if (!added) throw new Error('no line');
    screen.change(added, { name: 'Events' });
    screen.move(added, 1);
    screen.move({ ...added, name: 'Events' }, -1);
    expect(screen.lines.map(({ name }) => name)).toEqual(['Gifts', 'Events', 'Media']);
    screen.remove(added);
    expect(screen.openedLine).toBeNull();
    expect(screen.lines.map(({ name }) => name)).toEqual(['Gifts', 'Media']);
    session.undo();
    expect(screen.lines.map(({ name }) => name)).toEqual(['Gifts', 'Events', 'Media']);
  });

  test('do not pass the edges, nor lines of another year', () => {
    screen.move(GIFTS, -1);
    screen.move(MEDIA, 1);
    expect(session.book.costs.map(({ id }) => id)).toEqual(['old', 'gifts', 'media']);
    expect(nameOf('gifts')).toBe('Gifts');
  });

  test('are pasted with their amounts in one step; a plain month is what was spent', () => {
    const block = [
      ['Name', 'Category', 'Budget', 'Jan', 'Feb budget'],
      ['Stickers', 'member gifts', '1,000', '80', ''],
      ['Booth', 'Fairs', '', '', '70'],
    ];
    const { rows } = readRecords(block, pasteColumns(session.book.settings), 'Needed');
    screen.addPasted(rows.flatMap(({ record }) => (record ? [costOfPieces(record)] : [])));
    const [stickers, booth] = screen.lines.slice(2);
    expect([stickers?.category, booth?.category]).toEqual(['gifts', 'Fairs']);
    const value = (
      id: string | undefined,
      rest: `${'target' | 'actual'}|Y2025` | `${'target' | 'actual'}|M2025-${string}`,
    ) => session.book.cells.get(`${id ?? ''}|${rest}`)?.value;
    expect(value(stickers?.id, 'target|Y2025')).toBe(100_000);
    expect(value(stickers?.id, 'actual|M2025-01')).toBe(8_000);
    expect(value(booth?.id, 'target|M2025-02')).toBe(7_000);
    session.undo();
    expect(screen.lines.map(({ name }) => name)).toEqual(['Gifts', 'Media']);
  });
});
