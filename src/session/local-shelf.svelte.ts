import type { Book, BookSettings } from '#core/book/book.ts';
import { database } from '#storage/database.ts';
import { listBooks, removeBook } from '#storage/books.ts';
import { liveQuery } from 'dexie';
import type { BookSession } from './book-session.ts';
import { BookMissing } from './books.ts';
import type { Shelf, ShelfEntry } from './books.ts';
import { progressOf } from './progress.ts';

const LISTING_DELAY_MS = 800;
const now = (): string => new Date().toISOString();

/**
 * The books on this device. Listing them needs the database only: the document and the worker are loaded when a book opens.
 */
export class LocalShelf implements Shelf {
  entries = $state.raw<readonly ShelfEntry[] | null>(null);
  refused = $state(false);

  constructor() {
    liveQuery(() => listBooks(database())).subscribe({
      next: (entries) => (this.entries = entries),
      error: (problem: unknown) => {
        console.error(problem);
        this.refused = true;
      },
    });
  }

  async create(settings: BookSettings): Promise<string> {
    const { createBook } = await import('./make-book.ts');
    return this.#list(await createBook(settings));
  }

  async createSample(locale: 'en' | 'zh-Hans' | 'zh-Hant', onProgress: (share: number) => void): Promise<string> {
    const [{ createSampleBook }, { analytics }] = await Promise.all([
      import('./make-book.ts'),
      import('#worker/client.ts'),
    ]);
    return this.#list(await createSampleBook(locale, analytics(), onProgress));
  }

  async open(id: string): Promise<BookSession> {
    const row = await database().books.get(id);
    if (!row) throw new BookMissing(id);
    const [{ OpenBook }, { analytics }] = await Promise.all([
      import('./open-book.svelte.ts'),
      import('#worker/client.ts'),
    ]);
    const entry = new ShelfKeeper(id);
    const session = await OpenBook.open(id, analytics(), {
      changed: (book) => entry.changed(book),
      filled: () => void keepForGood(),
      closed: () => entry.write(),
    });
    await database().books.update(id, { lastOpened: now() });
    return session;
  }

  async remember(id: string, place: string): Promise<void> {
    await database().books.update(id, { place });
  }

  async remove(id: string): Promise<void> {
    const { eraseDocument } = await import('#storage/keep-document.ts');
    await removeBook(database(), id);
    await eraseDocument(id);
  }

  async #list(book: Book): Promise<string> {
    await database().books.put({ id: book.id, ...listed(book), lastOpened: now(), place: '' });
    return book.id;
  }
}

const listed = (book: Book): Pick<ShelfEntry, 'team' | 'year' | 'sample' | 'progress'> => ({
  team: book.settings.team,
  year: book.settings.year,
  sample: book.settings.sample,
  progress: progressOf(book),
});

/** Keeps what the start screen says about an open book near the truth without writing at every key. */
class ShelfKeeper {
  readonly #id: string;
  #book: Book | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(id: string) {
    this.#id = id;
  }

  changed(book: Book): void {
    this.#book = book;
    this.#timer ??= setTimeout(() => void this.write(), LISTING_DELAY_MS);
  }

  async write(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (!this.#book) return;
    const change = listed(this.#book);
    this.#book = null;
    // The listing is a convenience; the book itself is safe in the journal.
    await database()
      .books.update(this.#id, change)
      .catch(() => 0);
  }
}

let asked = false;

/** Asks the browser, once there is something to lose, not to clear this site's storage by itself. */
async function keepForGood(): Promise<void> {
  if (asked || !navigator.storage?.persist) return;
  asked = true;
  if (!(await navigator.storage.persisted())) await navigator.storage.persist();
}
