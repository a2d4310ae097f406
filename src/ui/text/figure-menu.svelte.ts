import type { FigureRef, Metric } from '#core/book/book.ts';
import { figuresFor } from './figure-facts.ts';
import type { FigureDesk } from './figure-desk.ts';

export interface FigureChoice {
  readonly key: string;
  readonly ref: FigureRef;
  readonly metric: string;
  readonly figure: string;
  readonly text: string;
}

const MOST_SHOWN = 40;

/** The figures a text may take, searched by words; those of the text's own metric come first. */
export class FigureMenu {
  readonly #desk: FigureDesk;
  readonly #owner: string;
  query = $state('');
  #at = $state(0);

  readonly all = $derived.by<readonly FigureChoice[]>(() => {
    const { book, evaluation } = this.#desk;
    if (!evaluation) return [];
    const own = (metric: Metric) => (metric.id === this.#owner ? 0 : 1);
    return [...book.metrics]
      .sort((a, b) => own(a) - own(b))
      .flatMap((metric) => figuresFor(book, evaluation, metric))
      .map((ref) => {
        const { metric, figure, short } = this.#desk.facts(ref);
        return { key: `${ref.metric}|${ref.figure}|${ref.of ?? ''}`, ref, metric, figure, text: short };
      });
  });
  readonly shown = $derived.by(() => {
    const words = this.query.trim().toLowerCase().split(/\s+/);
    return this.all
      .filter(({ metric, figure }) => words.every((word) => `${metric} ${figure}`.toLowerCase().includes(word)))
      .slice(0, MOST_SHOWN);
  });
  readonly at = $derived(Math.max(0, Math.min(this.#at, this.shown.length - 1)));
  readonly chosen = $derived(this.shown[this.at]);

  constructor(desk: FigureDesk, owner: string) {
    this.#desk = desk;
    this.#owner = owner;
  }

  search(query: string): void {
    this.query = query;
    this.#at = 0;
  }

  /** Moves the choice, around the ends. */
  step(by: 1 | -1): void {
    const count = this.shown.length;
    if (count > 0) this.#at = (this.at + by + count) % count;
  }
}
