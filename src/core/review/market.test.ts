import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benchmarkOf, bookOf, fromData, metricOf, yearCell } from '../../../tests/books/book-of.ts';
import type { Benchmark, Metric } from '../book/book.ts';
import type { CustomerGroup, Initiative, Insight } from '../book/review.ts';
import { evaluate } from '../evaluate.ts';
import { CUSTOMER_GROUP_IDS } from '../kpis/customer-group-registry.ts';
import { customerGroupsOf, groupRecord } from './intended-groups.ts';

const marketWith = (benchmarks: readonly Benchmark[], metric: Partial<Metric> = {}) =>
  evaluate(
    bookOf({
      metrics: [metricOf('m', metric)],
      cells: [yearCell('m', 'actual', 2025, 120), yearCell('m', 'actual', 2024, 100)],
      benchmarks,
    }),
  ).market;

describe('the world outside', () => {
  test('MK1 growth stands against our growth, in points', () => {
    const [row] = marketWith([benchmarkOf('m', { value: 0.08 })]).outside;
    expect(row).toMatchObject({ own: 0.2, ahead: true, difference: { kind: 'points' } });
    expect(row?.difference.value).toBeCloseTo(0.12, 12);
  });

  test('MK1 a value stands against our value, as the metric’s changes are told', () => {
    const leader = benchmarkOf('m', { kind: 'leader', measure: 'value', value: 150 });
    expect(marketWith([leader]).outside[0]).toMatchObject({
      own: 120,
      ahead: false,
      difference: { kind: 'ratio', value: -0.2 },
    });
    expect(marketWith([leader], { direction: 'lower' }).outside[0]?.ahead).toBe(true);
    // From 0 there is no rate, and yet we are ahead.
    expect(marketWith([{ ...leader, value: 0 }]).outside[0]).toMatchObject({
      ahead: true,
      difference: { value: null },
    });
  });

  test('MK2 an index has nothing beside it', () => {
    const index = benchmarkOf('m', { kind: 'competitor', measure: 'index', value: 132 });
    expect(marketWith([index]).outside[0]).toMatchObject({ own: null, ahead: null, difference: { value: null } });
  });

  test('MK1 goes from the market to the leader, the better source first, and leaves supporting metrics out', () => {
    const rows = [
      benchmarkOf('m', { id: 'l', kind: 'leader', measure: 'value', value: 1 }),
      benchmarkOf('m', { id: 'c', kind: 'competitor', value: 1, confidence: 'C' }),
      benchmarkOf('m', { id: 'b', kind: 'competitor', value: 1, confidence: 'B' }),
      benchmarkOf('m', { id: 'a', value: 1 }),
      benchmarkOf('m', { id: 'old', value: 1, year: 2024 }),
    ];
    expect(marketWith(rows).outside.map(({ benchmark }) => benchmark.id)).toEqual(['a', 'b', 'c', 'l']);
    expect(marketWith(rows, { level: 'supporting' }).outside).toEqual([]);
  });

  test('MK3 an opportunity taken up by the plan leads to its initiative', () => {
    const initiative = (id: string, origin: Initiative['origin']): Initiative => ({
      id,
      year: 2026,
      name: '',
      origin,
      metric: '',
      owner: '',
    });
    const book = bookOf({
      metrics: [],
      insights: [insight('i1', 'customer'), insight('i2', 'leader'), { ...insight('i0', 'leader'), year: 2024 }],
      initiatives: [initiative('n1', { kind: 'opportunity', id: 'i1' }), initiative('n2', { kind: 'cause', id: 'i2' })],
    });
    expect(evaluate(book).market).toMatchObject({
      inPlan: { i1: 'n1' },
      insights: { industry: 0, competitor: 0, customer: 1, leader: 1 },
    });
  });
});

const insight = (id: string, kind: Insight['kind']): Insight => ({
  id,
  year: 2025,
  kind,
  name: '',
  fact: '',
  source: '',
  date: '',
  confidence: 'C',
  metric: '',
  gap: '',
  opportunity: '',
});

