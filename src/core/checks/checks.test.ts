import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookOf, metricOf, yearCell } from '../../../tests/books/book-of.ts';
import { factsOf } from '../../../tests/books/campaign-of.ts';
import { writtenBook } from '../../../tests/books/written-book.ts';
import type { Book, ConclusionBlock } from '../book/book.ts';
import type { BookEdits } from '../book/edits.ts';
import { presetMetrics } from '../book/presets.ts';
import { evaluate } from '../evaluate.ts';
import type { Check, CheckId } from './check.ts';
import { CHECKS } from './registry.ts';

const metrics = [
  metricOf('sales'),
  metricOf('retention', { level: 'key', unit: 'percent', yearly: 'last' }),
  metricOf('orders', { level: 'supporting', unit: 'count' }),
];
/** Sales missed their target and fell; retention met its own and rose. */
const cells = [
  yearCell('sales', 'actual', 2025, 900),
  yearCell('sales', 'target', 2025, 1200),
  yearCell('sales', 'actual', 2024, 1000),
  yearCell('retention', 'actual', 2025, 0.4),
  yearCell('retention', 'target', 2025, 0.38),
  yearCell('retention', 'actual', 2024, 0.36),
];
const content = bookOf({ metrics, cells });
const empty = bookOf({ metrics: presetMetrics() });

const checksAfter = (write: (edit: BookEdits) => void, from: Book = content): readonly Check[] =>
  evaluate(writtenBook(from, write)).checks;
const only = (checks: readonly Check[], id: CheckId): readonly Check[] => checks.filter((check) => check.id === id);
const text = (words: string): readonly ConclusionBlock[] => [
  { children: [{ kind: 'text', text: words, bold: false }] },
];

const gap = (edit: BookEdits, words = 'The box came late'): string =>
  edit.addCause({ metric: 'sales', year: 2025, finding: 'gap', text: words }, null);
const win = (edit: BookEdits, condition = ''): string =>
  edit.addCause({ metric: 'retention', year: 2025, finding: 'win', text: 'A reminder at day 60', condition }, null);
const proof = (edit: BookEdits, owner: string): string =>
  edit.add('evidence', { owner, kind: 'source', text: '21 days out of stock', source: 'Warehouse log' });
const act = (edit: BookEdits, change: Partial<Parameters<typeof edit.change<'actions'>>[2]> = {}): string =>
  edit.add('actions', {
    year: 2025,
    finding: 'sales',
    metric: 'sales',
    text: 'Order the box in October',
    owner: 'Lin',
    due: '2026-10-01',
    ...change,
  });
const goal = (edit: BookEdits, origin: string): string =>
  edit.add('initiatives', { year: 2026, name: 'Box', origin: { kind: 'cause', id: origin }, metric: 'sales' });
const task = (edit: BookEdits, change: Partial<Parameters<typeof edit.change<'tasks'>>[2]>): string =>
  edit.add('tasks', { year: 2025, name: 'Member days', ...change });
const campaign = (edit: BookEdits, change: Partial<Parameters<typeof edit.change<'campaigns'>>[2]> = {}): string =>
  edit.add('campaigns', { year: 2025, name: '618', start: '2025-06-01', end: '2025-06-18', ...change });
const line = (edit: BookEdits, change: Partial<Parameters<typeof edit.change<'costs'>>[2]>): string => {
  const id = edit.add('costs', { year: 2025, name: 'Vouchers', category: 'gifts', ...change });
  edit.setCell(id, 'actual', 'M2025-06', 50_000);
  return id;
};
const benchmark = (edit: BookEdits, change: Partial<Parameters<typeof edit.change<'benchmarks'>>[2]>): string =>
  edit.add('benchmarks', {
    metric: 'sales',
    kind: 'market',
    year: 2025,
    measure: 'growth',
    value: 0.08,
    source: 'Yearbook',
    date: '2026-02',
    ...change,
  });

type Case = readonly [
  id: CheckId,
  wrong: (edit: BookEdits) => unknown,
  right: (edit: BookEdits) => unknown,
  from?: Book,
];

