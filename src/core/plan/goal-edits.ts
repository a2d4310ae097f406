import type { Book, CellSource, Metric } from '../book/book.ts';
import type { CellEdit } from '../book/edits.ts';
import { adds, valuesOf } from '../comparison/values.ts';
import type { PeriodKey } from '../period.ts';
import { goalPeriods } from './goals.ts';
import { distribute, phase, quarterMonths } from './phase.ts';
import { seasonalityOf } from './seasonality.ts';

const TYPED: CellSource = { kind: 'typed' };
const PHASED: CellSource = { kind: 'phased' };

/**
 * Sets next year's target and phases it. Locked cells and months that a person typed stay; `null` clears the target with every
 * month that phasing had made.
 */
export function setYearTarget(book: Book, metric: Metric, value: number | null): readonly CellEdit[] {
  const { year } = goalPeriods(book);
  const edit = cellEdit(metric, year, value, TYPED);
  if (!adds(metric)) return [edit];
  if (value !== null) return [edit, ...phased(book, metric, value, keptByPerson(book, metric))];
  const cleared = stateOf(book, metric).filter((month) => month.isPhased && !month.isLocked);
  return [edit, ...cleared.map((month) => cellEdit(metric, month.period, null, TYPED))];
}

/**
 * Sets a quarter: its months keep their proportions (or, when empty, follow the seasons) and its locked ones stay; the months
 * that phasing made elsewhere take up the difference so that the year holds. `null` clears the quarter's free months. A metric
 * that does not add just gets the quarter's own target.
 */
export function setQuarterTarget(
  book: Book,
  metric: Metric,
  quarter: number,
  value: number | null,
): readonly CellEdit[] {
  const period = goalPeriods(book).quarters[quarter];
  if (period === undefined) return [];
  if (!adds(metric)) return [cellEdit(metric, period, value, TYPED)];
  const state = stateOf(book, metric);
  const own = quarterMonths(quarter).flatMap((index) => state[index] ?? []);
  const free = own.filter((month) => !month.isLocked);
  const held = own.reduce((sum, month) => sum + (month.isLocked ? (month.value ?? 0) : 0), 0);
  const rest = value === null ? null : value >= 0 ? Math.max(0, value - held) : value - held;
  const weights = free.map((month) => Math.max(0, month.value ?? 0));
  const seasons = seasonalityOf(book, metric).shares;
  const proportions = weights.some((weight) => weight > 0) ? weights : free.map((month) => seasons[month.index] ?? 0);
  const parts = rest === null ? [] : distribute(rest, proportions, isWholeUnit(metric));
  const typed = free.map((month, index) => ({ ...month, value: parts[index] ?? null, isPhased: false }));
  return balanced(book, metric, state, typed);
}

/** Sets one month; the months that phasing made elsewhere take up the difference so that the year holds. */
export function setMonthTarget(book: Book, metric: Metric, index: number, value: number | null): readonly CellEdit[] {
  const state = stateOf(book, metric);
  const month = state[index];
  if (!month) return [];
  if (!adds(metric)) return [cellEdit(metric, month.period, value, TYPED)];
  return balanced(book, metric, state, [{ ...month, value, isPhased: false }]);
}

/** Phases the year's target anew over everything that is not locked, typed months included. */
export function rephase(book: Book, metric: Metric): readonly CellEdit[] {
  const target = valuesOf(book).year(metric.id, 'target', book.settings.year + 1).value;
  if (target === null || !adds(metric)) return [];
  return phased(
    book,
    metric,
    target,
    stateOf(book, metric).map((month) => month.isLocked),
  );
}

/** One number a person gives a goal: its year, a quarter (0–3) or a month (0–11 of the fiscal year). */
export interface GoalEdit {
  readonly metric: string;
  readonly place: { readonly at: 'year' } | { readonly at: 'quarter' | 'month'; readonly index: number };
  readonly value: number | null;
}

/** Several edits at once (a pasted block), each seeing what the ones before it did: one step of undo. */
export function setTargets(book: Book, edits: readonly GoalEdit[]): readonly CellEdit[] {
  const all = new Map<string, CellEdit>();
  let after = book;
  for (const { metric: id, place, value } of edits) {
    const metric = after.metrics.find((one) => one.id === id);
    if (!metric) continue;
    const cells =
      place.at === 'year'
        ? setYearTarget(after, metric, value)
        : (place.at === 'quarter' ? setQuarterTarget : setMonthTarget)(after, metric, place.index, value);
    for (const cell of cells) all.set(`${cell.metric}|${cell.period}`, cell);
    after = withCells(after, cells);
  }
  return [...all.values()];
}

