import { costOf } from '#core/review/cost/cost.ts';
import { setLanguage } from '#messages/locale.svelte.ts';
import { beforeEach, expect, test } from 'vitest';
import { bookOf, monthCells } from '../../../../../../tests/books/book-of.ts';
import { costLineOf } from '../../../../../../tests/books/cost-line-of.ts';
import { categoriesFigure, monthsFigure } from './cost-figures.ts';

beforeEach(() => setLanguage('en'));

const figuresOf = (gifts: readonly number[], media: readonly number[]) => {
  const book = bookOf({
    metrics: [],
    costs: [costLineOf('gifts'), costLineOf('media', { category: 'media' })],
    cells: [
      ...['gifts', 'media'].flatMap((id) => monthCells(id, 'target', 2025, [10_000, 10_000])),
      ...monthCells('gifts', 'actual', 2025, gifts),
      ...monthCells('media', 'actual', 2025, media),
    ],
  });
  const cost = costOf(book);
  return { months: monthsFigure(cost, book.settings), categories: categoriesFigure(cost, 'CNY') };
};

test('titles name the month and the category that moved spending most; steps make up the variance', () => {
  const { months, categories } = figuresOf([10_000, 15_000], [8_000, 10_000]);
  expect(months?.title).toBe('Feb went furthest over its budget: ¥50');
  expect(months?.series.map(({ values }) => values.slice(0, 2))).toEqual([
    [200, 200],
    [180, 250],
  ]);
  expect(categories?.title).toBe('Member gifts moved spending most: ¥50 over budget');
  expect(categories?.categories).toEqual(['Member gifts', 'Media', 'Variance']);
  expect(categories?.series[0]?.values).toEqual([50, -20, 30]);
});

test('titles say so when nothing went over, and there is no second chart without a variance', () => {
  expect(figuresOf([10_000, 4_000], [10_000, 10_000]).months?.title).toBe(
    'No month went over; Feb left most unspent: ¥60',
  );
  expect(figuresOf([10_000, 10_000], [10_000, 10_000]).categories).toBeNull();
});
