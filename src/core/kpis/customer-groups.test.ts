import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../tests/oracle/columns-of.ts';
import { lineOf, linesOf } from '../../../tests/oracle/line-of.ts';
import { oracleCase } from '../../../tests/oracle/oracle-orders.ts';
import { dayOf } from '../period.ts';
import { computeKpis } from './compute-kpis.ts';
import { CUSTOMER_GROUP_IDS, isOfGroup } from './customer-group-registry.ts';
import { customerGroups } from './customer-groups.ts';
import { DEFAULT_OPTIONS } from './facts.ts';

/** Made by `tests/oracle/customer-groups.sql`. */
interface Row {
  readonly kind: string;
  readonly at: 'now' | 'before';
  readonly name: string;
  readonly n: number;
  readonly sales: number | null;
}
const expected: readonly Row[] = JSON.parse(readFileSync('tests/oracle/customer-groups.expected.json', 'utf8'));

const SCORES = [1, 2, 3, 4, 5];
const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

describe('KP18 customer groups', () => {
  const { columns } = oracleCase('adventureworks')!;
  const facts = customerGroups(columns, DEFAULT_OPTIONS);

  test('every cell of the scores is in exactly one group', () => {
    for (const r of SCORES)
      for (const f of SCORES)
        for (const m of SCORES)
          expect(
            CUSTOMER_GROUP_IDS.filter((id) => isOfGroup(id, { r, f, m })),
            `${r}${f}${m}`,
          ).toHaveLength(1);
  });

  test('now and a year before, they equal SQL on real orders to the last unit', () => {
    expect([facts.day, facts.dayBefore]).toEqual([dayOf(2017, 12, 1), dayOf(2016, 12, 1)]);
    for (const { id, now, before } of facts.groups) {
      const row = (at: Row['at']) => expected.find((one) => one.kind === 'group' && one.name === id && one.at === at);
      for (const [at, size] of [
        ['now', now],
        ['before', before],
      ] as const) {
        const n = row(at)?.n ?? 0;
        const told = n > 0 && n < 5 ? { customers: null, sales: null } : { customers: n, sales: row(at)?.sales ?? 0 };
        expect(size, `${id} ${at}`).toEqual(told);
      }
    }
  });

  test('together they are everyone who ever bought, but for those in groups too small to tell', () => {
    const { rfm } = computeKpis(columns, DEFAULT_OPTIONS);
    const told = facts.groups.map(({ now }) => now.customers);
    const untold = sum(rfm.cells.map(({ customers }) => customers)) - sum(told);
    const small = told.filter((customers) => customers === null).length;
    expect(untold).toBeGreaterThanOrEqual(small);
    expect(untold).toBeLessThan(small * 5);
  });

  test('a year before is seen as it was then, and unknown where the data begin later', () => {
    const lines = [...linesOf(6, 'a', '2024-05-01'), ...linesOf(6, 'a', '2025-04-20'), lineOf('z', '2025-05-01')];
    const movement = customerGroups(columnsOf(lines), DEFAULT_OPTIONS);
    const size = (id: string) => movement.groups.find((group) => group.id === id);
    expect(movement.beforeUnderstated).toBe(true);
    expect(sum(movement.groups.map(({ before }) => before?.customers ?? null))).toBe(6);
    expect(size('promising')?.now).toEqual({ customers: 0, sales: 0 });
    const short = customerGroups(columnsOf(lines.slice(6)), DEFAULT_OPTIONS);
    expect([short.dayBefore, short.groups[0]?.before]).toEqual([null, null]);
    expect(customerGroups(columnsOf([]), DEFAULT_OPTIONS)).toMatchObject({ dayBefore: null, promising: [] });
  });
});

describe('KP19 promising groups', () => {
  test('what grows is what SQL counts and the rule allows', () => {
    const { columns } = oracleCase('adventureworks')!;
    const { promising } = customerGroups(columns, DEFAULT_OPTIONS);
    const count = (kind: string, at: Row['at'], name: string): number =>
      expected.find((row) => row.kind === kind && row.at === at && row.name === name)?.n ?? 0;
    const [all, allBefore] = [count('all', 'now', ''), count('all', 'before', '')];
    const allowed = columns.categories.filter((name) => {
      const [now, before] = [count('category', 'now', name), count('category', 'before', name)];
      if (name === '' || now < 30) return false;
      const faster = now / before / (all / allBefore);
      return before < 5 || (faster >= 1.1 && Math.log(faster) > 1.645 * Math.sqrt(1 / now + 1 / before));
    });
    const told = promising.filter((one) => one.kind === 'growth' && one.dimension === 'category');
    expect(told.map(({ name }) => name).sort()).toEqual([...allowed].sort());
    for (const one of told)
      expect(one).toMatchObject({
        buyers: count('category', 'now', one.name),
        totalGrowth: (all - allBefore) / allBefore,
      });
  });

  const steady = [
    ...linesOf(100, 'a', '2023-06-01', { category: 'nuts' }),
    ...linesOf(100, 'a', '2024-06-01', { category: 'nuts' }),
    ...linesOf(100, 'a', '2025-06-01', { category: 'nuts' }),
  ];

  test('twice the buyers are told, a few more are not, nor are many more of few', () => {
    const grown = (before: number, now: number) =>
      customerGroups(
        columnsOf([
          ...steady,
          ...linesOf(before, 'b', '2024-06-01', { category: 'tea' }),
          ...linesOf(now, 'b', '2025-06-01', { category: 'tea' }),
        ]),
        DEFAULT_OPTIONS,
      ).promising.filter(({ dimension }) => dimension === 'category');
    expect(grown(40, 80)).toMatchObject([{ name: 'tea', buyers: 80, buyersBefore: 40, growth: 1 }]);
    expect(grown(40, 46)).toEqual([]);
    expect(grown(10, 29)).toEqual([]);
    expect(grown(3, 40)).toMatchObject([{ name: 'tea', buyers: 40, buyersBefore: null, growth: null }]);
  });

  test('customers of one channel who come back more often than the others are told', () => {
    const won = (channel: string, back: number) => [
      ...linesOf(60, channel, '2025-01-10', { channel }),
      ...linesOf(back, channel, '2025-02-10', { channel }),
    ];
    const { promising } = customerGroups(
      columnsOf([...won('app', 30), ...won('shop', 10), lineOf('end', '2025-12-31')]),
      DEFAULT_OPTIONS,
    );
    expect(promising).toEqual([
      {
        kind: 'secondPurchase',
        dimension: 'firstChannel',
        name: 'app',
        customers: 60,
        converted: 30,
        otherCustomers: 60,
        otherConverted: 10,
      },
    ]);
  });
});
