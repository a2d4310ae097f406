import type { BookRecords, RecordLists, TableName } from '#core/book/records.ts';
import * as Y from 'yjs';
import { flag, readFields } from './fields.ts';
import { byOrder, readOrderKey } from './order-key.ts';
import { RECORDS } from './schema.ts';
import { Table } from './table.ts';

/** Bounds on what a peer can make us hold. */
const MOST_RECORDS = 20_000;

/** A record with its place: in a list by `order` alone, in a tree below `parent`. */
export interface Row<T> {
  readonly id: string;
  readonly parent: string | null;
  readonly order: string;
  readonly deleted: boolean;
  readonly value: T;
}

export const isId = (key: string): boolean =>
  key.length > 0 && key.length <= 64 && !key.includes('|') && key !== '__proto__';

/** Tables whose records hang below one another. */
export const isTree = (table: TableName): table is 'causes' => table === 'causes';

function readRow<T extends TableName>(table: T, id: string, raw: unknown): Row<BookRecords[T]> | null {
  if (!(raw instanceof Y.Map) || !isId(id)) return null;
  const get = (key: string): unknown => raw.get(key);
  const place = isTree(table) ? readPlace(get('place')) : { parent: null, order: readOrderKey(get('order')) };
  const fields = readFields(RECORDS[table], get);
  // Where a record of a tree hangs is said anew by `inTree`, which knows the others.
  const value = { id, ...fields, ...(isTree(table) && { parent: null, rescued: false }) } as unknown as BookRecords[T];
  return { id, ...place, deleted: flag(get('deleted')), value };
}

/** `[parent, order]`: one value, so that two people who move a record at once leave it in one of the two places. */
function readPlace(raw: unknown): { readonly parent: string | null; readonly order: string } {
  const [parent, order]: unknown[] = Array.isArray(raw) ? raw : [];
  return { parent: typeof parent === 'string' && isId(parent) ? parent : null, order: readOrderKey(order) };
}

export type RecordTable<T extends TableName> = Table<Row<BookRecords[T]>>;

export const recordTable = <T extends TableName>(doc: Y.Doc, table: T): RecordTable<T> =>
  new Table(doc, table, MOST_RECORDS, (id, raw) => readRow(table, id, raw));

/** The rows that are not removed, in order. */
export const standing = <T>(table: Table<Row<T>>): Row<T>[] =>
  [...table.rows.values()].filter((row) => !row.deleted).sort(byOrder);

/** A table's records in the person's order. */
export function listOf<T extends TableName>(table: T, rows: RecordTable<T>): RecordLists[T] {
  const list = standing(rows);
  return (isTree(table) ? inTree(list) : list.map((row) => row.value)) as RecordLists[T];
}

/**
 * Rows in the order of their tree, parents first, each with its parent as it stands: a row whose parent is gone stands at the top
 * and says that it was rescued, and of rows that lead back to themselves the one with the greatest id is cut loose.
 */
export function inTree<T extends object>(rows: readonly Row<T>[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const parents = new Map(rows.map((row) => [row.id, row.parent !== null && byId.has(row.parent) ? row.parent : null]));
  cutCycles(parents);
  const below = new Map<string | null, Row<T>[]>();
  for (const row of rows) {
    const parent = parents.get(row.id) ?? null;
    const siblings = below.get(parent);
    if (siblings) siblings.push(row);
    else below.set(parent, [row]);
  }
  const told: T[] = [];
  // A stack of our own: a hostile chain may be deeper than the engine's.
  const waiting = [...(below.get(null) ?? [])].reverse();
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    const parent = parents.get(row.id) ?? null;
    told.push({ ...row.value, parent, rescued: parent !== row.parent });
    waiting.push(...(below.get(row.id) ?? []).toReversed());
  }
  return told;
}

function cutCycles(parents: Map<string, string | null>): void {
  const sound = new Set<string>();
  for (const start of parents.keys()) {
    const path = new Set<string>();
    let at: string | null = start;
    while (at !== null && !sound.has(at) && !path.has(at)) {
      path.add(at);
      at = parents.get(at) ?? null;
    }
    if (at !== null && path.has(at)) {
      const steps = [...path];
      const cycle = steps.slice(steps.indexOf(at)).sort();
      parents.set(cycle.at(-1) ?? at, null);
    }
    for (const id of path) sound.add(id);
  }
}
