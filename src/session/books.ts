import type { BookSettings } from '#core/book/book.ts';
import type { BookSession } from './book-session.ts';

/** A book of this device as the start screen lists it. */
export interface ShelfEntry {
  readonly id: string;
  readonly team: string;
  readonly year: number;
  readonly sample: boolean;
  /** ISO time. */
  readonly lastOpened: string;
  /** `empty`: no actuals yet; `started`: some; `reviewed`: every core and key metric has actual, target and conclusion. */
  readonly progress: 'empty' | 'started' | 'reviewed';
  /** Path inside the book where it was left, e.g. "review". */
  readonly place: string;
}

/** There is no book of this id on this device. */
export class BookMissing extends Error {
  constructor(id: string) {
    super(`No book ${id} on this device`);
    this.name = 'BookMissing';
  }
}

/** The books on this device. */
export interface Shelf {
  /** Reactive; last opened first. `null` while loading. */
  readonly entries: readonly ShelfEntry[] | null;
  /** Reactive; set when the browser refuses its storage, so that nothing can be listed or kept. */
  readonly refused: boolean;
  create(settings: BookSettings): Promise<string>;
  /** Makes and fills the sample book and its orders; resolves with its id. */
  createSample(locale: 'en' | 'zh-Hans' | 'zh-Hant', onProgress: (share: number) => void): Promise<string>;
  /** Rejects with `BookMissing` when this device does not have the book. */
  open(id: string): Promise<BookSession>;
  remember(id: string, place: string): Promise<void>;
  remove(id: string): Promise<void>;
}
