import { strFromU8, unzipSync } from 'fflate';

/** The parts of an Office file by path; XML as text, others (embedded files) as they are. */
export function partsOf(file: Uint8Array): ReadonlyMap<string, string> {
  const entries = Object.entries(unzipSync(file)).filter(([path]) => /\.(?:xml|rels)$/u.test(path));
  return new Map(entries.map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** Faults that make Office offer a repair, though a schema does not see them. Empty for a sound file. */
export function packageFaults(file: Uint8Array): readonly string[] {
  const parts = partsOf(file);
  const paths = new Set(Object.keys(unzipSync(file)));
  return [
    ...contentTypeFaults(parts, paths),
    ...[...parts].flatMap(([path, xml]) => [
      ...(path.endsWith('.rels') ? danglingTargets(path, xml, paths) : danglingIds(path, xml, parts)),
      ...duplicates(path, xml),
      ...gridFaults(path, xml),
      ...(/(?:NaN|Infinity|undefined|\[object)/u.test(markup(xml)) ? [`${path}: a value that is none`] : []),
      ...shapesWithoutText(path, xml),
    ]),
  ];
}

/** Tags with their attributes, without the texts between them. */
const markup = (xml: string): string => xml.replace(/>[^<]*</gu, '><');

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((found) => found[1] ?? '');

function contentTypeFaults(parts: ReadonlyMap<string, string>, paths: ReadonlySet<string>): string[] {
  const types = parts.get('[Content_Types].xml') ?? '';
  const overrides = all(types, /PartName="\/([^"]+)"/gu);
  const defaults = new Set(all(types, /Extension="([^"]+)"/gu));
  return [
    ...overrides.filter((path) => !paths.has(path)).map((path) => `content type of ${path}, which is not there`),
    ...[...paths]
      .filter((path) => path !== '[Content_Types].xml' && !overrides.includes(path))
      .filter((path) => /\.xml$/u.test(path) || !defaults.has(path.slice(path.lastIndexOf('.') + 1)))
      .map((path) => `${path} has no content type`),
  ];
}

function danglingTargets(path: string, xml: string, paths: ReadonlySet<string>): string[] {
  const base = path.replace(/_rels\/[^/]*$/u, '');
  return all(xml, /Target="([^"]+)"/gu)
    .map((target) => new URL(target, `file:///${base}`).pathname.slice(1))
    .filter((target) => !paths.has(target))
    .map((target) => `${path} leads to ${target}, which is not there`);
}

function danglingIds(path: string, xml: string, parts: ReadonlyMap<string, string>): string[] {
  const slash = path.lastIndexOf('/');
  const relations = parts.get(`${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`) ?? '';
  const known = new Set(all(relations, / Id="([^"]+)"/gu));
  return all(xml, / r:(?:id|embed|link)="([^"]*)"/gu)
    .filter((id) => !known.has(id))
    .map((id) => `${path} names ${id || 'an empty id'}, which relates to nothing`);
}

function duplicates(path: string, xml: string): string[] {
  const ids = path.endsWith('.rels') ? all(xml, / Id="([^"]+)"/gu) : all(xml, /<p:cNvPr id="(\d+)"/gu);
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${path}: id ${id} twice`);
}

function gridFaults(path: string, xml: string): string[] {
  return [...xml.matchAll(/<a:tbl>.*?<\/a:tbl>/gsu)].flatMap(([table]) => {
    const columns = all(table, /<a:gridCol( )/gu).length;
    const rows = table.match(/<a:tr .*?<\/a:tr>/gsu) ?? [];
    return rows
      .filter((row) => all(row, /<a:tc( |>)/gu).length !== columns)
      .map(() => `${path}: a row without ${columns} cells`);
  });
}

function shapesWithoutText(path: string, xml: string): string[] {
  return (xml.match(/<p:sp>.*?<\/p:sp>/gsu) ?? [])
    .filter((shape) => !shape.includes('<p:txBody>') && !shape.includes('type="sldImg"'))
    .map(() => `${path}: a shape without a text body`);
}
