import { expect, test } from 'vitest';
import type { Metric } from '#core/book/book.ts';
import { setLanguage } from './locale.svelte.ts';
import { formulaText, metricDefinition, metricName } from './metric-words.ts';

const metric = (change: Partial<Metric>): Metric => ({
  id: 'm1',
  name: '',
  preset: 'returningSales',
  level: 'core',
  unit: 'money',
  direction: 'higher',
  formula: null,
  owner: '',
  yearly: 'sum',
  ...change,
});

test('a preset reads in the language of the reader, until someone renames it', () => {
  setLanguage('zh-Hans');
  expect(metricName(metric({}))).toBe('老客销售额');
  setLanguage('en');
  expect(metricName(metric({}))).toBe('Returning sales');
  expect(metricName(metric({ name: 'VIP sales' }))).toBe('VIP sales');
  expect(metricName(metric({ preset: null }))).toBe('Unnamed metric');
});

test('a definition names the look-back of the book', () => {
  setLanguage('en');
  expect(metricDefinition(metric({}), 365)).toContain('in the 365 days before it');
  expect(metricDefinition(metric({}), 'all')).toContain('at any time before it');
});

test('a formula is told with the names of its parts', () => {
  setLanguage('en');
  const product = metric({ id: 'm3', name: 'Made', formula: { kind: 'product', of: ['m1', 'm2', 'gone'] } });
  const all = [metric({}), metric({ id: 'm2', name: 'Frequency' }), product];
  expect(formulaText(product, all)).toBe('Returning sales × Frequency × ?');
});
