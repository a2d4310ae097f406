import type { SegmentSeries } from '#core/book/book.ts';
import type { CellEdit } from '#core/book/edits.ts';
import type { TableName } from '#core/book/records.ts';
import type * as Y from 'yjs';
import { finite, type Readers } from './fields.ts';
import { isTree } from './records.ts';

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Writes the fields that are known and differ: an unchanged field stays as whoever wrote it last has left it. */
export function setFields<T>(fields: Y.Map<unknown>, readers: Readers<T>, change: Partial<T>): void {
  for (const key in readers) {
    const value: unknown = change[key];
    if (value !== undefined && !same(fields.get(key), value)) fields.set(key, value);
  }
}

export const recordsOf = (doc: Y.Doc, table: TableName): Y.Map<unknown> => doc.getMap(table);

/** Where a record stands: in a list its order, in a tree its parent and order as one value. */
export function setOrder(fields: Y.Map<unknown>, table: TableName, parent: string | null, order: string): void {
  if (isTree(table)) fields.set('place', [parent, order]);
  else fields.set('order', order);
}

export function setCells(doc: Y.Doc, cells: readonly CellEdit[]): void {
  const table = doc.getMap<unknown>('cells');
  for (const { metric, kind, period, value, source } of cells) {
    const key = `${metric}|${kind}|${period}`;
    const cell = { value: finite(value), source };
    if (!same(table.get(key), cell)) table.set(key, cell);
  }
}

export function setSegments(doc: Y.Doc, segments: readonly SegmentSeries[]): void {
  const table = doc.getMap<unknown>('segments');
  const splits = new Map<string, [string, number, number?][]>();
  for (const { metric, dimension, name, byPeriod, weights } of segments)
    for (const [period, value] of byPeriod) {
      const key = `${metric}|${dimension}|${period}`;
      const parts = splits.get(key) ?? [];
      const weight = weights?.get(period);
      parts.push(weight === undefined ? [name, value] : [name, value, weight]);
      splits.set(key, parts);
    }
  for (const [key, parts] of splits) if (!same(table.get(key), parts)) table.set(key, parts);
}
