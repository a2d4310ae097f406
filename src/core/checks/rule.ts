import type { Book, Metric } from '../book/book.ts';
import type { Evidence } from '../book/review.ts';
import type { Evaluation } from '../evaluation.ts';
import type { CheckFacts, CheckId, Place, Severity } from './check.ts';
import type { Statement } from './text/statement.ts';

/** One rule of good reviewing: pure, total, and silent about what nobody has begun. */
export interface Rule {
  readonly id: CheckId;
  readonly severity: Severity;
  find(review: Review): readonly Objection[];
}

/** What a rule objects to. */
export interface Objection {
  readonly place: Place;
  readonly facts: CheckFacts;
  /** Where it weighs less than its rule does. */
  readonly severity?: Severity;
  /** Tells several at one place apart. */
  readonly of?: string;
}

/** Everything of an evaluation but the checks themselves. */
export type Evaluated = Omit<Evaluation, 'checks'>;

/** A book as rules read it: the year under review, indexed once for all of them. */
export interface Review {
  readonly book: Book;
  readonly figures: Evaluated;
  readonly metrics: ReadonlyMap<string, Metric>;
  /** Sound evidence by what it stands under. */
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
  /** What next year's initiatives came from, by id. */
  readonly takenUp: ReadonlySet<string>;
  /** Every sentence of the year's texts. */
  readonly spoken: readonly Spoken[];
}

/** A sentence of the book and what it is about. */
export interface Spoken extends Statement {
  readonly kind: 'conclusion' | 'cause' | 'action' | 'evidence' | 'result' | 'step' | 'insight';
  readonly place: Place;
  /** Of which metric it speaks, where the place says so. */
  readonly metric: Metric | null;
  /** Something shows it: evidence under its record, a source, or a figure in the sentence. */
  readonly shown: boolean;
}
