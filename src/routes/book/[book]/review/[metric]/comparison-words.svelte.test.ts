import { beforeEach, describe, expect, test } from 'vitest';
import type { CellEdit } from '#core/book/edits.ts';
import { outsideOf } from '#core/comparison/outside.ts';
import { segmentMonths } from '#core/explanation/segment-months.ts';
import type { ReportContext } from '#core/report/context.ts';
import { monthKey, monthsOf } from '#core/period.ts';
import { setLanguage } from '#messages/locale.svelte.ts';
import { reportFormats } from '#messages/report-formats.ts';
import { reportWords } from '#messages/report-words.ts';
import { benchmarkOf, bookOf, metricOf, monthCells, yearCell } from '../../../../../../tests/books/book-of.ts';
import { LiveBook } from '../../../../../../tests/books/live-book.svelte.ts';
import { matrixView } from '../matrix.ts';
import { hrefWith } from './address.ts';
import { factWords, verdictWords } from './cross-words.ts';
import { CrossComparison } from './cross.svelte.ts';
import { driverRows, ownChangeText, treeTitle } from './driver-rows.ts';
import { gapWords } from './outside-words.ts';
import { rankingTitle, rankWords } from './rank-words.ts';
import { segmentTitle } from './segment-figure.ts';

const year = (value: number): number[] => Array.from({ length: 12 }, (_, month) => value + ((month * 7) % 5));
const SALES = metricOf('sales', {
  name: 'Sales',
  unit: 'count',
  formula: { kind: 'product', of: ['buyers', 'spend'] },
});
const BUYERS = metricOf('buyers', { name: 'Buyers', unit: 'count', level: 'key', yearly: 'none' });
const SPEND = metricOf('spend', { name: 'Spend', unit: 'times', level: 'key', yearly: 'none' });
const VISITS = metricOf('visits', { name: 'Visits', unit: 'count', level: 'supporting' });

let session: LiveBook;
const context = (): ReportContext => {
  const { book, evaluation } = session;
  if (!evaluation) throw new Error('not evaluated');
  return { book, evaluation, words: reportWords(book.settings), formats: reportFormats('CNY', 1), core: null };
};
const segment = (name: string, before: number, now: number) => ({
  metric: 'sales',
  dimension: 'channel',
  name,
  byPeriod: new Map([
    ['Y2024', before],
    ['Y2025', now],
    ['M2024-03', before],
    ['M2025-03', now],
  ] as const),
});

beforeEach(() => {
  setLanguage('en');
  session = new LiveBook(
    bookOf({
      metrics: [SALES, BUYERS, SPEND, VISITS],
      cells: [
        yearCell('sales', 'actual', 2024, 1000),
        yearCell('sales', 'actual', 2025, 1320),
        yearCell('sales', 'target', 2025, 1200),
        yearCell('buyers', 'actual', 2024, 100),
        yearCell('buyers', 'actual', 2025, 150),
        yearCell('spend', 'actual', 2024, 10),
        yearCell('spend', 'actual', 2025, 8.8),
        ...monthCells('visits', 'actual', 2025, year(50)),
      ],
      segments: [segment('Web', 600, 1000), segment('Shop', 400, 320)],
      benchmarks: [
        benchmarkOf('sales', { value: 0.5 }),
        benchmarkOf('sales', { id: 'rival', kind: 'competitor', name: 'Hill', measure: 'value', value: 1100 }),
        benchmarkOf('sales', { id: 'index', kind: 'leader', measure: 'index', value: 132 }),
      ],
    }),
  );
});

describe('a metric explained in words', () => {
  test('traces its change down the formula, each driver in its own unit', () => {
    const tree = context().evaluation.explanations['sales']?.tree;
    const rows = tree ? driverRows(tree, session.book) : [];
    const { formats } = context();
    expect(rows.map((row) => [row.depth, row.sign, row.name])).toEqual([
      [0, '', 'Sales'],
      [1, '', 'Buyers'],
      [1, '×', 'Spend'],
    ]);
    expect(rows.map((row) => ownChangeText(row, formats))).toEqual([
      '1,000 → 1,320 (+32.0%)',
      '100 → 150 (+50.0%)',
      '10.00 → 8.80 (−12.0%)',
    ]);
    expect(treeTitle(rows, formats)).toMatch(
      /^Sales \+320: Buyers did most \(\+4\d\d\), Spend worked against it \(−1\d\d\)$/,
    );
  });

  test('names the few segments that explain, and the months of one', () => {
    const ranking = context().evaluation.explanations['sales']?.ranking ?? [];
    expect(rankingTitle(ranking)).toBe('Channel tells most about the change: Web');
    expect(ranking.map((rank) => rankWords(rank, context().formats))).toEqual(['Web: 125.0% of the change']);
    const shop = segmentMonths(session.book, 'sales', 'channel', 'Shop');
    expect(segmentTitle(context(), SALES, 'Shop', shop)).toBe('Shop: −80 on last year, most in Mar (−80)');
  });
});

