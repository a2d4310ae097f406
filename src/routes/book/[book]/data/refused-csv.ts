import type { RefusedRow } from '#core/orders/import.ts';

/** A spreadsheet would run a cell that begins so, in half or full width. */
const RUNS = /^[=+\-@\t\0\r\n＝＋－＠]/;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)*$/;

/** One CSV cell: quoted where needed, and harmless in Excel and WPS. Plain numbers are left alone. */
export function csvCell(text: string): string {
  const safe = RUNS.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export interface RefusedWords {
  readonly heads: readonly string[];
  readonly reason: (row: RefusedRow) => string;
  readonly remedy: (row: RefusedRow) => string;
}

/** Refused rows as CSV for Excel: UTF-8 with its mark, CRLF, one row a refused line. */
export function refusedCsv(rows: readonly RefusedRow[], words: RefusedWords): string {
  const lines = rows.map((row) => [row.file, String(row.row), words.reason(row), row.text, words.remedy(row)]);
  return `\uFEFF${[words.heads, ...lines].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
