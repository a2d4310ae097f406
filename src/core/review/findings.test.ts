import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benchmarkOf, bookOf, metricOf, yearCell } from '../../../tests/books/book-of.ts';
import { causeOf, evidenceOf } from '../../../tests/books/finding-of.ts';
import type { Action, Cause, Evidence, Initiative } from '../book/review.ts';
import { evaluate } from '../evaluate.ts';
import type { FindingFacts } from '../finding-facts.ts';

const action = (id: string, of: string, change: Partial<Action> = {}): Action => ({
  id,
  year: 2025,
  finding: 'sales',
  cause: of,
  metric: 'sales',
  text: 'Do it',
  owner: 'Lin',
  due: '2026-03-31',
  effect: 100,
  ...change,
});
const initiative = (origin: string, year = 2026): Initiative => ({
  id: `i-${origin}-${year}`,
  year,
  name: '',
  origin: { kind: 'cause', id: origin },
  metric: 'sales',
  owner: '',
});

const metrics = [
  metricOf('sales', { formula: { kind: 'product', of: ['buyers', 'spend'] } }),
  metricOf('buyers', { unit: 'count', yearly: 'none', level: 'key' }),
  metricOf('spend', { yearly: 'none', level: 'key' }),
  metricOf('rate', { unit: 'percent', yearly: 'none' }),
];
/** Sales fell short: more buyers, each spending less. */
const cells = [
  yearCell('sales', 'actual', 2024, 1000),
  yearCell('sales', 'actual', 2025, 900),
  yearCell('sales', 'target', 2025, 1200),
  yearCell('buyers', 'actual', 2024, 100),
  yearCell('buyers', 'actual', 2025, 120),
  yearCell('spend', 'actual', 2024, 10),
  yearCell('spend', 'actual', 2025, 7.5),
  yearCell('rate', 'actual', 2025, 0.35),
  yearCell('rate', 'target', 2025, 0.3),
];
type Parts = Partial<Parameters<typeof bookOf>[0]>;
function finding(parts: Parts, metric = 'sales'): FindingFacts {
  const found = evaluate(bookOf({ metrics, cells, ...parts })).findings[metric];
  if (!found) throw new Error('no finding');
  return found;
}
const gap = (parts: Parts) => finding(parts).trees.gap;

