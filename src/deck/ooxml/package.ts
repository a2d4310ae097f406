import { strToU8, zipSync, type Zippable } from 'fflate';
import { el, HEADER, type Xml } from './xml.ts';

const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CORE_PROPERTIES = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** What a part's relationship is to another. */
export type Relation =
  | 'officeDocument'
  | 'extended-properties'
  | 'core-properties'
  | 'slideMaster'
  | 'slideLayout'
  | 'slide'
  | 'notesMaster'
  | 'notesSlide'
  | 'theme'
  | 'presProps'
  | 'viewProps'
  | 'tableStyles'
  | 'chart'
  | 'package'
  | 'worksheet'
  | 'styles';

/** Dates inside the archive: the earliest a zip can hold, so that the same report gives the same bytes. */
const EPOCH = new Date(1980, 0, 2);

/** An Office file being written: parts, their content types and the relationships between them. */
export class OfficePackage {
  readonly #parts = new Map<string, Uint8Array>();
  readonly #types = new Map<string, string>();
  readonly #relations = new Map<string, { readonly id: string; readonly type: string; readonly target: string }[]>();

  /** Adds an XML part at a path from the archive's root. */
  addXml(path: string, contentType: string, xml: Xml): void {
    this.#parts.set(path, strToU8(HEADER + xml));
    this.#types.set(path, contentType);
  }

  /** Adds a part whose content type goes by its extension. */
  addFile(path: string, bytes: Uint8Array): void {
    this.#parts.set(path, bytes);
  }

  /** Relates a part ('' is the package itself) to another and returns the relationship's id. */
  relate(from: string, to: string, relation: Relation): string {
    const relations = this.#relations.get(from) ?? [];
    const id = `rId${relations.length + 1}`;
    const type = relation === 'core-properties' ? CORE_PROPERTIES : `${OFFICE}/${relation}`;
    this.#relations.set(from, [...relations, { id, type, target: relativePath(from, to) }]);
    return id;
  }

  zip(): Uint8Array<ArrayBuffer> {
    const files: Zippable = { '[Content_Types].xml': strToU8(HEADER + this.#contentTypes()) };
    for (const [from, relations] of this.#relations) {
      const entries = relations.map(({ id, type, target }) =>
        el('Relationship', { Id: id, Type: type, Target: target }),
      );
      files[relationsPath(from)] = strToU8(HEADER + el('Relationships', { xmlns: RELATIONSHIPS }, ...entries));
    }
    for (const [path, bytes] of this.#parts) files[path] = bytes;
    return new Uint8Array(zipSync(files, { level: 6, mtime: EPOCH }));
  }

  #contentTypes(): Xml {
    return el(
      'Types',
      { xmlns: CONTENT_TYPES },
      el('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
      el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      el('Default', {
        Extension: 'xlsx',
        ContentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      }),
      ...[...this.#types].map(([path, type]) => el('Override', { PartName: `/${path}`, ContentType: type })),
    );
  }
}

const relationsPath = (part: string): string => {
  const slash = part.lastIndexOf('/');
  return part === '' ? '_rels/.rels' : `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
};

/** Targets are written relative to the part that points: WPS does not follow absolute ones everywhere. */
function relativePath(from: string, to: string): string {
  const base = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < base.length && base[shared] === target[shared]) shared += 1;
  return [...base.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}
