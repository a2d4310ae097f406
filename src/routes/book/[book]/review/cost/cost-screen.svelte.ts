import type { CostLine } from '#core/book/review.ts';
import type { CostEvaluation, CostLineFacts } from '#core/cost-facts.ts';
import { m } from '#messages/compiled/messages.js';
import { reportFormats } from '#messages/report-formats.ts';
import type { BookSession } from '#session/book-session.ts';
import { undoToast } from '../../../../frame/undo-toast.ts';
import type { PastedCost } from './cost-paste.ts';
import { factsByLine } from './facts-by-line.ts';

export const lineName = (line: CostLine): string => line.name || m.cost_unnamed();

/** The cost lines of the year under review with what was computed of them, and what a person does to them. */
export class CostScreen {
  readonly session: BookSession;
  /** The line whose details are open, by id. */
  opened = $state<string | null>(null);
  pasting = $state(false);

  readonly settings = $derived.by(() => this.session.book.settings);
  // Read apart from the book, which is another at every edit of whatever: the lines stay what they are while only amounts change.
  readonly #costs = $derived.by(() => this.session.book.costs);
  readonly lines = $derived(this.#costs.filter((line) => line.year === this.settings.year));
  readonly cost = $derived.by<CostEvaluation | null>(() => this.session.evaluation?.cost ?? null);
  readonly facts = $derived(factsByLine(this.cost));
  readonly openedLine = $derived.by(() => this.lines.find((line) => line.id === this.opened) ?? null);
  readonly formats = $derived.by(() => {
    const { currency, firstMonth } = this.settings;
    return reportFormats(currency, firstMonth);
  });
  readonly hasAmounts = $derived.by(
    () => !!this.cost?.lines.some(({ budget, actual }) => known(budget) || known(actual)),
  );

  constructor(session: BookSession) {
    this.session = session;
  }

  /** Adds a line in the last one's category and opens it. */
  add(): void {
    const { year } = this.session.book.settings;
    this.opened = this.session.edit.add('costs', { year, category: this.lines.at(-1)?.category ?? '' });
  }

  /** Adds pasted lines with their amounts, as one step of undo. */
  addPasted(pasted: readonly PastedCost[]): void {
    const { edit, book } = this.session;
    edit.together(() => {
      const cells = pasted.flatMap(({ name, category, cells }) => {
        const id = edit.add('costs', { year: book.settings.year, name, category });
        return cells.map((cell) => ({ ...cell, metric: id, source: { kind: 'typed' } as const }));
      });
      edit.setCells(cells);
    });
    undoToast(this.session, () => m.cost_pasted({ count: pasted.length }));
  }

  change(line: CostLine, change: Partial<Omit<CostLine, 'id'>>): void {
    this.session.edit.change('costs', line.id, change);
  }

  remove(line: CostLine): void {
    const name = lineName(line);
    this.opened = null;
    this.session.edit.remove('costs', line.id);
    undoToast(this.session, () => m.cost_removed({ line: name }));
  }

  /** Up or down among the year's lines; at an edge it stays. */
  move(line: CostLine, step: -1 | 1): void {
    const at = this.lines.findIndex((one) => one.id === line.id);
    if (at + step < 0 || at + step >= this.lines.length) return;
    const before = this.lines[step === -1 ? at - 1 : at + 2];
    this.session.edit.move('costs', line.id, before?.id ?? null);
  }
}

const known = (amount: CostLineFacts['budget']): boolean => amount.value !== null;
