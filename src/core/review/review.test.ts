import { describe, expect, test } from 'vitest';
import { benchmarkOf, bookOf, fromData, metricOf, monthCells, yearCell } from '../../../tests/books/book-of.ts';
import { causeOf, evidenceOf } from '../../../tests/books/finding-of.ts';
import type { Book, FigureKind, FigureRef } from '../book/book.ts';
import type { Cause } from '../book/review.ts';
import { pastYears } from '../comparison/past-years.ts';
import { evaluate } from '../evaluate.ts';
import { figureValue } from './figure-value.ts';

const metrics = [
  metricOf('sales', { formula: { kind: 'product', of: ['buyers', 'spend'] } }),
  metricOf('buyers', { unit: 'count', yearly: 'none', level: 'key' }),
  metricOf('spend', { yearly: 'none', level: 'key' }),
  metricOf('retention', { unit: 'percent', yearly: 'none', level: 'supporting' }),
];
const years = (id: string, last: number, now: number) => [
  yearCell(id, 'actual', 2024, last),
  yearCell(id, 'actual', 2025, now),
];
const segment = (name: string, last: number, now: number) => ({
  metric: 'sales',
  dimension: 'newness',
  name,
  byPeriod: new Map([['M2024-05', last] as const, ['M2025-05', now] as const]),
});
const book = bookOf({
  metrics,
  cells: [
    ...years('sales', 833, 1000),
    ...years('buyers', 100, 140),
    ...years('spend', 8.33, 1000 / 140),
    ...years('retention', 0.3, 0.35),
    yearCell('sales', 'target', 2025, 833),
    yearCell('retention', 'target', 2025, 0.4),
    yearCell('sales', 'target', 2026, 1200),
    ...monthCells('sales', 'target', 2025, [70]),
    ...monthCells('sales', 'actual', 2024, [50]),
    ...monthCells('sales', 'actual', 2025, [60]),
  ],
  benchmarks: [benchmarkOf('sales', { value: 0.5 })],
  segments: [segment('existing', 833, 780), segment('new', 0, 220)],
});
const evaluation = evaluate(book);
const clauses = (owner: string, of: Book = book): string[] =>
  evaluate(of).drafts[owner]?.clauses.map((clause) => clause.id) ?? [];
const value = (figure: FigureKind, change: Partial<FigureRef> = {}) =>
  figureValue(book, evaluation, { metric: 'sales', figure, period: 'Y2025', ...change });