/** Each rule: a book it objects to once, and the same with what was missing. */
const CASES: readonly Case[] = [
  ['no-figures', () => {}, (edit) => edit.setCell('returningSales', 'actual', 'Y2025', 1), empty],
  ['no-core-metric', (edit) => edit.change('metrics', 'sales', { level: 'key' }), () => {}],
  [
    'figure-without-target',
    (edit) => edit.setCell('orders', 'actual', 'Y2025', 5),
    (edit) => (edit.setCell('orders', 'actual', 'Y2025', 5), edit.setCell('orders', 'target', 'Y2025', 4)),
  ],
  [
    'few-comparisons',
    (edit) => edit.setCell('sales', 'actual', 'Y2024', null),
    (edit) => (edit.setCell('sales', 'actual', 'Y2024', null), benchmark(edit, {})),
  ],
  [
    'zero-growth-target',
    (edit) => edit.setCell('sales', 'target', 'Y2025', 1000),
    (edit) => edit.setCell('sales', 'target', 'Y2025', 1010),
  ],
  ['missed-without-cause', () => {}, gap],
  ['met-without-factor', () => {}, win],
  ['cause-without-evidence', gap, (edit) => proof(edit, gap(edit))],
  ['cause-without-action', gap, (edit) => (gap(edit), act(edit))],
  ['factor-without-condition', win, (edit) => win(edit, 'While the reminder costs under ¥1')],
  ['action-without-owner', (edit) => act(edit, { owner: '' }), act],
  ['action-without-due', (edit) => act(edit, { due: '' }), act],
  ['action-without-metric', (edit) => act(edit, { metric: '' }), act],
  ['nothing-taken-up', gap, (edit) => (gap(edit), goal(edit, ''))],
  ['cause-not-taken-up', (edit) => (gap(edit), goal(edit, '')), (edit) => goal(edit, gap(edit))],
  [
    'conclusion-order',
    (edit) =>
      edit.writeConclusion('summary', [
        {
          children: (['retention', 'sales'] as const).map((metric) => ({
            kind: 'chip',
            figure: { metric, figure: 'actual', period: 'Y2025' },
          })),
        },
      ]),
    (edit) =>
      edit.writeConclusion('summary', [
        {
          children: (['sales', 'retention'] as const).map((metric) => ({
            kind: 'chip',
            figure: { metric, figure: 'actual', period: 'Y2025' },
          })),
        },
      ]),
  ],
  ['benchmark-without-source', (edit) => benchmark(edit, { source: ' ' }), (edit) => benchmark(edit, {})],
  ['benchmark-without-date', (edit) => benchmark(edit, { date: '' }), (edit) => benchmark(edit, {})],
  [
    'index-as-value',
    (edit) => edit.writeConclusion('sales', text('The traffic index rose 32%.')),
    (edit) => edit.writeConclusion('sales', text('The traffic index stood at 132.')),
  ],
  [
    'index-as-value',
    (edit) => {
      const of = benchmark(edit, { measure: 'index', value: 132 });
      const figure = { metric: 'sales', figure: 'benchmark', period: 'Y2025', of } as const;
      edit.writeConclusion('sales', [
        {
          children: [
            { kind: 'text', text: 'The market grew faster: ', bold: false },
            { kind: 'chip', figure },
          ],
        },
      ]);
    },
    (edit) => {
      const of = benchmark(edit, {});
      const figure = { metric: 'sales', figure: 'benchmark', period: 'Y2025', of } as const;
      edit.writeConclusion('sales', [
        {
          children: [
            { kind: 'text', text: 'The market grew faster: ', bold: false },
            { kind: 'chip', figure },
          ],
        },
      ]);
    },
  ],
  [
    'hedge-without-evidence',
    (edit) => gap(edit, '可能是因为礼盒上新晚了'),
    (edit) => proof(edit, gap(edit, '可能是因为礼盒上新晚了')),
  ],
  [
    'year-called-period',
    (edit) => edit.writeConclusion('sales', text('全年销售额环比下降 10%。')),
    (edit) => edit.writeConclusion('sales', text('全年销售额同比下降 10%。')),
  ],
  [
    'period-called-year',
    (edit) => edit.writeConclusion('sales', text('12 月较上月同比下降 3%。')),
    (edit) => edit.writeConclusion('sales', text('12 月较上月环比下降 3%。')),
  ],
  [
    'percent-for-points',
    (edit) => edit.writeConclusion('retention', text('It rose 4% on last year.')),
    (edit) => edit.writeConclusion('retention', text('It rose 4 pp on last year.')),
  ],
  [
    'share-as-contribution',
    (edit) => edit.writeConclusion('sales', text('新品占比 22%，带动增长。')),
    (edit) => edit.writeConclusion('sales', text('新品占比 22%。')),
  ],
  [
    'task-by-activity',
    (edit) => task(edit, { activity: 'Twelve member days' }),
    (edit) => task(edit, { activity: 'Twelve member days', actual: 12 }),
  ],
  [
    'result-tells-activity',
    (edit) => task(edit, { result: 'Held twelve member days' }),
    (edit) => task(edit, { result: 'Second purchases rose from 18% to 22%' }),
  ],
  [
    'grade-without-reason',
    (edit) => task(edit, { grade: 'A' }),
    (edit) => task(edit, { grade: 'A', gradeReason: '22% against 20% planned' }),
  ],
  ['task-without-evidence', (edit) => task(edit, { actual: 12 }), (edit) => proof(edit, task(edit, { actual: 12 }))],
  [
    'result-too-long',
    (edit) => task(edit, { result: '二转率从 18% 到 22%'.repeat(8) }),
    (edit) => task(edit, { result: '二转率从 18% 到 22%' }),
  ],
  ['campaign-without-baseline', campaign, (edit) => campaign(edit, { facts: factsOf() })],
  [
    'campaign-without-review',
    (edit) => campaign(edit, { recall: '1m', comparison: '1.1m', causes: 'Early notice' }),
    (edit) => campaign(edit, { recall: '1m', comparison: '1.1m', causes: 'Early notice', lesson: 'Keep it' }),
  ],
  [
    'campaign-without-follow-up',
    (edit) => campaign(edit, { lesson: 'Keep the early notice' }),
    (edit) =>
      edit.add('initiatives', {
        year: 2026,
        origin: { kind: 'lesson', id: campaign(edit, { lesson: 'Keep the early notice' }) },
      }),
  ],
  [
    'insight-without-source',
    (edit) => edit.add('insights', { year: 2025, kind: 'industry', fact: 'Boxes got smaller' }),
    (edit) => edit.add('insights', { year: 2025, kind: 'industry', fact: 'Boxes got smaller', source: 'Yearbook' }),
  ],
  [
    'insight-without-opportunity',
    (edit) => edit.add('insights', { year: 2025, kind: 'industry', fact: 'Boxes got smaller' }),
    (edit) =>
      edit.add('insights', { year: 2025, kind: 'industry', fact: 'Boxes got smaller', opportunity: 'A small box' }),
  ],
  [
    'entry-without-goal',
    (edit) => edit.add('rhythms', { year: 2025, kind: 'weekly', name: 'Monday report' }),
    (edit) => edit.add('rhythms', { year: 2025, kind: 'weekly', name: 'Monday report', goal: 'sales' }),
  ],
  ['cost-without-return', (edit) => line(edit, {}), (edit) => line(edit, { sales: 400_000 })],
  [
    'system-without-hours',
    (edit) => line(edit, { category: 'systems' }),
    (edit) => line(edit, { category: 'systems', hoursSaved: 120, hourlyCost: 6_000 }),
  ],
  [
    'zero-growth-goal',
    (edit) => edit.setCell('sales', 'target', 'Y2026', 900),
    (edit) => edit.setCell('sales', 'target', 'Y2026', 1000),
  ],
];

