import type { BookSettings, Metric } from '#core/book/book.ts';
import { valuesOf } from '#core/comparison/values.ts';
import type { GoalRow } from '#core/evaluation.ts';
import { monthsOf } from '#core/period.ts';
import { goalPeriods, goalsOf } from '#core/plan/goals.ts';
import { rephase, setTargets, type GoalEdit } from '#core/plan/goal-edits.ts';
import type { BookEdits } from '#core/book/edits.ts';
import type { BookSession } from '#session/book-session.ts';

export type Place = GoalEdit['place'];

/** What the screen needs of an open book. */
type Desk = Pick<BookSession, 'book' | 'readOnly' | 'undo' | 'redo'> & {
  readonly edit: Pick<BookEdits, 'setCells' | 'setLock'>;
};

/** Next year's goals as the screen edits them: rows come from the book, every edit is one step of undo. */
export class GoalsScreen {
  readonly #session: Desk;
  readonly #asked: () => string | null;

  /**
   * The evaluation's own rows, computed here once more so that a typed target and its months stand at once, without waiting for
   * the worker.
   */
  readonly rows = $derived.by<readonly GoalRow[]>(() => goalsOf(this.#session.book));
  readonly periods = $derived.by(() => goalPeriods(this.#session.book));
  readonly months = $derived.by(() => monthsOf(this.year + 1, this.#session.book.settings.firstMonth));
  readonly hasActuals = $derived(this.rows.some((row) => row.history.some((past) => past.value !== null)));
  readonly hasTargets = $derived(this.rows.some((row) => row.target !== null));

  constructor(session: Desk, asked: () => string | null) {
    this.#session = session;
    this.#asked = asked;
  }

  get year(): number {
    return this.#session.book.settings.year;
  }

  get settings(): BookSettings {
    return this.#session.book.settings;
  }

  get metrics(): readonly Metric[] {
    return this.#session.book.metrics;
  }

  get readOnly(): boolean {
    return this.#session.readOnly;
  }

  /** The metric whose months are open: the one the address asks for. */
  get open(): GoalRow | null {
    return this.rows.find((row) => row.metric.id === this.#asked()) ?? null;
  }

  /** Actuals of the year under review by month. */
  lastMonths(row: GoalRow): readonly (number | null)[] {
    return valuesOf(this.#session.book).year(row.metric.id, 'actual', this.year).months;
  }

  /** The target comes from the metric's formula, not from a person. */
  isComputed(row: GoalRow): boolean {
    const own = this.#session.book.cells.get(`${row.metric.id}|target|${this.periods.year}`);
    return row.metric.formula !== null && row.target !== null && (own?.value ?? null) === null;
  }

  set(edits: readonly GoalEdit[]): void {
    this.#session.edit.setCells(setTargets(this.#session.book, edits));
  }

  rephase(row: GoalRow): void {
    this.#session.edit.setCells(rephase(this.#session.book, row.metric));
  }

  lock(row: GoalRow, place: Place, locked: boolean): void {
    if (place.at === 'year') return;
    const period = (place.at === 'quarter' ? this.periods.quarters : this.periods.months)[place.index];
    if (period !== undefined) this.#session.edit.setLock(row.metric.id, period, locked);
  }

  undo(): void {
    this.#session.undo();
  }

  redo(): void {
    this.#session.redo();
  }
}
