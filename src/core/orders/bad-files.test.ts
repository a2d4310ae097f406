import { describe, expect, test } from 'vitest';
import { encode } from '../../../tests/orders/encode.ts';
import { HEADER, read } from '../../../tests/orders/import-text.ts';
import type { ColumnMapping, ImportProblem } from './import.ts';
import { OrderImport } from './order-import.ts';

const ROW = 'T1,1,M1,2025-01-02,12.50,1,0.00,P1,坚果,坚果,天猫,\n';
const mapping: ColumnMapping = {
  platform: 'annum',
  encoding: 'utf-8',
  separator: ',',
  headerRow: 0,
  columns: { order: 0, line: 1, customer: 2, time: 3, paid: 4, product: 8 },
  dateOrder: 'ymd',
  decimal: '.',
};

const problemOf = (text: string | Uint8Array): ImportProblem | null => read(new OrderImport(), { text });

/** Imports without looking first, as when only the head of the file was good. */
function blindly(chunks: Iterable<Uint8Array>, changes: Partial<ColumnMapping> = {}): ImportProblem | null {
  const orders = new OrderImport();
  let problem = orders.begin({ name: 'x.csv', mapping: { ...mapping, ...changes }, minorDigits: 2 });
  for (const chunk of chunks) problem ??= orders.feed(chunk);
  return problem ?? orders.end();
}

const utf8 = (text: string): Uint8Array => encode(text, 'utf-8');

describe('files that are refused whole', () => {
  test('OR18 empty', () => {
    expect(problemOf('')).toEqual({ kind: 'empty-file' });
    expect(problemOf('\n \n')).toEqual({ kind: 'empty-file' });
    expect(blindly([])).toEqual({ kind: 'empty-file' });
  });

  test('OR18 header only', () => {
    expect(problemOf(`${HEADER}\n`)).toEqual({ kind: 'header-only' });
    expect(problemOf(`${HEADER}\n,,,,\n\n`)).toEqual({ kind: 'header-only' });
    expect(blindly([utf8(`${HEADER}\n\n`)])).toEqual({ kind: 'header-only' });
  });

  test('OR18 no header', () => {
    expect(problemOf('1,2,3\n4,5,6\n')).toEqual({ kind: 'no-header' });
    expect(problemOf(ROW.repeat(3))).toEqual({ kind: 'no-header' });
  });

  test.each([
    ['gzip', [0x1f, 0x8b, 8, 0, 0, 0]],
    ['xlsx', [0x50, 0x4b, 3, 4, 20, 0]],
    ['old Excel', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
    ['noise', Array.from({ length: 999 }, (_, at) => (at * 7919) % 251)],
    ['NULs', Array.from({ length: 999 }, (_, at) => (at % 3 === 0 ? 0 : 65))],
  ])('OR1 %s is no text', (_, bytes) => {
    expect(problemOf(Uint8Array.from(bytes))).toEqual({ kind: 'not-text' });
  });

  test('OR18 another encoding further down', () => {
    const bytes = Uint8Array.of(
      ...utf8(`${HEADER}\n${ROW}`),
      ...encode('T2,1,M1,2025-01-02,1.00,1,0,P2,开心果\n', 'gb18030'),
    );
    expect(blindly([bytes])).toEqual({ kind: 'wrong-encoding', encoding: 'utf-8', row: 3 });
    expect(
      blindly([utf8(`${HEADER}\n${ROW}`), Uint8Array.of(0x54, 0xff, 0xff, 0x0a)], { encoding: 'utf-16le' }),
    ).toMatchObject({
      kind: 'wrong-encoding',
    });
  });

  test('OR17 a line of 10,000 columns', () => {
    const wide = `${HEADER}\n${ROW}${'x,'.repeat(10_000)}\n`;
    expect(problemOf(wide)).toMatchObject({ kind: 'too-many-columns', row: 3, limit: 1_000 });
    expect(blindly([utf8(wide)])).toMatchObject({ kind: 'too-many-columns', row: 3, limit: 1_000 });
    expect(problemOf(`${'x,'.repeat(10_000)}\n${ROW}`)).toMatchObject({ kind: 'too-many-columns', row: 1 });
  });

  test('OR17 a quote that never closes', () => {
    expect(problemOf(`${HEADER}\n${ROW}T2,1,"M1,2025-01-02\n${ROW}`)).toEqual({ kind: 'unclosed-quote', row: 3 });
    expect(blindly([utf8(`${HEADER}\n${ROW}T2,1,"M1,2025-01-02\n${ROW}`)])).toEqual({ kind: 'unclosed-quote', row: 3 });
    const endless = function* () {
      yield utf8(`${HEADER}\n"`);
      for (let chunk = 0; chunk < 200; chunk++) yield utf8(ROW.repeat(1_000));
    };
    expect(blindly(endless())).toEqual({ kind: 'unclosed-quote', row: 2 });
  });

  test('OR17 a single line of 200 MB is refused after its first megabytes', () => {
    const chunk = new Uint8Array(1 << 20).fill(65);
    let given = 0;
    const endless = function* () {
      for (; given < 200; given++) yield chunk;
    };
    const orders = new OrderImport();
    orders.begin({ name: 'x.csv', mapping, minorDigits: 2 });
    let problem: ImportProblem | null = null;
    for (const bytes of endless()) if ((problem = orders.feed(bytes))) break;
    expect(problem).toEqual({ kind: 'line-too-long', row: 1, limitBytes: 1 << 20 });
    expect(given).toBeLessThan(4);
    expect(problemOf(new Uint8Array(4 << 20).fill(65))).toEqual({ kind: 'line-too-long', row: 1, limitBytes: 1 << 20 });
  });

  test('OR18 a required column is not mapped', () => {
    const orders = new OrderImport();
    const { order: _, ...columns } = mapping.columns;
    expect(orders.begin({ name: 'x.csv', mapping: { ...mapping, columns }, minorDigits: 2 })).toEqual({
      kind: 'missing-column',
      field: 'order',
    });
  });

  test('OR18 not one row can be used', () => {
    const orders = new OrderImport();
    expect(read(orders, { text: `${HEADER}\nT1,1,M1,soon,12.50\nT2,1,M1,2025-01-02,much\n` })).toBeNull();
    expect(orders.finish()).toEqual({ ok: false, error: { kind: 'no-valid-rows', refused: 2 } });
  });
});
