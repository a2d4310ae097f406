import { beforeAll, describe, expect, test } from 'vitest';
import { BOOK, EVALUATION, GOAL_MONTHS, MONTHLY, MONTHLY_LAST_YEAR } from '../../core/report/report.fixture.ts';
import { report } from '../../core/report/report.ts';
import type { Table } from '../../core/report/page.ts';
import { reportFormats } from '../../messages/report-formats.ts';
import { reportWords } from '../../messages/report-words.ts';
import { setLanguage } from '../../messages/locale.svelte.ts';
import { pptxFigures } from '../../../tests/office/pptx-figures.ts';
import { pptx } from './pptx.ts';

const AUTHORSHIP = { author: 'Team', created: '2026-01-05T08:00:00Z' };
const major = (values: readonly number[]): number[] => values.map((value) => value / 100);

describe.each(['en', 'zh-Hans', 'zh-Hant'] as const)('the figures in the file, read back, in %s', (language) => {
  beforeAll(() => setLanguage(language));

  const made = () => report(BOOK, EVALUATION, reportWords(BOOK.settings), reportFormats('CNY', 1));
  const read = () => pptxFigures(pptx(made(), AUTHORSHIP));

  test('every row of every table says what its page says', () => {
    const tables: Table[] = made().pages.flatMap((page) =>
      page.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
    );
    const rows = tables.flatMap((table) => table.rows.map((row) => row.cells.map((cell) => cell.text)));
    // A table that goes on repeats its head, which is no row of the page.
    const heads = new Set(tables.map((table) => table.columns.map((column) => column.title).join('|')));
    const shown = read()
      .tables.flat()
      .filter((row) => !heads.has(row.join('|')));
    expect(shown).toEqual(rows);
  });

  test('charts keep the months to the last unit, in the chart and in its workbook', () => {
    const [trend, , , goals] = read().charts;
    expect(trend?.series[0]?.values).toEqual(major(MONTHLY));
    expect(trend?.series[1]?.values).toEqual(major(MONTHLY_LAST_YEAR));
    expect(trend?.sheet.slice(1).map((row) => row[1])).toEqual(major(MONTHLY));
    expect(goals?.series[0]?.values).toEqual(major(GOAL_MONTHS));
  });

  test('a waterfall’s stacks end where its sums end', () => {
    const [, drivers, segments] = read().charts;
    for (const chart of [drivers, segments]) {
      const [head = [], ...rows] = chart?.sheet ?? [];
      const at = (name: string, row: readonly unknown[]): number => Number(row[head.indexOf(name)]);
      for (const row of rows) {
        const parts = head.slice(5, head.indexOf('Top')).map((name) => at(String(name), row));
        const reach = parts.reduce((sum, part) => sum + part, 0);
        expect(reach).toBeCloseTo(at('Top', row), 4);
        expect(Math.max(at('Start', row), at('End', row))).toBeCloseTo(at('Top', row), 4);
      }
    }
  });

  test('labels of steps read as the table beside them', () => {
    const explanation = made().pages.find((page) => page.id === 'explanation-drivers');
    const table = explanation?.blocks.find((block) => block.kind === 'table');
    const shown = table?.kind === 'table' ? table.table.rows.slice(0, -1).map((row) => row.cells[3]?.text) : [];
    expect(
      read()
        .charts[1]?.sheet.slice(2, -1)
        .map((row) => row[2]),
    ).toEqual(shown);
  });
});
