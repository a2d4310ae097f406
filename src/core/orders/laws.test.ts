import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encode } from '../../../tests/orders/encode.ts';
import { HEADER, imported, read, rowsOf, type Source } from '../../../tests/orders/import-text.ts';
import type { Encoding } from './import.ts';
import type { OrderColumns } from './columns.ts';
import { OrderImport } from './order-import.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** What a line says follows from its order and number, as in real files: only then is a repeated line the same line. */
const lineOf = (order: number, number: number): string => {
  const seed = order * 31 + number * 17;
  const quoted = seed % 5 === 0 ? '"坚果, ""大""包"' : '坚果';
  const day =
    seed % 3 === 0
      ? `2025-${two((order % 12) + 1)}-${two((order % 28) + 1)} 10:00:00`
      : `2025/${(order % 12) + 1}/${(order % 28) + 1} 9:05`;
  const customer = order % 4 === 0 ? '' : `会员${order % 7}`;
  return `T${order},${number},${customer},${day},${seed}.50,${number},${seed % 6 === 0 ? '1.25' : '0'},P${seed % 4},${quoted},类${seed % 3},渠道${seed % 2},`;
};

const line = fc
  .tuple(fc.nat({ max: 30 }), fc.integer({ min: 1, max: 40 }))
  .map(([order, number]) => lineOf(order, number));
const lines = fc.array(line, { minLength: 1, maxLength: 60 });
const file = (rows: readonly string[]): string => `${HEADER}\n${rows.join('\n')}\n`;

/** Sums that must not depend on the order of rows. */
function sums(columns: OrderColumns) {
  const total = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0);
  const byName = new Map<string, number>();
  rowsOf(columns).forEach(({ day, category, channel, paid = 0, refund = 0 }, row) => {
    const product = columns.productIds[columns.product[row] ?? 0];
    for (const key of [day, category, channel, product].map(String))
      byName.set(key, (byName.get(key) ?? 0) + paid - refund);
  });
  return {
    rows: columns.rowCount,
    orders: columns.orderCount,
    customers: columns.customerCount,
    paid: total(columns.paid),
    quantity: total(columns.quantity),
    guests: [...columns.customer].filter((code) => code === 0).length,
    byName: [...byName].sort(),
  };
}

describe('laws', () => {
  test('OR15 cutting the bytes anywhere changes nothing', () => {
    const encodings = fc.constantFrom<Encoding>('utf-8', 'gb18030', 'utf-16le', 'utf-16be');
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 300 }), encodings, (rows, step, encoding) => {
        const text = encoding.startsWith('utf-16') ? `\uFEFF${file(rows)}` : file(rows);
        const whole = imported({ text: encode(text, 'utf-8') });
        const cut = imported({ text: encode(text, encoding), mapping: { encoding }, step });
        expect(rowsOf(cut.columns)).toEqual(rowsOf(whole.columns));
        expect(cut.report).toEqual(whole.report);
      }),
    );
  });

  test('OR15 shuffling rows changes no sum', () => {
    fc.assert(
      fc.property(
        lines.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          expect(sums(imported(file(shuffled)).columns)).toEqual(sums(imported(file(rows)).columns));
        },
      ),
    );
  });

  test('OR15 importing twice changes nothing', () => {
    fc.assert(
      fc.property(lines, (rows) => {
        expect(rowsOf(imported(file(rows), file(rows)).columns)).toEqual(rowsOf(imported(file(rows)).columns));
      }),
    );
  });

  test('OR15 OR16 overlapping files, kept in between, come to their union', () => {
    fc.assert(
      fc.property(lines, lines, (left, right) => {
        const first = new OrderImport();
        expect(read(first, { text: file(left) })).toBeNull();
        const second = new OrderImport(structuredClone(first.toStored()));
        expect(read(second, { text: file(right) })).toBeNull();
        const result = second.finish();
        const union = imported(file([...left, ...right])).columns;
        expect(result.ok && rowsOf(result.value.columns)).toEqual(rowsOf(union));
      }),
    );
  });

  const NUMBERLESS = '订单编号,会员ID,下单时间,实付金额,数量,商品名称';
  const numberless = (row: string): string =>
    row
      .replace(/^(\w+),\d+/, '$1')
      .split(',')
      .slice(0, 5)
      .join(',') + ',坚果';

  test('OR13 without line numbers: equal rows stay within a file, and meet across files', () => {
    fc.assert(
      fc.property(lines, lines, fc.boolean(), (left, right, isKept) => {
        const files = [left, right].map((rows): Source => ({ text: [NUMBERLESS, ...rows.map(numberless)].join('\n') }));
        const count = (rows: readonly string[]) =>
          new Map(rows.map(numberless).map((row, _, all) => [row, all.filter((other) => other === row).length]));
        const [inLeft, inRight] = [count(left), count(right)];
        const keys = new Set([...inLeft.keys(), ...inRight.keys()]);
        const expected = [...keys].reduce((sum, key) => sum + Math.max(inLeft.get(key) ?? 0, inRight.get(key) ?? 0), 0);
        let orders = new OrderImport();
        for (const source of files) {
          expect(read(orders, source)).toBeNull();
          if (isKept) orders = new OrderImport(structuredClone(orders.toStored()));
        }
        const result = orders.finish();
        expect(result.ok && result.value.columns.rowCount).toBe(expected);
      }),
    );
  });

  test('OR16 what is kept comes back the same', () => {
    fc.assert(
      fc.property(lines, (rows) => {
        const { columns, report, orders } = imported(file(rows));
        const again = new OrderImport(structuredClone(orders.toStored())).finish();
        expect(again).toEqual({ ok: true, value: { columns, report } });
      }),
    );
  });

  test('OR16 many batches: files of more rows than one batch holds', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => lineOf(Math.floor(at / 3), (at % 3) + 1));
    const { columns } = imported({ text: file(rows), step: 4_099 });
    expect(sums(columns)).toMatchObject({ rows: 10_000, orders: 3_334 });
  });
});
