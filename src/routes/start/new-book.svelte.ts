import type { BookSettings } from '#core/book/book.ts';
import type { LookBack } from '#core/kpis/facts.ts';
import type { Currency } from '#core/money.ts';
import { fiscalYearOf, firstMonthOf, monthOf, type FirstMonth, type FiscalYear, type Month } from '#core/period.ts';
import type { Language } from '#messages/locale.svelte.ts';

export const LONGEST_TEAM = 60;
/** Reviews are also written of old data: a migration, a benchmark year. */
const YEARS_BACK = 20;

const CURRENCY_OF: Record<Language, Currency> = { 'zh-Hans': 'CNY', 'zh-Hant': 'TWD', en: 'USD' };

/** What the *New book* dialog holds. The year follows the first month until a person picks one. */
export class NewBook {
  team = $state('');
  firstMonth = $state<FirstMonth>(1);
  currency: Currency = $state('CNY');
  lookBack = $state<LookBack>(365);
  /** Set by the first attempt to create, so nothing is called wrong before it was typed. */
  tried = $state(false);
  #picked = $state<FiscalYear | null>(null);
  readonly #thisMonth: Month;

  constructor(language: Language, now: Date) {
    this.currency = CURRENCY_OF[language];
    this.#thisMonth = monthOf(now.getFullYear(), now.getMonth() + 1);
  }

  readonly #running = $derived.by(() => fiscalYearOf(this.#thisMonth, this.firstMonth));

  /** The last complete year by default. */
  get year(): FiscalYear {
    return this.#picked ?? this.#running - 1;
  }
  set year(year: FiscalYear) {
    this.#picked = year;
  }

  readonly years = $derived.by(() => Array.from({ length: YEARS_BACK }, (_, back) => this.#running - back));
  readonly from = $derived.by(() => firstMonthOf(this.year, this.firstMonth));
  readonly to = $derived.by(() => this.from + 11);
  readonly isRunning = $derived.by(() => this.to >= this.#thisMonth);

  readonly problem = $derived.by((): 'missing' | 'long' | null => {
    const team = this.team.trim();
    if (team === '') return 'missing';
    return [...team].length > LONGEST_TEAM ? 'long' : null;
  });

  /** `null` while the team's name is not right. */
  settings(): BookSettings | null {
    this.tried = true;
    if (this.problem) return null;
    return {
      team: this.team.trim(),
      year: this.year,
      firstMonth: this.firstMonth,
      currency: this.currency,
      lookBack: this.lookBack,
      sample: false,
    };
  }
}
