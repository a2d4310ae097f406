import { highlightKey, LEVELS } from '#core/book/book.ts';
import type { CellSource, Metric } from '#core/book/book.ts';
import type { BookEdits } from '#core/book/edits.ts';
import type { TableName, Writable } from '#core/book/records.ts';
import * as Y from 'yjs';
import { conclusionFragment, writeConclusion } from './conclusion-text.ts';
import { newId } from './id.ts';
import { placeAt } from './order-key.ts';
import { inTree, isTree, recordTable, standing } from './records.ts';
import type { Row } from './records.ts';
import { META, RECORDS, SCHEMA_VERSION, SETTINGS } from './schema.ts';
import type { BookUndo } from './undo.ts';
import { ORIGIN } from './undo.ts';
import { recordsOf, setCells, setFields, setOrder, setSegments } from './write.ts';

const TYPED: CellSource = { kind: 'typed' };

/** Where a record goes: below which other, and before which of its siblings (`null`: last). */
interface Spot {
  readonly parent: string | null;
  readonly before: string | null;
}
const LAST: Spot = { parent: null, before: null };

type Place = Pick<Row<unknown>, 'id' | 'order'>;

/** A new metric goes behind the last one of its level or of a level above. */
function indexForLevel(list: readonly Row<Metric>[], level: Metric['level']): number {
  const rank = LEVELS.indexOf(level);
  return list.findLastIndex((row) => LEVELS.indexOf(row.value.level) <= rank) + 1;
}

/** A book that a newer version has changed beyond this one's understanding is shown and not written. */
export const isReadOnly = (doc: Y.Doc): boolean =>
  META.minReader(doc.getMap<unknown>('meta').get('minReader')) > SCHEMA_VERSION;

