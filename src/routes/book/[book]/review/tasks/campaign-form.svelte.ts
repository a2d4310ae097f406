import type { Book } from '#core/book/book.ts';
import type { Writable } from '#core/book/records.ts';
import type { Campaign } from '#core/book/review.ts';
import type { Unit } from '#core/figure.ts';
import { isNearYear, windowOf } from '#core/review/campaigns.ts';
import { parseTyped, typedText } from '#core/typed-number.ts';
import { m } from '#messages/compiled/messages.js';

/** A campaign while it is being set up or changed. Nothing is written before it is whole. */
export class CampaignForm {
  readonly #book: Pick<Book, 'settings'>;
  readonly #year: number;
  name = $state('');
  start = $state('');
  end = $state('');
  tag = $state('');
  goal = $state('');
  cost = $state('');
  margin = $state('');
  previous = $state('');
  owner = $state('');
  tried = $state(false);

  readonly nameProblem = $derived(this.tried && this.name.trim() === '' ? m.tasks_form_name_missing() : '');
  readonly windowProblem = $derived.by(() => (this.tried ? this.#windowProblem() : ''));

  constructor(book: Pick<Book, 'settings'>, campaign: Partial<Campaign>) {
    this.#book = book;
    this.#year = campaign.year ?? book.settings.year;
    const { currency } = book.settings;
    this.name = campaign.name ?? '';
    this.start = campaign.start ?? '';
    this.end = campaign.end ?? '';
    this.tag = campaign.tag ?? '';
    this.goal = typedText(campaign.goal ?? null, 'money', currency);
    this.cost = typedText(campaign.cost ?? null, 'money', currency);
    this.margin = typedText(campaign.margin ?? null, 'percent', currency);
    this.previous = campaign.previous ?? '';
    this.owner = campaign.owner ?? '';
  }

  problemOf(field: 'goal' | 'cost' | 'margin'): string {
    const text = this[field];
    return this.tried && !this.#read(field).ok ? m.metrics_grid_not_a_number({ text }) : '';
  }

  /** What to write, or `null` while something is missing; then the form says what. */
  result(): Partial<Writable<'campaigns'>> | null {
    this.tried = true;
    const [goal, cost, margin] = [this.#read('goal'), this.#read('cost'), this.#read('margin')];
    if (this.nameProblem !== '' || this.windowProblem !== '' || !goal.ok || !cost.ok || !margin.ok) return null;
    return {
      year: this.#year,
      name: this.name.trim(),
      start: this.start,
      end: this.end,
      tag: this.tag.trim(),
      goal: goal.value,
      cost: cost.value,
      margin: margin.value,
      previous: this.previous,
      owner: this.owner.trim(),
    };
  }

  #read(field: 'goal' | 'cost' | 'margin') {
    const unit: Unit = field === 'margin' ? 'percent' : 'money';
    return parseTyped(this[field], unit, this.#book.settings.currency);
  }

  #windowProblem(): string {
    if (this.start === '' || this.end === '') return m.tasks_form_window_missing();
    const window = windowOf({ start: this.start, end: this.end });
    if (!window) return m.tasks_form_window_order();
    return isNearYear(window, this.#year, this.#book.settings.firstMonth)
      ? ''
      : m.tasks_form_window_year({ year: this.#year });
  }
}
