import type { BookSettings, CellKind } from '#core/book/book.ts';
import type { CellEdit } from '#core/book/edits.ts';
import { monthKey, monthsOf, yearKey, type PeriodKey } from '#core/period.ts';
import { ok } from '#core/result.ts';
import { m } from '#messages/compiled/messages.js';
import { categoryOf } from '#messages/cost-words.ts';
import { formatMonth } from '#messages/format.ts';
import { readNumber, readText } from '#ui/paste/paste-readers.ts';
import { pasteColumn, type PasteColumn } from '#ui/paste/read-records.ts';

type PastedCell = Pick<CellEdit, 'kind' | 'period' | 'value'>;

/** A pasted row: a line with its amounts. */
export interface PastedCost {
  readonly name: string;
  readonly category: string;
  readonly cells: readonly PastedCell[];
}

/** What becomes of a row's columns one by one: each amount under a key of its own, so that none replaces another. */
interface Piece {
  readonly name: string;
  readonly category: string;
  readonly [cell: `cell ${string}`]: PastedCell;
}

/** Name, category, the year's sums, and the months: plain month headings are what was spent. */
export function pasteColumns({ year, firstMonth, currency }: BookSettings): readonly PasteColumn<Piece>[] {
  const amount = (title: string, kind: CellKind, period: PeriodKey, also: readonly string[] = []) =>
    pasteColumn<Piece, number | null>(
      title,
      readNumber('money', currency),
      (value): Partial<Piece> => ({ [`cell ${kind} ${period}`]: { kind, period, value } }),
      { also },
    );
  const months = monthsOf(year, firstMonth).map((month) => ({
    period: monthKey(month),
    name: formatMonth(month, 'short'),
  }));
  return [
    pasteColumn<Piece, string>(m.cost_paste_name(), readText, (name) => ({ name }), {
      required: true,
      also: ['Cost line', '费用', '費用', '项目', '項目'],
    }),
    pasteColumn<Piece, string>(
      m.cost_paste_category(),
      (text) => ok(categoryOf(text)),
      (category) => ({ category }),
    ),
    amount(m.cost_paste_budget(), 'target', yearKey(year)),
    amount(m.cost_paste_actual(), 'actual', yearKey(year)),
    ...months.map(({ period, name }) => amount(m.cost_paste_month_actual({ month: name }), 'actual', period, [name])),
    ...months.map(({ period, name }) => amount(m.cost_paste_month_budget({ month: name }), 'target', period)),
  ];
}

/** A row's pieces as one line. */
export const costOfPieces = ({ name = '', category = '', ...cells }: Partial<Piece>): PastedCost => ({
  name,
  category,
  cells: Object.values(cells).filter((cell) => cell !== undefined),
});
