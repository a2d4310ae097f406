import { beforeEach, describe, expect, test } from 'vitest';
import type { ConclusionBlock, FigureKind, Metric } from '#core/book/book.ts';
import type { DraftClause } from '#core/evaluation.ts';
import { bookOf } from '../../tests/books/book-of.ts';
import { setLanguage } from './locale.svelte.ts';
import { writeDraft } from './write-draft.ts';

const metric = (id: string, name: string): Metric => ({
  id,
  name,
  preset: null,
  level: 'core',
  unit: 'money',
  direction: 'higher',
  formula: null,
  owner: '',
  yearly: 'sum',
});
const METRICS = [metric('sales', 'Returning sales'), metric('buyers', 'Buyers')];

const clause = (
  id: DraftClause['id'],
  figures: readonly FigureKind[],
  more: Partial<DraftClause> = {},
): DraftClause => ({
  id,
  metric: 'sales',
  figures: figures.map((figure) => ({ metric: 'sales', figure, period: 'Y2025' })),
  ...more,
});

/** Chips as [figure], bold as **text**. */
const shown = (blocks: readonly ConclusionBlock[]): string[] =>
  blocks.map((block) =>
    block.children
      .map((run) => (run.kind === 'chip' ? `[${run.figure.figure}]` : run.bold ? `**${run.text}**` : run.text))
      .join(''),
  );
const write = (...clauses: DraftClause[]): string[] => shown(writeDraft({ clauses }, bookOf({ metrics: METRICS })));

beforeEach(() => setLanguage('en'));

describe('a metric', () => {
  const whole = [
    clause('result-missed', ['actual', 'target', 'attainment', 'gap']),
    clause('growth-up', ['growth', 'change', 'lastYear']),
    clause('against-market-behind', ['benchmark', 'relativeShare']),
    clause('driver-main', ['driver', 'change'], { metric: 'buyers' }),
    clause('cause-prompt', []),
  ];

  test('reads as result, what moved it, and the cause to write', () => {
    expect(write(...whole)).toEqual([
      '**Returning sales** came to [actual] against a target of [target]: [attainment] of target, a gap of [gap]. ' +
        'That is [growth] on last year’s [lastYear] ([change]). ' +
        'Against the market ([benchmark]) it fell behind: relative share [relativeShare].',
      'Of the change of [change], Buyers did most: [driver].',
      'Root cause, with evidence: … Action, owner and due date: …',
    ]);
  });

  test('tells causes with their evidence and actions with who, when and what for', () => {
    const cause = clause('cause', ['driver'], {
      text: 'Buyers left after the price rise.',
      source: ['Exit survey', '2025-11'],
    });
    const action = clause('action', [], { text: 'Call them。', owner: 'Lin', due: '2026-03-31', effect: 12_000_000 });
    expect(write(cause, action)).toEqual([
      'Root cause: Buyers left after the price rise ([driver], Exit survey, 2025-11). ' +
        'Next: Call them (Lin, by 31 Mar 2026, to move Returning sales by +120K).',
    ]);
    setLanguage('zh-Hans');
    expect(write(cause, action)).toEqual([
      '根因：Buyers left after the price rise（[driver]，Exit survey，2025-11）。' +
        '改进举措：Call them（Lin，2026 年 3 月 31 日前完成，预计Returning sales +12.0万）。',
    ]);
  });

  test('tells what worked and when it repeats', () =>
    expect(write(clause('factor', [], { text: 'Early gifts', condition: 'Stock by May' }))).toEqual([
      'What worked: Early gifts. It repeats on one condition: Stock by May.',
    ]));

  test('is written in the language of the reader', () => {
    setLanguage('zh-Hans');
    expect(write(...whole)[0]).toBe(
      '**Returning sales**完成 [actual]，目标 [target]，达成率 [attainment]，与目标差 [gap]。' +
        '去年为 [lastYear]，同比 [growth]（[change]）。市场增速 [benchmark]，我们更慢，相对份额 [relativeShare]。',
    );
    setLanguage('zh-Hant');
    expect(write(...whole)[2]).toContain('根因與證據');
  });

  test('never says a figure that is not known', () => {
    expect(write(clause('result-no-target', ['actual']))).toEqual([
      '**Returning sales** came to [actual]; no target was set.',
    ]);
    expect(write(clause('against-market-ahead', []))).toEqual(['Against the market it moved ahead.']);
    expect(write(clause('no-data', []))).toEqual(['**Returning sales**: no actuals yet.']);
  });

  test('names segments by their dimension', () => {
    const segment: DraftClause = {
      id: 'segment-main',
      metric: 'sales',
      name: 'new',
      figures: [{ metric: 'sales', figure: 'segment', period: 'Y2025', of: 'newness|new' }],
    };
    expect(write(segment)).toEqual(['By new and existing products, “New products” moved most: [segment].']);
  });
});

test('a summary counts, then gives each metric its paragraph with what moved it', () => {
  expect(
    write(
      { id: 'summary-count', figures: [], counts: { total: 3, met: 1, missed: 1, undecided: 1, gap: 1, win: 1 } },
      clause('summary-metric', ['actual', 'attainment', 'growth']),
      clause('driver-main', ['driver', 'change'], { metric: 'buyers' }),
      clause('summary-metric', ['actual'], { metric: 'buyers' }),
    ),
  ).toEqual([
    'Of 3 metrics with figures, 1 met their target and 1 missed it. For 1, the target is missing or still open. ' +
      'Against the market: Win 1, Gap 1.',
    '**Returning sales** [actual], [attainment] of target, [growth] on last year. ' +
      'Of the change of [change], Buyers did most: [driver].',
    '**Buyers** [actual].',
  ]);
});
