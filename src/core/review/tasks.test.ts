import { describe, expect, test } from 'vitest';
import { bookOf, metricOf, yearCell } from '../../../tests/books/book-of.ts';
import type { StrategicTask } from '../book/review.ts';
import { evaluate } from '../evaluate.ts';
import type { TaskFacts } from '../evaluation.ts';

const TASK: StrategicTask = {
  id: 't',
  year: 2025,
  name: 'Welcome series',
  outcome: '',
  measure: '',
  metric: '',
  unit: 'percent',
  direction: 'higher',
  planned: null,
  actual: null,
  activity: '',
  attained: '',
  grade: '',
  gradeReason: '',
  result: '',
  owner: '',
  initiative: '',
};

function factsOf(change: Partial<StrategicTask>): TaskFacts {
  const book = bookOf({
    metrics: [metricOf('refunds', { unit: 'percent', direction: 'lower', yearly: 'none' }), metricOf('sales')],
    cells: [
      yearCell('refunds', 'target', 2025, 0.05),
      yearCell('refunds', 'actual', 2025, 0.04),
      yearCell('sales', 'target', 2025, 1000),
      yearCell('sales', 'actual', 2025, 700),
    ],
    tasks: [{ ...TASK, ...change }],
  });
  const [facts] = evaluate(book).tasks;
  if (!facts) throw new Error('no facts');
  return facts;
}

describe('tasks', () => {
  test.each([
    ['more is better', 'higher', 0.2, 0.21, 'yes'],
    ['nearly there', 'higher', 0.2, 0.16, 'partly'],
    ['too little', 'higher', 0.2, 0.159, 'no'],
    ['less is better', 'lower', 5, 4, 'yes'],
    ['a little more than wanted', 'lower', 5, 6, 'partly'],
    ['twice as much as wanted', 'lower', 5, 10, 'no'],
    ['none wanted, none come', 'lower', 0, 0, 'yes'],
    ['none wanted, some come', 'lower', 0, 1, 'no'],
  ] as const)('RV20 planned and actual say what was attained: %s', (_, direction, planned, actual, attained) =>
    expect(factsOf({ direction, planned, actual })).toMatchObject({ computed: attained, attained }),
  );

  test('RV20 without both nothing is said', () => {
    expect(factsOf({ planned: 0.2 })).toMatchObject({ attainment: null, computed: null, attained: null });
    expect(factsOf({ actual: 0.2 })).toMatchObject({ attainment: null, computed: null, attained: null });
  });

  test('RV21 a metric gives its target and actual, its unit and direction', () => {
    const measured = factsOf({ metric: 'refunds', unit: 'money', planned: 1, actual: 2 });
    expect(measured).toMatchObject({ unit: 'percent', direction: 'lower', planned: 0.05, actual: 0.04 });
    expect(measured).toMatchObject({ attained: 'yes', metric: { id: 'refunds' } });
    expect(measured.attainment).toBeCloseTo(1.2);
  });

  test('RV21 a metric that is gone leaves what was typed', () =>
    expect(factsOf({ metric: 'gone', planned: 0.2, actual: 0.2 })).toMatchObject({ metric: null, attained: 'yes' }));

  test('RV22 a person’s judgement stands; one better than the figures is told', () => {
    expect(factsOf({ metric: 'sales', attained: 'yes' })).toMatchObject({
      computed: 'no',
      attained: 'yes',
      flattered: true,
    });
    expect(factsOf({ metric: 'refunds', attained: 'no' })).toMatchObject({ attained: 'no', flattered: false });
    expect(factsOf({ attained: 'yes' })).toMatchObject({ computed: null, attained: 'yes', flattered: false });
  });

  test('RV23 what was done is no outcome', () => {
    expect(factsOf({ activity: 'Sent 40 letters' }).activityOnly).toBe(true);
    expect(factsOf({ activity: 'Sent 40 letters', metric: 'sales' }).activityOnly).toBe(true);
    expect(factsOf({ activity: 'Sent 40 letters', attained: 'partly' }).activityOnly).toBe(false);
    expect(factsOf({ activity: '  ', metric: 'sales' }).activityOnly).toBe(false);
  });

  test('RV24 a result is one line: 100 characters, 40 with Chinese ones', () => {
    expect(factsOf({ result: 'a'.repeat(100) }).result).toEqual({ length: 100, most: 100, tooLong: false });
    expect(factsOf({ result: ` ${'a'.repeat(101)} ` }).result).toMatchObject({ length: 101, tooLong: true });
    expect(factsOf({ result: '二转率'.repeat(14) }).result).toEqual({ length: 42, most: 40, tooLong: true });
    expect(factsOf({ result: 'two\nlines' }).result.tooLong).toBe(true);
  });

  test('RV25 only tasks of the year under review', () => {
    const tasks = [TASK, { ...TASK, id: 'old', year: 2024 }, { ...TASK, id: 'u' }];
    expect(evaluate(bookOf({ metrics: [], tasks })).tasks.map(({ id }) => id)).toEqual(['t', 'u']);
  });
});
