import { ORDER_FIELDS, type OrderField } from './import.ts';
import { platformOf, PLATFORMS, type Platform } from './platforms.ts';
import { SYNONYMS } from './synonyms.ts';

/** Rows among which the header is looked for; exports begin with notes and totals at times. */
const HEADER_ROWS = 15;

const UNITS = /\((?:元|万元|萬元|人民币|人民幣|件|个|個|单|笔|筆|%|[a-z]{2,3}\$?|[¥$€£])\)/gi;

/** A header in the form that is compared: NFKC, lower case, without spaces, quotes and a bracketed unit. */
export const foldHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .replace(/^[="'\uFEFF]+|["']+$/g, '')
    .replace(UNITS, '')
    .replace(/[\s\u200b*]+/g, '')
    .toLowerCase();

const WORDS: ReadonlySet<string> = new Set(
  [...Object.values(SYNONYMS).flat(), ...PLATFORMS.flatMap(({ must, optional }) => [...must, ...optional])].map(
    foldHeader,
  ),
);

/** The row that is the header, or −1: the one with most known words, else the first of only words over rows with figures. */
export function findHeaderRow(rows: readonly (readonly string[])[]): number {
  let best = -1;
  let bestCount = 1;
  rows.slice(0, HEADER_ROWS).forEach((row, at) => {
    const known = new Set(row.map(foldHeader).filter((word) => WORDS.has(word))).size;
    if (known > bestCount) [best, bestCount] = [at, known];
  });
  if (best >= 0) return best;
  const isWords = (row: readonly string[]): boolean =>
    row.length >= 2 && row.every((cell) => /\p{L}/u.test(cell) && !/\d{3}/.test(cell));
  return rows.slice(0, HEADER_ROWS).findIndex(isWords);
}

/** The platform whose must-have headers are all there; of several, the one with the larger share of its optional ones. */
export function detectPlatform(headers: readonly string[]): Platform {
  const there = new Set(headers.map(foldHeader));
  const has = (header: string): boolean => there.has(foldHeader(header));
  const share = ({ must, optional }: Platform): number =>
    must.length + optional.filter(has).length / Math.max(1, optional.length);
  const found = PLATFORMS.filter((platform) => platform.must.every(has));
  return found.sort((a, b) => share(b) - share(a))[0] ?? platformOf('unknown');
}

/** Which column holds which field: the platform's own headers first, then what the words mean anywhere. A column serves once. */
export function guessColumns(headers: readonly string[], platform: Platform): Partial<Record<OrderField, number>> {
  const folded = headers.map(foldHeader);
  const taken = new Set<number>();
  const columns: Partial<Record<OrderField, number>> = {};
  const claim = (field: OrderField, names: readonly string[]): void => {
    if (columns[field] !== undefined) return;
    for (const name of names) {
      const column = folded.findIndex((header, at) => header === foldHeader(name) && !taken.has(at));
      if (column < 0) continue;
      columns[field] = column;
      taken.add(column);
      return;
    }
  };
  for (const field of ORDER_FIELDS) claim(field, platform.fields[field] ?? []);
  for (const field of ORDER_FIELDS) if (platform.id === 'unknown') claim(field, SYNONYMS[field]);
  return columns;
}
