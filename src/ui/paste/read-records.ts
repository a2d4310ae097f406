import type { Result } from '#core/result.ts';
import type { Block } from '../grid/block.ts';

/** A field of the records that a pasted block holds. `T` is what a row becomes. */
export interface PasteColumn<T> {
  /** Its heading in the block, and in the preview. */
  readonly title: string;
  /** Other headings it is known by. */
  readonly also?: readonly string[];
  readonly required?: boolean;
  /** What a cell of it says, or why it cannot be read. Empty cells are not asked. */
  readonly read: (text: string) => Result<Partial<T>, string>;
}

/** A column of `T` from a reader of texts and where its value goes. */
export const pasteColumn = <T, V>(
  title: string,
  read: (text: string) => Result<V, string>,
  put: (value: V) => Partial<T>,
  more: Pick<PasteColumn<T>, 'also' | 'required'> = {},
): PasteColumn<T> => ({
  ...more,
  title,
  read: (text) => {
    const value = read(text);
    return value.ok ? { ok: true, value: put(value.value) } : value;
  },
});

export interface PastedCell {
  readonly text: string;
  /** Why it cannot be read; '' when it can. */
  readonly problem: string;
}

export interface PastedRow<T> {
  /** Its line in the block, from 1. */
  readonly line: number;
  /** One for each column that the block holds. */
  readonly cells: readonly PastedCell[];
  /** `null` while a cell of it cannot be read: a row is taken whole or not at all. */
  readonly record: Partial<T> | null;
}

export interface PastedRecords<T> {
  /** The columns that the block holds, in the block's order. */
  readonly columns: readonly PasteColumn<T>[];
  readonly rows: readonly PastedRow<T>[];
  /** Headings that name no column; their cells are left out. */
  readonly strangers: readonly string[];
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*:：()]/g, '')
    .toLowerCase();

const isNamed = <T>(column: PasteColumn<T>, heading: string): boolean =>
  [column.title, ...(column.also ?? [])].some((title) => plain(title) === plain(heading));

/**
 * Records from a block of cells. A first row of which two cells (or its only one) are known headings says which column is
 * which; without it the cells are in the columns' own order. Blank rows are passed over; a required column left blank says `missing`.
 */
export function readRecords<T>(block: Block, columns: readonly PasteColumn<T>[], missing: string): PastedRecords<T> {
  const [first = []] = block;
  const named = first.map((heading) => columns.find((column) => isNamed(column, heading)) ?? null);
  const known = named.filter((column) => column !== null).length;
  const hasHeader = known >= Math.min(2, first.filter((cell) => cell !== '').length) && known > 0;
  const width = Math.max(0, ...block.map((row) => row.length));
  const places = hasHeader ? named : columns.slice(0, width);
  const used = places.flatMap((column, at) => (column && places.indexOf(column) === at ? [{ column, at }] : []));
  return {
    columns: used.map(({ column }) => column),
    rows: block.flatMap((texts, index) => {
      if ((hasHeader && index === 0) || texts.every((text) => text === '')) return [];
      return [{ line: index + 1, ...readRow(texts, used, missing) }];
    }),
    strangers: hasHeader ? first.filter((heading, at) => heading !== '' && named[at] === null) : [],
  };
}

function readRow<T>(
  texts: readonly string[],
  used: readonly { readonly column: PasteColumn<T>; readonly at: number }[],
  missing: string,
): Omit<PastedRow<T>, 'line'> {
  let record: Partial<T> | null = {};
  const cells = used.map(({ column, at }): PastedCell => {
    const text = texts[at] ?? '';
    const value = text === '' ? null : column.read(text);
    const problem = value === null ? (column.required ? missing : '') : value.ok ? '' : value.error;
    if (problem !== '') record = null;
    else if (record !== null && value?.ok) record = { ...record, ...value.value };
    return { text, problem };
  });
  return { cells, record };
}
