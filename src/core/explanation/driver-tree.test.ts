import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bookOf, metricOf, monthCells, yearCell } from '../../../tests/books/book-of.ts';
import type { Metric } from '../book/book.ts';
import type { DriverNode } from '../evaluation.ts';
import { explain } from './explain.ts';

type Leaves = Readonly<Record<string, readonly [number, number]>>;

interface Expected {
  readonly leaves: Leaves;
  readonly from: number;
  readonly to: number;
  readonly effects: Readonly<Record<string, number>>;
}
const cases: readonly Expected[] = JSON.parse(readFileSync('tests/oracle/driver-tree.expected.json', 'utf8'));

const tree = (metrics: readonly Metric[], leaves: Leaves, root = 'sales'): DriverNode | null => {
  const cells = Object.entries(leaves).flatMap(([id, [last, now]]) => [
    yearCell(id, 'actual', 2024, last),
    yearCell(id, 'actual', 2025, now),
  ]);
  const book = bookOf({ metrics, cells });
  const metric = metrics.find((one) => one.id === root);
  return metric ? explain(book, metric).tree : null;
};

const times = { unit: 'times' } as const;
const shop = (root: Partial<Metric>): readonly Metric[] => [
  metricOf('sales', { ...root, formula: { kind: 'product', of: ['buyers', 'spend'] } }),
  metricOf('buyers', { ...times, formula: { kind: 'sum', of: ['new', 'old'] } }),
  metricOf('spend', { ...times, formula: { kind: 'product', of: ['frequency', 'value'] } }),
  metricOf('value', { ...times, formula: { kind: 'ratio', of: ['net', 'orders'] } }),
  ...['new', 'old', 'frequency', 'net', 'orders'].map((id) => metricOf(id, times)),
];

const leavesOf = (node: DriverNode): readonly DriverNode[] =>
  node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);
const all = (node: DriverNode): readonly DriverNode[] => [node, ...node.children.flatMap(all)];
const sum = (nodes: readonly DriverNode[]): number => nodes.reduce((total, node) => total + node.effect, 0);

