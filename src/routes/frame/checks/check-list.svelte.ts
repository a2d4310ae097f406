import { PARTS, type Check, type Part, type Place, type Severity } from '#core/checks/check.ts';
import { checkWords, type CheckWords } from '#messages/check-words.ts';
import { m } from '#messages/compiled/messages.js';
import { reportFormats } from '#messages/report-formats.ts';
import type { BookSession } from '#session/book-session.ts';
import { undoToast } from '../undo-toast.ts';
import { isOpen } from './open-checks.ts';

export interface CheckGroup {
  readonly part: Part;
  readonly checks: readonly Check[];
}

/** The checks as a person goes through them: of this screen or all, of one weight or all, the open ones before those set aside. */
export class CheckList {
  readonly #session: BookSession;
  readonly #here: () => Place | null;
  scope = $state<'here' | 'all'>('all');
  weight = $state<Severity | 'all'>('all');
  /** The check being set aside, by its key. */
  dismissing = $state<string | null>(null);

  readonly #all = $derived.by(() => this.#session.evaluation?.checks ?? []);
  readonly #inScope = $derived.by(() =>
    this.scope === 'all' ? this.#all : this.#all.filter((check) => this.#isHere(check)),
  );
  readonly open = $derived(this.#inScope.filter(isOpen));
  readonly dismissed = $derived(this.#inScope.filter((check) => !isOpen(check)));
  readonly groups = $derived.by<readonly CheckGroup[]>(() =>
    PARTS.map((part) => ({
      part,
      checks: this.open.filter(
        (check) => check.part === part && (this.weight === 'all' || check.severity === this.weight),
      ),
    })).filter(({ checks }) => checks.length > 0),
  );
  readonly #formats = $derived.by(() => {
    const { currency, firstMonth } = this.#session.book.settings;
    return reportFormats(currency, firstMonth);
  });

  constructor(session: BookSession, here: () => Place | null) {
    this.#session = session;
    this.#here = here;
  }

  get bookId(): string {
    return this.#session.id;
  }

  get isLoading(): boolean {
    return this.#session.evaluation === null;
  }

  get readOnly(): boolean {
    return this.#session.readOnly;
  }

  /** Whether the screen shown is one that checks can be about. */
  get hasHere(): boolean {
    return this.#here() !== null;
  }

  count(severity: Severity): number {
    return this.open.filter((check) => check.severity === severity).length;
  }

  words(check: Check): CheckWords {
    return checkWords(check, this.#session.book.metrics, this.#formats);
  }

  dismiss(check: Check, reason: string): void {
    this.#session.edit.dismissCheck(check.key, reason.trim());
    this.dismissing = null;
    undoToast(this.#session, m.checks_dismissed_toast);
  }

  restore(check: Check): void {
    this.#session.edit.restoreCheck(check.key);
  }

  #isHere({ place }: Check): boolean {
    const here = this.#here();
    return here !== null && place.screen === here.screen && place.of === here.of;
  }
}
