import type { ConclusionBlock, FigureRef } from '#core/book/book.ts';
import type { FigureValue } from '#core/evaluation.ts';
import { withSeen } from '#core/review/seen-figures.ts';
import { reportFormats } from '#messages/report-formats.ts';
import { writeDraft } from '#messages/write-draft.ts';
import type { BookSession } from '#session/book-session.ts';
import type { FigureDesk } from '#ui/text/figure-desk.ts';
import { figureFacts, type FigureFacts } from '#ui/text/figure-facts.ts';

/** The open book as texts and cards see it: its figures in the reader's language, now. */
export class BookDesk implements FigureDesk {
  readonly #session: BookSession;

  constructor(session: BookSession) {
    this.#session = session;
  }

  get book(): FigureDesk['book'] {
    return this.#session.book;
  }

  get evaluation(): FigureDesk['evaluation'] {
    return this.#session.evaluation;
  }

  facts(ref: FigureRef): FigureFacts {
    const { currency, firstMonth } = this.book.settings;
    return figureFacts(this.book, this.evaluation, ref, reportFormats(currency, firstMonth));
  }

  /** Writes the first draft of a conclusion; `undefined` while there is nothing to draft from. */
  drafter(owner: string): (() => void) | undefined {
    const { book, evaluation } = this;
    const draft = evaluation?.drafts[owner];
    if (!draft) return undefined;
    return () => this.#session.edit.writeConclusion(owner, withSeen(book, evaluation, writeDraft(draft, book)));
  }

  draft(owner: string): readonly ConclusionBlock[] {
    const draft = this.evaluation?.drafts[owner];
    return draft ? writeDraft(draft, this.book) : [];
  }

  told(figure: FigureValue): string {
    const { currency, firstMonth } = this.book.settings;
    return reportFormats(currency, firstMonth).figure(figure);
  }
}
