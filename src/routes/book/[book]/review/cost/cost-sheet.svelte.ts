import type { CellEdit } from '#core/book/edits.ts';
import type { CostLine } from '#core/book/review.ts';
import { monthsOf } from '#core/period.ts';
import { parseTyped, typedText } from '#core/typed-number.ts';
import { m } from '#messages/compiled/messages.js';
import type { GridCell, GridEdit, GridModel, GridRow } from '#ui/grid/grid-model.ts';
import { cellText } from '../cell-text.ts';
import { monthColumns, resultColumns, type CostColumn, type CostView } from './cost-columns.ts';
import { lineName, type CostScreen } from './cost-screen.svelte.ts';

/** What a cell is drawn from. */
interface Source {
  readonly value: number | null;
  readonly isTyped: boolean;
  /** A person typed it; else it is computed, or nothing. */
  readonly isOwn: boolean;
  readonly isTotal: boolean;
  readonly editable: boolean;
  readonly hint: string | undefined;
}

interface Drawn {
  readonly source: Source;
  readonly cell: GridCell;
}

const NOTHING: GridCell = { text: '', editable: false };

/** The cost lines as a sheet, with their total as the last row: results, or the months of budget or actual. */
export class CostSheet implements GridModel {
  readonly #screen: CostScreen;
  view = $state<CostView>('result');

  readonly rows = $derived.by<readonly GridRow[]>(() => [
    ...this.#screen.lines.map((line) => ({ id: line.id, title: lineName(line) })),
    { id: TOTAL, title: m.cost_total() },
  ]);
  readonly shown = $derived.by<readonly CostColumn[]>(() => {
    const { year, firstMonth } = this.#screen.settings;
    return this.view === 'result' ? resultColumns() : monthColumns(this.view, year, monthsOf(year, firstMonth));
  });
  readonly columns = $derived(this.shown.map(({ form: _, ...column }) => ({ ...column, align: 'end' as const })));
  readonly #cells = $derived.by(() => this.#drawn());
  /** What was drawn last, under which columns: what has not changed is not put in words again, and stays the same object. */
  #last: { readonly columns: readonly CostColumn[]; readonly rows: readonly (readonly Drawn[])[] } = {
    columns: [],
    rows: [],
  };

  constructor(screen: CostScreen) {
    this.#screen = screen;
    // Without amounts there is no result to read: the sheet opens where they are typed.
    if (!this.#screen.lines.some(({ id }) => hasCells(screen, id))) this.view = 'budget';
  }

  cell(row: number, column: number): GridCell {
    return this.#cells[row]?.[column]?.cell ?? NOTHING;
  }

  refuse(_row: number, _column: number, text: string): string | null {
    const typed = parseTyped(text, 'money', this.#screen.session.book.settings.currency);
    return typed.ok ? null : m.metrics_grid_not_a_number({ text });
  }

  write(edits: readonly GridEdit[]): void {
    const { edit, book } = this.#screen.session;
    edit.together(() => {
      const cells: CellEdit[] = [];
      for (const { row, column, text } of edits) {
        const line = this.#screen.lines[row];
        const writes = this.shown[column]?.writes;
        const typed = parseTyped(text, 'money', book.settings.currency);
        if (!line || !writes || !typed.ok) continue;
        if (writes.kind === 'field') edit.change('costs', line.id, { [writes.field]: typed.value });
        else {
          const { cell: kind, period } = writes;
          cells.push({ metric: line.id, kind, period, value: typed.value, source: { kind: 'typed' } });
        }
      }
      edit.setCells(cells);
    });
  }

  undo(): void {
    this.#screen.session.undo();
  }

  redo(): void {
    this.#screen.session.redo();
  }

  #drawn(): readonly (readonly Drawn[])[] {
    const columns = this.shown;
    const last = this.#last.columns === columns ? this.#last.rows : [];
    const lines = this.#screen.lines.map((line, row) =>
      columns.map((column, at) => this.#draw(this.#ofLine(line, column), column, last[row]?.[at])),
    );
    const total = columns.map((column, at) => this.#draw(this.#ofTotal(column), column, last[lines.length]?.[at]));
    const rows = [...lines, total];
    this.#last = { columns, rows };
    return rows;
  }

  #draw(source: Source, column: CostColumn, last: Drawn | undefined): Drawn {
    if (last && isSame(last.source, source)) return last;
    const { value, isTyped, isOwn, isTotal, editable, hint } = source;
    const tone = isTotal ? 'strong' : isTyped && !isOwn ? 'faint' : 'plain';
    return {
      source,
      cell: {
        tone,
        ...this.#shown(value, column),
        exact: isTyped && !isOwn ? '' : this.#exact(value, column),
        editable,
        ...(hint !== undefined && { hint }),
      },
    };
  }

  #ofLine(line: CostLine, column: CostColumn): Source {
    const { book, readOnly } = this.#screen.session;
    const facts = this.#screen.facts.get(line.id);
    const { writes } = column;
    const isTyped = writes !== undefined && (column.typed?.(facts) ?? true);
    // What was typed is shown at once; what follows from it comes with the evaluation.
    const own = !isTyped
      ? null
      : writes.kind === 'field'
        ? line[writes.field]
        : (book.cells.get(`${line.id}|${writes.cell}|${writes.period}`)?.value ?? null);
    return {
      value: own ?? (facts ? column.ofLine(facts) : null),
      isTyped,
      isOwn: own !== null,
      isTotal: false,
      editable: isTyped && !readOnly,
      hint: facts && column.hint?.(facts),
    };
  }

  #ofTotal(column: CostColumn): Source {
    const total = this.#screen.cost?.total;
    const value = total ? column.ofTotal(total) : null;
    return { value, isTyped: false, isOwn: false, isTotal: true, editable: false, hint: undefined };
  }

  #shown(value: number | null, { form, tone }: CostColumn): Pick<GridCell, 'text' | 'tone'> {
    const { currency } = this.#screen.session.book.settings;
    const { formats } = this.#screen;
    const told = value !== null && tone ? { tone: tone(value) ?? ('plain' as const) } : {};
    if (form === 'change') return { text: formats.change({ kind: 'ratio', value }), ...told };
    if (form === 'difference') return { text: signed(value, cellText(value, 'money', currency)), ...told };
    return { text: cellText(value, form, currency), ...told };
  }

  #exact(value: number | null, { form }: CostColumn): string {
    const { currency } = this.#screen.session.book.settings;
    return typedText(value, form === 'difference' ? 'money' : form === 'change' ? 'percent' : form, currency);
  }
}

const TOTAL = 'total';

const signed = (value: number | null, text: string): string => (value !== null && value > 0 ? `+${text}` : text);

const hasCells = ({ session: { book } }: CostScreen, id: string): boolean => {
  for (const [key, cell] of book.cells) if (cell.value !== null && key.startsWith(`${id}|`)) return true;
  return false;
};

const isSame = (a: Source, b: Source): boolean =>
  a.value === b.value &&
  a.isTyped === b.isTyped &&
  a.isOwn === b.isOwn &&
  a.isTotal === b.isTotal &&
  a.editable === b.editable &&
  a.hint === b.hint;
