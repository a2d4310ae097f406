import type { Separator } from './import.ts';

/** The rows of a short text, by the same quoting as the byte kernel; `isOpen` where the last quote never closes. */
export interface TextRows {
  readonly rows: readonly (readonly string[])[];
  readonly isOpen: boolean;
  /** 1-based line at which the last row begins. */
  readonly lastLine: number;
}

/** Splits the beginning of a file for a person to look at. The last row is kept even if it is cut. */
export function splitText(text: string, separator: Separator, limit: number): TextRows {
  const rows: string[][] = [];
  const plain = new RegExp(`[^${separator}\r\n]*`, 'y');
  let at = 0;
  let line = 1;
  let lastLine = 1;
  while (at < text.length && rows.length < limit) {
    const row: string[] = [];
    lastLine = line;
    for (;;) {
      let field = '';
      if (text[at] === '"') {
        const closing = closingQuote(text, at + 1);
        if (closing < 0) return { rows, isOpen: true, lastLine };
        field = text.slice(at + 1, closing).replaceAll('""', '"');
        line += field.split('\n').length - 1;
        at = closing + 1;
      }
      plain.lastIndex = at;
      const rest = plain.exec(text)?.[0] ?? '';
      row.push(field + rest);
      at += rest.length;
      if (text[at] !== separator) break;
      at++;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line++;
    rows.push(row);
  }
  return { rows, isOpen: false, lastLine };
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
