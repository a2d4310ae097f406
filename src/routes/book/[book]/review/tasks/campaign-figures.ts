import { windowOf, type CampaignReview } from '#core/review/campaigns.ts';
import type { Unit } from '#core/figure.ts';
import type { Estimate, NoEffectReason, SecondPurchaseShare } from '#core/kpis/campaign-facts.ts';
import type { Currency } from '#core/money.ts';
import { dateOf, type Day } from '#core/period.ts';
import { m } from '#messages/compiled/messages.js';
import { formatCount, formatDay, formatPercent, formatValue, UNKNOWN } from '#messages/format.ts';

/** How the figures of campaigns read: the currency, and how a computing time is told. */
export interface Show {
  readonly currency: Currency;
  readonly date: (iso: string) => string;
}

/** One figure of a campaign, in one place: its words, its value, the numbers behind it and why it may be unknown. */
export interface CampaignFigure {
  readonly label: () => string;
  readonly definition: (review: CampaignReview) => string;
  readonly form: Unit | 'change';
  readonly value: (review: CampaignReview) => number | null;
  /** Of an estimate. */
  readonly range?: (review: CampaignReview) => Estimate | null;
  /** The computation with its numbers; '' where there is none. */
  readonly formula: (review: CampaignReview, show: Show) => string;
  /** Said beside the value; '' where there is nothing to add. */
  readonly note?: (review: CampaignReview, show: Show) => string;
  /** Why it is unknown, and what would make it known. */
  readonly unknown: (review: CampaignReview) => string;
  /** Comparing campaigns, more of it is better. */
  readonly compared?: true;
}

const money = (value: number | null, { currency }: Show): string =>
  formatValue(value, 'money', { currency, symbol: true });

const shortOf = (value: number | null, form: CampaignFigure['form'], { currency }: Show): string => {
  if (form !== 'change') return formatValue(value, form, { currency, form: 'short' });
  return value !== null && value > 0 ? `+${formatPercent(value, 0)}` : formatPercent(value, 0);
};

const notAsked = (review: CampaignReview): string | null =>
  review.facts === null ? (review.days === null ? m.tasks_unknown_window() : m.tasks_unknown_orders()) : null;

const small = (review: CampaignReview): string => notAsked(review) ?? m.tasks_unknown_small();

const NO_EFFECT: Record<NoEffectReason, () => string> = {
  'outside-data': m.tasks_unknown_outside,
  'too-little-history': m.tasks_unknown_history,
  'no-sales': m.tasks_unknown_sales,
};

const noEffect = (review: CampaignReview): string =>
  notAsked(review) ?? (review.facts?.effect.kind === 'unknown' ? NO_EFFECT[review.facts.effect.reason]() : UNKNOWN);

const estimated = ({ facts }: CampaignReview) => (facts?.effect.kind === 'estimate' ? facts.effect : null);

/** Why a second-purchase rate is not known, or what is left out of a known one. */
function maturity(share: SecondPurchaseShare | null | undefined, review: CampaignReview): string {
  if (!share) return small(review);
  return share.mature > 0 ? '' : share.immature > 0 ? m.tasks_unknown_young() : m.tasks_unknown_nobody();
}

const share = (of: SecondPurchaseShare | null | undefined): string =>
  of && of.mature > 0 ? `${formatCount(of.converted)} ÷ ${formatCount(of.mature)}` : '';

