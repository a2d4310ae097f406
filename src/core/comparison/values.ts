import type { Book, Cell, CellKind, Formula, Metric } from '../book/book.ts';
import { firstMonthOf, fiscalYearOf, type FiscalYear, type Month } from '../period.ts';
import { applyFormula, formulaProblem } from './formula.ts';
import { cellIndexOf, type YearCells } from './year-cells.ts';

/** A metric's value in a fiscal year, with what it may be compared over. */
export interface YearValue {
  readonly value: number | null;
  /** False for a year to date, or one whose first months the data does not reach. */
  readonly complete: boolean;
  /** Twelve values; `null` where unknown. */
  readonly months: readonly (number | null)[];
  /** Months known and complete in the data. */
  readonly whole: readonly boolean[];
  /** The figure of the same days of last year, when the data gave it. */
  readonly sameDaysLastYear: number | null;
  /** The cells behind it, before any formula. */
  readonly cells: YearCells;
}

/** Reads values out of a book: cells first, formulas where there is no cell. Every answer is remembered. */
export interface Values {
  month(metric: string, kind: CellKind, month: Month): number | null;
  quarter(metric: string, kind: CellKind, year: FiscalYear, quarter: 1 | 2 | 3 | 4): number | null;
  year(metric: string, kind: CellKind, year: FiscalYear): YearValue;
  /** The value over some months: summed, or a formula of parts over those months; `null` for what does neither. */
  over(metric: string, kind: CellKind, months: readonly Month[]): number | null;
}

/** Whether a metric's months add up to its year: amounts and counts declared to, never rates. */
export const adds = (metric: Metric): boolean =>
  metric.yearly === 'sum' && metric.unit !== 'percent' && metric.formula?.kind !== 'ratio';

type Ground = Pick<Book, 'metrics' | 'settings'>;
const readers = new WeakMap<Book['cells'], Ground & { readonly values: Values }>();

/** The reader of a book, made once for as long as its cells, metrics and settings stay: words typed elsewhere change no figure. */
export function valuesOf(book: Book): Values {
  const { cells, metrics, settings } = book;
  const known = readers.get(cells);
  if (known?.metrics === metrics && known.settings === settings) return known.values;
  const values = readValues(book);
  readers.set(cells, { metrics, settings, values });
  return values;
}

/** Formulas nested deeper than this are taken as unknown rather than exhausting the stack. */
const DEEPEST = 60;
const ALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/** What is known of one metric, kind and year so far; `undefined` is "not asked yet". */
interface Memory {
  readonly cells: YearCells;
  readonly months: (number | null | undefined)[];
  readonly whole: (boolean | undefined)[];
  year: YearValue | undefined;
}

