import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAmountText } from './amount-text.ts';
import { readDecimal } from './kernel.ts';

const encoder = new TextEncoder();
const plain = (text: string, digits: number): number => {
  const bytes = encoder.encode(text);
  return readDecimal(bytes, 0, bytes.length, digits);
};

describe('amounts', () => {
  test.each([
    ['￥1,234.50', 123_450],
    ['$1,234.5', 123_450],
    ['1234', 123_400],
    ['(12.00)', -1_200],
    ['（12.00）', -1_200],
    ['-12.00', -1_200],
    ['−12.00', -1_200],
    ['12.00-', -1_200],
    ['¥ -12', -1_200],
    ['=“x”', NaN],
    ['="88.00"', 8_800],
    ['１２．５０', 1_250],
    ['12.345', 1_235],
    ['-12.345', -1_235],
    ['.5', 50],
    ['US$ 3.10', 310],
    ['9.90元', 990],
    ['499.00（系统计算中…）', 49_900],
    ['1,23,456', NaN],
    ['12,50', NaN],
    ['无退款申请', NaN],
    ['', NaN],
    ['.', NaN],
    ['1.2.3', NaN],
    ['12a', NaN],
    ['1e5', NaN],
    ['9999999999999999', NaN],
  ])('OR6 %s', (text, expected) => {
    expect(readAmountText(text, '.', 2)).toBe(expected);
  });

  test.each([
    ['1.234,50', 123_450],
    ['12,5', 1_250],
    ['1.234', 123_400],
    ['12.5', NaN],
    ['€ 7,00', 700],
  ])('OR6 a comma for decimals: %s', (text, expected) => {
    expect(readAmountText(text, ',', 2)).toBe(expected);
  });

  test('OR6 a currency without decimals', () => {
    expect(readAmountText('¥1,200', '.', 0)).toBe(1_200);
    expect(plain('1200', 0)).toBe(1_200);
    expect(plain('1200.00', 0)).toBe(1_200);
  });

  test('OR6 the fast reader and the tolerant one agree on plain numbers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }),
        fc.integer({ min: 0, max: 2 }),
        (value, decimals) => {
          const text = (value / 10 ** decimals).toFixed(decimals);
          const expected = value * 10 ** (2 - decimals) || 0;
          expect(plain(text, 2)).toBe(expected);
          expect(readAmountText(text, '.', 2)).toBe(expected);
        },
      ),
    );
  });

  test.each(['', '-', '.', '1.', '.5', '1,2', ' 1', '1 ', '+1', '1e5', '1.005', '99999999999999999'])(
    'OR6 the fast reader leaves %j to the tolerant one',
    (text) => {
      expect(plain(text, 2)).toBeNaN();
    },
  );
});
