import type { Book } from './book.ts';
import { NO_RECORDS } from './records.ts';

/** Everything of a book but its settings, with nothing in it. */
export const EMPTY_BOOK: Omit<Book, 'id' | 'settings'> = {
  ...NO_RECORDS,
  cells: new Map(),
  segments: [],
  conclusions: new Map(),
  locks: new Set(),
  highlights: new Map(),
  dismissals: new Map(),
};