describe('drafts', () => {
  test('RV1 result, growth, market, target, driver, segment, cause', () =>
    expect(clauses('sales')).toEqual([
      'result-met',
      'growth-up',
      'against-market-behind',
      'zero-growth-target',
      'driver-main',
      'driver-against',
      'segment-main',
      'segment-against',
      'factor-prompt',
    ]));
  test('RV8 a draft tells the dimension that ranks first, not the one whose mix moved most', () => {
    const of = (dimension: string, name: string, last: number, now: number) => ({
      ...segment(name, last, now),
      dimension,
    });
    // Twenty categories rise by 8% of the change each, while one falls: none of them explains it, as the web shop does.
    const categories = Array.from({ length: 20 }, (_, index) => of('category', `c${index}`, 40, 48));
    const segments = [
      ...categories,
      of('category', 'nuts', 200, 140),
      of('channel', 'Web', 500, 590),
      of('channel', 'Shop', 500, 510),
    ];
    const cells = [...years('sales', 1000, 1100), yearCell('sales', 'target', 2025, 1200)];
    const told = evaluate(bookOf({ metrics: [metricOf('sales')], cells, segments }));
    expect(told.explanations['sales']?.ranking.map(({ by }) => by)).toEqual(['channel', 'category']);
    const main = told.drafts['sales']?.clauses.find(({ id }) => id === 'segment-main');
    expect(main?.figures[0]?.of).toBe('channel|Web');
  });
  test('DR1 causes come with their evidence, actions with who, when and what for; prompts stand for what is missing', () => {
    const cause = (id: string, change: Partial<Cause> = {}) => causeOf(id, null, { metric: 'retention', ...change });
    const causes = [
      cause('top'),
      cause('leaf', { parent: 'top' }),
      cause('of last year', { year: 2024 }),
      cause('won', { finding: 'win' }),
    ];
    const bare = { ...book, causes };
    expect(clauses('retention', bare).slice(-3)).toEqual(['cause', 'evidence-prompt', 'action-prompt']);
    const whole: Book = {
      ...bare,
      evidence: [
        evidenceOf('leaf', {
          kind: 'figure',
          figure: { metric: 'retention', figure: 'change', period: 'Y2025' },
        }),
        evidenceOf('leaf', { text: 'Half left', source: 'Survey' }),
      ],
      actions: [
        {
          id: 'a',
          year: 2025,
          finding: 'retention',
          cause: 'leaf',
          metric: 'sales',
          text: 'Call them',
          owner: 'Lin',
          due: '2026-03-31',
          effect: 100,
        },
      ],
    };
    expect(evaluate(whole).drafts['retention']?.clauses.slice(-2)).toEqual([
      {
        id: 'cause',
        metric: 'retention',
        text: 'leaf',
        figures: [{ metric: 'retention', figure: 'change', period: 'Y2025' }],
        source: ['Half left', 'Survey'],
      },
      {
        id: 'action',
        metric: 'sales',
        figures: [],
        text: 'Call them',
        owner: 'Lin',
        due: '2026-03-31',
        effect: 100,
      },
    ]);
    const won: Book = { ...whole, causes: [cause('won', { metric: 'sales', finding: 'win', condition: 'if kept' })] };
    expect(evaluate(won).drafts['sales']?.clauses.at(-2)).toMatchObject({ id: 'factor', condition: 'if kept' });
    expect(clauses('summary', won)).toContain('factor');
    expect(clauses('summary')).not.toContain('factor-prompt');
  });

  test('RV1 a missed rate with an unknown market says both', () =>
    expect(clauses('retention')).toEqual(['result-missed', 'growth-up', 'market-unknown', 'cause-prompt']));
  test('RV2 every figure of a draft is known', () => {
    const figures = Object.values(evaluation.drafts).flatMap((draft) =>
      draft.clauses.flatMap((clause) => clause.figures),
    );
    expect(figures.length).toBeGreaterThan(10);
    for (const ref of figures) expect(figureValue(book, evaluation, ref).value).not.toBeNull();
  });
  test('RV3 the summary counts, then tells core and key metrics', () => {
    const [count, ...rest] = evaluation.drafts['summary']?.clauses ?? [];
    expect(count?.counts).toMatchObject({ total: 4, met: 1, missed: 1, undecided: 2, easyTarget: 1 });
    expect(rest.filter((clause) => clause.id === 'summary-metric').map((clause) => clause.metric)).toEqual([
      'sales',
      'buyers',
      'spend',
    ]);
  });
  test('RV3 a book without figures says so', () =>
    expect(clauses('summary', bookOf({ metrics }))).toEqual(['no-data']));
});

