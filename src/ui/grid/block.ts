/** A block of texts on the clipboard: rows of cells. */
export type Block = readonly (readonly string[])[];

/**
 * The table on the clipboard. An HTML table is preferred, because it keeps line breaks inside cells; but Excel writes `####`
 * there for a column too narrow to show its number, and then the plain text is the better witness.
 */
export function readBlock(html: string, text: string): Block {
  const table = readHtmlTable(html);
  const usable = table.length > 0 && !table.some((row) => row.some((cell) => /^#{2,}$/.test(cell)));
  return withoutBlankTail(usable ? table : readTabbed(text));
}

const withoutBlankTail = (rows: string[][]): Block => {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ''));
  return rows.slice(0, last + 1);
};

/** Tab-separated text as spreadsheets write it: CRLF or LF, cells with breaks, tabs or quotes in double quotes. */
export function readTabbed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)|[^\t\r\n]*/y;
  let at = 0;
  while (at <= text.length) {
    cell.lastIndex = at;
    const match = cell.exec(text);
    if (match === null) break;
    row.push((match[1] === undefined ? match[0] : match[1].replaceAll('""', '"')).trim());
    at = cell.lastIndex;
    if (text[at] === '\t') at += 1;
    else {
      rows.push(row);
      row = [];
      if (at >= text.length) break;
      at += text.startsWith('\r\n', at) ? 2 : 1;
    }
  }
  return rows;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return NAMED[name?.toLowerCase() ?? ''] ?? whole;
  });

const spanOf = (attributes: string): number => Number(/colspan\s*=\s*["']?(\d+)/i.exec(attributes)?.[1] ?? 1);

/**
 * The first table of an HTML text; merged columns leave blanks. Read by hand, because handing foreign HTML to the
 * browser's parser is what Trusted Types forbids.
 */
export function readHtmlTable(html: string): string[][] {
  const table = /<table[\s>][\s\S]*?<\/table>/i.exec(html.replace(/<!--[\s\S]*?-->|<style[\s\S]*?<\/style>/gi, ''));
  if (table === null) return [];
  return [...table[0].matchAll(/<tr[\s>]([\s\S]*?)(?=<tr[\s>]|<\/table>)/gi)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh](\s[^>]*)?>([\s\S]*?)(?=<t[dh][\s>]|<\/tr>|$)/gi)].flatMap(
      ([, attributes = '', inner = '']) => {
        const text = inner
          .replace(/\s+/g, ' ')
          .replace(/<br\s*\/?>/gi, '\n')
          .replace(/<[^>]*>/g, '');
        return [decoded(text).trim(), ...Array<string>(Math.min(spanOf(attributes), 100) - 1).fill('')];
      },
    ),
  );
}

const needsQuotes = /["\t\r\n]/;

/** As spreadsheets read it: tabs and CRLF. */
export const tabbed = (block: Block): string =>
  block
    .map((row) => row.map((cell) => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\r\n');

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br>' };
const escaped = (text: string): string => text.replace(/[&<>\n]/g, (character) => ESCAPES[character] ?? character);

export const htmlTable = (block: Block): string =>
  `<table>${block.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
