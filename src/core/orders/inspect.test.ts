import { describe, expect, test } from 'vitest';
import { encode } from '../../../tests/orders/encode.ts';
import { HEADER, inspected } from '../../../tests/orders/import-text.ts';
import type { Encoding } from './import.ts';

const ROW = 'T1,1,会员甲,2025-01-02 10:00:00,12.50,1,0.00,P1,坚果礼盒,坚果,天猫,双十一';
const FILE = `${HEADER}\n${ROW}\n`;

describe('inspecting', () => {
  test.each<[string, Uint8Array, Encoding]>([
    ['UTF-8', encode(FILE, 'utf-8'), 'utf-8'],
    ['UTF-8 with BOM', encode(`\uFEFF${FILE}`, 'utf-8'), 'utf-8'],
    ['GB18030', encode(FILE, 'gb18030'), 'gb18030'],
    ['UTF-16LE with BOM', encode(`\uFEFF${FILE}`, 'utf-16le'), 'utf-16le'],
    ['UTF-16BE with BOM', encode(`\uFEFF${FILE}`, 'utf-16be'), 'utf-16be'],
    ['UTF-16LE', encode(FILE, 'utf-16le'), 'utf-16le'],
    ['UTF-16BE', encode(FILE, 'utf-16be'), 'utf-16be'],
  ])('OR1 %s', (_, bytes, encoding) => {
    const seen = inspected({ text: bytes });
    expect(seen.mapping).toMatchObject({ encoding, platform: 'annum', separator: ',', headerRow: 0 });
    expect(seen.headers).toEqual(HEADER.split(','));
    expect(seen.sampleRows).toEqual([ROW.split(',')]);
    expect(seen.missing).toEqual([]);
  });

  test('OR1 Big5', () => {
    const text = '訂單編號,會員編號,訂單日期,實付金額,商品名稱\nT1,M1,2025/01/02,120,鳳梨酥\n';
    const seen = inspected({ text: encode(text, 'big5') });
    expect(seen.mapping).toMatchObject({
      encoding: 'big5',
      columns: { order: 0, customer: 1, time: 2, paid: 3, product: 4 },
    });
    expect(seen.sampleRows[0]?.[4]).toBe('鳳梨酥');
  });

  test('OR1 a character cut at the end of the head is no broken file', () => {
    const whole = encode(FILE.repeat(9), 'utf-8');
    for (let cut = 0; cut < 4; cut++) {
      const head = whole.subarray(0, 700 - cut);
      expect(inspected({ text: head }).mapping.encoding).toBe('utf-8');
    }
  });

  test.each<[string, string]>([
    ['\t', '\t'],
    [';', ';'],
    [',', ','],
  ])('OR2 separator %j', (separator, expected) => {
    expect(inspected({ text: FILE.replaceAll(',', separator) }).mapping).toMatchObject({
      separator: expected,
      platform: 'annum',
    });
  });

  test('OR3 the header stands below notes, with units and spaces', () => {
    const text =
      '店铺：年輪食品旗舰店\n导出时间：2026-01-05 10:00\n\n订单编号 ,会员ID,下单时间,实付金额（元）,数量(件)\nT1,M1,2025-01-02,12.50,1\n';
    const seen = inspected({ text });
    expect(seen.mapping).toMatchObject({
      headerRow: 3,
      columns: { order: 0, customer: 1, time: 2, paid: 3, quantity: 4 },
    });
    expect(seen.sampleRows).toHaveLength(1);
  });

  test('OR4 columns of an unknown shop in three languages', () => {
    const english = inspected({
      text: 'Order ID,Customer ID,Order Date,Amount,Qty,Category\n1,2,2025-01-02,3.00,4,x\n',
    });
    expect(english.mapping).toMatchObject({
      platform: 'unknown',
      columns: { order: 0, customer: 1, time: 2, paid: 3, quantity: 4, category: 5 },
    });
    const simplified = inspected({ text: '订单号,用户ID,支付时间,支付金额,购买数量,品类\n1,2,2025-01-02,3.00,4,x\n' });
    expect(simplified.mapping.columns).toEqual({ order: 0, customer: 1, time: 2, paid: 3, quantity: 4, category: 5 });
    const traditional = inspected({
      text: '訂單編號,會員編號,訂單成立時間,訂單金額,數量,商品分類\n1,2,2025-01-02,3.00,4,x\n',
    });
    expect(traditional.mapping.columns).toEqual({ order: 0, customer: 1, time: 2, paid: 3, quantity: 4, category: 5 });
  });

  test('OR4 what is missing is said', () => {
    expect(inspected({ text: '订单号,支付时间,支付金额\n1,2025-01-02,3.00\n' }).missing).toEqual(['customer']);
  });

  test('OR4 files with equal headers share a signature', () => {
    const [left, right, other] = ['Order ID,Amount\n1,2\n', 'order id , AMOUNT\n7,8\n', 'Order ID,Total\n1,2\n'].map(
      (text) => inspected({ text }),
    );
    expect(left?.headerSignature).toBe(right?.headerSignature);
    expect(left?.headerSignature).not.toBe(other?.headerSignature);
  });

  test.each([
    [['23/05/2026', '03/04/2026'], 'dmy', []],
    [['05/23/2026', '03/04/2026'], 'mdy', []],
    [['03/04/2026', '05/06/2026'], 'ymd', ['date-order']],
    [['23/05/2026', '05/23/2026'], 'ymd', ['date-order']],
    [['2026-05-23', '2026/5/3'], 'ymd', []],
  ])('OR5 days %j are %s', (dates, dateOrder, doubts) => {
    const seen = inspected({
      text: `order id,customer id,date,paid\n${dates.map((date, at) => `${at},M,${date},1.00`).join('\n')}\n`,
    });
    expect(seen).toMatchObject({ mapping: { dateOrder }, doubts });
  });

  test.each([
    [['1.234,50', '12,5'], ',', []],
    [['1,234.50', '12.5'], '.', []],
    [['1.234,50', '12.50'], '.', ['decimal']],
    [['1,234', '5,678'], '.', []],
    [['12', '13'], '.', []],
  ])('OR5 amounts %j have %s', (amounts, decimal, doubts) => {
    const rows = amounts.map((amount, at) => `${at};M;2025-01-02;${amount}`).join('\n');
    expect(inspected({ text: `order id;customer id;date;paid\n${rows}\n` })).toMatchObject({
      mapping: { decimal },
      doubts,
    });
  });
});
