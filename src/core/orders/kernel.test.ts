import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BATCH_ROWS, isUtf8, RowBatch, splitRows, unescape } from './kernel.ts';
import { splitText } from './split-text.ts';

const WIDTH = 6;
const layout = { separator: 44, slots: new Int16Array(1000).fill(-1), width: WIDTH, reach: WIDTH };
for (let column = 0; column < WIDTH; column++) layout.slots[column] = column;

/** The first six fields of every row, as the kernel finds them. */
function fieldsOf(text: string): string[][] {
  const plain = new TextEncoder().encode(text);
  const bytes = new Uint8Array(plain.length + 4).fill(44);
  bytes.set(plain);
  const batch = new RowBatch(WIDTH);
  expect(splitRows(bytes, new DataView(bytes.buffer), 0, plain.length, true, layout, batch)).toBeLessThanOrEqual(
    plain.length,
  );
  if (batch.stop) return [['stopped', batch.stop]];
  return Array.from({ length: batch.rows }, (_, row) =>
    Array.from({ length: Math.min(WIDTH, batch.fields[row] ?? 0) }, (_, slot) => {
      const start = batch.starts[slot * BATCH_ROWS + row] ?? 0;
      const end = batch.ends[slot * BATCH_ROWS + row] ?? 0;
      if (end >= 0) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end));
      const copy = bytes.slice();
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
        copy.subarray(start, unescape(copy, start, ~end, start)),
      );
    }),
  );
}

describe('kernel', () => {
  test.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,,\n\n,b', [['a', '', ''], [''], ['', 'b']]],
    ['"a,b",c', [['a,b', 'c']]],
    ['"a\nb",c\nd', [['a\nb', 'c'], ['d']]],
    ['"a ""q"" b",c', [['a "q" b', 'c']]],
    ['"Best" snack,c', [['Best snack', 'c']]],
    ['24" screen,c', [['24" screen', 'c']]],
    ['="123",c', [['="123"', 'c']]],
    ['"=""123""",c', [['="123"', 'c']]],
    ['"",c', [['', 'c']]],
    ['""', [['']]],
    ['"abc', [['stopped', 'open-quote']]],
  ])('OR2 %j', (text, expected) => {
    expect(fieldsOf(text)).toEqual(expected);
  });

  test('OR2 the kernel and the splitter for samples find the same fields', () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r\n', 'a', '中', ' ', '1'), maxLength: 40 });
    fc.assert(
      fc.property(text, (source) => {
        const { rows, isOpen } = splitText(source, ',', 1000);
        const found = fieldsOf(source);
        if (isOpen) expect(found).toEqual([['stopped', 'open-quote']]);
        else expect(found).toEqual(rows.map((row) => row.slice(0, WIDTH)));
      }),
      { numRuns: 200 },
    );
  });

  test('OR1 well-formed UTF-8 is what a fatal decoder takes', () => {
    const some = fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc
        .array(fc.nat({ max: 0x10ffff }), { maxLength: 6 })
        .map((codes) => new TextEncoder().encode(String.fromCodePoint(...codes).toWellFormed())),
    );
    fc.assert(
      fc.property(some, some, (left, right) => {
        const bytes = Uint8Array.of(...left, ...right);
        let decodes = true;
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        } catch {
          decodes = false;
        }
        expect(isUtf8(bytes, 0, bytes.length)).toBe(decodes);
      }),
      { numRuns: 200 },
    );
  });
});
