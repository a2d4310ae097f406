import type {
  Benchmark,
  Book,
  BookSettings,
  Cell,
  CellKey,
  Conclusion,
  Metric,
  SegmentSeries,
} from '#core/book/book.ts';
import type { PeriodKey } from '#core/period.ts';
import * as Y from 'yjs';
import { isPeriodKey, readConclusion } from './conclusion-text.ts';
import { finite, flag, readFields, readPlain, text } from './fields.ts';
import type { Readers } from './fields.ts';
import { byOrder, readOrderKey } from './order-key.ts';
import { BENCHMARK, CELL, CONCLUSION_PREFIX, METRIC, SETTINGS } from './schema.ts';
import { Table } from './table.ts';

/** Bounds on what a peer can make us hold. */
const MOST = { records: 20_000, cells: 400_000, segments: 20_000, names: 500, conclusions: 5_000 };

export interface Row<T> {
  readonly id: string;
  readonly order: string;
  readonly deleted: boolean;
  readonly value: T;
}

const isId = (key: string): boolean => key.length > 0 && key.length <= 64 && !key.includes('|') && key !== '__proto__';

const recordReader =
  <T extends { readonly id: string }>(
    readers: Readers<Omit<T, 'id'>>,
    make: (id: string, fields: Omit<T, 'id'>) => T,
  ) =>
  (id: string, raw: unknown): Row<T> | null => {
    if (!(raw instanceof Y.Map) || !isId(id)) return null;
    const get = (key: string): unknown => raw.get(key);
    const value = make(id, readFields(readers, get));
    return { id, order: readOrderKey(get('order')), deleted: flag(get('deleted')), value };
  };

export const metricsTable = (doc: Y.Doc): Table<Row<Metric>> =>
  new Table(
    doc,
    'metrics',
    MOST.records,
    recordReader<Metric>(METRIC, (id, fields) => ({ id, ...fields })),
  );

export const benchmarksTable = (doc: Y.Doc): Table<Row<Benchmark>> =>
  new Table(
    doc,
    'benchmarks',
    MOST.records,
    recordReader<Benchmark>(BENCHMARK, (id, fields) => ({ id, ...fields })),
  );

/** The rows that are not removed, in order. */
export const standing = <T>(table: Table<Row<T>>): Row<T>[] =>
  [...table.rows.values()].filter((row) => !row.deleted).sort(byOrder);

const isCellKey = (key: string): key is CellKey => {
  const [metric = '', kind, period = '', ...more] = key.split('|');
  return more.length === 0 && isId(metric) && (kind === 'actual' || kind === 'target') && isPeriodKey(period);
};

const readCell = (key: string, raw: unknown): Cell | null => (isCellKey(key) ? readPlain(CELL, raw) : null);

/** One period's split of a metric by a dimension: it is replaced whole, so that its parts still sum to one total. */
interface PeriodSplit {
  readonly metric: string;
  readonly dimension: string;
  readonly period: PeriodKey;
  readonly parts: readonly (readonly [name: string, value: number])[];
}

const segmentName = text(200);

function readSplit(key: string, raw: unknown): PeriodSplit | null {
  const [metric = '', dimension = '', period = '', ...more] = key.split('|');
  if (more.length > 0 || !isId(metric) || !isId(dimension) || !isPeriodKey(period) || !Array.isArray(raw)) return null;
  const parts = raw.slice(0, MOST.names).flatMap((part: unknown) => {
    const [label, amount]: unknown[] = Array.isArray(part) ? part : [];
    const value = finite(amount);
    return typeof label === 'string' && value !== null ? [[segmentName(label), value] as const] : [];
  });
  return { metric, dimension, period, parts };
}

