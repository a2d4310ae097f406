import type { Initiative } from '#core/book/review.ts';
import { m } from '#messages/compiled/messages.js';
import type { BookSession } from '#session/book-session.ts';
import { undoToast } from '../../../frame/undo-toast.ts';

/** The key initiatives of the planned year, in the team's order. */
export class Initiatives {
  readonly #session: Pick<BookSession, 'book' | 'edit' | 'undo' | 'lastStep'>;
  /** The one just added, which waits for its name. */
  added = $state('');

  readonly year = $derived.by(() => this.#session.book.settings.year + 1);
  readonly list = $derived.by<readonly Initiative[]>(() =>
    this.#session.book.initiatives.filter((one) => one.year === this.year),
  );

  constructor(session: Pick<BookSession, 'book' | 'edit' | 'undo' | 'lastStep'>) {
    this.#session = session;
  }

  add(): void {
    this.added = this.#session.edit.add('initiatives', { year: this.year, origin: { kind: 'own', id: '' } });
  }

  /** Up or down; at an edge it stays. */
  move(id: string, by: -1 | 1): void {
    const at = this.list.findIndex((one) => one.id === id);
    if (at === -1 || this.list[at + by] === undefined) return;
    this.#session.edit.move('initiatives', id, this.list[by === -1 ? at - 1 : at + 2]?.id ?? null);
  }

  remove(id: string): void {
    this.#session.edit.remove('initiatives', id);
    undoToast(this.#session, m.findings_initiative_removed);
  }
}
