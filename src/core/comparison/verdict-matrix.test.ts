import { expect, test } from 'vitest';
import { benchmarkOf, bookOf, metricOf, yearCell, type CellRow } from '../../../tests/books/book-of.ts';
import type { Benchmark, Metric } from '../book/book.ts';
import { scorecardOf } from './scorecard.ts';
import { verdictMatrix } from './verdict-matrix.ts';

const cells = (id: string, last: number | null, now: number | null, target: number | null): readonly CellRow[] => [
  yearCell(id, 'actual', 2024, last),
  yearCell(id, 'actual', 2025, now),
  yearCell(id, 'target', 2025, target),
];
const matrix = (metrics: readonly Metric[], rows: readonly CellRow[], benchmarks: readonly Benchmark[]) => {
  const book = bookOf({ metrics, cells: rows, benchmarks });
  const scorecard = scorecardOf(book);
  return { ...verdictMatrix(book, scorecard), scorecard };
};

test('CO13 the golden fixture is met and far behind its market', () => {
  const { points } = matrix([metricOf('sales')], cells('sales', 833, 1000, 833), [
    benchmarkOf('sales', { value: 0.5 }),
  ]);
  expect(points).toEqual([
    {
      metric: 'sales',
      attainment: expect.closeTo(0.2005, 4),
      ahead: expect.closeTo(0.2005 - 0.5, 4),
      kind: 'ratio',
      quadrant: 'easy-target',
    },
  ]);
});

test('CO13 up and right are good, whatever the direction and the unit, and the quadrant is the scorecard’s verdict', () => {
  const metrics = [
    metricOf('win', {}),
    metricOf('headwind', { direction: 'lower' }),
    metricOf('gap', { unit: 'percent' }),
    metricOf('easy', { direction: 'lower' }),
  ];
  const rows = [
    ...cells('win', 100, 130, 120),
    ...cells('headwind', 100, 90, 80),
    ...cells('gap', 0.3, 0.31, 0.4),
    ...cells('easy', 100, 99, 120),
  ];
  const market = (id: string, value: number): Benchmark => benchmarkOf(id, { id: `${id}-market`, value });
  const { points, aside, scorecard } = matrix(metrics, rows, [
    market('win', 0.1),
    market('headwind', -0.05),
    market('gap', 0.02),
    market('easy', -0.2),
  ]);
  expect(aside).toEqual([]);
  expect(points.map((point) => point.quadrant)).toEqual(['win', 'headwind', 'gap', 'easy-target']);
  expect(points.map((point) => point.quadrant)).toEqual(scorecard.map((row) => row.verdict));
  for (const { attainment, ahead, quadrant } of points) {
    expect(attainment >= 0).toBe(quadrant === 'win' || quadrant === 'easy-target');
    expect(ahead >= 0).toBe(quadrant === 'win' || quadrant === 'headwind');
  }
  expect(points.map((point) => point.kind)).toEqual(['ratio', 'ratio', 'points', 'ratio']);
  expect(points[2]?.ahead).toBeCloseTo(-0.01, 12);
});

test.each([
  ['no-actual', cells('m', 100, null, 120), [benchmarkOf('m', { value: 0.1 })]],
  ['no-target', cells('m', 100, 130, null), [benchmarkOf('m', { value: 0.1 })]],
  ['target-zero', cells('m', 100, 130, 0), [benchmarkOf('m', { value: 0.1 })]],
  ['no-growth', cells('m', null, 130, 120), [benchmarkOf('m', { value: 0.1 })]],
  ['no-market', cells('m', 100, 130, 120), []],
  ['no-market', cells('m', 100, 130, 120), [benchmarkOf('m', { measure: 'index', value: 130 })]],
] as const)('CO13 aside: %s', (why, rows, benchmarks) => {
  const { points, aside } = matrix([metricOf('m')], rows, benchmarks);
  expect(points).toEqual([]);
  expect(aside).toMatchObject([{ metric: 'm', why }]);
});

test('CO13 a rate held against the market’s level has a verdict and no place', () => {
  const rows = cells('m', 0.3, 0.4, 0.35);
  const level = benchmarkOf('m', { kind: 'industry', measure: 'value', value: 0.38 });
  const { points, aside } = matrix([metricOf('m', { unit: 'percent' })], rows, [level]);
  expect(points).toEqual([]);
  expect(aside).toEqual([{ metric: 'm', why: 'level-only', verdict: 'win' }]);
});
