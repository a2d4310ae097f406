import { createContext } from 'svelte';
import type { BookSession } from './book-session.ts';
import type { Shelf } from './books.ts';

/** The books of this device; set once by the root layout. */
export const [getShelf, setShelf] = createContext<Shelf>();

/** The book that is open; set by the book's frame before any of its screens is drawn. */
export const [getBook, setBook] = createContext<BookSession>();