test('the outside is told by its gap: growth in points, values with their rate, an index by none', () => {
  const row = context().evaluation.scorecard.find((one) => one.metric.id === 'sales');
  const figures = row ? outsideOf(session.book, row) : [];
  expect(figures.map((figure) => gapWords(figure, SALES, context().formats))).toEqual([
    '−18.0 pp',
    '+220 (+20.0%)',
    '',
  ]);
});

test('the matrix tells where a metric stands, and what would place the others', () => {
  const view = matrixView(session.book, context().evaluation);
  expect(view.title).toBe('0 of 1 placed metrics beat both target and market');
  expect(view.points.map(({ told, href }) => [told, href])).toEqual([
    ['Sales · Easy target · 110.0% · −18.0 pp', '/book/book/review/sales'],
  ]);
  expect(view.aside.map(({ name, why, remedy }) => [name, why, remedy])).toEqual([
    ['Buyers', 'no target', 'target'],
    ['Spend', 'no target', 'target'],
    ['Visits', 'no target', 'target'],
  ]);
});

describe('another metric beside it', () => {
  const crossOf = async (metric: string, wanted = ''): Promise<CrossComparison> => {
    const cross = new CrossComparison(session, metric, () => wanted);
    await cross.ask();
    return cross;
  };
  const monthly = (metric: string): CellEdit[] =>
    [...monthsOf(2024, 1), ...monthsOf(2025, 1)].map((month) => ({
      metric,
      kind: 'actual',
      period: monthKey(month),
      value: 50 + (month % 7),
      source: { kind: 'typed' },
    }));

  test('is linked where one is computed from the other, and too short to test under two years', async () => {
    session.edit.setCells([...monthly('sales'), ...monthly('buyers'), ...monthly('spend')]);
    const cross = await crossOf('sales', 'visits');
    expect(
      cross.answers?.map((answer) => [answer.metric, verdictWords(answer, session.book), factWords(answer)]),
    ).toEqual([
      ['buyers', 'linked by definition (Sales is computed from the other)', ''],
      ['spend', 'linked by definition (Sales is computed from the other)', ''],
      ['visits', 'too short to test (12 months in common): side by side only', ''],
    ]);
    expect(cross.other?.name).toBe('Visits');
  });

  test('tells its answer by n, r, p and lag, and never as a cause', () => {
    const answer = { metric: 'visits', months: 36, from: 24288, n: 23, r: -0.62, lag: -1, p: 0.0004 } as const;
    const together = { ...answer, kind: 'together', direction: 'opposite' } as const;
    expect(verdictWords(together, session.book)).toBe('moved together, the opposite way');
    expect(factWords(together)).toBe('n 23, r −0.62, p < 0.001 · 1 month before this one');
    expect(verdictWords({ ...answer, kind: 'none' }, session.book)).toBe('no claim: chance alone does as much');
  });

  test('is asked again once figures have changed, not for other edits', async () => {
    const cross = await crossOf('sales');
    session.edit.add('benchmarks', benchmarkOf('visits'));
    expect(cross.isStale).toBe(false);
    session.edit.setCell('visits', 'actual', 'M2025-01', 1);
    expect(cross.isStale).toBe(true);
    await cross.ask();
    expect(cross.isStale).toBe(false);
  });
});

test('an address keeps what else it holds, and forgets what it led to', () => {
  const url = new URL('http://annum/book/b/review/sales?with=visits&at=conclusion');
  expect(hrefWith(url, { by: 'channel', segment: 'A & B' })).toBe(
    '/book/b/review/sales?with=visits&by=channel&segment=A+%26+B',
  );
  expect(hrefWith(url, { with: '' })).toBe('/book/b/review/sales');
});
