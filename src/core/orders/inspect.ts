import { detectEncoding } from './encoding.ts';
import { detectPlatform, findHeaderRow, foldHeader, guessColumns } from './headers.ts';
import {
  REQUIRED_FIELDS,
  type Encoding,
  type ImportProblem,
  type Inspection,
  type OrderField,
  type Separator,
} from './import.ts';
import { MAX_COLUMNS } from './kernel.ts';
import { err, ok, type Result } from '../result.ts';
import { MAX_ROW_BYTES } from './row-reader.ts';
import { dateOrderOf, decimalOf } from './sample-forms.ts';
import { splitText, type TextRows } from './split-text.ts';

/** How many bytes of a file `inspect` wants, if the file has them. */
export const HEAD_BYTES = 1 << 18;

const SEPARATORS: readonly Separator[] = [',', '\t', ';'];
const LOOKED_AT_ROWS = 500;
const SHOWN_ROWS = 20;

/**
 * What a file's first bytes say of it: encoding, separator, header, platform, a guessed mapping and sample rows. `head` is
 * the whole file or its first `HEAD_BYTES`; `bytes` is the size of the whole.
 */
export function inspect(head: Uint8Array, fileName: string, bytes: number): Result<Inspection, ImportProblem> {
  if (head.length === 0) return err({ kind: 'empty-file' });
  const encoding = detectEncoding(head);
  if (!encoding) return err({ kind: 'not-text' });
  const isWhole = head.length >= bytes;
  const text = textOf(head, encoding);
  if (text.trim() === '') return err({ kind: 'empty-file' });

  const { separator, split } = bestSplit(text);
  const { isOpen, lastLine } = split;
  const widest = split.rows.findIndex((row) => row.length > MAX_COLUMNS);
  const wide = split.rows[widest];
  if (wide) return err({ kind: 'too-many-columns', row: widest + 1, columns: wide.length, limit: MAX_COLUMNS });
  const isCut = !isWhole && split.rows.length < LOOKED_AT_ROWS;
  const rows = isCut && !isOpen ? split.rows.slice(0, -1) : split.rows;
  if (rows.length === 0)
    return err(
      isOpen ? { kind: 'unclosed-quote', row: lastLine } : { kind: 'line-too-long', row: 1, limitBytes: MAX_ROW_BYTES },
    );
  if (isOpen && isWhole) return err({ kind: 'unclosed-quote', row: lastLine });

  const headerRow = findHeaderRow(rows);
  const header = rows[headerRow];
  if (!header) return err({ kind: 'no-header' });
  const below = rows.slice(headerRow + 1).filter((row) => row.some((cell) => cell.trim() !== ''));
  if (below.length === 0 && isWhole) return err({ kind: 'header-only' });

  const headers = header.map((cell) => cell.trim());
  const platform = detectPlatform(headers);
  const columns = guessColumns(headers, platform);
  const cells = (field: OrderField): string[] => {
    const column = columns[field];
    return column === undefined ? [] : below.map((row) => row[column] ?? '');
  };
  const dateOrder = dateOrderOf(cells('time'));
  const decimal = decimalOf([...cells('paid'), ...cells('refund')]);
  return ok({
    fileName,
    bytes,
    headers,
    sampleRows: below.slice(0, SHOWN_ROWS),
    mapping: {
      platform: platform.id,
      encoding,
      separator,
      headerRow,
      columns,
      dateOrder: dateOrder.value,
      decimal: decimal.value,
    },
    missing: REQUIRED_FIELDS.filter((field) => columns[field] === undefined),
    doubts: [...(dateOrder.isOpen ? (['date-order'] as const) : []), ...(decimal.isOpen ? (['decimal'] as const) : [])],
    headerSignature: headers.map(foldHeader).join('|'),
  });
}

function textOf(head: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(head, { stream: true });
}

/** The separator under which a header is found, or under which rows have most columns. */
function bestSplit(text: string): { readonly separator: Separator; readonly split: TextRows } {
  const [first, ...others] = SEPARATORS.map((separator) => {
    const split = splitText(text, separator, LOOKED_AT_ROWS);
    const header = split.rows[findHeaderRow(split.rows)] ?? split.rows[0] ?? [];
    return { separator, split, columns: header.length };
  });
  if (!first) throw new Error('no separators to try');
  return others.reduce((best, tried) => (tried.columns > best.columns ? tried : best), first);
}
