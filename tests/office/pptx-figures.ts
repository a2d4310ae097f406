import { strFromU8, unzipSync } from 'fflate';

/** What a reader of the file finds: every slide's tables as texts, every chart's series as numbers. */
export interface PptxFigures {
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly charts: readonly {
    readonly series: readonly PptxSeries[];
    readonly sheet: readonly (readonly SheetValue[])[];
  }[];
}

interface PptxSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

type SheetValue = string | number | null;

/** Reads the tables and charts back from a PPTX, in slide order; for tests that hold the file against its source. */
export function pptxFigures(file: Uint8Array): PptxFigures {
  const parts = unzipSync(file);
  const text = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const inOrder = (pattern: RegExp): string[] =>
    Object.keys(parts)
      .filter((path) => pattern.test(path))
      .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return {
    tables: inOrder(/^ppt\/slides\/slide\d+\.xml$/u).flatMap((path) => tablesOf(text(path))),
    charts: inOrder(/^ppt\/charts\/chart[\d_]+\.xml$/u).map((path) => ({
      series: seriesOf(text(path)),
      sheet: sheetOf(parts[path.replace('charts', 'embeddings').replace('.xml', '.xlsx')] ?? new Uint8Array()),
    })),
  };
}

const all = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map((found) => found[1] ?? '');

const plain = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const textsOf = (xml: string): string => plain(all(xml, /<(?:a:)?t(?: [^>]*)?>([^<]*)</gu).join(''));

const tablesOf = (slide: string): string[][][] =>
  all(slide, /<a:tbl>(.*?)<\/a:tbl>/gsu).map((table) =>
    all(table, /<a:tr [^>]*>(.*?)<\/a:tr>/gsu).map((row) => all(row, /<a:tc>(.*?)<\/a:tc>/gsu).map(textsOf)),
  );

const seriesOf = (chart: string): PptxSeries[] =>
  all(chart, /<c:ser>(.*?)<\/c:ser>/gsu).map((series) => {
    const cache = /<c:val>.*?<c:ptCount val="(\d+)"\/>(.*?)<\/c:numCache>/su.exec(series);
    const points = new Map(
      [...(cache?.[2] ?? '').matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)</gu)].map((found) => [
        Number(found[1]),
        Number(found[2]),
      ]),
    );
    const name = /<c:tx>.*?<c:v>([^<]*)</su.exec(series)?.[1] ?? '';
    return {
      name: plain(name),
      values: Array.from({ length: Number(cache?.[1] ?? 0) }, (_, at) => points.get(at) ?? null),
    };
  });

function sheetOf(workbook: Uint8Array): SheetValue[][] {
  const sheet = strFromU8(unzipSync(workbook)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  return all(sheet, /<row [^>]*>(.*?)<\/row>/gsu).map((row) => {
    const cells: SheetValue[] = [];
    for (const [, column = '', kind, content = ''] of row.matchAll(/<c r="([A-Z]+)\d+"(?: t="(\w+)")?>(.*?)<\/c>/gsu)) {
      const at = [...column].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      while (cells.length < at) cells.push(null);
      const value = /<v>([^<]*)</u.exec(content)?.[1] ?? '';
      cells.push(kind === 'inlineStr' ? textsOf(content) : kind === 'str' ? plain(value) : Number(value));
    }
    return cells;
  });
}
