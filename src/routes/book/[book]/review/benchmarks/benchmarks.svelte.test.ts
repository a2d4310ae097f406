import { beforeEach, describe, expect, test } from 'vitest';
import { setLanguage } from '#messages/locale.svelte.ts';
import { benchmarkOf, bookOf, metricOf } from '../../../../../../tests/books/book-of.ts';
import { LiveBook } from '../../../../../../tests/books/live-book.svelte.ts';
import { BenchmarkLibrary, type Filters } from './library.svelte.ts';
import { BenchmarkPaste, problemWords } from './paste.svelte.ts';

const ALL: Filters = { metric: '', kind: '', year: '', confidence: '' };
const SALES = metricOf('sales', { name: '', preset: 'returningSales' });
const RATE = metricOf('rate', { name: 'Rate', unit: 'percent', yearly: 'none' });

let session: LiveBook;
const pasteOf = (...rows: string[]): BenchmarkPaste => {
  const paste = new BenchmarkPaste(session);
  paste.text = rows.join('\n');
  return paste;
};
const reasons = (...rows: string[]) => pasteOf(...rows).rows.map((row) => row.problems.map(problemWords));

beforeEach(() => {
  setLanguage('en');
  session = new LiveBook(
    bookOf({
      metrics: [SALES, RATE],
      benchmarks: [
        benchmarkOf('rate', { id: 'old', kind: 'leader', name: 'Barn', measure: 'value', value: 0.4, year: 2024 }),
        benchmarkOf('rate', {
          id: 'index',
          kind: 'competitor',
          measure: 'index',
          value: 132,
          confidence: 'C',
          source: '',
        }),
        benchmarkOf('sales', { id: 'market', value: 0.08 }),
      ],
    }),
  );
});

describe('the benchmarks of a book', () => {
  const ids = (filters: Partial<Filters>) =>
    new BenchmarkLibrary(session, () => ({ ...ALL, ...filters })).shown.map(({ benchmark }) => benchmark.id);

  test('go by year, then by metric, and narrow by what is chosen', () => {
    expect(ids({})).toEqual(['market', 'index', 'old']);
    expect(ids({ metric: 'rate' })).toEqual(['index', 'old']);
    expect(ids({ metric: 'rate', year: '2024' })).toEqual(['old']);
    expect(ids({ confidence: 'C', kind: 'market' })).toEqual([]);
  });

  test('tell an index as such, and which metrics still lack the market', () => {
    const library = new BenchmarkLibrary(session, () => ALL);
    expect(library.rows.map(({ value }) => value)).toEqual(['+8.0%', '132 (index)', '40.0%']);
    expect(library.marketless.map(({ id }) => id)).toEqual(['rate']);
    expect(library.unsourced).toBe(1);
  });

  test('are removed one by one, and undo brings them back', () => {
    const library = new BenchmarkLibrary(session, () => ALL);
    const [row] = library.rows;
    if (row) library.remove(row);
    expect(ids({})).toEqual(['index', 'old']);
    session.undo();
    expect(ids({})).toEqual(['market', 'index', 'old']);
  });
});

describe('a pasted block', () => {
  test('is read without a heading in the order told, and with one in any', () => {
    const bare = pasteOf('Returning sales\tmarket\tSnacks\tgrowth\t12%\tYearbook, p. 4\t2026-03\tA');
    const headed = pasteOf('年度\t可信度\t来源\t数值\t类别\t指标', '2024 年\tB 级\t年报\t41%\t行业平均\tRate');
    expect(bare.rows[0]?.benchmark).toEqual({
      metric: 'sales',
      kind: 'market',
      year: 2025,
      name: 'Snacks',
      measure: 'growth',
      value: 0.12,
      source: 'Yearbook, p. 4',
      date: '2026-03',
      confidence: 'A',
    });
    expect(headed.rows[0]?.benchmark).toMatchObject({
      metric: 'rate',
      kind: 'industry',
      year: 2024,
      measure: 'value',
      value: 0.41,
      confidence: 'B',
    });
  });

  test('knows a preset metric by its name in any language', () => {
    const paste = pasteOf('老客销售额\t市场\t\t增速\t8%', '舊客銷售額\t競品\tHill\t數值\t1200万');
    expect(paste.rows.map(({ benchmark }) => [benchmark?.metric, benchmark?.value])).toEqual([
      ['sales', 0.08],
      ['sales', 1_200_000_000],
    ]);
  });

  test('tells row by row what it refuses and why, and takes the rest', () => {
    const rows = [
      'Sails\tmarket\t\tgrowth\t8%',
      'Rate\tneighbour\t\tvalue\t40%',
      'Rate\tindustry\t\tfeeling\t40%',
      'Rate\tindustry\t\tvalue\tplenty',
      'Rate\tindustry\t\tvalue\t',
      'Rate\tindustry\t\tvalue\t40%\tYearbook\t2026\tsure',
      'Rate\tindustry\tAll\tvalue\t40%\tYearbook\t2026\tA',
    ];
    expect(reasons(...rows)).toEqual([
      ['“Sails”: no metric of this name in the book'],
      ['“neighbour”: not a kind; use market, industry, competitor or leader'],
      ['“feeling”: not a measure; use growth, value or index'],
      ['“plenty” is not a number here'],
      ['the value is missing'],
      ['“sure”: confidence is A, B or C'],
      [],
    ]);
    const paste = pasteOf(...rows);
    expect([paste.ready, paste.refused]).toEqual([1, 6]);
    paste.take();
    expect(session.book.benchmarks.at(-1)).toMatchObject({ metric: 'rate', kind: 'industry', value: 0.4 });
    session.undo();
    expect(session.book.benchmarks).toHaveLength(3);
  });

  test('pasted twice changes what is there and doubles nothing', () => {
    const row = 'Returning sales\tmarket\tMarket\tgrowth\t9%\tYearbook\t2026\tA';
    pasteOf(row).take();
    expect(pasteOf(row).rows[0]?.replaces).toBe('market');
    pasteOf(row).take();
    expect(session.book.benchmarks.filter(({ metric }) => metric === 'sales')).toMatchObject([{ value: 0.09 }]);
  });

  test('keeps the reader’s own corrections in the field', () => {
    const paste = pasteOf('Rate\tindustry\t\tvalue\t4');
    expect(paste.rows[0]?.benchmark?.value).toBe(0.04);
    paste.text = paste.text.replace(/4$/, '44%');
    expect(paste.rows[0]?.benchmark?.value).toBe(0.44);
  });
});