const group = (id: string, name: string, change: Partial<CustomerGroup> = {}): CustomerGroup => ({
  id,
  year: 2025,
  group: name,
  intended: null,
  note: '',
  customers: null,
  sales: null,
  customersBefore: null,
  salesBefore: null,
  day: '',
  understated: false,
  source: { kind: 'typed' },
  ...change,
});
const taken = (at: string) => ({ source: fromData({ computedAt: at }), day: '2025-12-31' });
const groupsOf = (groups: readonly CustomerGroup[]) => customerGroupsOf(bookOf({ metrics: [], groups }));
const rowOf = (groups: readonly CustomerGroup[], id: string) => groupsOf(groups).rows.find((row) => row.id === id);

describe('customer groups', () => {
  const year = [
    group('1', 'champions', {
      intended: 0.2,
      customers: 100,
      sales: 6_000,
      customersBefore: 50,
      salesBefore: 2_000,
      ...taken('2026-01-05'),
    }),
    group('2', 'lost', {
      intended: 0.8,
      customers: 300,
      sales: 4_000,
      customersBefore: 150,
      salesBefore: 2_000,
      ...taken('2026-01-05'),
    }),
  ];

  test('MK4 actual against intended share, and against a year before, in points', () => {
    expect(rowOf(year, 'champions')).toMatchObject({
      intended: 0.2,
      share: 0.25,
      salesShare: 0.6,
      shareBefore: 0.25,
      salesShareBefore: 0.5,
      movement: 0,
    });
    expect(rowOf(year, 'champions')?.difference).toBeCloseTo(0.05, 12);
    expect(groupsOf(year).astray).toBeCloseTo(0.05, 12);
  });

  test('MK4 every group of the registry has a row, unknown where the book says nothing', () => {
    expect(groupsOf([]).rows.map(({ id }) => id)).toEqual(CUSTOMER_GROUP_IDS);
    expect(groupsOf([])).toMatchObject({ intended: null, intendedSums: null, astray: null, taken: null });
  });

  test.each([
    [[0.2, 0.8], true],
    [[0.333, 0.333, 0.333], true],
    [[0.2, 0.7], false],
    [[0.6, 0.6], false],
  ])('MK5 intended shares %j make 100%%: %s', (shares, sums) => {
    const groups = shares.map((intended, at) => group(String(at), CUSTOMER_GROUP_IDS[at] ?? '', { intended }));
    expect(groupsOf(groups).intendedSums).toBe(sums);
  });

  test('MK6 a small group is withheld, and in no total, so that it cannot be told from the others', () => {
    const small = [...year, group('3', 'new', taken('2026-01-05'))];
    expect(rowOf(small, 'new')).toMatchObject({ isSmall: true, share: null });
    expect(rowOf(small, 'champions')?.share).toBe(0.25);
  });

  test('MK7 of records that two people made at once, the first intended share and the latest figures count', () => {
    const twice = [
      group('a', 'new', { customers: 5, ...taken('2026-01-05T08:00:00Z') }),
      group('b', 'new', { intended: 0.3, customers: 9, ...taken('2026-02-05T08:00:00Z') }),
      group('c', 'new', { intended: 0.4 }),
    ];
    expect(groupRecord(bookOf({ metrics: [], groups: twice }), 'new')).toMatchObject({
      id: 'a',
      intended: 0.3,
      customers: 9,
    });
    expect(groupsOf(twice).taken?.source).toMatchObject({ computedAt: '2026-02-05T08:00:00Z' });
  });

  test('MK4 shares sum to 1, and as many points are above the intention as below', () => {
    const counts = fc.array(fc.integer({ min: 5, max: 10_000 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(counts, counts, (actual, aims) => {
        const all = aims.reduce((sum, value) => sum + value, 0);
        const { rows, astray } = groupsOf(
          CUSTOMER_GROUP_IDS.map((id, at) =>
            group(id, id, { customers: actual[at] ?? 0, intended: (aims[at] ?? 0) / all, ...taken('2026-01-05') }),
          ),
        );
        expect(rows.reduce((sum, row) => sum + (row.share ?? 0), 0)).toBeCloseTo(1, 9);
        const above = rows.reduce((sum, row) => sum + Math.max(0, row.difference ?? 0), 0);
        expect(above).toBeCloseTo(astray ?? NaN, 9);
      }),
    );
  });
});
