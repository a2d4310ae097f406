import type { Book, ConclusionBlock, FigureRef } from '#core/book/book.ts';
import type { Evaluation, FigureValue } from '#core/evaluation.ts';
import type { FigureFacts } from './figure-facts.ts';

/** What a text needs to know of the book it is part of. Reads are reactive: chips follow the book and the language. */
export interface FigureDesk {
  readonly book: Book;
  readonly evaluation: Evaluation | null;
  facts(ref: FigureRef): FigureFacts;
  /** What the figures would have a text say now, in the reader's language; empty where there is nothing to draft from. */
  draft(owner: string): readonly ConclusionBlock[];
  /** A value as a chip of that figure would show it. */
  told(figure: FigureValue): string;
}