/** The book as it would be with these cells. */
export function withCells(book: Book, edits: readonly CellEdit[]): Book {
  const cells = new Map(book.cells);
  for (const { metric, kind, period, value, source } of edits)
    cells.set(`${metric}|${kind}|${period}`, { value, source });
  return { ...book, cells };
}

interface MonthState {
  readonly index: number;
  readonly period: PeriodKey;
  readonly value: number | null;
  /** Made by phasing, or still empty: free to take up differences. */
  readonly isPhased: boolean;
  /** Locked with a value; an empty month holds nothing that a lock could keep. */
  readonly isLocked: boolean;
  readonly isInLockedQuarter: boolean;
}

function stateOf(book: Book, metric: Metric): readonly MonthState[] {
  const { months, quarters } = goalPeriods(book);
  const cells = valuesOf(book).year(metric.id, 'target', book.settings.year + 1).cells.months;
  const isLocked = (period: PeriodKey | undefined): boolean =>
    period !== undefined && book.locks.has(`${metric.id}|${period}`);
  return months.map((period, index) => {
    const cell = cells[index];
    const value = cell?.value ?? null;
    return {
      index,
      period,
      value,
      isPhased: value === null || cell?.source.kind === 'phased',
      isLocked: value !== null && isLocked(period),
      isInLockedQuarter: isLocked(quarters[Math.floor(index / 3)]),
    };
  });
}

const keptByPerson = (book: Book, metric: Metric): readonly boolean[] =>
  stateOf(book, metric).map((month) => month.isLocked || !month.isPhased);

/** Phases `target` around the kept months and locked quarters; edits only what changes. */
function phased(book: Book, metric: Metric, target: number, kept: readonly boolean[]): readonly CellEdit[] {
  const state = stateOf(book, metric);
  const quarters = [0, 1, 2, 3].map((quarter) => {
    const own = quarterMonths(quarter).flatMap((index) => state[index] ?? []);
    const isHeld = own.every((month) => month.isInLockedQuarter && month.value !== null);
    return isHeld ? own.reduce((sum, month) => sum + (month.value ?? 0), 0) : null;
  });
  const months = state.map((month) => month.value);
  const result = phase(
    target,
    seasonalityOf(book, metric).shares,
    months,
    { months: kept, quarters },
    isWholeUnit(metric),
  );
  return state.flatMap((month) => {
    const value = result[month.index] ?? null;
    const isSame = month.value === value && (kept[month.index] || month.isPhased);
    return kept[month.index] || isSame ? [] : [cellEdit(metric, month.period, value, PHASED)];
  });
}

/** The typed months, and the year's difference taken up by the other months that phasing made. */
function balanced(
  book: Book,
  metric: Metric,
  state: readonly MonthState[],
  typed: readonly MonthState[],
): readonly CellEdit[] {
  const edits = typed.map((month) => cellEdit(metric, month.period, month.value, TYPED));
  const planned = valuesOf(book).year(metric.id, 'target', book.settings.year + 1);
  const isSumOfMonths = state.some((month) => month.value !== null);
  const target = planned.cells.year?.value ?? (isSumOfMonths ? null : planned.value);
  if (target === null) return edits;
  const after = state.map((month) => typed.find((one) => one.index === month.index) ?? month);
  const isFree = (month: MonthState): boolean =>
    month.isPhased && !month.isLocked && !month.isInLockedQuarter && !typed.some((one) => one.index === month.index);
  const free = after.filter(isFree);
  const held = after.reduce((sum, month) => sum + (isFree(month) ? 0 : (month.value ?? 0)), 0);
  const rest = target >= 0 ? Math.max(0, target - held) : target - held;
  const seasons = seasonalityOf(book, metric).shares;
  const parts = distribute(
    rest,
    free.map((month) => seasons[month.index] ?? 0),
    isWholeUnit(metric),
  );
  const taken = free.flatMap((month, index) => {
    const value = parts[index] ?? null;
    return value === month.value ? [] : [cellEdit(metric, month.period, value, PHASED)];
  });
  return [...edits, ...taken];
}

const isWholeUnit = (metric: Metric): boolean => metric.unit === 'money' || metric.unit === 'count';

const cellEdit = (metric: Metric, period: PeriodKey, value: number | null, source: CellSource): CellEdit => ({
  metric: metric.id,
  kind: 'target',
  period,
  value,
  source,
});
