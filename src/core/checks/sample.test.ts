import { expect, test } from 'vitest';
import { evaluate } from '../evaluate.ts';
import { OrderImport } from '../orders/order-import.ts';
import { sampleBook, type SampleFacts } from '../sample/sample-book.ts';
import { SAMPLE_MAPPING, sampleOrdersCsv } from '../sample/sample-orders.ts';
import type { SampleLocale } from '../sample/words.ts';
import { sampleFactsOf } from '../../../tests/orders/sample-facts.ts';
import { setLanguage } from '../../messages/locale.svelte.ts';
import { sampleConclusions } from '../../session/sample-conclusions.ts';

const SOURCE = { dataset: 'd', datasetName: 'Sample', computedAt: '2026-01-05T08:00:00Z' };
function factsOf(locale: SampleLocale): SampleFacts {
  const orders = new OrderImport();
  orders.begin({ name: 'sample.csv', mapping: SAMPLE_MAPPING, minorDigits: 2 });
  for (const chunk of sampleOrdersCsv(locale, 2025)) orders.feed(chunk);
  orders.end();
  const result = orders.finish();
  if (!result.ok) throw new Error(result.error.kind);
  return sampleFactsOf(result.value.columns, locale, 2025);
}

/** What is true of the sample, and meant to be: an easy target, and one that asked for less than last year. */
const TRUE_OF_IT = [
  ['warn', 'behind-market', { screen: 'metrics', of: 'newCustomers', at: 'conclusion' }],
  ['hint', 'zero-growth-target', { screen: 'metrics', at: 'repurchase.target' }],
];

test.each<SampleLocale>(['en', 'zh-Hans', 'zh-Hant'])(
  'CH8 the sample raises no false alarm in %s',
  (locale) => {
    setLanguage(locale);
    const book = { ...sampleBook(locale, 2025, factsOf(locale), SOURCE), id: 'sample' };
    const written = { ...book, conclusions: sampleConclusions(book) };
    const raised = evaluate(written).checks.map(({ id, severity, place }) => [severity, id, place]);
    expect(raised).toEqual(TRUE_OF_IT);
  },
  60_000,
);
