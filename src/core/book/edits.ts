import type {
  Benchmark,
  BookSettings,
  Cell,
  CellKind,
  CellSource,
  ConclusionBlock,
  Metric,
  SegmentSeries,
} from './book.ts';
import type { PeriodKey } from '../period.ts';

/** The named verbs by which a person changes a book. Each is one transaction and one step of undo. */
export interface BookEdits {
  changeSettings(change: Partial<BookSettings>): void;
  /** Adds after the last metric of its level and returns the new id. */
  addMetric(metric: Partial<Omit<Metric, 'id'>>): string;
  changeMetric(id: string, change: Partial<Omit<Metric, 'id'>>): void;
  /** Places the metric before another of the list, or last. */
  moveMetric(id: string, before: string | null): void;
  removeMetric(id: string): void;
  setCell(metric: string, kind: CellKind, period: PeriodKey, value: number | null, source?: CellSource): void;
  /** A pasted or filled block, or a whole year's phasing: one step of undo. */
  setCells(cells: readonly CellEdit[]): void;
  /** Takes computed actuals, and the segments behind them, into the book. */
  acceptActuals(cells: readonly CellEdit[], segments: readonly SegmentSeries[]): void;
  addBenchmark(benchmark: Omit<Benchmark, 'id'>): string;
  changeBenchmark(id: string, change: Partial<Omit<Benchmark, 'id'>>): void;
  removeBenchmark(id: string): void;
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
