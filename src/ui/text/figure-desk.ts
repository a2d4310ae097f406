import type { Book, FigureRef } from '#core/book/book.ts';
import type { Evaluation } from '#core/evaluation.ts';
import type { FigureFacts } from './figure-facts.ts';

/** What a text needs to know of the book it is part of. Reads are reactive: chips follow the book and the language. */
export interface FigureDesk {
  readonly book: Book;
  readonly evaluation: Evaluation | null;
  facts(ref: FigureRef): FigureFacts;
}