describe('CH1 each rule objects once to what is wrong, and not to what is right', () => {
  test.each(CASES.map(([id, wrong, right, from]) => ({ id, wrong, right, from })))(
    '$id',
    ({ id, wrong, right, from }) => {
      expect(
        only(
          checksAfter((edit) => void wrong(edit), from),
          id,
        ),
      ).toHaveLength(1);
      expect(
        only(
          checksAfter((edit) => void right(edit), from),
          id,
        ),
      ).toEqual([]);
    },
  );

  test('every rule has its case, here or in the golden fixture', () => {
    const tried = new Set<CheckId>([...CASES.map(([id]) => id), 'behind-market', 'growth-hides-decline']);
    expect(CHECKS.map((rule) => rule.id).sort()).toEqual([...tried].sort());
  });
});

test('CH2 what nobody has begun raises little: an empty book one hint, an empty record nothing', () => {
  expect(evaluate(empty).checks.map((check) => [check.id, check.severity])).toEqual([['no-figures', 'hint']]);
  const blank = checksAfter((edit) => {
    edit.add('tasks', { year: 2025 });
    edit.add('campaigns', { year: 2025 });
    edit.add('insights', { year: 2025, kind: 'leader' });
    edit.add('people', { year: 2025 });
    edit.add('costs', { year: 2025 });
    edit.add('actions', { year: 2025, finding: 'sales' });
  });
  expect(blank).toEqual(evaluate(content).checks);
});