describe('figures', () => {
  test('RV4 figures of the year are the scorecard’s', () => {
    expect(value('actual')).toEqual({ value: 1000, form: 'money', signed: false, toDate: false });
    expect(value('gap')).toMatchObject({ value: 167, form: 'money', signed: true });
    expect(value('growth')).toMatchObject({ form: 'change-ratio', signed: true });
    expect(value('attainment')).toMatchObject({ form: 'attainment' });
    expect(value('relativeShare').value).toBeCloseTo(-0.2, 2);
  });
  test('RV4 percent metrics differ in points', () => {
    expect(value('gap', { metric: 'retention' })).toMatchObject({ form: 'change-points' });
    expect(value('gap', { metric: 'retention' }).value).toBeCloseTo(-0.05);
  });
  test('RV5 months and other years follow the same rules', () => {
    expect(value('growth', { period: 'M2025-01' }).value).toBeCloseTo(0.2);
    expect(value('attainment', { period: 'M2025-01' }).value).toBeCloseTo(60 / 70);
    expect(value('target', { period: 'Y2026' }).value).toBe(1200);
    expect(value('impliedGrowth', { period: 'Y2026' }).value).toBeCloseTo(0.2);
  });
  test('RV5 a month or quarter that is not complete has an actual and a target, and no growth', () => {
    const months = [60, 60, 60];
    const begun = bookOf({
      metrics: [metricOf('sales')],
      cells: [
        ...monthCells('sales', 'actual', 2024, months),
        ...monthCells('sales', 'target', 2025, months),
        ...monthCells('sales', 'actual', 2025, [70, 70]),
        ['sales', 'actual', 'M2025-03', 30, fromData({ toDate: true })],
      ],
    });
    const of = (figure: FigureKind, period: FigureRef['period']) =>
      figureValue(begun, evaluate(begun), { metric: 'sales', figure, period });
    for (const period of ['M2025-03', 'Q2025-1'] as const) {
      expect(of('growth', period).value).toBeNull();
      expect(of('change', period).value).toBeNull();
      expect(of('actual', period).toDate).toBe(true);
      expect(of('gap', period)).toMatchObject({ toDate: true });
    }
    expect(of('attainment', 'M2025-03').value).toBe(0.5);
    expect(of('growth', 'M2025-02').value).toBeCloseTo(1 / 6);
    expect(of('actual', 'M2025-02').toDate).toBe(false);
  });
  test('RV5 another year grows over the time that both years know, as in the table of years', () => {
    const whole = (value: number): readonly number[] => Array.from({ length: 12 }, () => value);
    const own = metricOf('sales');
    const later = bookOf({
      metrics: [own],
      cells: [
        // The data begin in July 2023.
        ...monthCells(
          'sales',
          'actual',
          2023,
          [
            ...whole(0)
              .slice(6)
              .map(() => null),
            ...whole(10).slice(6),
          ],
          fromData(),
        ),
        ...monthCells('sales', 'actual', 2024, whole(12), fromData()),
        ...monthCells('sales', 'actual', 2025, whole(13), fromData()),
        yearCell('sales', 'target', 2024, 150),
        yearCell('sales', 'target', 2023, 150),
      ],
    });
    const of = (figure: FigureKind, period: FigureRef['period']) =>
      figureValue(later, evaluate(later), { metric: 'sales', figure, period }).value;
    const [first, second] = pastYears(later, own);
    expect(second?.growth.value).toBeCloseTo(0.2);
    expect(of('growth', 'Y2024')).toBe(second?.growth.value);
    expect(of('attainment', 'Y2024')).toBe(second?.attainment);
    expect([first?.whole, of('attainment', 'Y2023')]).toEqual([false, null]);
    expect(of('impliedGrowth', 'Y2024')).toBeNull();
  });
  test('RV6 drivers, segments and benchmarks are named in the reference', () => {
    const parts = evaluation.explanations['sales']?.splits[0]?.parts ?? [];
    expect(value('driver', { of: 'buyers' }).value).toBe(parts[0]?.effect);
    expect(value('segment', { of: 'newness|existing' })).toMatchObject({ value: -53, signed: true });
    expect(value('benchmark', { of: 'sales-market' })).toMatchObject({ value: 0.5, form: 'change-ratio' });
  });
  test('RV6 what is gone has no value', () => {
    expect(value('actual', { metric: 'gone' }).value).toBeNull();
    expect(value('driver', { of: 'gone' }).value).toBeNull();
    expect(value('benchmark', { of: 'gone' }).value).toBeNull();
    expect(value('segment').value).toBeNull();
  });
});
