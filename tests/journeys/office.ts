import { strFromU8, unzipSync } from 'fflate';

/** The parts of an Office file that hold words or numbers, by name. */
export type Parts = Readonly<Record<string, string>>;

export function partsOf(bytes: Uint8Array): Parts {
  const parts = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/.test(name) });
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]));
}

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** Rows of every native table, cell texts in order. */
export const tableRows = (parts: Parts): string[][] =>
  Object.entries(parts)
    .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .flatMap(([, xml]) => xml.match(/<a:tr[ >].*?<\/a:tr>/gs) ?? [])
    .map((row) =>
      (row.match(/<a:tc[ >].*?<\/a:tc>/gs) ?? []).map((cell) =>
        unescaped([...cell.matchAll(/<a:t>(.*?)<\/a:t>/gs)].map((text) => text[1]).join('')),
      ),
    );

/** Series of every native chart: its name and the numbers in its cache. */
export const chartSeries = (parts: Parts): { readonly name: string; readonly values: readonly number[] }[] =>
  Object.entries(parts)
    .filter(([name]) => /^ppt\/charts\/chart[\d_]+\.xml$/.test(name))
    .flatMap(([, xml]) => xml.match(/<c:ser>.*?<\/c:ser>/gs) ?? [])
    .map((series) => ({
      name: unescaped(/<c:tx>.*?<c:v>(.*?)<\/c:v>/s.exec(series)?.[1] ?? ''),
      values: [...(/<c:val>(.*?)<\/c:val>/s.exec(series)?.[1]?.matchAll(/<c:v>(.*?)<\/c:v>/g) ?? [])].map((value) =>
        Number(value[1]),
      ),
    }));