describe('findings', () => {
  test('RV7 missed, met and unknown', () => {
    expect(finding({})).toMatchObject({
      kind: 'gap',
      missing: [],
      gap: { kind: 'ratio', value: -0.25, difference: -300 },
    });
    expect(finding({}, 'rate')).toMatchObject({ kind: 'win', gap: { kind: 'points' } });
    expect(finding({}, 'rate').gap.value).toBeCloseTo(0.05);
    expect(finding({}, 'buyers')).toMatchObject({ kind: null, missing: ['target'], driver: null });
    expect(finding({ cells: [] })).toMatchObject({ kind: null, missing: ['actual', 'target'] });
  });

  test('RV7 trees are depth first, of their own year, metric and side', () => {
    const causes = [
      causeOf('a'),
      causeOf('b', 'a'),
      causeOf('c', 'b'),
      causeOf('d'),
      causeOf('w', null, { finding: 'win' }),
      causeOf('stray', 'w'),
      causeOf('old', null, { year: 2024 }),
      causeOf('other', null, { metric: 'rate' }),
    ];
    const { trees } = finding({ causes });
    const told = trees.gap.causes.map((one) => [one.cause.id, one.depth, one.isLeaf]);
    expect(told).toEqual([
      ['a', 0, false],
      ['b', 1, false],
      ['c', 2, true],
      ['d', 0, true],
      ['stray', 0, true],
    ]);
    expect(trees.gap.causes[4]?.cause.parent).toBeNull();
    expect(trees.win.causes.map((one) => one.cause.id)).toEqual(['w']);
  });

  test('RV7 of causes under one id the first stands, and an empty id is one like any other', () => {
    const told = (causes: readonly Cause[]) => {
      const { leaves, causes: all } = gap({ causes });
      return [leaves.all, all.map((one) => [one.cause.id, one.cause.parent, one.depth])];
    };
    expect(told([causeOf('a'), causeOf('a', 'a')])).toEqual([1, [['a', null, 0]]]);
    const [first, second] = [causeOf('a'), causeOf('b', 'a')];
    expect(told([first, second, causeOf('a', 'b')])).toEqual([
      1,
      [
        ['a', null, 0],
        ['b', 'a', 1],
      ],
    ]);
    expect(told([causeOf(''), causeOf('b', '')])).toEqual([
      1,
      [
        ['', null, 0],
        ['b', '', 1],
      ],
    ]);
  });

  test('RV8 a gap is told by what pulled down, a win by what pushed up', () => {
    expect(finding({}).driver).toMatchObject({ by: 'drivers', id: 'spend' });
    expect(finding({}).driver?.effect).toBeLessThan(0);
    const met = cells.map((cell) =>
      cell[0] === 'sales' && cell[1] === 'target' ? yearCell('sales', 'target', 2025, 800) : cell,
    );
    expect(finding({ cells: met }).driver).toMatchObject({ by: 'drivers', id: 'buyers' });
  });

  test('RV8 where lower is better the directions are the other way round', () => {
    const lower = metrics.map((one) => (one.id === 'sales' ? { ...one, direction: 'lower' as const } : one));
    expect(finding({ metrics: lower })).toMatchObject({ kind: 'win', driver: { id: 'spend' } });
  });

  test('RV8 without drivers a segment tells it, and without either nothing', () => {
    const plain = metrics.map((one) => ({ ...one, formula: null }));
    expect(finding({ metrics: plain }).driver).toBeNull();
    const segment = (name: string, last: number, now: number) => ({
      metric: 'sales',
      dimension: 'channel',
      name,
      byPeriod: new Map([['M2024-05', last] as const, ['M2025-05', now] as const]),
    });
    const segments = [segment('Web', 400, 520), segment('Shop', 600, 380)];
    expect(finding({ metrics: plain, segments }).driver).toEqual({
      by: 'channel',
      id: 'Shop',
      effect: -220,
      share: 2.2,
    });
  });

  test('RV9 counts over written leaves', () => {
    const causes = [
      causeOf('top'),
      causeOf('told', 'top', { condition: 'while it lasts' }),
      causeOf('bare', 'top'),
      causeOf('empty', 'top', { text: ' ' }),
      causeOf('alone'),
      causeOf('started', 'alone', { text: '' }),
    ];
    const told = {
      causes,
      evidence: [evidenceOf('told', { text: 'Said', source: 'Survey' }), evidenceOf('bare', { text: 'Said' })],
      actions: [action('one', 'top'), action('two', 'bare', { owner: '' })],
      initiatives: [initiative('top'), initiative('alone', 2025)],
    };
    expect(gap(told).leaves).toEqual({ all: 3, evidenced: 1, answered: 2, conditioned: 1, carried: 2 });
    expect(gap(told).actions).toEqual({ all: 2, complete: 1 });
    expect(gap(told).causes[0]?.initiative).toBe('i-top-2026');
    const whole = gap({ ...told, actions: [action('all', '')] });
    expect(whole.leaves.answered).toBe(3);
  });

  test('RV9 what has something written below it is no leaf, whatever stands between', () => {
    const causes = [causeOf('top'), causeOf('empty', 'top', { text: '' }), causeOf('told', 'empty')];
    const told = gap({ causes });
    expect(
      told.causes.filter(({ isLeaf, cause: { text } }) => isLeaf && text !== '').map((one) => one.cause.id),
    ).toEqual(['told']);
    expect(told.leaves.all).toBe(1);
    const { drafts } = evaluate(bookOf({ metrics, cells, causes }));
    const clauses = drafts['sales']?.clauses.filter(({ id }) => id === 'cause').map(({ text }) => text);
    expect(clauses).toEqual([causes[2]?.text]);
  });

  test('RV12 a cause is in the plan with one above unless an action of its own is still to be carried', () => {
    const causes = [
      causeOf('top'),
      causeOf('mid', 'top'),
      causeOf('low', 'mid'),
      causeOf('own', 'top'),
      causeOf('under', 'own'),
      causeOf('alone'),
    ];
    const told = { causes, actions: [action('one', 'top'), action('two', 'own')], initiatives: [initiative('top')] };
    const above = (more: Partial<typeof told> = {}) =>
      Object.fromEntries(gap({ ...told, ...more }).causes.map((one) => [one.cause.id, one.carriedAbove]));
    expect(above()).toEqual({
      ...{ top: null, mid: 'i-top-2026', low: 'i-top-2026' },
      ...{ own: null, under: null, alone: null },
    });
    expect(above({ initiatives: [initiative('top'), initiative('own')] })).toMatchObject({
      own: null,
      under: 'i-own-2026',
    });
    expect(above({ initiatives: [] })).toMatchObject({ mid: null, low: null });
  });

  test.each<[Partial<Evidence>, string]>([
    [{ kind: 'figure', figure: { metric: 'sales', figure: 'gap', period: 'Y2025' } }, 'sound'],
    [{ kind: 'figure', figure: { metric: 'buyers', figure: 'target', period: 'Y2025' } }, 'unknown'],
    [{ kind: 'figure', figure: { metric: 'lost', figure: 'actual', period: 'Y2025' } }, 'gone'],
    [{ kind: 'figure', figure: { metric: 'sales', figure: 'driver', period: 'Y2025', of: 'spend' } }, 'sound'],
    [{ kind: 'figure', figure: { metric: 'sales', figure: 'driver', period: 'Y2025', of: 'lost' } }, 'gone'],
    [{ kind: 'figure', figure: null }, 'gone'],
    [{ kind: 'benchmark', benchmark: 'sales-market' }, 'sound'],
    [{ kind: 'benchmark', benchmark: 'rate-market' }, 'unknown'],
    [{ kind: 'benchmark', benchmark: 'lost' }, 'gone'],
    [{ kind: 'source', text: 'Half left', source: 'Survey' }, 'sound'],
    [{ kind: 'source', text: 'Half left' }, 'empty'],
    [{ kind: 'source', source: 'Survey' }, 'empty'],
  ])('RV10 %j is %s', (change, state) => {
    const benchmarks = [benchmarkOf('sales', { value: 0.1 }), benchmarkOf('rate')];
    const { causes } = gap({ causes: [causeOf('a')], evidence: [evidenceOf('a', change)], benchmarks });
    expect(causes[0]?.evidence[0]?.state).toBe(state);
  });

  test('RV11 an action says what it lacks; without its cause it answers the whole finding', () => {
    const bare = action('bare', 'a', { text: ' ', owner: '', due: '', metric: '', effect: null });
    const { trees, actions } = finding({ causes: [causeOf('a')], actions: [bare, action('orphan', 'gone')] });
    expect(trees.gap.causes[0]?.actions[0]?.lacks).toEqual(['text', 'owner', 'due', 'metric', 'effect']);
    expect(actions.map((one) => [one.action.id, one.lacks])).toEqual([['orphan', []]]);
  });

  test('RV7 no tree of causes, however odd, is lost or told twice', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(id, fc.option(id)), { selector: ([own]) => own }), (pairs) => {
        const causes = pairs.map(([own, parent]) => causeOf(own, parent));
        const told = gap({ causes }).causes;
        expect(told.map((one) => one.cause.id)).toEqual(causes.map((one) => one.id));
        for (const one of told) expect(one.depth === 0).toBe(one.cause.parent === null);
      }),
    );
  });
});
