import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FigureSeries, FigureSpec } from '#core/report/page.ts';
import { extentOf, lastKnown, rowsOf, spread, waterfallSteps } from './figure-shape.ts';

const series = (mark: FigureSeries['mark'], values: FigureSeries['values'], axis: 'left' | 'right' = 'left') =>
  ({ name: mark, mark, axis, token: 'accent', dash: false, labels: false, values }) satisfies FigureSeries;

const spec = (kind: FigureSpec['kind'], all: readonly FigureSeries[], more: Partial<FigureSpec> = {}): FigureSpec => ({
  id: 'x',
  kind,
  title: '',
  alt: '',
  categories: (all[0]?.values ?? []).map(String),
  series: all,
  format: { unit: 'count', digits: 0 },
  ...more,
});

describe('value axis', () => {
  test('bars stand on zero, whichever side they are on', () => {
    expect(extentOf(spec('bar', [series('bar', [80, 100])]), 'left')).toEqual([0, 100]);
    expect(extentOf(spec('bar', [series('bar', [-80, -100])]), 'left')).toEqual([-100, 0]);
  });
  test('a line leaves zero only when it would lie flat', () => {
    expect(extentOf(spec('line', [series('line', [10, 100])]), 'left')).toEqual([0, 100]);
    expect(extentOf(spec('line', [series('line', [90, 100])]), 'left')).toEqual([87.5, 102.5]);
  });
  test('unknown values leave an axis that can be drawn', () => {
    expect(extentOf(spec('line', [series('line', [null, null])]), 'left')).toEqual([0, 1]);
    expect(extentOf(spec('bar', [series('bar', [0])]), 'left')).toEqual([0, 1]);
  });
  test('each side has its own', () => {
    const both = spec('combo', [series('bar', [5, 10]), series('line', [0.1, 0.4], 'right')]);
    expect(extentOf(both, 'left')).toEqual([0, 10]);
    expect(extentOf(both, 'right')).toEqual([0, 0.4]);
  });
});

describe('waterfall', () => {
  test('steps hang on the running sum and totals stand on the ground', () => {
    const steps = waterfallSteps(spec('waterfall', [series('bar', [100, 30, -50, 80])], { totals: [0, 3] }));
    expect(steps.map((step) => [step.from, step.to, step.kind])).toEqual([
      [0, 100, 'total'],
      [100, 130, 'up'],
      [130, 80, 'down'],
      [0, 80, 'total'],
    ]);
  });
  test('a sum below zero widens the axis', () => {
    expect(extentOf(spec('waterfall', [series('bar', [20, -50, 60])], { totals: [0] }), 'left')).toEqual([-30, 30]);
  });
});

test('labels keep apart and inside', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 6 }), (positions) => {
      const sorted = spread(positions, 14, 200).sort((a, b) => a - b);
      expect(sorted.at(-1)).toBeLessThanOrEqual(200);
      sorted.slice(1).forEach((y, index) => expect(y - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(13.999));
    }),
  );
});

test('rows carry incompleteness and gaps', () => {
  const figure = spec('bar', [{ ...series('bar', [1, null, 3]), incomplete: [2] }]);
  expect(rowsOf(figure).map((row) => [row.values[0], row.incomplete])).toEqual([
    [1, false],
    [null, false],
    [3, true],
  ]);
  expect(lastKnown(series('line', [1, 2, null]))).toBe(1);
  expect(lastKnown(series('line', [null]))).toBe(-1);
});
