import { describe, expect, test } from 'vitest';
import type { Book, Cell, CellKey, Metric } from '#core/book/book.ts';
import { EMPTY_BOOK } from '#core/book/empty-book.ts';
import { computeKpis } from '#core/kpis/compute-kpis.ts';
import { DEFAULT_OPTIONS } from '#core/kpis/facts.ts';
import { dayOf } from '#core/period.ts';
import { columnsOf } from '../../../../../tests/oracle/columns-of.ts';
import { acceptPreview } from './accept-preview.ts';
import { cohortRows } from './cohort-heat.ts';
import { conversionRows } from './conversion-rows.ts';
import { dimensionShares } from './dimension-shares.ts';
import { rfmGrid, rfmGroup } from './rfm-grid.ts';

const line = (order: number, customer: string, day: number, paid: number, category: string) => ({
  order: String(order),
  customer,
  day,
  paid,
  refund: 0,
  quantity: 1,
  product: category,
  category,
  channel: '',
  campaign: '',
});

/** Ten customers buy in January 2024 (one twice) and in January 2025; the data end on 15 March 2025. */
const lines = [
  ...Array.from({ length: 10 }, (_, at) => line(at, `c${at}`, dayOf(2024, 1, 1), 1000, at < 4 ? 'tea' : 'nuts')),
  line(10, 'c0', dayOf(2024, 1, 20), 1000, 'tea'),
  ...Array.from({ length: 10 }, (_, at) => line(20 + at, `c${at}`, dayOf(2025, 1, 10), 2000, 'tea')),
  line(40, 'new', dayOf(2025, 3, 15), 500, ''),
];
const kpis = computeKpis(columnsOf(lines), DEFAULT_OPTIONS);

const metric = (id: string, preset: Metric['preset'], unit: Metric['unit']): Metric => ({
  id,
  preset,
  unit,
  name: '',
  level: 'core',
  direction: 'higher',
  formula: null,
  owner: '',
  yearly: 'sum',
});
const book = (cells: readonly (readonly [CellKey, Cell])[]): Book => ({
  ...EMPTY_BOOK,
  id: 'b',
  settings: { team: '', year: 2025, firstMonth: 1, currency: 'CNY', lookBack: 365, sample: false },
  metrics: [metric('m1', 'sales', 'money'), metric('own', null, 'count')],
  cells: new Map(cells),
});
const source = { dataset: 'd', datasetName: 'Orders', computedAt: '2026-01-01T00:00:00Z' };

describe('what taking figures would change', () => {
  test('an empty book gets new cells only, and metrics of its own are left alone', () => {
    const rows = acceptPreview(kpis, book([]), source);
    expect(rows.map((row) => row.metric.id)).toEqual(['m1']);
    expect(rows[0]).toMatchObject({ same: 0, replaced: [] });
    expect(rows[0]?.fresh).toBe(rows[0]?.actuals.cells.length);
  });

  test('values that differ are replaced, typed ones named, equal ones unchanged', () => {
    const rows = acceptPreview(
      kpis,
      book([
        ['m1|actual|M2025-01', { value: 20000, source: { kind: 'typed' } }],
        ['m1|actual|M2024-01', { value: 1, source: { kind: 'typed' } }],
        ['m1|actual|M2024-02', { value: null, source: { kind: 'typed' } }],
      ]),
      source,
    );
    expect(rows[0]?.same).toBe(1);
    expect(rows[0]?.replaced).toEqual([{ period: 'M2024-01', before: 1, after: 11000, typed: true }]);
  });
});

test('cohorts leave out months without new customers and hatch months not whole', () => {
  const rows = cohortRows(kpis, 'retention');
  expect(rows.map((row) => [row.at, row.customers])).toEqual([
    [0, 10],
    [14, 1],
  ]);
  expect(rows[0]?.cells[0]).toEqual({ value: 1, depth: null, immature: false });
  expect(rows[0]?.cells[12]).toEqual({ value: 1, depth: 1, immature: false });
  expect(rows[0]?.cells.at(-1)?.immature).toBe(true);
});

test('conversion shows what it rests on, newest cohort first', () => {
  const rows = conversionRows(kpis);
  expect(rows.map((row) => row.at)).toEqual([14, 0]);
  expect(rows[0]?.cells[0]).toEqual({ window: 30, rate: null, mature: 0, converted: 0, immature: true });
  expect(rows[1]?.cells[0]).toEqual({ window: 30, rate: 0.1, mature: 10, converted: 1, immature: false });
});

test('shares sum to the year, and growth compares whole months of both years', () => {
  const shares = dimensionShares(kpis, 'category', 2025);
  expect(shares?.comparedMonths).toBe(2);
  expect(shares?.rows.map((row) => [row.kind, row.name, row.net, row.growth])).toEqual([
    ['named', 'tea', 20000, 3],
    ['named', 'nuts', 0, -1],
    ['none', '', 500, null],
  ]);
  expect(shares?.rows.reduce((sum, row) => sum + row.net, 0)).toBe(shares?.total);
  expect(dimensionShares(kpis, 'channel', 2025)).toBeNull();
});

test('every customer is in one cell of the RFM grid', () => {
  const everyone = rfmGroup(kpis.rfm, () => true);
  expect(everyone).toMatchObject({ customers: 11, shareOfCustomers: 1, shareOfSales: 1 });
  expect(
    rfmGrid(kpis.rfm)
      .flat()
      .reduce((sum, group) => sum + group.customers, 0),
  ).toBe(11);
});