/** Every figure of a campaign, in the order a page tells them. */
export const CAMPAIGN_FIGURES = {
  sales: {
    label: m.tasks_figure_sales,
    definition: ({ campaign }) =>
      campaign.tag === '' ? m.tasks_definition_sales_shop() : m.tasks_definition_sales_tag({ tag: campaign.tag }),
    form: 'money',
    value: ({ facts }) => facts?.sales ?? null,
    formula: ({ facts }) =>
      facts && facts.orders !== null && facts.buyers !== null
        ? m.tasks_formula_orders({ orders: formatCount(facts.orders), buyers: formatCount(facts.buyers) })
        : '',
    unknown: small,
    compared: true,
  },
  attainment: {
    label: m.tasks_figure_attainment,
    definition: m.tasks_definition_attainment,
    form: 'percent',
    value: ({ attainment }) => attainment,
    formula: ({ facts, campaign }, show) =>
      facts && campaign.goal !== null ? `${money(facts.sales, show)} ÷ ${money(campaign.goal, show)}` : '',
    note: ({ campaign }, show) =>
      campaign.goal === null ? '' : m.tasks_note_goal({ goal: shortOf(campaign.goal, 'money', show) }),
    unknown: (review) => notAsked(review) ?? (review.campaign.goal === null ? m.tasks_unknown_goal() : small(review)),
  },
  share: {
    label: m.tasks_figure_share,
    definition: m.tasks_definition_share,
    form: 'percent',
    value: ({ share: value }) => value,
    formula: ({ facts }, show) =>
      facts?.shareOfYear ? `${money(facts.shareOfYear.sales, show)} ÷ ${money(facts.shareOfYear.yearSales, show)}` : '',
    note: ({ facts }) => (facts?.shareOfYear?.toDate ? m.tasks_note_to_date() : ''),
    unknown: small,
    compared: true,
  },
  effect: {
    label: m.tasks_figure_effect,
    definition: m.tasks_definition_effect,
    form: 'money',
    value: ({ effect }) => effect?.value ?? null,
    range: ({ effect }) => effect,
    formula: (review, show) => {
      const effect = estimated(review);
      if (!effect) return '';
      const parts = [effect.uplift, effect.wait, effect.dip].flatMap((part) => (part ? [money(part.value, show)] : []));
      return m.tasks_formula_effect({ parts: parts.join(' − ') });
    },
    note: ({ effect }) => (effect && effect.low <= 0 && effect.high >= 0 ? m.tasks_note_maybe_zero() : ''),
    unknown: noEffect,
    compared: true,
  },
  effectPerDay: {
    label: m.tasks_figure_effect_per_day,
    definition: m.tasks_definition_effect_per_day,
    form: 'money',
    value: ({ effectPerDay }) => effectPerDay?.value ?? null,
    range: ({ effectPerDay }) => effectPerDay,
    formula: ({ effect, facts }, show) =>
      effect && facts ? `${money(effect.value, show)} ÷ ${formatCount(facts.end - facts.start + 1)}` : '',
    unknown: noEffect,
    compared: true,
  },
  baseline: {
    label: m.tasks_figure_baseline,
    definition: (review) => m.tasks_definition_baseline({ days: formatCount(estimated(review)?.daysFitted ?? null) }),
    form: 'money',
    value: (review) => estimated(review)?.baseline.value ?? null,
    range: (review) => estimated(review)?.baseline ?? null,
    formula: () => '',
    unknown: noEffect,
  },
  uplift: {
    label: m.tasks_figure_uplift,
    definition: m.tasks_definition_uplift,
    form: 'money',
    value: (review) => estimated(review)?.uplift.value ?? null,
    range: (review) => estimated(review)?.uplift ?? null,
    formula: (review, show) => {
      const effect = estimated(review);
      const sales = review.facts?.shopSales ?? null;
      return effect && sales !== null ? `${money(sales, show)} − ${money(effect.baseline.value, show)}` : '';
    },
    unknown: noEffect,
  },
  wait: {
    label: m.tasks_figure_wait,
    definition: m.tasks_definition_wait,
    form: 'money',
    value: (review) => estimated(review)?.wait?.value ?? null,
    range: (review) => estimated(review)?.wait ?? null,
    formula: () => '',
    unknown: (review) => (estimated(review) ? m.tasks_unknown_shoulder() : noEffect(review)),
  },
  dip: {
    label: m.tasks_figure_dip,
    definition: m.tasks_definition_dip,
    form: 'money',
    value: (review) => estimated(review)?.dip?.value ?? null,
    range: (review) => estimated(review)?.dip ?? null,
    formula: () => '',
    unknown: (review) => (estimated(review) ? m.tasks_unknown_shoulder() : noEffect(review)),
  },
  newCustomers: {
    label: m.tasks_figure_new_customers,
    definition: m.tasks_definition_new_customers,
    form: 'count',
    value: ({ facts }) => facts?.newCustomers ?? null,
    formula: () => '',
    note: ({ facts }) =>
      facts?.newCustomers && facts.buyers
        ? m.tasks_note_of_buyers({ share: formatPercent(facts.newCustomers / facts.buyers, 0) })
        : '',
    unknown: small,
    compared: true,
  },
  secondPurchase: {
    label: m.tasks_figure_second_purchase,
    definition: m.tasks_definition_second_purchase,
    form: 'percent',
    value: ({ secondPurchase }) => secondPurchase,
    formula: ({ facts }) => share(facts?.secondPurchase),
    note: (review) =>
      review.otherSecondPurchase === null
        ? ''
        : m.tasks_note_others({ rate: formatPercent(review.otherSecondPurchase) }),
    unknown: (review) => maturity(review.facts?.secondPurchase, review),
    compared: true,
  },
  otherSecondPurchase: {
    label: m.tasks_figure_other_second_purchase,
    definition: m.tasks_definition_other_second_purchase,
    form: 'percent',
    value: ({ otherSecondPurchase }) => otherSecondPurchase,
    formula: ({ facts }) => share(facts?.otherSecondPurchase),
    unknown: (review) => maturity(review.facts?.otherSecondPurchase, review),
  },
  roas: {
    label: m.tasks_figure_roas,
    definition: m.tasks_definition_roas,
    form: 'times',
    value: ({ roas }) => roas,
    formula: ({ facts, campaign }, show) =>
      facts && campaign.cost !== null ? `${money(facts.sales, show)} ÷ ${money(campaign.cost, show)}` : '',
    unknown: (review) => notAsked(review) ?? (review.campaign.cost === null ? m.tasks_unknown_cost() : small(review)),
    compared: true,
  },
  roi: {
    label: m.tasks_figure_roi,
    definition: m.tasks_definition_roi,
    form: 'change',
    value: ({ roi }) => roi?.value ?? null,
    range: ({ roi }) => roi,
    formula: ({ effect, campaign }, show) => {
      if (!effect || campaign.cost === null || campaign.margin === null) return '';
      const cost = money(campaign.cost, show);
      return `(${money(effect.value, show)} × ${formatPercent(campaign.margin)} − ${cost}) ÷ ${cost}`;
    },
    unknown: (review) => {
      if (review.effect === null) return noEffect(review);
      return review.campaign.cost === null ? m.tasks_unknown_cost() : m.tasks_unknown_margin();
    },
    compared: true,
  },
} satisfies Record<string, CampaignFigure>;