function seriesOf(splits: Iterable<PeriodSplit>): SegmentSeries[] {
  const series = new Map<string, SegmentSeries & { byPeriod: Map<PeriodKey, number> }>();
  for (const { metric, dimension, period, parts } of splits)
    for (const [name, value] of parts) {
      const key = `${metric}|${dimension}|${name}`;
      const known = series.get(key);
      if (known) known.byPeriod.set(period, value);
      else series.set(key, { metric, dimension, name, byPeriod: new Map([[period, value]]) });
    }
  return [...series.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Reads a shared document into a Book and keeps the Book up to date, redoing only what a transaction touched. Never writes. */
export class BookReader {
  book: Book;
  readonly #doc: Y.Doc;
  readonly #settings: Table<unknown>;
  readonly #metrics: Table<Row<Metric>>;
  readonly #benchmarks: Table<Row<Benchmark>>;
  readonly #cells: Table<Cell>;
  readonly #segments: Table<PeriodSplit>;
  readonly #locks: Table<true>;
  readonly #onChange: ((book: Book) => void) | null;

  constructor(doc: Y.Doc, onChange: ((book: Book) => void) | null = null) {
    this.#doc = doc;
    this.#onChange = onChange;
    this.#settings = new Table(doc, 'settings', 100, (_key, raw) => raw ?? null);
    this.#metrics = metricsTable(doc);
    this.#benchmarks = benchmarksTable(doc);
    this.#cells = new Table(doc, 'cells', MOST.cells, readCell);
    this.#segments = new Table(doc, 'segments', MOST.segments, readSplit);
    this.#locks = new Table(doc, 'locks', MOST.cells, (key, raw) => (raw === true && key.length < 100 ? raw : null));
    this.book = {
      id: doc.guid,
      settings: this.#readSettings(),
      metrics: standing(this.#metrics).map((row) => row.value),
      cells: this.#readCells(),
      benchmarks: standing(this.#benchmarks).map((row) => row.value),
      segments: seriesOf(this.#segments.rows.values()),
      conclusions: this.#readConclusions(null),
      locks: new Set(this.#locks.rows.keys()),
    };
    if (onChange) doc.on('afterTransaction', this.#follow);
  }

  stop(): void {
    this.#doc.off('afterTransaction', this.#follow);
  }

  readonly #follow = (transaction: Y.Transaction): void => {
    // One throw in a handler would silence the document for every other listener.
    try {
      if (transaction.changed.size === 0) return;
      this.#take(transaction);
    } catch (problem) {
      console.error(problem);
    }
  };

  #take(transaction: Y.Transaction): void {
    const before = this.book;
    const conclusions = this.#readConclusions(transaction);
    const change: { -readonly [K in keyof Book]?: Book[K] } = {};
    if (this.#settings.follow(transaction)) change.settings = this.#readSettings();
    if (this.#metrics.follow(transaction)) change.metrics = standing(this.#metrics).map((row) => row.value);
    if (this.#cells.follow(transaction)) change.cells = this.#readCells();
    if (this.#benchmarks.follow(transaction)) change.benchmarks = standing(this.#benchmarks).map((row) => row.value);
    if (this.#segments.follow(transaction)) change.segments = seriesOf(this.#segments.rows.values());
    if (this.#locks.follow(transaction)) change.locks = new Set(this.#locks.rows.keys());
    if (conclusions !== before.conclusions) change.conclusions = conclusions;
    if (Object.keys(change).length === 0) return;
    this.book = { ...before, ...change };
    this.#onChange?.(this.book);
  }

  #readSettings(): BookSettings {
    return readFields(SETTINGS, (key) => this.#settings.rows.get(key));
  }

  /** Every key was checked by `readCell`. */
  #readCells(): ReadonlyMap<CellKey, Cell> {
    return this.#cells.rows as ReadonlyMap<CellKey, Cell>;
  }

  #readConclusions(transaction: Y.Transaction | null): ReadonlyMap<string, Conclusion> {
    const before = transaction ? this.book.conclusions : new Map<string, Conclusion>();
    const changed: [string, Conclusion][] = [];
    for (const key of this.#doc.share.keys()) {
      if (!key.startsWith(CONCLUSION_PREFIX) || key.length > 100) continue;
      const owner = key.slice(CONCLUSION_PREFIX.length);
      const root = this.#doc.share.get(key);
      if (before.has(owner) && root && !transaction?.changedParentTypes.has(root)) continue;
      if (changed.length + before.size >= MOST.conclusions && !before.has(owner)) continue;
      const conclusion = readConclusion(this.#doc.getXmlFragment(key));
      if (before.has(owner) || conclusion.blocks.length > 0) changed.push([owner, conclusion]);
    }
    return changed.length === 0 ? before : new Map([...before, ...changed]);
  }
}

/** Reads the document once. */
export const readBook = (doc: Y.Doc): Book => new BookReader(doc).book;