function readValues(book: Book): Values {
  const { firstMonth } = book.settings;
  const metrics = new Map(book.metrics.map((metric) => [metric.id, metric]));
  const formulas = new Map<string, Formula>();
  for (const metric of metrics.values()) {
    if (metric.formula && formulaProblem(metric, metrics) !== 'formula-missing')
      formulas.set(metric.id, metric.formula);
  }
  const index = cellIndexOf(book);
  const memories = {
    actual: new Map<string, Map<FiscalYear, Memory>>(),
    target: new Map<string, Map<FiscalYear, Memory>>(),
  };
  const overMonths = new Map<string, number | null>();
  let depth = 0;

  function memoryOf(id: string, kind: CellKind, year: FiscalYear): Memory {
    let years = memories[kind].get(id);
    if (!years) memories[kind].set(id, (years = new Map()));
    let memory = years.get(year);
    if (!memory) {
      const cells = index[kind].get(id)?.get(year) ?? { year: undefined, quarters: [], months: [] };
      years.set(year, (memory = { cells, months: [], whole: [], year: undefined }));
    }
    return memory;
  }

  /** A formula over what `part` says. The caller has remembered "unknown" first, so that a cycle ends there. */
  function follow(id: string, part: (partId: string) => number | null): number | null {
    const formula = formulas.get(id);
    const metric = metrics.get(id);
    if (!formula || !metric || depth > DEEPEST) return null;
    depth += 1;
    const value = applyFormula(formula, metric.unit, formula.of.map(part));
    depth -= 1;
    return value;
  }

  function monthAt(id: string, kind: CellKind, year: FiscalYear, at: number): number | null {
    const memory = memoryOf(id, kind, year);
    const remembered = memory.months[at];
    if (remembered !== undefined) return remembered;
    memory.months[at] = null;
    return (memory.months[at] = known(memory.cells.months[at]) ?? follow(id, (part) => monthAt(part, kind, year, at)));
  }

  function month(id: string, kind: CellKind, at: Month): number | null {
    const year = fiscalYearOf(at, firstMonth);
    return monthAt(id, kind, year, at - firstMonthOf(year, firstMonth));
  }

  function isWhole(id: string, kind: CellKind, year: FiscalYear, at: number): boolean {
    const memory = memoryOf(id, kind, year);
    const remembered = memory.whole[at];
    if (remembered !== undefined) return remembered;
    memory.whole[at] = false;
    const own = memory.cells.months[at];
    if (known(own) !== null) return (memory.whole[at] = !(own?.source.kind === 'data' && own.source.toDate));
    if (depth > DEEPEST) return false;
    depth += 1;
    const whole = formulas.get(id)?.of.every((part) => isWhole(part, kind, year, at)) ?? false;
    depth -= 1;
    return (memory.whole[at] = whole);
  }

  function over(id: string, kind: CellKind, months: readonly Month[]): number | null {
    const metric = metrics.get(id);
    if (!metric || months.length === 0) return null;
    const sum = adds(metric) ? sumKnown(months.map((at) => month(id, kind, at))) : null;
    if (sum !== null) return sum;
    const key = `${id}|${kind}|${months.join()}`;
    const remembered = overMonths.get(key);
    if (remembered !== undefined) return remembered;
    overMonths.set(key, null);
    const value = follow(id, (part) => over(part, kind, months));
    overMonths.set(key, value);
    return value;
  }

  function quarter(id: string, kind: CellKind, year: FiscalYear, number: 1 | 2 | 3 | 4): number | null {
    const own = known(memoryOf(id, kind, year).cells.quarters[number - 1]);
    if (own !== null) return own;
    const first = firstMonthOf(year, firstMonth) + number * 3 - 3;
    if (metrics.get(id)?.yearly === 'last') return month(id, kind, first + 2);
    return over(id, kind, [first, first + 1, first + 2]);
  }

  function year(id: string, kind: CellKind, at: FiscalYear): YearValue {
    const memory = memoryOf(id, kind, at);
    if (memory.year) return memory.year;
    const months = ALL.map((position) => monthAt(id, kind, at, position));
    const whole = ALL.map((position) => isWhole(id, kind, at, position));
    const bare = { value: null, complete: false, months, whole, sameDaysLastYear: null, cells: memory.cells };
    memory.year = bare;
    return (memory.year = { ...bare, ...yearOf(id, kind, at, bare) });
  }

  const hasMonthsIn = (id: string, kind: CellKind, at: FiscalYear): boolean =>
    ALL.some((position) => monthAt(id, kind, at, position) !== null);

  /** The order of `SPEC.md` CO2: the year's own cell, the sum of month cells, the formula, the sum of computed months, the last month. */
  function yearOf(id: string, kind: CellKind, at: FiscalYear, { months, whole, cells }: YearValue): Partial<YearValue> {
    const metric = metrics.get(id);
    if (!metric) return {};
    const wholeYear = whole.every(Boolean);
    const own = known(cells.year);
    if (own !== null) {
      if (cells.year?.source.kind !== 'data') return { value: own, complete: true };
      const { toDate, sameDaysLastYear = null } = cells.year.source;
      const hasMonths = months.some((value) => value !== null);
      const missesMonths = adds(metric) && hasMonths && !wholeYear;
      const beginsWithin =
        metric.yearly === 'none' && hasMonths && months[0] === null && !hasMonthsIn(id, kind, at - 1);
      return { value: own, complete: !toDate && !missesMonths && !beginsWithin, sameDaysLastYear };
    }
    const summed = adds(metric) ? months.reduce<number | null>(plus, null) : null;
    if (summed !== null && cells.months.some((cell) => known(cell) !== null))
      return { value: summed, complete: wholeYear };
    let complete = true;
    const value = follow(id, (part) => {
      const ofPart = year(part, kind, at);
      complete &&= ofPart.complete;
      return ofPart.value;
    });
    if (value !== null) return { value, complete };
    if (summed !== null) return { value: summed, complete: wholeYear };
    const last = metric.yearly === 'last' ? months.findLastIndex((one) => one !== null) : -1;
    return { value: months[last] ?? null, complete: last === 11 && whole[11] === true };
  }

  return { month, quarter, year, over };
}

const known = (cell: Cell | undefined): number | null =>
  cell && cell.value !== null && Number.isFinite(cell.value) ? cell.value : null;

const plus = (sum: number | null, value: number | null): number | null => (value === null ? sum : (sum ?? 0) + value);

/** The sum, or `null` when any is unknown. */
const sumKnown = (values: readonly (number | null)[]): number | null =>
  values.some((value) => value === null) ? null : values.reduce<number | null>(plus, null);
