import { LEVELS, type Benchmark, type BenchmarkKind, type FigureRef, type Metric } from '#core/book/book.ts';
import type { CellEdit } from '#core/book/edits.ts';
import type { ScorecardRow } from '#core/evaluation.ts';
import { yearKey } from '#core/period.ts';
import { parseTyped } from '#core/typed-number.ts';
import { m } from '#messages/compiled/messages.js';
import { levelWord, metricName } from '#messages/metric-words.ts';
import { reportFormats } from '#messages/report-formats.ts';
import type { BookSession } from '#session/book-session.ts';
import type { GridCell, GridEdit, GridModel } from '#ui/grid/grid-model.ts';
import { undoToast } from '../../../frame/undo-toast.ts';
import { SCORE_COLUMNS, type ScoreColumn } from './scorecard-columns.ts';

/** A figure whose card is open, and the element it was asked from. */
export interface OpenCard {
  readonly ref: FigureRef;
  readonly anchor: HTMLElement;
  readonly byKey: boolean;
}

/** The scorecard as a sheet: rows are metrics, columns comparisons; typing writes the year's cells. */
export class Scorecard implements GridModel {
  readonly #session: BookSession;
  card = $state.raw<OpenCard | null>(null);
  /** The benchmarks being edited. */
  benchmarks = $state.raw<{ readonly metric: Metric; readonly kind: BenchmarkKind } | null>(null);
  /** The metric being edited, or `new`. */
  editing = $state.raw<Metric | 'new' | null>(null);

  /** The book's metrics in the review's order, with their figures as soon as they are computed. */
  readonly scores = $derived.by<readonly ScorecardRow[]>(() => {
    const { book, evaluation } = this.#session;
    return LEVELS.flatMap((level) => book.metrics.filter((metric) => metric.level === level)).map((metric) => ({
      ...(evaluation?.scorecard.find((row) => row.metric.id === metric.id) ?? UNKNOWN_ROW),
      metric,
    }));
  });
  readonly rows = $derived(
    this.scores.map(({ metric }) => ({
      id: metric.id,
      title: metricName(metric),
      group: levelWord(metric.level),
    })),
  );
  readonly columns = $derived.by(() =>
    SCORE_COLUMNS.map(({ id, title, width, align, divides }) => ({
      id,
      title: title(this.#session.book),
      width,
      align,
      ...(divides && { divides }),
    })),
  );
  readonly formats = $derived.by(() =>
    reportFormats(this.#session.book.settings.currency, this.#session.book.settings.firstMonth),
  );
  readonly hasFigures = $derived.by(() => [...this.#session.book.cells.values()].some((cell) => cell.value !== null));

  constructor(session: BookSession) {
    this.#session = session;
  }

  column(column: number): ScoreColumn | undefined {
    return SCORE_COLUMNS[column];
  }

  cell(row: number, column: number): GridCell {
    const score = this.scores[row];
    const kind = SCORE_COLUMNS[column];
    if (!score || !kind) return { text: '', editable: false };
    return kind.cell({
      book: this.#session.book,
      row: score,
      formats: this.formats,
      editable: !this.#session.readOnly,
    });
  }

  refuse(row: number, _column: number, text: string): string | null {
    const unit = this.scores[row]?.metric.unit;
    if (unit === undefined) return null;
    return parseTyped(text, unit, this.#session.book.settings.currency).ok
      ? null
      : m.metrics_grid_not_a_number({ text });
  }

  write(edits: readonly GridEdit[]): void {
    const { year, currency } = this.#session.book.settings;
    const cells = edits.flatMap(({ row, column, text }): CellEdit[] => {
      const metric = this.scores[row]?.metric;
      const place = SCORE_COLUMNS[column]?.writes?.(year);
      if (!metric || !place) return [];
      const typed = parseTyped(text, metric.unit, currency);
      return typed.ok ? [{ metric: metric.id, ...place, value: typed.value, source: { kind: 'typed' } }] : [];
    });
    this.#session.edit.setCells(cells);
  }

  undo(): void {
    this.#session.undo();
  }

  redo(): void {
    this.#session.redo();
  }

  open(row: number, column: number, anchor: HTMLElement, byKey: boolean): void {
    const metric = this.scores[row]?.metric;
    const kind = SCORE_COLUMNS[column];
    if (!metric || !kind) return;
    if (kind.benchmark) this.benchmarks = { metric, kind: kind.benchmark };
    else if (kind.figure) {
      const period = yearKey(this.#session.book.settings.year - (kind.back ?? 0));
      this.card = { ref: { metric: metric.id, figure: kind.figure, period }, anchor, byKey };
    }
  }

  benchmarksOf(metric: Metric, kind: BenchmarkKind): readonly Benchmark[] {
    const { book } = this.#session;
    return book.benchmarks.filter(
      (one) => one.metric === metric.id && one.kind === kind && one.year === book.settings.year,
    );
  }

  remove(metric: Metric): void {
    this.#session.edit.removeMetric(metric.id);
    undoToast(this.#session, () => m.metrics_removed({ metric: metricName(metric) }));
  }

  /** Up or down among the metrics of its level; at an edge it stays. */
  move(metric: Metric, step: -1 | 1): void {
    const { metrics } = this.#session.book;
    const peers = metrics.filter((one) => one.level === metric.level);
    const at = peers.findIndex((one) => one.id === metric.id);
    if (at + step < 0 || at + step >= peers.length) return;
    const before = peers[step === -1 ? at - 1 : at + 2];
    this.#session.edit.moveMetric(metric.id, before?.id ?? null);
  }
}

const NO_MONTHS: readonly null[] = Array.from({ length: 12 }, () => null);
const NO_CHANGE = { kind: 'ratio', value: null, difference: null } as const;

/** A metric before its first evaluation: everything unknown. */
const UNKNOWN_ROW: Omit<ScorecardRow, 'metric'> = {
  actual: null,
  toDate: false,
  target: null,
  attainment: null,
  gap: null,
  met: null,
  lastYear: null,
  growth: NO_CHANGE,
  yearBeforeLast: null,
  growthTwoYears: NO_CHANGE,
  impliedGrowth: NO_CHANGE,
  market: null,
  industry: null,
  competitors: [],
  leader: null,
  relativeShare: null,
  verdict: null,
  monthly: NO_MONTHS,
  monthlyLastYear: NO_MONTHS,
  monthlyTarget: NO_MONTHS,
  comparableMonths: 0,
  problem: null,
};
