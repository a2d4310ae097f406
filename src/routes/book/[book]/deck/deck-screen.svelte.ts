import type { Report } from '#core/report/page.ts';
import { report } from '#core/report/report.ts';
import type { Slide } from '#core/report/slides/slide.ts';
import { slidesOf } from '#core/report/slides/slides.ts';
import { m } from '#messages/compiled/messages.js';
import { reportFormats } from '#messages/report-formats.ts';
import { reportWords } from '#messages/report-words.ts';
import type { BookSession } from '#session/book-session.ts';
import { fileName } from './file-name.ts';

type Download =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working' }
  | { readonly kind: 'done'; readonly file: string }
  | { readonly kind: 'failed' };

/** What the deck does outside of itself. */
export interface DeckOutlets {
  readonly save: (blob: Blob, name: string) => void;
  /** The reader has turned to a slide. */
  readonly turned: (slide: string) => void;
}

/** The deck of a book: its slides, which one is shown, and the file that is handed in. */
export class DeckScreen {
  readonly #session: Pick<BookSession, 'book' | 'evaluation'>;
  readonly #outlets: DeckOutlets;
  #wanted = $state('');
  download = $state.raw<Download>({ kind: 'idle' });

  /** `first` is the slide's id in the address; an unknown one is the first slide. */
  constructor(session: Pick<BookSession, 'book' | 'evaluation'>, first: string, outlets: DeckOutlets) {
    this.#session = session;
    this.#wanted = first;
    this.#outlets = outlets;
  }

  /** `null` until the figures have been computed once. */
  readonly report = $derived.by((): Report | null => {
    const { book, evaluation } = this.#session;
    if (evaluation === null) return null;
    const { currency, firstMonth } = book.settings;
    return report(book, evaluation, reportWords(book.settings), reportFormats(currency, firstMonth));
  });

  readonly slides = $derived<readonly Slide[]>(this.report === null ? [] : slidesOf(this.report));
  readonly index = $derived(
    Math.max(
      0,
      this.slides.findIndex((slide) => slide.id === this.#wanted),
    ),
  );
  readonly slide = $derived<Slide | null>(this.slides[this.index] ?? null);
  readonly leftOut = $derived(this.report?.pages.filter((page) => page.missing !== '').length ?? 0);
  /** No page but the cover and the appendix has anything to say. */
  readonly isEmpty = $derived(
    this.report !== null &&
      this.report.pages.every((page) => page.kind === 'cover' || page.kind === 'appendix' || page.missing !== ''),
  );

  /** Shows the slide at a place; places beyond the ends are the ends. */
  show(index: number): void {
    const slide = this.slides[Math.min(Math.max(index, 0), this.slides.length - 1)];
    if (!slide || slide.id === this.slide?.id) return;
    this.#wanted = slide.id;
    this.#outlets.turned(slide.id);
  }

  next(): void {
    this.show(this.index + 1);
  }

  previous(): void {
    this.show(this.index - 1);
  }

  async writeFile(now: Date): Promise<void> {
    const { report: shown } = this;
    if (shown === null || this.download.kind === 'working') return;
    this.download = { kind: 'working' };
    const { team, year } = this.#session.book.settings;
    const file = fileName(m.report_screen_file_name({ team, year }));
    try {
      const { deckFile } = await import('#session/deck-file.ts');
      this.#outlets.save(await deckFile(shown, team, now), file);
      this.download = { kind: 'done', file };
    } catch (error) {
      console.error(error);
      this.download = { kind: 'failed' };
    }
  }
}
