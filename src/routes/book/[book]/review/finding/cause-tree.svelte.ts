import type { CauseFacts, FindingKind, FindingTree } from '#core/finding-facts.ts';
import { m } from '#messages/compiled/messages.js';
import type { BookSession } from '#session/book-session.ts';
import { undoToast } from '../../../../frame/undo-toast.ts';
import { spotAt, standing, type Spot } from './cause-drop.ts';

/** Where a cause can go from where it stands. */
export interface Ways {
  readonly up: boolean;
  readonly down: boolean;
  readonly indent: boolean;
  readonly outdent: boolean;
}
export type Way = keyof Ways;

type Desk = Pick<BookSession, 'book' | 'edit' | 'undo' | 'lastStep' | 'redo' | 'readOnly'>;

/** One finding's causes as they are written: an outline of lines that each edit changes by one step of undo. */
export class CauseTree {
  readonly #session: Desk;
  readonly #tree: () => FindingTree | undefined;
  readonly #metric: string;
  readonly kind: FindingKind;
  /** The line that the caret goes to; a new object asks again. */
  asked = $state.raw<{ readonly id: string } | null>(null);

  readonly rows = $derived.by<readonly CauseFacts[]>(() => this.#tree()?.causes ?? []);

  constructor(session: Desk, metric: string, kind: FindingKind, tree: () => FindingTree | undefined) {
    this.#session = session;
    this.#metric = metric;
    this.kind = kind;
    this.#tree = tree;
  }

  get readOnly(): boolean {
    return this.#session.readOnly;
  }

  say(id: string, text: string): void {
    this.#session.edit.change('causes', id, { text });
  }

  sayCondition(id: string, condition: string): void {
    this.#session.edit.change('causes', id, { condition });
  }

  /** A new line at the top level's end. */
  addLast(): void {
    this.#add({ parent: null, before: null });
  }

  /** A new line of the same level behind this one and all below it. */
  addAfter(id: string): void {
    this.#add({ parent: this.#parentOf(id), before: this.#beside(id, 1)?.cause.id ?? null });
  }

  addBelow(id: string): void {
    this.#add({ parent: id, before: null });
  }

  ways(id: string): Ways {
    const above = this.#beside(id, -1) !== undefined;
    return { up: above, down: this.#beside(id, 1) !== undefined, indent: above, outdent: this.#parentOf(id) !== null };
  }

  /** Moves a cause with all below it; `false` where there is nowhere to go. */
  go(id: string, way: Way): boolean {
    if (!this.ways(id)[way]) return false;
    const parent = this.#parentOf(id);
    const above = this.#beside(id, -1)?.cause.id ?? null;
    const spots: Record<Way, () => Spot> = {
      up: () => ({ parent, before: above }),
      down: () => ({ parent, before: this.#beside(this.#beside(id, 1)?.cause.id ?? id, 1)?.cause.id ?? null }),
      indent: () => ({ parent: above, before: null }),
      outdent: () => ({
        parent: this.#parentOf(parent ?? ''),
        before: this.#beside(parent ?? '', 1)?.cause.id ?? null,
      }),
    };
    this.#place(id, spots[way]());
    return true;
  }

  /** Places a dragged line into a gap between the others, as deep as wanted where that can be. */
  drop(dragged: string, gap: number, wanted: number): void {
    this.#place(dragged, spotAt(standing(this.rows, dragged), gap, wanted));
  }

  /** With all below it and what stands under them. */
  remove(id: string): void {
    const at = this.rows.findIndex((row) => row.cause.id === id);
    const neighbour = this.rows[at - 1] ?? standing(this.rows, id)[at];
    const wasWritten = (this.rows[at]?.cause.text ?? '') !== '';
    this.#session.edit.removeCause(id);
    this.asked = neighbour ? { id: neighbour.cause.id } : null;
    if (wasWritten) {
      undoToast(this.#session, m.findings_cause_removed);
    }
  }

  /** The caret to the line above or below. */
  step(id: string, by: 1 | -1): boolean {
    const next = this.rows[this.rows.findIndex((row) => row.cause.id === id) + by];
    if (next) this.asked = { id: next.cause.id };
    return next !== undefined;
  }

  /** The keys of an outline, on a line whose text has the caret. */
  pressed(event: KeyboardEvent, field: HTMLTextAreaElement, id: string, commit: () => void): void {
    const { key, altKey, shiftKey } = event;
    const isEmpty = field.value.trim() === '';
    const go = (way: Way): boolean => {
      if (!this.ways(id)[way]) return false;
      commit();
      return this.go(id, way);
    };
    const letter = key.toLowerCase();
    const isCommand = event.ctrlKey || event.metaKey;
    // What is typed and not yet taken over is undone by the field itself.
    const isTaken = field.value === (this.rows.find((row) => row.cause.id === id)?.cause.text ?? '');
    const done = (): boolean => {
      if (isCommand && isTaken && (letter === 'z' || letter === 'y')) {
        if (letter === 'z' && !shiftKey) this.#session.undo();
        else this.#session.redo();
        return true;
      }
      if (isCommand) return false;
      if (altKey) return (key === 'ArrowUp' && (go('up') || true)) || (key === 'ArrowDown' && (go('down') || true));
      if (key === 'Tab') return go(shiftKey ? 'outdent' : 'indent');
      if (key === 'Enter' && isEmpty) return go('outdent') || true;
      if (key === 'Enter') {
        commit();
        this.addAfter(id);
        return true;
      }
      if (key === 'Backspace' && field.value === '' && this.#hasNothing(id)) {
        commit();
        this.remove(id);
        return true;
      }
      const isCollapsed = field.selectionStart === field.selectionEnd;
      if (key === 'ArrowUp' && isCollapsed && field.selectionStart === 0) return this.step(id, -1);
      if (key === 'ArrowDown' && isCollapsed && field.selectionStart === field.value.length) return this.step(id, 1);
      return false;
    };
    if (!this.readOnly && done()) event.preventDefault();
  }

  #hasNothing(id: string): boolean {
    const row = this.rows.find((one) => one.cause.id === id);
    const hasBelow = this.rows.some(({ cause }) => cause.parent === id);
    return row !== undefined && !hasBelow && row.evidence.length === 0 && row.actions.length === 0;
  }

  #add({ parent, before }: Spot): void {
    const { year } = this.#session.book.settings;
    const id = this.#session.edit.addCause({ metric: this.#metric, year, finding: this.kind }, parent, before);
    this.asked = { id };
  }

  #place(id: string, { parent, before }: Spot): void {
    if (before === id) return;
    this.#session.edit.placeCause(id, parent, before);
    this.asked = { id };
  }

  #parentOf(id: string): string | null {
    return this.rows.find((row) => row.cause.id === id)?.cause.parent ?? null;
  }

  /** The sibling so many places further. */
  #beside(id: string, by: 1 | -1): CauseFacts | undefined {
    const parent = this.#parentOf(id);
    const siblings = this.rows.filter((row) => row.cause.parent === parent);
    const at = siblings.findIndex((row) => row.cause.id === id);
    return at === -1 ? undefined : siblings[at + by];
  }
}
