import { describe, expect, test } from 'vitest';
import { HEADER, imported, rowsOf } from '../../../tests/orders/import-text.ts';
import { dayOf } from '../period.ts';

const file = (...rows: string[]): string => `${HEADER}\n${rows.join('\n')}\n`;
const line = (
  order: string,
  rest: Partial<Record<'line' | 'customer' | 'time' | 'paid' | 'quantity' | 'refund', string>> = {},
): string =>
  [
    order,
    rest.line ?? '1',
    rest.customer ?? 'M1',
    rest.time ?? '2025-01-02',
    rest.paid ?? '1.00',
    rest.quantity ?? '1',
    rest.refund ?? '0',
    'P1',
    'Nuts',
    'Food',
    'Web',
    'Sale',
  ].join(',');
const reasons = (text: string) => imported(text).report.refused.map(({ row, reason }) => [row, reason]);

describe('rows', () => {
  test('OR6 OR7 odd forms come to the same columns as plain ones', () => {
    const plain = imported(file(line('T1', { paid: '1234.50' }), line('T2', { refund: '0.00' })));
    const odd = imported(
      file(
        `"=""T1""", 1 ,'M1,2025年1月2日 10:00,"￥1,234.50",1件`.replace('1件', '1.0') +
          ',无退款申请,P1\t,"Nuts",Food,Web,Sale',
        line('\tT2', { time: '2025/1/2 22:02', quantity: '', paid: '"1"' }).replace(',,0,', ',1.000,,'),
      ),
    );
    expect(rowsOf(odd.columns)).toEqual(rowsOf(plain.columns));
    expect(odd.report.refused).toEqual([]);
  });

  test('OR7 the last day of a month stays in its month, whatever the offset says', () => {
    const { columns } = imported(
      file(line('T1', { time: '2025-01-31T23:59:59-05:00' }), line('T2', { time: '2025-02-01T00:00:00Z' })),
    );
    expect([...columns.day]).toEqual([dayOf(2025, 1, 31), dayOf(2025, 2, 1)]);
  });

  test('OR8 ids that Excel damaged are refused, and only those', () => {
    expect(
      reasons(
        file(
          line('1.9E+18'),
          line('T2', { customer: '1.38E+10' }),
          line('E+18'),
          line('1.9E+'),
          line('19E18'),
          line('A1E+18'),
        ),
      ),
    ).toEqual([
      [2, 'damaged-id'],
      [3, 'damaged-id'],
    ]);
  });

  test('OR9 each refused row says where and why', () => {
    const { report, columns } = imported({
      name: 'jan.csv',
      text: file(
        line('T1'),
        line('T2', { time: 'soon' }),
        line('T3', { paid: 'much' }),
        line('T4', { paid: '' }),
        line('T5', { quantity: 'few' }),
        line(''),
        'T6,1,M1',
        `${line('T7')},overflow`,
        `${line('T8')},,`,
        line('T9', { paid: '99999999999999999999' }),
        '',
        ',,,,',
        line('T10'),
      ),
    });
    expect(report.refused.map(({ row, reason, text }) => [row, reason, text])).toEqual([
      [3, 'bad-date', 'soon'],
      [4, 'bad-amount', 'much'],
      [5, 'bad-amount', ''],
      [6, 'bad-quantity', 'few'],
      [7, 'missing-order', line('')],
      [8, 'too-few-columns', 'T6,1,M1'],
      [9, 'too-many-columns', expect.stringContaining('T7,1')],
      [11, 'amount-too-large', '99999999999999999999'],
    ]);
    expect(report.refused[0]?.file).toBe('jan.csv');
    expect(report.refusedByReason['bad-amount']).toBe(2);
    expect([report.rowsRead, report.rowsKept, report.refusedCount, columns.rowCount]).toEqual([11, 3, 8, 3]);
  });

  test('OR9 lines are counted through quoted line ends', () => {
    expect(reasons(file(line('T1').replace('Nuts', '"Nuts\nand\nmore"'), line('T2', { time: 'soon' })))).toEqual([
      [5, 'bad-date'],
    ]);
  });

  test('OR9 a thousand refusals are kept, all are counted', () => {
    const rows = Array.from({ length: 1_500 }, (_, at) => line(`T${at}`, { time: 'soon' }));
    const { report } = imported(file(line('T'), ...rows));
    expect([report.refused.length, report.refusedCount]).toEqual([1_000, 1_500]);
  });

  test('OR9 dates of mixed forms: what has one reading goes in, the rest is told', () => {
    const rows = ['2026-05-23', '23/05/2026', '05/24/2026', '03/04/2026', '2026年5月25日'].map((time, at) =>
      line(`T${at}`, { time }),
    );
    const { report, columns } = imported(file(...rows));
    expect(report.refused.map(({ row, reason }) => [row, reason])).toEqual([[5, 'ambiguous-date']]);
    expect([...columns.day]).toEqual([23, 23, 24, 25].map((day) => dayOf(2026, 5, day)));
  });

  test('OR11 refunds: a negative row of its own, part of a row, all of a row', () => {
    const { columns, report } = imported(
      file(
        line('T1', { paid: '5.00' }),
        line('C1', { paid: '-5.00', quantity: '-1' }),
        line('T2', { refund: '-0.40' }),
        line('T3', { refund: '1.00' }),
      ),
    );
    expect([...columns.paid]).toEqual([500, -500, 100, 100]);
    expect([...columns.refund]).toEqual([0, 0, 40, 100]);
    expect([report.refundRows, report.orders]).toEqual([3, 4]);
  });

  test('OR12 the same line counts once: numbers to 31, beyond, and ids', () => {
    const lines = ['0', '1', '31', '32', '33', '900719925474099312', 'A-1'];
    const rows = lines.flatMap((id) => [line('T1', { line: id }), line('T2', { line: id }), line('T1', { line: id })]);
    const { report, columns } = imported(file(...rows));
    expect([columns.rowCount, report.duplicates]).toEqual([14, 7]);
  });

  test('OR14 of two customers of one order the first by bytes stays', () => {
    const rows = [
      line('T1', { customer: 'M2' }),
      line('T1', { line: '2', customer: 'M10' }),
      line('T1', { line: '3', customer: '' }),
    ];
    for (const order of [rows, rows.toReversed()]) {
      const { columns, report } = imported(file(...order));
      expect(report.customerConflicts).toBe(1);
      expect(new Set(columns.customer).size).toBe(1);
    }
  });

  test('guests are customer 0 and are counted', () => {
    const { columns, report } = imported(file(line('T1', { customer: '' }), line('T2'), line('T3', { customer: ' ' })));
    expect([...columns.customer]).toEqual([0, 1, 0]);
    expect([report.guestOrders, report.customers, columns.customerCount]).toEqual([2, 1, 1]);
  });

  test('the report tells months that are not whole', () => {
    const { report } = imported(file(line('T1', { time: '2025-01-01' }), line('T2', { time: '2025-03-30' })));
    expect(report.incompleteMonths).toEqual([2025 * 12 + 2]);
  });

  test('a customer column that is none is told', () => {
    const rows = Array.from({ length: 200 }, (_, at) => line(`T${at}`, { customer: at % 2 ? 'shop' : `M${at}` }));
    expect(imported(file(...rows)).report.implausibleRepeat).toBe(true);
    expect(imported(file(...rows.map((row, at) => row.replace('shop', `M${at}`)))).report.implausibleRepeat).toBe(
      false,
    );
  });

  test('OR6 yen have no minor units', () => {
    expect([
      ...imported({ text: file(line('T1', { paid: '1200' }), line('T2', { paid: '"1,200"' })), minorDigits: 0 }).columns
        .paid,
    ]).toEqual([1200, 1200]);
  });

  test('products are one by id, named by the first name there is', () => {
    const rows = [
      line('T1').replace('Nuts', ''),
      line('T2'),
      line('T3').replace('Nuts', 'Old nuts'),
      line('T4').replace('P1', ''),
    ];
    const { columns } = imported(file(...rows));
    expect([columns.productIds, columns.products]).toEqual([
      ['', 'P1', 'Nuts'],
      ['', 'Nuts', 'Nuts'],
    ]);
  });
});