test('CH2 records of other years raise nothing', () => {
  const others = checksAfter((edit) => {
    edit.add('tasks', { year: 2024, name: 'Old', grade: 'A', result: 'Held twelve member days' });
    edit.add('campaigns', { year: 2024, name: 'Old 618', lesson: '可能太晚' });
    edit.add('insights', { year: 2026, kind: 'leader', fact: '可能更快' });
    edit.add('costs', { year: 2024, name: 'Old' });
    edit.addCause({ metric: 'sales', year: 2024, finding: 'gap', text: '可能太晚' }, null);
  });
  expect(others).toEqual(evaluate(content).checks);
});

test('CH2 nothing leads to where nothing is: the page of a metric that was removed, actions that a met metric does not show', () => {
  const removed = checksAfter((edit) => {
    const id = edit.addCause({ metric: 'orders', year: 2025, finding: 'gap', text: '可能太晚' }, null);
    edit.add('evidence', { owner: id, kind: 'source', text: '可能太晚', source: 'Log' });
    edit.add('actions', { year: 2025, finding: 'orders', cause: id, text: '可能太晚' });
    edit.removeMetric('orders');
  });
  expect(removed).toEqual(evaluate({ ...content, metrics: metrics.slice(0, 2) }).checks);
  const met = checksAfter((edit) => act(edit, { finding: 'retention', text: '可能太晚', owner: '', due: '' }));
  expect(met).toEqual(evaluate(content).checks);
});

test('a fifth of a small rate is no standing still, though it is less than half a point', () => {
  const refunds = metricOf('refunds', { level: 'key', unit: 'percent', yearly: 'none', direction: 'lower' });
  const aimingAt = (target: number) =>
    bookOf({
      metrics: [refunds],
      cells: [
        yearCell('refunds', 'actual', 2025, 0.016),
        yearCell('refunds', 'actual', 2024, 0.02),
        yearCell('refunds', 'target', 2025, target),
        yearCell('refunds', 'target', 2026, target - 0.004),
      ],
    });
  const ids = (target: number) => evaluate(aimingAt(target)).checks.map((check) => check.id);
  expect(ids(0.016).filter((id) => id.startsWith('zero-growth'))).toEqual([]);
  expect(ids(0.0195)).toContain('zero-growth-target');
  expect(ids(0.02)).toContain('zero-growth-goal');
  expect(evaluate(aimingAt(0.016)).drafts['refunds']?.clauses.map(({ id }) => id)).toContain('growth-down');
});

test('a year to date needs a target like any other', () => {
  const begun = checksAfter((edit) => edit.setCell('orders', 'actual', 'M2025-01', 5));
  expect(only(begun, 'figure-without-target').map(({ facts }) => facts.metric)).toEqual(['orders']);
});

