import type { CellKind, FigureKind, FigureRef, Metric } from '#core/book/book.ts';
import type { CellEdit } from '#core/book/edits.ts';
import { adds, valuesOf } from '#core/comparison/values.ts';
import { monthKey, monthsOf, quarterKey, yearKey, type Month, type PeriodKey } from '#core/period.ts';
import { figureValue } from '#core/review/figure-value.ts';
import { parseTyped, typedText } from '#core/typed-number.ts';
import { m } from '#messages/compiled/messages.js';
import { formatMonth, formatPeriod, UNKNOWN } from '#messages/format.ts';
import { figureWord } from '#messages/metric-words.ts';
import { reportFormats } from '#messages/report-formats.ts';
import type { BookSession } from '#session/book-session.ts';
import type { GridCell, GridEdit, GridModel } from '#ui/grid/grid-model.ts';
import { cellText } from '../cell-text.ts';

const QUARTERS = [1, 2, 3, 4] as const;

/** A line of the sheet, with the same period a year before. */
type Line = { readonly id: string; readonly title: string; readonly group: string } & (
  | { readonly grain: 'month'; readonly month: Month }
  | { readonly grain: 'quarter'; readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly grain: 'year' }
);

interface MonthColumn {
  readonly id: FigureKind;
  readonly width: string;
  /** What typing writes: the kind, and how many years back. */
  readonly writes?: readonly [CellKind, number];
}

const COLUMNS: readonly MonthColumn[] = [
  { id: 'actual', width: '7.5rem', writes: ['actual', 0] },
  { id: 'target', width: '7.5rem', writes: ['target', 0] },
  { id: 'attainment', width: '6rem' },
  { id: 'lastYear', width: '7.5rem', writes: ['actual', 1] },
  { id: 'growth', width: '6rem' },
];

/**
 * A metric's months as a sheet, months together so that a column of twelve can be pasted; quarters and the year below. Quarters
 * and year of a metric that adds are sums and cannot be typed; those of a rate are values of their own.
 */
export class MonthsSheet implements GridModel {
  readonly #session: BookSession;
  readonly #metric: () => Metric;
  readonly #open: (ref: FigureRef, anchor: HTMLElement, byKey: boolean) => void;

  readonly rows = $derived.by<readonly Line[]>(() => {
    const { year, firstMonth } = this.#session.book.settings;
    const title = (period: PeriodKey) => formatPeriod(period, firstMonth);
    return [
      ...monthsOf(year, firstMonth).map((month): Line => ({
        id: monthKey(month),
        title: formatMonth(month, 'short'),
        group: m.metrics_months_group(),
        grain: 'month',
        month,
      })),
      ...QUARTERS.map((quarter): Line => ({
        id: quarterKey(year, quarter),
        title: m.metrics_quarter({ quarter }),
        group: m.metrics_quarters_group(),
        grain: 'quarter',
        quarter,
      })),
      { id: yearKey(year), title: title(yearKey(year)), group: m.metrics_year_group(), grain: 'year' },
    ];
  });
  readonly columns = $derived.by(() =>
    COLUMNS.map(({ id, width }) => ({ id, title: figureWord(id), width, align: 'end' as const })),
  );

  constructor(
    session: BookSession,
    metric: () => Metric,
    open: (ref: FigureRef, anchor: HTMLElement, byKey: boolean) => void,
  ) {
    this.#session = session;
    this.#metric = metric;
    this.#open = open;
  }

  cell(row: number, column: number): GridCell {
    const line = this.rows[row];
    const kind = COLUMNS[column];
    if (!line || !kind) return { text: '', editable: false };
    return kind.writes ? this.#value(line, ...kind.writes) : this.#compared(line, kind.id);
  }

  refuse(_row: number, _column: number, text: string): string | null {
    const typed = parseTyped(text, this.#metric().unit, this.#session.book.settings.currency);
    return typed.ok ? null : m.metrics_grid_not_a_number({ text });
  }

  write(edits: readonly GridEdit[]): void {
    const metric = this.#metric();
    const { currency } = this.#session.book.settings;
    const cells = edits.flatMap(({ row, column, text }): CellEdit[] => {
      const line = this.rows[row];
      const writes = COLUMNS[column]?.writes;
      const typed = parseTyped(text, metric.unit, currency);
      if (!line || !writes || !typed.ok) return [];
      const [kind, back] = writes;
      return [
        { metric: metric.id, kind, period: this.#period(line, back), value: typed.value, source: { kind: 'typed' } },
      ];
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
    const line = this.rows[row];
    const figure = COLUMNS[column]?.id;
    if (line && figure) this.#open({ metric: this.#metric().id, figure, period: this.#period(line, 0) }, anchor, byKey);
  }

  #period(line: Line, back: number): PeriodKey {
    const year = this.#session.book.settings.year - back;
    if (line.grain === 'month') return monthKey(line.month - 12 * back);
    return line.grain === 'quarter' ? quarterKey(year, line.quarter) : yearKey(year);
  }

  #value(line: Line, kind: CellKind, back: number): GridCell {
    const { book, readOnly } = this.#session;
    const { id, unit, ...metric } = this.#metric();
    const { currency, year } = book.settings;
    const values = valuesOf(book);
    const value =
      line.grain === 'month'
        ? values.month(id, kind, line.month - 12 * back)
        : line.grain === 'quarter'
          ? values.quarter(id, kind, year - back, line.quarter)
          : values.year(id, kind, year - back).value;
    const source = book.cells.get(`${id}|${kind}|${this.#period(line, back)}`)?.source;
    const isSum = line.grain !== 'month' && adds({ id, unit, ...metric });
    return {
      text: cellText(value, unit, currency),
      exact: typedText(value, unit, currency),
      editable: !readOnly && !isSum,
      tone: line.grain === 'month' ? 'plain' : 'strong',
      computed: source?.kind === 'data',
      toDate: source?.kind === 'data' && source.toDate,
    };
  }

  #compared(line: Line, figure: FigureKind): GridCell {
    const { book, evaluation } = this.#session;
    const { id, direction } = this.#metric();
    const { currency, firstMonth } = book.settings;
    if (!evaluation) return { text: UNKNOWN, exact: '', editable: false, tone: 'faint' };
    const known = figureValue(book, evaluation, { metric: id, figure, period: this.#period(line, 0) });
    const text = reportFormats(currency, firstMonth).figure(known);
    const better =
      figure === 'attainment' ? (known.value ?? 1) - 1 : (known.value ?? 0) * (direction === 'higher' ? 1 : -1);
    const tone = known.value === null ? 'faint' : better === 0 ? 'plain' : better > 0 ? 'good' : 'bad';
    return { text, exact: text === UNKNOWN ? '' : text, editable: false, tone };
  }
}
