import { COST_CATEGORIES } from '#core/book/review.ts';
import type { NeedReason } from '#core/cost-facts.ts';
import type { ReportFormats } from '#core/report/words.ts';
import { m } from '#messages/compiled/messages.js';

type Known = (typeof COST_CATEGORIES)[number];

const CATEGORY_WORDS: Record<Known, () => string> = {
  sms: m.cost_category_sms,
  gifts: m.cost_category_gifts,
  benefits: m.cost_category_benefits,
  media: m.cost_category_media,
  events: m.cost_category_events,
  systems: m.cost_category_systems,
  people: m.cost_category_people,
  other: m.cost_category_other,
};

const isKnown = (category: string): category is Known => Object.hasOwn(CATEGORY_WORDS, category);

/** A category's name in the reader's language; the team's own are shown as they were written. */
export function categoryWord(category: string): string {
  if (category === '') return m.cost_category_none();
  return isKnown(category) ? CATEGORY_WORDS[category]() : category;
}

/** The category that a text names: a known one by its word or id, else a category of the team's own. */
export function categoryOf(text: string): string {
  const wanted = text.trim().toLowerCase();
  return COST_CATEGORIES.find((id) => id === wanted || categoryWord(id).toLowerCase() === wanted) ?? text.trim();
}

/** A return of cost: ROAS as "6.0", ROI in per cent. */
export const returnText = (measure: 'roas' | 'roi', value: number | null, formats: ReportFormats): string =>
  measure === 'roi' ? formats.percent(value) : formats.value(value, 'times', 'full');

/** Why a need was proposed, one sentence each. */
export function reasonText(reason: NeedReason, formats: ReportFormats): string {
  const money = (amount: number) => formats.value(amount, 'money', 'full');
  const signed = (value: number) => formats.change({ kind: 'ratio', value });
  switch (reason.kind) {
    case 'spent':
      return m.cost_reason_spent({ amount: money(reason.amount) });
    case 'year-end':
      return m.cost_reason_year_end({ amount: money(reason.amount) });
    case 'budgeted':
      return m.cost_reason_budgeted({ amount: money(reason.amount) });
    case 'return-above':
    case 'return-below': {
      const told = {
        measure: reason.measure === 'roi' ? m.cost_roi() : m.cost_roas(),
        line: returnText(reason.measure, reason.line, formats),
        team: returnText(reason.measure, reason.team, formats),
      };
      return reason.kind === 'return-above' ? m.cost_reason_return_above(told) : m.cost_reason_return_below(told);
    }
    case 'under-budget':
      return m.cost_reason_under({ rate: formats.percent(-reason.rate) });
    case 'over-budget':
      return m.cost_reason_over({ rate: formats.percent(reason.rate) });
    case 'price':
      return m.cost_reason_price({ rate: signed(reason.rate) });
    case 'running-cost':
      return m.cost_reason_running();
    case 'not-earned':
      return m.cost_reason_not_earned({ amount: money(-reason.net) });
  }
}