/** The verbs on a shared document. Each is one transaction by the person and one step of `undo`. */
export function bookEdits(doc: Y.Doc, undo: BookUndo | null): BookEdits {
  let depth = 0;
  /** Lists whose end this transaction has added to: a thousand pasted rows do not read their table a thousand times. */
  const grown = new Map<TableName, Place[]>();

  const change = (work: () => void): void => {
    if (depth > 0) return work();
    if (isReadOnly(doc)) return;
    undo?.stopCapturing();
    depth += 1;
    try {
      doc.transact(work, ORIGIN.person);
    } finally {
      depth -= 1;
      grown.clear();
    }
    undo?.stopCapturing();
  };

  const rowsOf = <T extends TableName>(table: T) => standing(recordTable(doc, table));

  const fieldsOf = (table: TableName, id: string): Y.Map<unknown> | null => {
    const fields = recordsOf(doc, table).get(id);
    return fields instanceof Y.Map ? fields : null;
  };

  /** Puts a new or moved record at a place of its list, and moves neighbours whose keys would not keep their side. */
  function setPlace(table: TableName, id: string, parent: string | null, list: readonly Place[], at: number): string {
    const { key, rekeyed } = placeAt(list, at);
    const fields = fieldsOf(table, id);
    if (fields) setOrder(fields, table, parent, key);
    for (const row of rekeyed) {
      const neighbour = fieldsOf(table, row.id);
      if (neighbour) setOrder(neighbour, table, parent, row.key);
    }
    return key;
  }

  /** What stands beside one another below a parent; of a tree as it is shown, so that a rescued row is among those at the top. */
  function siblingsOf(table: TableName, parent: string | null): readonly Place[] {
    const rows = rowsOf(table);
    if (!isTree(table)) return rows;
    const parents = new Map(inTree(rowsOf(table)).map((one) => [one.id, one.parent]));
    return rows.filter((row) => parents.get(row.id) === parent);
  }

  function placeIn(table: TableName, id: string, { parent, before }: Spot): void {
    grown.delete(table);
    const list = siblingsOf(table, parent).filter((row) => row.id !== id);
    const index = before === null ? -1 : list.findIndex((row) => row.id === before);
    setPlace(table, id, parent, list, index === -1 ? list.length : index);
  }

  /** Places a new record at the end of its list. */
  function placeLast(table: TableName, id: string): void {
    const list = grown.get(table) ?? rowsOf(table).filter((row) => row.id !== id);
    const order = setPlace(table, id, null, list, list.length);
    // Rows that had to be given another key are read anew.
    if (list.every((row) => row.order < order)) grown.set(table, [...list, { id, order }]);
    else grown.delete(table);
  }

  function create<T extends TableName>(table: T, record: Partial<Writable<T>>): string {
    const id = newId();
    const fields = new Y.Map<unknown>();
    recordsOf(doc, table).set(id, fields);
    setFields<Writable<T>>(fields, RECORDS[table], record);
    return id;
  }

  function addAt<T extends TableName>(table: T, record: Partial<Writable<T>>, spot: Spot): string {
    let id = '';
    change(() => {
      id = create(table, record);
      if (isTree(table) || spot.before !== null) placeIn(table, id, spot);
      else placeLast(table, id);
    });
    return id;
  }

  function erase(table: TableName, ids: readonly string[]): void {
    grown.delete(table);
    for (const id of ids) fieldsOf(table, id)?.set('deleted', true);
  }

  /** A cause and all that hang below it. */
  function withAllBelow(cause: string): ReadonlySet<string> {
    const family = new Set([cause]);
    // Parents come before their children, so one pass reaches every depth.
    for (const each of inTree(rowsOf('causes')))
      if (each.parent !== null && family.has(each.parent)) family.add(each.id);
    return family;
  }

  return {
    changeSettings: (settings) => change(() => setFields(doc.getMap('settings'), SETTINGS, settings)),

    addMetric(metric) {
      let id = '';
      change(() => {
        const list = rowsOf('metrics');
        id = create('metrics', metric);
        setPlace('metrics', id, null, list, indexForLevel(list, metric.level ?? 'supporting'));
      });
      return id;
    },
    moveMetric: (id, before) => change(() => placeIn('metrics', id, { ...LAST, before })),
    removeMetric: (id) => change(() => erase('metrics', [id])),

    add: (table, record, before = null) => addAt(table, record, { ...LAST, before }),
    change: (table, id, record) =>
      change(() => {
        const fields = fieldsOf(table, id);
        if (fields) setFields(fields, RECORDS[table], record);
      }),
    move: (table, id, before) => change(() => placeIn(table, id, { ...LAST, before })),
    remove: (table, ...ids) => change(() => erase(table, ids)),

    addCause: (cause, parent, before = null) => addAt('causes', cause, { parent, before }),
    placeCause: (id, parent, before) =>
      change(() => {
        if (parent === null || !withAllBelow(id).has(parent)) placeIn('causes', id, { parent, before });
      }),
    removeCause: (id) =>
      change(() => {
        const family = withAllBelow(id);
        const under = (table: 'evidence' | 'actions', cause: 'owner' | 'cause'): string[] =>
          [...recordsOf(doc, table)].flatMap(([key, fields]) =>
            fields instanceof Y.Map && family.has(String(fields.get(cause))) ? [key] : [],
          );
        erase('causes', [...family]);
        erase('evidence', under('evidence', 'owner'));
        erase('actions', under('actions', 'cause'));
      }),

    setCell: (metric, kind, period, value, source = TYPED) =>
      change(() => setCells(doc, [{ metric, kind, period, value, source }])),
    setCells: (cells) => change(() => setCells(doc, cells)),
    acceptActuals: (cells, segments) =>
      change(() => {
        setCells(doc, cells);
        setSegments(doc, segments);
      }),
    setLock: (metric, period, locked) => change(() => doc.getMap<unknown>('locks').set(`${metric}|${period}`, locked)),

    setHighlight: (metric, year, choice) =>
      change(() => doc.getMap<unknown>('highlights').set(highlightKey(metric, year), choice)),
    dismissCheck: (key, reason) => change(() => doc.getMap<unknown>('dismissals').set(key, { reason })),
    restoreCheck: (key) => change(() => doc.getMap<unknown>('dismissals').set(key, null)),

    writeConclusion: (owner, blocks) => change(() => writeConclusion(conclusionFragment(doc, owner), blocks)),
    together: change,
  };
}
