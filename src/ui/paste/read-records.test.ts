import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { setLanguage } from '#messages/locale.svelte.ts';
import { metricOf } from '../../../tests/books/book-of.ts';
import { readTabbed, tabbed } from '../grid/block.ts';
import { readChoice, readDay, readMetric, readNumber, readText } from './paste-readers.ts';
import { pasteColumn, readRecords, type PasteColumn } from './read-records.ts';

beforeEach(() => setLanguage('en'));

interface Visit {
  readonly who: string;
  readonly date: string;
  readonly cost: number | null;
}

const COLUMNS: readonly PasteColumn<Visit>[] = [
  pasteColumn('Who', readText, (who) => ({ who }), { required: true, also: ['Name'] }),
  pasteColumn('Date', readDay, (date) => ({ date })),
  pasteColumn('Cost', readNumber('money', 'CNY'), (cost) => ({ cost })),
];
const read = (text: string) => readRecords(readTabbed(text), COLUMNS, 'missing');

describe('a block of records', () => {
  test('without headings is in the columns’ own order', () => {
    expect(read('Ann\t2025/3/4\t1,200\r\nBo\t2025年4月5日').rows.map(({ line, record }) => ({ line, record }))).toEqual(
      [
        { line: 1, record: { who: 'Ann', date: '2025-03-04', cost: 120_000 } },
        { line: 2, record: { who: 'Bo', date: '2025-04-05' } },
      ],
    );
  });

  test('with headings is read by them, whatever their order; what they do not name is left out and told', () => {
    const { rows, strangers, columns } = read('Cost\tMood\t name：\n20\tgood\tAnn');
    expect(rows.map(({ record }) => record)).toEqual([{ cost: 2_000, who: 'Ann' }]);
    expect(strangers).toEqual(['Mood']);
    expect(columns.map(({ title }) => title)).toEqual(['Cost', 'Who']);
  });

  test('one known word in a first row of several does not make it a heading', () => {
    expect(read('Date\t2025-03-04\t5').rows.map(({ record }) => record)).toEqual([
      { who: 'Date', date: '2025-03-04', cost: 500 },
    ]);
  });

  test('refuses a row with a cell it cannot read, whole, and says why at the cell', () => {
    const { rows } = read('Ann\tsoon\t5\n\t2025-03-04\t5\nBo\t2025-03-04\t5');
    expect(rows.map(({ record }) => record === null)).toEqual([true, true, false]);
    expect(rows[0]?.cells.map(({ problem }) => problem)).toEqual([
      '',
      '“soon” is not a date here: write 2025-03-15.',
      '',
    ]);
    expect(rows[1]?.cells[0]?.problem).toBe('missing');
  });

  test('passes over blank rows and keeps the block’s own line numbers', () => {
    expect(read('Who\tDate\n\n\t\nAnn\t2025-03-04').rows.map(({ line }) => line)).toEqual([4]);
  });

  test('takes back what was written, whatever the texts', () => {
    const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (names) => {
        const block = [['Who', 'Cost'], ...names.map((name) => [name, '1'])];
        const { rows } = readRecords(readTabbed(tabbed(block)), COLUMNS, 'missing');
        expect(rows.map(({ record }) => record?.who)).toEqual(names);
      }),
    );
  });
});

describe('a cell', () => {
  test('names a choice by its word in the reader’s language, or by its own', () => {
    const kind = readChoice([
      { value: 'sharing', label: 'Sharing' },
      { value: 'study', label: 'Field study' },
    ]);
    expect([kind('field study'), kind('study')].map((found) => found.ok && found.value)).toEqual(['study', 'study']);
    expect(kind('party')).toEqual({ ok: false, error: '“party” is none of: Sharing / Field study' });
  });

  test('names a metric as the reader sees it', () => {
    const metrics = [metricOf('a', { name: '', preset: 'retention' }), metricOf('b', { name: 'Tea sales' })];
    expect([readMetric(metrics)('Customer retention'), readMetric(metrics)('tea sales')]).toEqual([
      { ok: true, value: 'a' },
      { ok: true, value: 'b' },
    ]);
  });
});
