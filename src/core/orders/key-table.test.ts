import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KeyTable } from './key-table.ts';

const encoder = new TextEncoder();

function intern(table: KeyTable, text: string): number {
  const key = encoder.encode(text);
  const bytes = new Uint8Array(key.length + 16 + 3).fill(0x37);
  bytes.set(key, 3);
  return table.intern(bytes, new DataView(bytes.buffer), 3, 3 + key.length);
}

const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 14, maxLength: 34 });
const key = fc.oneof(
  fc.array(fc.nat({ max: 0x10ffff }), { maxLength: 20 }).map((codes) => String.fromCodePoint(...codes)),
  digits,
  fc.string({ unit: fc.constantFrom('0', '\0'), maxLength: 32 }),
);

describe('key table', () => {
  test('OR8 codes are one to one with keys, of any length and kind', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 400 }), (keys) => {
        const plain = keys.map((text) => text.toWellFormed());
        const table = new KeyTable();
        const known = new Map<string, number>();
        for (const text of plain) {
          const code = intern(table, text);
          expect(code).toBe(known.get(text) ?? known.size);
          known.set(text, code);
        }
        expect(table.count).toBe(known.size);
        for (const [text, code] of known) expect([...table.bytes(code)]).toEqual([...encoder.encode(text)]);
      }),
    );
  });

  test('OR8 growing and storing keep every code', () => {
    const table = new KeyTable();
    const keys = Array.from({ length: 20_000 }, (_, at) =>
      at % 3 === 0 ? `订单-${at}-很长的编号` : at % 3 === 1 ? `${1e18 + at}${at}` : `A${at}`,
    );
    keys.forEach((text, at) => expect(intern(table, text)).toBe(at));
    const again = new KeyTable(64, structuredClone(table.toStored()));
    keys.forEach((text, at) => expect(intern(again, text)).toBe(at));
    expect(intern(again, 'new')).toBe(keys.length);
  });

  test('OR8 pairs of numbers are keys of their own', () => {
    const table = new KeyTable();
    expect([table.internPair(1, 2), table.internPair(2, 1), table.internPair(1, 2), table.internPair(0, 0)]).toEqual([
      0, 1, 0, 2,
    ]);
  });
});
