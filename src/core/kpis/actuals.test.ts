import { describe, expect, test } from 'vitest';
import { bookOf } from '../../../tests/books/book-of.ts';
import type { Line } from '../../../tests/oracle/columns-of.ts';
import { columnsOf } from '../../../tests/oracle/columns-of.ts';
import { lineOf, linesOf } from '../../../tests/oracle/line-of.ts';
import type { PresetId } from '../book/book.ts';
import { presetMetric } from '../book/presets.ts';
import { evaluate } from '../evaluate.ts';
import { withCells } from '../plan/goal-edits.ts';
import { actualsFor } from './actuals.ts';
import { computeKpis } from './compute-kpis.ts';
import { DEFAULT_OPTIONS } from './facts.ts';
import { kpisOfPreset } from './preset-kpis.ts';

const SOURCE = { dataset: 'd', datasetName: 'Orders', computedAt: '2026-01-05T08:00:00Z' };

function taken(preset: PresetId, lines: readonly Line[], year: number, firstMonth = 1) {
  const metrics = [presetMetric(preset)];
  const book = bookOf({ metrics, year, firstMonth });
  const kpis = computeKpis(columnsOf(lines), { ...DEFAULT_OPTIONS, firstMonth });
  const actuals = actualsFor(kpis, presetMetric(preset), kpisOfPreset(preset, 365), book.settings, SOURCE);
  const values = Object.fromEntries(actuals.cells.map((cell) => [cell.period, cell.value]));
  const filled = { ...withCells(book, actuals.cells), segments: actuals.segments };
  return { ...actuals, values, book: filled };
}

const THREE_YEARS = [
  ...linesOf(8, 'a', '2023-01-01'),
  ...linesOf(8, 'a', '2023-06-01'),
  ...linesOf(8, 'a', '2024-02-01'),
  ...linesOf(6, 'b', '2024-12-31'),
  ...linesOf(8, 'a', '2025-02-01'),
  ...linesOf(6, 'b', '2025-12-31'),
];

describe('KP12 what enters a book', () => {
  test.each(['returningSales', 'returningBuyers', 'spendPerReturning', 'newCustomers', 'retention'] as const)(
    '%s of the year the data begin in stays out, months and all',
    (preset) => {
      const { values } = taken(preset, THREE_YEARS, 2025);
      expect(Object.keys(values).filter((period) => period.includes('2023'))).toEqual([]);
      expect(values['Y2025']).not.toBeUndefined();
    },
  );

  test('so two-year growth is unknown rather than growth from 0', () => {
    const { scorecard, goals } = evaluate(taken('returningSales', THREE_YEARS, 2025).book);
    expect(scorecard[0]).toMatchObject({ actual: 14 * 10_000, lastYear: 8 * 10_000, yearBeforeLast: null });
    expect(scorecard[0]?.growthTwoYears).toMatchObject({ value: null, difference: null });
    expect(goals[0]?.history.map(({ value }) => value)).toEqual([14 * 10_000, 8 * 10_000, null]);
  });

  test('sales look back on nothing and are there from the first day', () => {
    expect(taken('sales', THREE_YEARS, 2025).values['Y2023']).toBe(16 * 10_000);
  });

  test('product newness stays out of the year in which every product is new', () => {
    const { segments } = taken('sales', THREE_YEARS, 2024);
    const newness = segments.filter(({ dimension }) => dimension === 'newness');
    expect(newness.flatMap(({ byPeriod }) => [...byPeriod.keys()]).filter((key) => key.includes('2023'))).toEqual([]);
    const category = segments.find(({ dimension }) => dimension === 'category');
    expect(category?.byPeriod.get('Y2023')).toBe(16 * 10_000);
  });

  test('a figure about fewer than five customers is an empty cell', () => {
    const { values, cells } = taken('newCustomers', [...THREE_YEARS, lineOf('only', '2025-07-07')], 2025);
    expect(values['M2025-07']).toBeNull();
    expect(cells.find(({ period }) => period === 'M2025-07')?.source).toMatchObject({ numerator: null });
  });

  test('segments behind which fewer than five stand are folded, and sum to the KPI all the same', () => {
    const { segments, values } = taken(
      'sales',
      [
        ...linesOf(9, 'a', '2025-03-01', { channel: 'web' }),
        ...linesOf(4, 'b', '2025-03-02', { channel: 'shop' }),
        ...linesOf(7, 'c', '2025-03-03', { channel: 'app' }),
      ],
      2025,
    );
    const channels = segments.filter(({ dimension }) => dimension === 'channel');
    // Four in the shop alone would be told; the next smallest joins them.
    expect(channels.map(({ name }) => name).sort()).toEqual(['other', 'web']);
    expect(channels.reduce((sum, { byPeriod }) => sum + (byPeriod.get('Y2025') ?? 0), 0)).toBe(values['Y2025']);
  });

  test('fiscal years: months and years follow the book’s first month', () => {
    const lines = [
      ...linesOf(6, 'a', '2023-04-01'),
      ...linesOf(6, 'a', '2024-03-31'),
      ...linesOf(6, 'a', '2024-04-01'),
      ...linesOf(6, 'a', '2025-03-31'),
    ];
    const { values } = taken('sales', lines, 2024, 4);
    expect(values['Y2023']).toBe(12 * 10_000);
    expect(values['Y2024']).toBe(12 * 10_000);
    expect(values['M2025-03']).toBe(6 * 10_000);
    expect(taken('returningSales', lines, 2024, 4).values).toMatchObject({ Y2024: 12 * 10_000 });
  });
});
