import { expect, test } from 'vitest';
import { monthOf } from '#core/period.ts';
import { LONGEST_TEAM, NewBook } from './new-book.svelte.ts';

const november = new Date(2026, 10, 23);

test('the last complete year is offered, and follows the first month until one is picked', () => {
  const book = new NewBook('zh-Hans', november);
  expect(book.year).toBe(2025);
  book.firstMonth = 12;
  expect(book.year).toBe(2024);
  expect([book.from, book.to]).toEqual([monthOf(2024, 12), monthOf(2025, 11)]);
  book.year = 2025;
  book.firstMonth = 4;
  expect(book.year).toBe(2025);
  expect(book.isRunning).toBe(false);
  book.year = 2026;
  expect(book.isRunning).toBe(true);
});

test('a book needs a name, and says so only after the first attempt', () => {
  const book = new NewBook('en', november);
  expect(book.tried).toBe(false);
  expect(book.settings()).toBeNull();
  expect([book.tried, book.problem]).toEqual([true, 'missing']);
  book.team = '年'.repeat(LONGEST_TEAM + 1);
  expect(book.problem).toBe('long');
  book.team = '  会员部 ';
  expect(book.settings()).toEqual({
    team: '会员部',
    year: 2025,
    firstMonth: 1,
    currency: 'USD',
    lookBack: 365,
    sample: false,
  });
});
