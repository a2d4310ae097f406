import { beforeEach, describe, expect, test } from 'vitest';
import type { BenchmarkKind } from '#core/book/book.ts';
import { setLanguage } from '#messages/locale.svelte.ts';
import { bookOf, metricOf } from '../../../../../tests/books/book-of.ts';
import { BenchmarkForm } from './benchmark-form.svelte.ts';
import { MetricForm } from './metric-form.svelte.ts';

beforeEach(() => setLanguage('en'));

const book = bookOf({ metrics: [metricOf('buyers', { unit: 'count' }), metricOf('spend')] });

describe('a metric', () => {
  test('needs a name, and a formula its parts', () => {
    const form = new MetricForm(book, null);
    form.formula = 'product';
    expect(form.result()).toBeNull();
    expect([form.nameProblem, form.partsProblem]).toEqual(['A metric needs a name.', 'Choose at least two metrics.']);
    form.name = ' Sales ';
    form.toggle('buyers');
    form.toggle('spend');
    expect(form.result()).toMatchObject({ name: 'Sales', formula: { kind: 'product', of: ['buyers', 'spend'] } });
  });

  test('never adds up the months of a rate', () => {
    const form = new MetricForm(book, null);
    form.name = 'Rate';
    form.unit = 'percent';
    expect(form.result()?.yearly).toBe('none');
  });

  test('started from a known one needs no name and follows the reader', () => {
    const form = new MetricForm(book, null);
    form.startFrom('retention');
    expect(form.result()).toMatchObject({ name: '', preset: 'retention', unit: 'percent', yearly: 'last' });
  });

  test('cannot be part of its own formula', () => {
    expect(new MetricForm(book, metricOf('spend')).others.map((one) => one.id)).toEqual(['buyers']);
  });
});

describe('a benchmark', () => {
  const about = (kind: BenchmarkKind) => new BenchmarkForm(book, { metric: 'spend', kind, year: 2025 }, null);

  test('of the market is a growth rate, others a value in the metric’s unit', () => {
    const market = about('market');
    market.value = '50%';
    expect(market.result()).toMatchObject({ measure: 'growth', value: 0.5, year: 2025 });
    const leader = about('leader');
    leader.value = '6.2万';
    expect(leader.result()).toMatchObject({ measure: 'value', value: 6_200_000 });
    leader.metric = 'buyers';
    expect(leader.result()).toMatchObject({ metric: 'buyers', value: 62_000 });
  });

  test('is not written while its value cannot be read', () => {
    const form = about('industry');
    form.value = 'about a lot';
    expect(form.result()).toBeNull();
    expect(form.problem).toBe('“about a lot” is not a number here.');
  });
});