export type CampaignFigureId = keyof typeof CAMPAIGN_FIGURES;

export const figureOf = (id: CampaignFigureId): CampaignFigure => CAMPAIGN_FIGURES[id];

/** A campaign's figure as it is shown, and all that its card says. */
export interface CampaignFigureView {
  readonly id: CampaignFigureId;
  readonly label: string;
  readonly text: string;
  /** "36K–52K"; '' where it is counted and not estimated. */
  readonly range: string;
  readonly note: string;
  /** Why it is unknown; '' when it is known. */
  readonly reason: string;
  readonly full: string;
  readonly definition: string;
  readonly formula: string;
  readonly source: string;
}

export function viewOf(id: CampaignFigureId, review: CampaignReview, show: Show): CampaignFigureView {
  const figure = figureOf(id);
  const value = figure.value(review);
  const range = value === null ? null : (figure.range?.(review) ?? null);
  const { facts } = review;
  return {
    id,
    label: figure.label(),
    text: shortOf(value, figure.form, show),
    range: range ? `${shortOf(range.low, figure.form, show)} – ${shortOf(range.high, figure.form, show)}` : '',
    note: value === null ? '' : (figure.note?.(review, show) ?? ''),
    reason: value === null ? figure.unknown(review) : '',
    full: figure.form === 'money' ? money(value, show) : shortOf(value, figure.form, show),
    definition: figure.definition(review),
    formula: value === null ? '' : figure.formula(review, show),
    source: facts ? m.tasks_source({ dataset: facts.datasetName, date: show.date(facts.computedAt) }) : '',
  };
}

/** First and last day with the year, for a page of its own. */
export function windowText({ campaign, days }: CampaignReview): string {
  const window = windowOf(campaign);
  return window && days !== null
    ? m.tasks_window({ start: formatDay(window.start), end: formatDay(window.end), days })
    : m.tasks_no_window();
}

/** The same where the year is known already: "6/1 – 6/18". */
export function windowShort({ campaign, days }: CampaignReview): string {
  const window = windowOf(campaign);
  return window && days !== null
    ? m.tasks_window_short({ start: shortDay(window.start), end: shortDay(window.end), days })
    : m.tasks_no_window();
}

/** A day where the year is known: "6/18", in every language. */
export function shortDay(day: Day): string {
  const date = dateOf(day);
  return `${date.month}/${date.day}`;
}
