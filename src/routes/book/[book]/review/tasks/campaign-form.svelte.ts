import type { Book } from '#core/book/book.ts';
import type { Writable } from '#core/book/records.ts';
import type { Campaign } from '#core/book/review.ts';
import type { Unit } from '#core/figure.ts';
import { campaignsOf, isNearYear, windowOf } from '#core/review/campaigns.ts';
import { parseTyped, typedText } from '#core/typed-number.ts';
import { m } from '#messages/compiled/messages.js';

const AMOUNTS = ['goal', 'cost', 'margin'] as const;
type Amount = (typeof AMOUNTS)[number];

/** What cannot be divided by or kept of a sale makes figures that mean nothing; a margin below 0 is bad, and possible. */
const IS_SENSIBLE: Record<Amount, (value: number) => boolean> = {
  goal: (value) => value > 0,
  cost: (value) => value >= 0,
  margin: (value) => value <= 1,
};
const NONSENSE: Record<Amount, () => string> = {
  goal: m.tasks_form_goal_not_above,
  cost: m.tasks_form_cost_below,
  margin: m.tasks_form_margin_above,
};

/** A campaign while it is being set up or changed. Nothing is written before it is whole. */
export class CampaignForm {
  readonly #book: Pick<Book, 'settings' | 'campaigns'>;
  /** The fiscal year it is of. */
  year = $state(0);
  name = $state('');
  start = $state('');
  end = $state('');
  tag = $state('');
  goal = $state('');
  cost = $state('');
  margin = $state('');
  #previous = $state('');
  owner = $state('');
  tried = $state(false);

  /** What it can be compared with. */
  readonly earlier = $derived.by(() => campaignsOf(this.#book, this.year - 1));
  readonly nameProblem = $derived(this.tried && this.name.trim() === '' ? m.tasks_form_name_missing() : '');
  readonly windowProblem = $derived.by(() => (this.tried ? this.#windowProblem() : ''));

  constructor(book: Pick<Book, 'settings' | 'campaigns'>, campaign: Partial<Campaign>) {
    this.#book = book;
    this.year = campaign.year ?? book.settings.year;
    const { currency } = book.settings;
    this.name = campaign.name ?? '';
    this.start = campaign.start ?? '';
    this.end = campaign.end ?? '';
    this.tag = campaign.tag ?? '';
    this.goal = typedText(campaign.goal ?? null, 'money', currency);
    this.cost = typedText(campaign.cost ?? null, 'money', currency);
    this.margin = typedText(campaign.margin ?? null, 'percent', currency);
    this.#previous = campaign.previous ?? '';
    this.owner = campaign.owner ?? '';
  }

  /** '' when what was chosen is not of the year before. */
  get previous(): string {
    return this.earlier.some(({ id }) => id === this.#previous) ? this.#previous : '';
  }

  set previous(id: string) {
    this.#previous = id;
  }

  problemOf(field: Amount): string {
    if (!this.tried) return '';
    const read = this.#read(field);
    if (!read.ok) return m.metrics_grid_not_a_number({ text: this[field] });
    return read.value === null || IS_SENSIBLE[field](read.value) ? '' : NONSENSE[field]();
  }

  /** What to write, or `null` while something is missing; then the form says what. */
  result(): Partial<Writable<'campaigns'>> | null {
    this.tried = true;
    const [goal, cost, margin] = [this.#read('goal'), this.#read('cost'), this.#read('margin')];
    if (this.nameProblem !== '' || this.windowProblem !== '' || !goal.ok || !cost.ok || !margin.ok) return null;
    if (AMOUNTS.some((field) => this.problemOf(field) !== '')) return null;
    return {
      year: this.year,
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

  #read(field: Amount) {
    const unit: Unit = field === 'margin' ? 'percent' : 'money';
    return parseTyped(this[field], unit, this.#book.settings.currency);
  }

  #windowProblem(): string {
    if (this.start === '' || this.end === '') return m.tasks_form_window_missing();
    const window = windowOf({ start: this.start, end: this.end });
    if (!window) return m.tasks_form_window_order();
    return isNearYear(window, this.year, this.#book.settings.firstMonth)
      ? ''
      : m.tasks_form_window_year({ year: this.year });
  }
}
