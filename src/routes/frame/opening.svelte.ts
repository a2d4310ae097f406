import type { BookSession } from '#session/book-session.ts';
import { BookMissing, type Shelf } from '#session/books.ts';

export type Opening =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly session: BookSession }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly reason: string };

const PATIENCE_MS = 1_000;

/**
 * One book being opened: what its frame draws meanwhile and after. It is open when its first figures are there: they come within
 * a moment, and a page drawn without them would move under the hand as they do. For a worker that is slow to begin it does not wait.
 */
export class BookOpening {
  #found = $state.raw<Opening>({ kind: 'opening' });
  #waited = $state(false);
  #left = false;
  readonly state: Opening = $derived(
    this.#found.kind === 'open' && this.#found.session.evaluation === null && !this.#waited
      ? { kind: 'opening' }
      : this.#found,
  );

  constructor(shelf: Shelf, id: string) {
    void this.#open(shelf, id);
  }

  async #open(shelf: Shelf, id: string): Promise<void> {
    try {
      const session = await shelf.open(id);
      // The person went elsewhere while it opened.
      if (this.#left) return await session.close();
      this.#found = { kind: 'open', session };
      setTimeout(() => (this.#waited = true), PATIENCE_MS);
    } catch (reason) {
      this.#found = reason instanceof BookMissing ? { kind: 'missing' } : { kind: 'failed', reason: String(reason) };
    }
  }

  leave(): void {
    this.#left = true;
    if (this.#found.kind === 'open') void this.#found.session.close();
  }
}
