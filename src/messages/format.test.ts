import { beforeEach, describe, expect, test } from 'vitest';
import { dayOf, monthOf } from '#core/period.ts';
import {
  formatBytes,
  formatChange,
  formatDay,
  formatMonth,
  formatPercent,
  formatPeriod,
  formatValue,
} from './format.ts';
import { pickLanguage, setLanguage } from './locale.svelte.ts';

beforeEach(() => setLanguage('en'));

describe('values', () => {
  test('unknown is a dash, never 0', () => {
    expect(formatValue(null, 'money')).toBe('–');
    expect(formatValue(Number.NaN, 'count')).toBe('–');
    expect(formatValue(0, 'count')).toBe('0');
  });

  test('full money is exact in its currency', () => {
    expect(formatValue(123456789, 'money')).toBe('1,234,567.89');
    expect(formatValue(1200000000, 'money', { currency: 'CNY' })).toBe('12,000,000');
    expect(formatValue(1234567, 'money', { currency: 'JPY' })).toBe('1,234,567');
    expect(formatValue(-123450, 'money', { symbol: true })).toBe('−¥1,234.50');
  });

  test.each([
    ['en', 950_00, '950'],
    ['en', 4_697_00, '4,697'],
    ['en', 9_999_60, '10.0K'],
    ['en', 12_345_00, '12.3K'],
    ['en', 999_999_00, '1.00M'],
    ['en', 1_234_567_890_00, '1.23B'],
    ['zh-Hans', 9_876_00, '9,876'],
    ['zh-Hans', 12_345_00, '1.23万'],
    ['zh-Hans', 12_340_000_00, '1,234万'],
    ['zh-Hans', 99_999_999_00, '1.00亿'],
    ['zh-Hant', 123_456_789_00, '1.23億'],
    ['zh-Hant', -123_456_00, '−12.3萬'],
  ] as const)('short money in %s: %d', (language, value, text) => {
    setLanguage(language);
    expect(formatValue(value, 'money', { form: 'short' })).toBe(text);
  });

  test('percent, times, days', () => {
    expect(formatValue(0.3521, 'percent')).toBe('35.2%');
    expect(formatValue(2.345, 'times', { digits: 1 })).toBe('2.3');
    expect(formatValue(45, 'days')).toBe('45');
    expect(formatValue(45.26, 'days')).toBe('45.3');
    expect(formatPercent(-0.05)).toBe('−5.0%');
  });
});

test('changes carry their sign, and pp where the metric is a percentage', () => {
  expect(formatChange({ kind: 'ratio', value: 0.2 })).toBe('+20.0%');
  expect(formatChange({ kind: 'points', value: 0.031 })).toBe('+3.1 pp');
  expect(formatChange({ kind: 'ratio', value: -0.00001 })).toBe('0.0%');
  expect(formatChange({ kind: 'ratio', value: -0.125 })).toBe('−12.5%');
  expect(formatChange({ kind: 'ratio', value: null })).toBe('–');
});

test('periods', () => {
  expect(formatPeriod('Y2025', 1)).toBe('2025');
  expect(formatPeriod('Y2025', 4)).toBe('FY2025');
  expect(formatPeriod('Q2025-1', 1)).toBe('Q1 2025');
  expect(formatPeriod('M2025-03', 1)).toBe('Mar 2025');
  expect(formatDay(dayOf(2026, 11, 23))).toBe('23 Nov 2026');
  setLanguage('zh-Hans');
  expect(formatPeriod('Y2025', 1)).toBe('2025 年');
  expect(formatPeriod('Q2025-1', 1)).toBe('2025 年第 1 季度');
  expect(formatPeriod('Y2025', 4)).toBe('2025 财年');
  expect(formatMonth(monthOf(2025, 3), 'short')).toBe('3 月');
  expect(formatMonth(monthOf(2025, 3), 'long')).toBe('2025 年 3 月');
  expect(formatDay(dayOf(2026, 11, 23))).toBe('2026 年 11 月 23 日');
});

test('bytes', () => {
  expect(formatBytes(999)).toBe('999 B');
  expect(formatBytes(1536)).toBe('1.5 KB');
  expect(formatBytes(20_000_000)).toBe('20.0 MB');
});

test.each([
  [['zh-TW', 'en'], 'zh-Hant'],
  [['zh-HK'], 'zh-Hant'],
  [['zh-Hant-CN'], 'zh-Hant'],
  [['zh-CN'], 'zh-Hans'],
  [['zh'], 'zh-Hans'],
  [['zh-Hans-HK'], 'zh-Hans'],
  [['fr', 'zh-SG', 'en'], 'zh-Hans'],
  [['fr-FR'], 'en'],
  [[], 'en'],
] as const)('%j is read in %s', (preferred, language) => {
  expect(pickLanguage(preferred)).toBe(language);
});
