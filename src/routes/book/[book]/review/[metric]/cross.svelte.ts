import type { Book, Metric } from '#core/book/book.ts';
import type { CoMovement } from '#core/comparison/co-movement.ts';
import type { BookSession } from '#session/book-session.ts';

/** What comparison rests on: other edits of the book leave its answers as they are. */
type Ground = Pick<Book, 'cells' | 'metrics' | 'settings'>;

const FEW = 6;

/** A metric beside every other one: asked of the worker once, and again when the person wants it after a change. */
export class CrossComparison {
  readonly #session: BookSession;
  readonly #metric: string;
  readonly #wanted: () => string;
  answers = $state.raw<readonly CoMovement[] | null>(null);
  failed = $state(false);
  #ground = $state.raw<Ground | null>(null);

  readonly isStale = $derived.by(() => {
    const { cells, metrics, settings } = this.#session.book;
    const ground = this.#ground;
    return ground !== null && (ground.cells !== cells || ground.metrics !== metrics || ground.settings !== settings);
  });
  /** What is listed at once: every claim, filled up to a few; the others are behind a fold. */
  readonly shown = $derived.by(() => {
    const answers = this.answers ?? [];
    const telling = answers.filter(({ kind }) => kind === 'together').length;
    return answers.slice(0, Math.max(telling, FEW));
  });
  readonly folded = $derived((this.answers ?? []).slice(this.shown.length));
  /** The answer about the metric that the person chose, else the strongest. */
  readonly chosen = $derived.by(() => {
    const answers = this.answers ?? [];
    return answers.find((one) => one.metric === this.#wanted()) ?? answers[0] ?? null;
  });
  readonly other = $derived.by<Metric | null>(
    () => this.#session.book.metrics.find((metric) => metric.id === this.chosen?.metric) ?? null,
  );

  constructor(session: BookSession, metric: string, wanted: () => string) {
    this.#session = session;
    this.#metric = metric;
    this.#wanted = wanted;
  }

  async ask(): Promise<void> {
    const ground = this.#session.book;
    try {
      this.answers = await this.#session.comovements(this.#metric);
      this.#ground = ground;
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }
}
