import { describe, expect, test } from 'vitest';
import { CHIP_ATTRIBUTES, SEEN_ATTRIBUTE } from '#core/book/conclusion-nodes.ts';
import { readFileSync } from 'node:fs';
import {
  CELL,
  CONCLUSION_PREFIX,
  DISMISSAL,
  META,
  PLAIN_TABLES,
  RECORD_FIELDS,
  RECORD_TABLES,
  RECORDS,
  SCHEMA_VERSION,
  SETTINGS,
  TREE_FIELDS,
} from './schema.ts';
import { isTree } from './records.ts';

const current = {
  version: SCHEMA_VERSION,
  roots: [...PLAIN_TABLES, ...RECORD_TABLES, `${CONCLUSION_PREFIX}<owner>`],
  meta: Object.keys(META),
  settings: Object.keys(SETTINGS),
  ...Object.fromEntries(
    RECORD_TABLES.map((table) => [
      table,
      [...(isTree(table) ? TREE_FIELDS : RECORD_FIELDS), ...Object.keys(RECORDS[table])],
    ]),
  ),
  cells: Object.keys(CELL),
  chips: [...CHIP_ATTRIBUTES, SEEN_ATTRIBUTE],
  dismissals: Object.keys(DISMISSAL),
};

/** Add to the snapshot what the schema gains; never take anything out: other devices still write it. */
describe('schema', () => {
  test('has everything the committed snapshot has, and the snapshot everything it has', () => {
    const snapshot: unknown = JSON.parse(readFileSync(new URL('./schema.snapshot.json', import.meta.url), 'utf8'));
    expect(current).toEqual(snapshot);
  });
});
