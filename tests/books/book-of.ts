import type { Benchmark, Book, Cell, CellKey, CellKind, CellSource, Metric } from '#core/book/book.ts';
import { EMPTY_BOOK } from '#core/book/empty-book.ts';
import { monthKey, monthsOf, yearKey } from '#core/period.ts';

/** Books for tests: only what a test is about is written, the rest is plain. */

export const metricOf = (id: string, change: Partial<Metric> = {}): Metric => ({
  id,
  name: id,
  preset: null,
  level: 'core',
  unit: 'money',
  direction: 'higher',
  formula: null,
  owner: '',
  yearly: 'sum',
  ...change,
});

export type CellRow = readonly [
  metric: string,
  kind: CellKind,
  period: string,
  value: number | null,
  source?: CellSource,
];

interface Parts extends Partial<Omit<Book, 'id' | 'settings' | 'cells' | 'locks'>> {
  readonly metrics: readonly Metric[];
  readonly cells?: readonly CellRow[];
  readonly locks?: readonly string[];
  readonly year?: number;
  readonly firstMonth?: number;
}

export const bookOf = ({ year, firstMonth, cells, locks, ...parts }: Parts): Book => ({
  ...EMPTY_BOOK,
  ...parts,
  id: 'book',
  settings: {
    team: 'Members',
    year: year ?? 2025,
    firstMonth: firstMonth ?? 1,
    currency: 'CNY',
    lookBack: 365,
    sample: false,
  },
  cells: new Map(
    (cells ?? []).map(([metric, kind, period, value, source]): [CellKey, Cell] => [
      `${metric}|${kind}|${period}` as CellKey,
      { value, source: source ?? { kind: 'typed' } },
    ]),
  ),
  locks: new Set(locks ?? []),
});

/** Cells of a year's months, from its first; as many as values. */
export const monthCells = (
  metric: string,
  kind: CellKind,
  year: number,
  values: readonly (number | null)[],
  source?: CellSource,
): readonly CellRow[] =>
  values.map((value, index) => {
    const period = monthKey(monthsOf(year, 1)[index] ?? 0);
    return source ? [metric, kind, period, value, source] : [metric, kind, period, value];
  });

export const yearCell = (
  metric: string,
  kind: CellKind,
  year: number,
  value: number | null,
  source?: CellSource,
): CellRow => (source ? [metric, kind, yearKey(year), value, source] : [metric, kind, yearKey(year), value]);

export const fromData = (change: Partial<Extract<CellSource, { kind: 'data' }>> = {}): CellSource => ({
  kind: 'data',
  dataset: 'd',
  datasetName: 'Orders',
  kpi: 'sales',
  computedAt: '2026-01-05T08:00:00Z',
  numerator: null,
  denominator: null,
  toDate: false,
  ...change,
});

export const benchmarkOf = (metric: string, change: Partial<Benchmark> = {}): Benchmark => ({
  id: `${metric}-market`,
  metric,
  kind: 'market',
  year: 2025,
  name: 'Market',
  measure: 'growth',
  value: null,
  source: 'Association yearbook',
  date: '2026-01',
  confidence: 'A',
  ...change,
});
