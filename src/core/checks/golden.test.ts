import { expect, test } from 'vitest';
import { benchmarkOf, bookOf, metricOf, yearCell } from '../../../tests/books/book-of.ts';
import type { Book, SegmentSeries } from '../book/book.ts';
import { evaluate } from '../evaluate.ts';
import type { Check } from './check.ts';

/** The golden fixture of comparison: a review that looks like a success and is none. Minor units. */
const SALES = 1_000_000_000;
const LAST_YEAR = 833_333_333;
const NEW = 220_000_000;

const segment = (name: string, thisYear: number, lastYear: number): SegmentSeries => ({
  metric: 'sales',
  dimension: 'newness',
  name,
  byPeriod: new Map([
    ['Y2025', thisYear],
    ['Y2024', lastYear],
  ]),
});

const golden = (sentence: string, change: Partial<Book> = {}): Book => ({
  ...bookOf({
    metrics: [metricOf('sales')],
    cells: [
      yearCell('sales', 'actual', 2025, SALES),
      yearCell('sales', 'target', 2025, LAST_YEAR),
      yearCell('sales', 'actual', 2024, LAST_YEAR),
    ],
    benchmarks: [benchmarkOf('sales', { value: 0.5 })],
    segments: [segment('new', NEW, 0), segment('existing', SALES - NEW, LAST_YEAR)],
    conclusions: new Map([['sales', { blocks: [{ children: [{ kind: 'text', text: sentence, bold: false }] }] }]]),
  }),
  ...change,
});

const SENTENCES = [
  '全年销售额 1,000 万，同比增长 20%，达成率 120%。新品占比 22%，带动增长。',
  '全年銷售額 1,000 萬，同比增長 20%，達成率 120%。新品佔比 22%，帶動成長。',
  'Sales reached 10.00m, +20% on last year, 120% of target. New products made up 22% of sales, driving growth.',
];
const OBJECTIONS = ['behind-market', 'growth-hides-decline', 'share-as-contribution', 'zero-growth-target'];

const of = (checks: readonly Check[], id: Check['id']): Check | undefined => checks.find((check) => check.id === id);

test.each(SENTENCES)('CH5 the golden fixture raises its four objections: %s', (sentence) => {
  const { checks, scorecard } = evaluate(golden(sentence));
  expect(scorecard[0]?.attainment).toBeCloseTo(1.2, 6);
  expect(
    checks
      .map((check) => check.id)
      .filter((id) => OBJECTIONS.includes(id))
      .sort(),
  ).toEqual(OBJECTIONS);
  expect(of(checks, 'zero-growth-target')?.facts.figures?.['implied']?.value).toBeCloseTo(0, 6);
  expect(of(checks, 'growth-hides-decline')?.facts).toMatchObject({ segment: { by: 'newness', name: 'existing' } });
  expect(of(checks, 'growth-hides-decline')?.facts.figures?.['fell']?.value).toBeCloseTo(0.064, 3);
  expect(of(checks, 'behind-market')?.facts.figures?.['share']?.value).toBeCloseTo(-0.2, 6);
  expect(of(checks, 'share-as-contribution')?.place).toEqual({ screen: 'metrics', of: 'sales', at: 'conclusion' });
});

test('behind-market tells the market’s growth also where two years of its value give it', () => {
  const value = { measure: 'value', name: 'Market' } as const;
  const benchmarks = [
    benchmarkOf('sales', { ...value, value: 1500 }),
    benchmarkOf('sales', { ...value, id: 'before', year: 2024, value: 1000 }),
  ];
  const { checks } = evaluate(golden('', { benchmarks }));
  expect(of(checks, 'behind-market')?.facts.figures?.['market']).toMatchObject({ value: 0.5, form: 'change-ratio' });
});

test('CH5 a conclusion that says them itself is not objected to', () => {
  const ref = (figure: 'benchmark' | 'impliedGrowth' | 'segment', of?: string) =>
    ({ kind: 'chip', figure: { metric: 'sales', figure, period: 'Y2025', ...(of !== undefined && { of }) } }) as const;
  const children = [ref('benchmark', 'sales-market'), ref('impliedGrowth'), ref('segment', 'newness|existing')];
  const { checks } = evaluate(golden('', { conclusions: new Map([['sales', { blocks: [{ children }] }]]) }));
  expect(checks.map((check) => check.id).filter((id) => OBJECTIONS.includes(id))).toEqual([]);
});