describe('the driver tree', () => {
  test.each(cases.map((one, index) => [index + 1, one] as const))(
    'EX13 leaves of case %d do to the root what the closed form says',
    (_, { leaves, from, to, effects }) => {
      const root = tree(shop(times), leaves);
      expect(root).toMatchObject({
        metric: 'sales',
        formula: 'product',
        from: expect.closeTo(from, 6),
        to: expect.closeTo(to, 6),
      });
      const found = Object.fromEntries((root ? leavesOf(root) : []).map((leaf) => [leaf.metric, leaf.effect]));
      for (const [id, effect] of Object.entries(effects)) expect(found[id]).toBeCloseTo(effect, 5);
      expect(Object.keys(found).length).toBe(Object.keys(effects).length);
    },
  );
  test('EX13 the first level is the split by drivers', () => {
    const leaves = cases[0]?.leaves ?? {};
    const metrics = shop({ unit: 'money' });
    const cells = Object.entries(leaves).flatMap(([id, [last, now]]) => [
      yearCell(id, 'actual', 2024, last),
      yearCell(id, 'actual', 2025, now),
    ]);
    const { tree: root, splits } = explain(bookOf({ metrics, cells }), metrics[0] ?? metricOf('sales'));
    expect(root?.children.map(({ metric, effect }) => [metric, effect])).toEqual(
      splits[0]?.parts.map(({ id, effect }) => [id, effect]),
    );
  });
  const count = fc.integer({ min: 0, max: 5000 });
  const pair = fc.tuple(count, count);
  test('EX13 children sum to their parent’s contribution, whole at every level, and shares to 1', () => {
    fc.assert(
      fc.property(fc.record({ new: pair, old: pair, frequency: pair, net: pair, orders: pair }), (leaves) => {
        const root = tree(shop({ unit: 'money' }), leaves);
        for (const node of root ? all(root) : []) {
          expect(Number.isInteger(node.effect)).toBe(true);
          if (node.children.length > 0) expect(sum(node.children)).toBe(node.effect);
        }
        if (root) expect(sum(leavesOf(root))).toBe(root.change);
      }),
    );
  });
  test('EX13 a part that stood still keeps what its own parts did against each other', () => {
    const metrics = [
      metricOf('sales', { ...times, formula: { kind: 'product', of: ['buyers', 'spend'] } }),
      metricOf('spend', { ...times, formula: { kind: 'product', of: ['frequency', 'value'] } }),
      ...['buyers', 'frequency', 'value'].map((id) => metricOf(id, times)),
    ];
    const root = tree(metrics, { buyers: [100, 100], frequency: [1, 2], value: [20, 10] });
    expect(root).toMatchObject({ change: 0, share: null });
    const [, spend] = root?.children ?? [];
    expect(spend?.effect).toBeCloseTo(0, 9);
    expect(spend?.children.map((node) => node.effect)).toEqual([
      expect.closeTo(2000 * Math.LN2, 8),
      expect.closeTo(-2000 * Math.LN2, 8),
    ]);
    const still = tree(metrics, { buyers: [100, 150], frequency: [1, 2], value: [20, 10] });
    const weight = 1000 / Math.log(1.5);
    expect(still?.children[1]?.children[0]?.effect).toBeCloseTo(weight * Math.LN2, 8);
  });
  test('EX13 under a factor below 0, and under a divisor that stood still, the tree still sums', () => {
    const metrics = [
      metricOf('sales', { ...times, formula: { kind: 'ratio', of: ['gain', 'days'] } }),
      metricOf('days', { ...times, formula: { kind: 'sum', of: ['open', 'closed'] } }),
      ...['gain', 'open', 'closed'].map((id) => metricOf(id, times)),
    ];
    const root = tree(metrics, { gain: [-300, 500], open: [4, 6], closed: [6, 4] });
    expect(root?.children.map((node) => node.effect)).toEqual([expect.closeTo(80, 9), expect.closeTo(0, 9)]);
    // Two more days open at a mean gain of 100: −100 ÷ 10² each.
    expect(root?.children[1]?.children.map((node) => node.effect)).toEqual([
      expect.closeTo(-2, 9),
      expect.closeTo(2, 9),
    ]);
  });
  test('EX13 what a formula does not explain is a leaf without a name', () => {
    const metrics = [metricOf('sales', { formula: { kind: 'sum', of: ['a', 'b'] } }), metricOf('a'), metricOf('b')];
    const root = tree(metrics, { sales: [100, 200], a: [40, 80], b: [30, 50] });
    expect(root?.children.map(({ metric, effect, change }) => [metric, effect, change])).toEqual([
      ['a', 40, 40],
      ['b', 20, 20],
      ['', 40, null],
    ]);
  });
  test('EX10 EX13 a part that cannot be compared over the same time is not opened', () => {
    const metrics = shop(times);
    const book = bookOf({
      metrics,
      cells: [
        ...['sales', 'buyers', 'spend'].flatMap((id) => [
          yearCell(id, 'actual', 2024, 4),
          yearCell(id, 'actual', 2025, 9),
        ]),
        ...monthCells('new', 'actual', 2024, [1, 2]),
        ...monthCells('new', 'actual', 2025, [1, 2]),
      ],
    });
    const root = explain(book, metrics[0] ?? metricOf('sales')).tree;
    expect(root?.children.map((node) => node.children)).toEqual([[], [], []]);
    expect(explain(book, metrics[1] ?? metricOf('buyers')).tree).toBeNull();
  });
  test('EX13 formulas that lead back end, and shared parts do not double without end', () => {
    const cycle = [
      metricOf('sales', { ...times, formula: { kind: 'product', of: ['b', 'c'] } }),
      metricOf('b', { ...times, formula: { kind: 'product', of: ['sales', 'c'] } }),
      metricOf('c', times),
    ];
    const root = tree(cycle, { sales: [8, 18], b: [4, 6], c: [2, 3] });
    expect(all(root ?? EMPTY).filter((node) => node.metric === 'sales' && node.children.length > 0)).toHaveLength(1);
    const chain = Array.from({ length: 13 }, (_, index) =>
      metricOf(`m${index}`, {
        ...times,
        formula: { kind: 'sum', of: Array.from({ length: 12 }, () => `m${index + 1}`) },
      }),
    );
    const wide = tree([...chain, metricOf('m13', times)], { m13: [1, 2] }, 'm0');
    expect(all(wide ?? EMPTY).length).toBeLessThanOrEqual(121);
    expect(wide?.change).toBe(12 ** 13);
    expect(sum(leavesOf(wide ?? EMPTY)) / (wide?.change ?? NaN)).toBeCloseTo(1, 12);
  });
});

const EMPTY: DriverNode = {
  metric: '',
  from: null,
  to: null,
  change: null,
  effect: 0,
  share: null,
  formula: null,
  children: [],
};
