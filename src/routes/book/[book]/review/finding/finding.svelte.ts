import type { FindingFacts, FindingKind } from '#core/finding-facts.ts';
import { findingOf } from '#core/review/findings.ts';
import type { BookSession } from '#session/book-session.ts';
import { CauseTree } from './cause-tree.svelte.ts';

const KINDS: readonly FindingKind[] = ['gap', 'win'];

/** One metric's finding on screen: what it is, and the trees it is written in. */
export class Finding {
  readonly #session: Pick<BookSession, 'book' | 'evaluation'>;
  readonly metric: string;
  readonly trees: Readonly<Record<FindingKind, CauseTree>>;

  /**
   * The evaluation's own facts, made here once more so that a typed line stands at once, without waiting for the worker. `null`
   * until the figures are known.
   */
  readonly facts = $derived.by<FindingFacts | null>(() => {
    const { book, evaluation } = this.#session;
    const row = evaluation?.scorecard.find((one) => one.metric.id === this.metric);
    return evaluation && row ? findingOf(book, evaluation, row) : null;
  });
  /** The other side where it holds something: written before the figure changed sides. */
  readonly others = $derived(KINDS.filter((kind) => kind !== this.facts?.kind && this.written(kind) > 0));

  constructor(session: BookSession, metric: string) {
    this.#session = session;
    this.metric = metric;
    const tree = (kind: FindingKind) => new CauseTree(session, metric, kind, () => this.facts?.trees[kind]);
    this.trees = { gap: tree('gap'), win: tree('win') };
  }

  /** How many lines a side holds: causes, and the actions for the gap as a whole. */
  written(kind: FindingKind): number {
    if (!this.facts) return 0;
    return this.facts.trees[kind].causes.length + (kind === 'gap' ? this.facts.actions.length : 0);
  }
}