test('CH3 a dismissed check stays, with its reason; another sentence is another claim', () => {
  const book = writtenBook(content, (edit) => edit.writeConclusion('sales', text('全年销售额环比下降 10%。')));
  const [check] = only(evaluate(book).checks, 'year-called-period');
  const dismissed = writtenBook(book, (edit) => edit.dismissCheck(check?.key ?? '', 'House style'));
  expect(only(evaluate(dismissed).checks, 'year-called-period')).toEqual([
    { ...check, dismissed: { reason: 'House style' } },
  ]);
  const rewritten = writtenBook(dismissed, (edit) => edit.writeConclusion('sales', text('全年销售额环比下降 11%。')));
  expect(only(evaluate(rewritten).checks, 'year-called-period')).toMatchObject([{ dismissed: null }]);
});

test('CH3 keys tell every check of a book apart, and a dismissal of this year holds for this year', () => {
  const write = (edit: BookEdits): void => {
    edit.writeConclusion('sales', text('全年环比下降 10%。全年环比下降一成。'));
    for (const [, wrong, , from] of CASES) if (from === undefined) wrong(edit);
  };
  const book = writtenBook(content, write);
  const keys = evaluate(book).checks.map((check) => check.key);
  expect(keys.length).toBeGreaterThan(30);
  expect(new Set(keys).size).toBe(keys.length);
  const nextYear = { ...book, settings: { ...book.settings, year: 2026 } };
  expect(evaluate(nextYear).checks.filter((check) => keys.includes(check.key))).toEqual([]);
});

test('CH4 leaves are judged, not what they explain, and an action above them answers them', () => {
  const checks = checksAfter((edit) => {
    const top = gap(edit);
    const leaf = edit.addCause({ metric: 'sales', year: 2025, finding: 'gap', text: 'The printer closed' }, top);
    proof(edit, leaf);
    act(edit, { cause: top });
  });
  expect(checks.map((check) => check.id)).not.toContain('cause-without-evidence');
  expect(checks.map((check) => check.id)).not.toContain('cause-without-action');
});

test('CH6 supporting metrics weigh less', () => {
  const checks = checksAfter((edit) => {
    edit.setCell('orders', 'actual', 'Y2025', 5);
    edit.setCell('retention', 'target', 'Y2025', null);
  });
  expect(only(checks, 'figure-without-target').map(({ facts, severity }) => [facts.metric, severity])).toEqual([
    ['retention', 'error'],
    ['orders', 'hint'],
  ]);
});

test('CH7 no book, however odd, makes it throw, and it can be posted', () => {
  const id = fc.constantFrom('a', 'b', 'sales', '__proto__', 'a|b');
  const words = fc.oneof(fc.string(), fc.constantFrom('可能', '全年环比增长 20%', '留存率提升 3%', '\uFFFC', '…。.!'));
  const cause = fc.record({
    id,
    metric: id,
    year: fc.constant(2025),
    finding: fc.constantFrom('gap' as const, 'win' as const),
    parent: fc.option(id),
    rescued: fc.boolean(),
    text: words,
    condition: words,
  });
  const figure = fc.record({
    metric: id,
    figure: fc.constantFrom('growth' as const, 'segment' as const, 'benchmark' as const),
    period: fc.constantFrom('Y2025' as const, 'M2025-01' as const),
  });
  const blocks = fc.array(
    fc.record({
      children: fc.array(
        fc.oneof(
          fc.record({ kind: fc.constant('text' as const), text: words, bold: fc.boolean() }),
          fc.record({ kind: fc.constant('chip' as const), figure }),
        ),
      ),
    }),
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(cause, { maxLength: 6, selector: (one) => one.id }),
      fc.array(fc.tuple(id, blocks), { maxLength: 3 }),
      (causes, told) => {
        const conclusions = new Map(told.map(([owner, each]) => [owner, { blocks: each }]));
        const { checks } = evaluate(bookOf({ metrics, cells, causes, conclusions }));
        expect(structuredClone(checks)).toEqual(checks);
      },
    ),
    { numRuns: 200 },
  );
});
