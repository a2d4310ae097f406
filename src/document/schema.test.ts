import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import {
  BENCHMARK,
  CELL,
  CONCLUSION_PREFIX,
  META,
  METRIC,
  RECORD_FIELDS,
  SCHEMA_VERSION,
  SETTINGS,
  TABLES,
} from './schema.ts';

const current = {
  version: SCHEMA_VERSION,
  roots: [...TABLES, `${CONCLUSION_PREFIX}<owner>`],
  meta: Object.keys(META),
  settings: Object.keys(SETTINGS),
  metrics: [...RECORD_FIELDS, ...Object.keys(METRIC)],
  benchmarks: [...RECORD_FIELDS, ...Object.keys(BENCHMARK)],
  cells: Object.keys(CELL),
};

/** Add to the snapshot what the schema gains; never take anything out: other devices still write it. */
describe('schema', () => {
  test('has everything the committed snapshot has, and the snapshot everything it has', () => {
    const snapshot: unknown = JSON.parse(readFileSync(new URL('./schema.snapshot.json', import.meta.url), 'utf8'));
    expect(current).toEqual(snapshot);
  });
});
