import type {
  Book,
  BookSettings,
  Cell,
  CellKey,
  Conclusion,
  Dismissal,
  HighlightChoice,
  SegmentSeries,
} from '#core/book/book.ts';
import { NO_RECORDS } from '#core/book/records.ts';
import type { RecordLists, TableName } from '#core/book/records.ts';
import type { PeriodKey } from '#core/period.ts';
import type * as Y from 'yjs';
import { readConclusion } from './conclusion-text.ts';
import { finite, isPeriodKey, nullable, oneOf, readFields, readPlain, text } from './fields.ts';
import { isId, listOf, recordTable } from './records.ts';
import type { RecordTable } from './records.ts';
import { CELL, CONCLUSION_PREFIX, DISMISSAL, RECORD_TABLES, SETTINGS } from './schema.ts';
import { Table } from './table.ts';

/** Bounds on what a peer can make us hold. */
const MOST = { cells: 400_000, segments: 20_000, names: 500, conclusions: 5_000, choices: 20_000 };

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
  /** The third of a part is the denominator, where the split is of a rate. */
  readonly parts: readonly (readonly [name: string, value: number, weight: number | null])[];
}

const segmentName = text(200);

function readSplit(key: string, raw: unknown): PeriodSplit | null {
  const [metric = '', dimension = '', period = '', ...more] = key.split('|');
  if (more.length > 0 || !isId(metric) || !isId(dimension) || !isPeriodKey(period) || !Array.isArray(raw)) return null;
  const parts = raw.slice(0, MOST.names).flatMap((part: unknown) => {
    const [label, amount, base]: unknown[] = Array.isArray(part) ? part : [];
    const value = finite(amount);
    return typeof label === 'string' && value !== null ? [[segmentName(label), value, finite(base)] as const] : [];
  });
  return { metric, dimension, period, parts };
}

interface GrowingSeries extends SegmentSeries {
  readonly byPeriod: Map<PeriodKey, number>;
  weights?: Map<PeriodKey, number>;
}

function seriesOf(splits: Iterable<PeriodSplit>): SegmentSeries[] {
  const series = new Map<string, GrowingSeries>();
  for (const { metric, dimension, period, parts } of splits)
    for (const [name, value, weight] of parts) {
      const key = `${metric}|${dimension}|${name}`;
      const known = series.get(key) ?? { metric, dimension, name, byPeriod: new Map<PeriodKey, number>() };
      series.set(key, known);
      known.byPeriod.set(period, value);
      if (weight !== null) (known.weights ??= new Map()).set(period, weight);
    }
  return [...series.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** The empty key is nobody's, and a longer one no honest peer's. */
const isKey = (key: string): boolean => key !== '' && key.length <= 300;

const choice = nullable<HighlightChoice>((raw) => oneOf(['', 'pinned', 'dropped'], '')(raw) || null);

const readChoice = (key: string, raw: unknown): HighlightChoice | null => (isKey(key) ? choice(raw) : null);

/** A dismissal that was taken back is `null`. */
const readDismissal = (key: string, raw: unknown): Dismissal | null =>
  isKey(key) && raw !== null && raw !== undefined ? readPlain(DISMISSAL, raw) : null;

/** Reads a shared document into a Book and keeps the Book up to date, redoing only what a transaction touched. Never writes. */
export class BookReader {
  book: Book;
  readonly #doc: Y.Doc;
  readonly #settings: Table<unknown>;
  readonly #records: ReadonlyMap<TableName, RecordTable<TableName>>;
  readonly #cells: Table<Cell>;
  readonly #segments: Table<PeriodSplit>;
  readonly #locks: Table<true>;
  readonly #highlights: Table<HighlightChoice>;
  readonly #dismissals: Table<Dismissal>;
  readonly #onChange: ((book: Book) => void) | null;

  constructor(doc: Y.Doc, onChange: ((book: Book) => void) | null = null) {
    this.#doc = doc;
    this.#onChange = onChange;
    this.#settings = new Table(doc, 'settings', 100, (_key, raw) => raw ?? null);
    this.#records = new Map(RECORD_TABLES.map((name) => [name, recordTable<TableName>(doc, name)]));
    this.#cells = new Table(doc, 'cells', MOST.cells, readCell);
    this.#segments = new Table(doc, 'segments', MOST.segments, readSplit);
    this.#locks = new Table(doc, 'locks', MOST.cells, (key, raw) => (raw === true && isKey(key) ? raw : null));
    this.#highlights = new Table(doc, 'highlights', MOST.choices, readChoice);
    this.#dismissals = new Table(doc, 'dismissals', MOST.choices, readDismissal);
    this.book = {
      id: doc.guid,
      settings: this.#readSettings(),
      ...NO_RECORDS,
      ...this.#readRecords(() => true),
      cells: this.#readCells(),
      segments: seriesOf(this.#segments.rows.values()),
      conclusions: this.#readConclusions(null),
      locks: new Set(this.#locks.rows.keys()),
      highlights: this.#highlights.rows,
      dismissals: this.#dismissals.rows,
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
    const change: { -readonly [K in keyof Book]?: Book[K] } = this.#readRecords((table) => table.follow(transaction));
    if (this.#settings.follow(transaction)) change.settings = this.#readSettings();
    if (this.#cells.follow(transaction)) change.cells = this.#readCells();
    if (this.#segments.follow(transaction)) change.segments = seriesOf(this.#segments.rows.values());
    if (this.#locks.follow(transaction)) change.locks = new Set(this.#locks.rows.keys());
    if (this.#highlights.follow(transaction)) change.highlights = this.#highlights.rows;
    if (this.#dismissals.follow(transaction)) change.dismissals = this.#dismissals.rows;
    if (conclusions !== before.conclusions) change.conclusions = conclusions;
    if (Object.keys(change).length === 0) return;
    this.book = { ...before, ...change };
    this.#onChange?.(this.book);
  }

  /** The lists of the tables that `isWanted`. */
  #readRecords(isWanted: (table: RecordTable<TableName>) => boolean): Partial<RecordLists> {
    const wanted = [...this.#records].filter(([, table]) => isWanted(table));
    return Object.fromEntries(wanted.map(([name, table]) => [name, listOf(name, table)]));
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
