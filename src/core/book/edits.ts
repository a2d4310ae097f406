import type {
  BookSettings,
  Cell,
  CellKind,
  CellSource,
  ConclusionBlock,
  HighlightChoice,
  Metric,
  SegmentSeries,
} from './book.ts';
import type { TableName, Writable } from './records.ts';
import type { FiscalYear, PeriodKey } from '../period.ts';

/** Tables whose records are a plain list. Metrics have verbs of their own, causes are a tree. */
export type ListTable = Exclude<TableName, 'metrics' | 'causes'>;

/** The named verbs by which a person changes a book. Each is one transaction and one step of undo. */
export interface BookEdits {
  changeSettings(change: Partial<BookSettings>): void;
  /** Adds after the last metric of its level and returns the new id. */
  addMetric(metric: Partial<Omit<Metric, 'id'>>): string;
  /** Places the metric before another of the list, or last. */
  moveMetric(id: string, before: string | null): void;
  removeMetric(id: string): void;
  setCell(metric: string, kind: CellKind, period: PeriodKey, value: number | null, source?: CellSource): void;
  /** A pasted or filled block, or a whole year's phasing: one step of undo. */
  setCells(cells: readonly CellEdit[]): void;
  /** Takes computed actuals, and the segments behind them, into the book. */
  acceptActuals(cells: readonly CellEdit[], segments: readonly SegmentSeries[]): void;
  /** Adds a record, last of its list or before another, and returns its id. */
  add<T extends ListTable>(table: T, record: Partial<Writable<T>>, before?: string | null): string;
  change<T extends TableName>(table: T, id: string, change: Partial<Writable<T>>): void;
  /** Places the record before another of its list, or last. */
  move(table: ListTable, id: string, before: string | null): void;
  remove(table: ListTable, ...ids: readonly string[]): void;
  /** Adds a cause under another (`null`: at the top), last or before a sibling, and returns its id. */
  addCause(cause: Partial<Writable<'causes'>>, parent: string | null, before?: string | null): string;
  /** Places a cause, and all below it, under another; does nothing when that lies below it itself. */
  placeCause(id: string, parent: string | null, before: string | null): void;
  /** Removes a cause with all below it and what stands under them: evidence and actions. */
  removeCause(id: string): void;
  setHighlight(metric: string, year: FiscalYear, choice: HighlightChoice | null): void;
  /** Sets a check aside with a reason, which is kept in the book. */
  dismissCheck(key: string, reason: string): void;
  restoreCheck(key: string): void;
  /** Several verbs as one transaction and one step of undo. */
  together(work: () => void): void;
  setLock(metric: string, period: PeriodKey, locked: boolean): void;
  /** Replaces a conclusion with a draft; undoable. */
  writeConclusion(owner: string, blocks: readonly ConclusionBlock[]): void;
}

export interface CellEdit {
  readonly metric: string;
  readonly kind: CellKind;
  readonly period: PeriodKey;
  readonly value: Cell['value'];
  readonly source: CellSource;
}
