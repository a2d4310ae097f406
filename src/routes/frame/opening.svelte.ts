import type { BookSession } from '#session/book-session.ts';
import { BookMissing, type Shelf } from '#session/books.ts';

export type Opening =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly session: BookSession }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly reason: string };

/** One book being opened: what its frame draws meanwhile and after. */
export class BookOpening {
  state = $state.raw<Opening>({ kind: 'opening' });
  #left = false;

  constructor(shelf: Shelf, id: string) {
    void this.#open(shelf, id);
  }

  async #open(shelf: Shelf, id: string): Promise<void> {
    try {
      const session = await shelf.open(id);
      // The person went elsewhere while it opened.
      if (this.#left) await session.close();
      else this.state = { kind: 'open', session };
    } catch (reason) {
      this.state = reason instanceof BookMissing ? { kind: 'missing' } : { kind: 'failed', reason: String(reason) };
    }
  }

  leave(): void {
    this.#left = true;
    if (this.state.kind === 'open') void this.state.session.close();
  }
}
