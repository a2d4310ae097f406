import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Unit } from './figure.ts';
import { parseTyped, typedText } from './typed-number.ts';

const read = (text: string, unit: Unit): number | null | string => {
  const result = parseTyped(text, unit, 'CNY');
  return result.ok ? result.value : result.error;
};

describe('a typed number', () => {
  test.each([
    ['1200万', 1_200_000_000],
    ['1.2亿', 12_000_000_000],
    ['1亿2000万', 12_000_000_000],
    ['１２００萬', 1_200_000_000],
    ['12w', 12_000_000],
    ['3.5m', 350_000_000],
    ['1,234.5', 123_450],
    ['1,2345', 1_234_500],
    ['￥1,234.50', 123_450],
    ['-¥12', -1200],
    ['¥-12', -1200],
    ['NT$ 30', 3000],
    ['12元', 1200],
    ['(12)', -1200],
    ['（12）', -1200],
    ['−12', -1200],
    ['1.005', 101],
    ['1.2E+06', 120_000_000],
    ['0', 0],
    ['-0', 0],
    ['.5', 50],
    ['12.', 1200],
  ])('money %s is %d fen', (text, value) => expect(read(text, 'money')).toBe(value));

  test.each([
    ['35%', 0.35],
    ['35', 0.35],
    ['0.35', 0.35],
    ['35.2％', 0.352],
    ['100', 1],
    ['1', 0.01],
    ['-5%', -0.05],
    ['+5pp', 0.05],
    ['5个百分点', 0.05],
    ['0.5%', 0.005],
    ['0.5pp', 0.005],
    ['-3', -0.03],
  ])('percent %s is %d', (text, value) => expect(read(text, 'percent')).toBe(value));

  test.each<[string, Unit, number]>([
    ['1.2万人', 'count', 12_000],
    ['1 234', 'count', 1234],
    ['3.4次', 'times', 3.4],
    ['150%', 'times', 1.5],
    ['1.8x', 'times', 1.8],
    ['45天', 'days', 45],
    ['45 days', 'days', 45],
  ])('%s as %s is %d', (text, unit, value) => expect(read(text, unit)).toBe(value));

  test.each(['', '  ', '-', '–', '——', '　'])('%j is unknown, not 0', (text) => expect(read(text, 'money')).toBeNull());

  test.each([
    'abc',
    '1,5',
    '1,23,456',
    '1.2.3',
    '12万3亿',
    '#N/A',
    '35%',
    '万',
    '1e999',
    '9e20',
    '--5',
    '()',
    '1.2.',
    '5pp',
  ])('money %j is refused', (text) => expect(read(text, 'money')).toBe('not-a-number'));

  test.each<[string, Unit]>([
    ['20251111093000000123', 'count'],
    ['1e17', 'times'],
    ['9e20%', 'percent'],
  ])('%s as %s is an order’s number rather than a figure, and refused', (text, unit) =>
    expect(read(text, unit)).toBe('not-a-number'),
  );

  test('a number written out in full reads back as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => {
        const text = `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100).toLocaleString('en')}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
        expect(read(text, 'money')).toBe(fen + 0);
      }),
    );
  });

  test('a value as typed reads back as itself', () => {
    expect(typedText(123_450, 'money', 'CNY')).toBe('1234.5');
    expect(typedText(0.352, 'percent', 'CNY')).toBe('35.2%');
    expect(typedText(null, 'count', 'CNY')).toBe('');
    const units = fc.constantFrom<Unit>('percent', 'times', 'days');
    fc.assert(
      fc.property(fc.double({ min: -100, max: 100, noNaN: true }), units, (value, unit) => {
        expect(read(typedText(value, unit, 'CNY'), unit)).toBeCloseTo(value, 12);
      }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: -1e14, max: 1e14 }),
        (fen) => void expect(read(typedText(fen, 'money', 'CNY'), 'money')).toBe(fen + 0),
      ),
    );
  });

  test('any text gives an answer', () => {
    const units = fc.constantFrom<Unit>('money', 'count', 'percent', 'times', 'days');
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), units, (text, unit) => void read(text, unit)));
  });
});
