import { LEVELS } from '#core/book/book.ts';
import type { Benchmark, CellSource, Metric } from '#core/book/book.ts';
import type { BookEdits } from '#core/book/edits.ts';
import * as Y from 'yjs';
import { conclusionFragment, writeConclusion } from './conclusion-text.ts';
import type { Readers } from './fields.ts';
import { newId } from './id.ts';
import { placeAt } from './order-key.ts';
import { benchmarksTable, metricsTable, standing } from './read-book.ts';
import type { Row } from './read-book.ts';
import { BENCHMARK, META, METRIC, SCHEMA_VERSION, SETTINGS } from './schema.ts';
import type { BookUndo } from './undo.ts';
import { ORIGIN } from './undo.ts';
import { recordsOf, setCells, setFields, setSegments } from './write.ts';

const TYPED: CellSource = { kind: 'typed' };

function fieldsOf(records: Y.Map<unknown>, id: string): Y.Map<unknown> | null {
  const fields = records.get(id);
  return fields instanceof Y.Map ? fields : null;
}

/** Puts a new or moved record at a place of the list, and moves neighbours whose keys would not keep their side. */
function setPlace(records: Y.Map<unknown>, fields: Y.Map<unknown>, list: readonly Row<unknown>[], index: number): void {
  const { key, rekeyed } = placeAt(list, index);
  fields.set('order', key);
  for (const row of rekeyed) fieldsOf(records, row.id)?.set('order', row.key);
}

function addRecord<T>(
  records: Y.Map<unknown>,
  readers: Readers<T>,
  record: Partial<T>,
  list: Row<unknown>[],
  index: number,
): string {
  const id = newId();
  const fields = new Y.Map<unknown>();
  records.set(id, fields);
  setFields(fields, readers, record);
  setPlace(records, fields, list, index);
  return id;
}

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
  const metrics = recordsOf(doc, 'metrics');
  const benchmarks = recordsOf(doc, 'benchmarks');
  const listMetrics = (): Row<Metric>[] => standing(metricsTable(doc));

  const change = (work: () => void): void => {
    if (isReadOnly(doc)) return;
    undo?.stopCapturing();
    doc.transact(work, ORIGIN.person);
    undo?.stopCapturing();
  };

  const remove = (records: Y.Map<unknown>, id: string): void =>
    change(() => fieldsOf(records, id)?.set('deleted', true));

  return {
    changeSettings: (settings) => change(() => setFields(doc.getMap('settings'), SETTINGS, settings)),

    addMetric(metric) {
      let id = '';
      change(() => {
        const list = listMetrics();
        id = addRecord(metrics, METRIC, metric, list, indexForLevel(list, metric.level ?? 'supporting'));
      });
      return id;
    },
    changeMetric: (id, fields) =>
      change(() => {
        const metric = fieldsOf(metrics, id);
        if (metric) setFields(metric, METRIC, fields);
      }),
    moveMetric: (id, before) =>
      change(() => {
        const list = listMetrics().filter((row) => row.id !== id);
        const index = before === null ? -1 : list.findIndex((row) => row.id === before);
        const fields = fieldsOf(metrics, id);
        if (fields) setPlace(metrics, fields, list, index === -1 ? list.length : index);
      }),
    removeMetric: (id) => remove(metrics, id),

    setCell: (metric, kind, period, value, source = TYPED) =>
      change(() => setCells(doc, [{ metric, kind, period, value, source }])),
    setCells: (cells) => change(() => setCells(doc, cells)),
    acceptActuals: (cells, segments) =>
      change(() => {
        setCells(doc, cells);
        setSegments(doc, segments);
      }),

    addBenchmark(benchmark) {
      let id = '';
      change(() => {
        const list = standing(benchmarksTable(doc));
        id = addRecord<Omit<Benchmark, 'id'>>(benchmarks, BENCHMARK, benchmark, list, list.length);
      });
      return id;
    },
    changeBenchmark: (id, fields) =>
      change(() => {
        const benchmark = fieldsOf(benchmarks, id);
        if (benchmark) setFields(benchmark, BENCHMARK, fields);
      }),
    removeBenchmark: (id) => remove(benchmarks, id),

    setLock: (metric, period, locked) => change(() => doc.getMap<unknown>('locks').set(`${metric}|${period}`, locked)),

    writeConclusion: (owner, blocks) => change(() => writeConclusion(conclusionFragment(doc, owner), blocks)),
  };
}
