import type { Metric } from '#core/book/book.ts';
import type { Check, CheckFacts, CheckId, Part, Severity } from '#core/checks/check.ts';
import type { ReportFormats } from '#core/report/words.ts';
import { m } from './compiled/messages.js';
import { metricName, segmentWord } from './metric-words.ts';

export interface CheckWords {
  /** One line, with names and figures. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  readonly todo: string;
}

type Word = () => string;

/** The facts of one check as its title needs them. */
class Told {
  readonly #facts: CheckFacts;
  readonly #metrics: readonly Metric[];
  readonly #formats: Pick<ReportFormats, 'figure'>;

  constructor(facts: CheckFacts, metrics: readonly Metric[], formats: Pick<ReportFormats, 'figure'>) {
    this.#facts = facts;
    this.#metrics = metrics;
    this.#formats = formats;
  }

  get metric(): string {
    const metric = this.#metrics.find((one) => one.id === this.#facts.metric);
    return metric ? metricName(metric) : m.checks_unnamed();
  }

  get name(): string {
    return this.#facts.name?.trim() || m.checks_unnamed();
  }

  get quote(): string {
    return this.#facts.quote ?? '';
  }

  get word(): string {
    return this.#facts.word ?? '';
  }

  get count(): number {
    return this.#facts.count ?? 0;
  }

  get segment(): string {
    return segmentWord(this.#facts.segment?.by ?? '', this.#facts.segment?.name ?? '');
  }

  has(figure: string): boolean {
    return (this.#facts.figures?.[figure]?.value ?? null) !== null;
  }

  figure(name: string): string {
    const figure = this.#facts.figures?.[name];
    return this.#formats.figure(figure ?? { value: null, form: 'count', signed: false, toDate: false });
  }
}

interface Words {
  readonly title: (told: Told) => string;
  readonly why: Word;
  readonly todo: Word;
}

const WORDS: Readonly<Record<CheckId, Words>> = {
  'no-figures': { title: m.checks_no_figures, why: m.checks_no_figures_why, todo: m.checks_no_figures_do },
  'no-core-metric': {
    title: m.checks_no_core_metric,
    why: m.checks_no_core_metric_why,
    todo: m.checks_no_core_metric_do,
  },
  'figure-without-target': {
    title: (told) => m.checks_figure_without_target({ actual: told.figure('actual'), metric: told.metric }),
    why: m.checks_figure_without_target_why,
    todo: m.checks_figure_without_target_do,
  },
  'few-comparisons': {
    title: (told) => m.checks_few_comparisons({ metric: told.metric }),
    why: m.checks_few_comparisons_why,
    todo: m.checks_few_comparisons_do,
  },
  'behind-market': {
    title: (told) =>
      m.checks_behind_market({ market: told.figure('market'), metric: told.metric, own: told.figure('own') }),
    why: m.checks_behind_market_why,
    todo: m.checks_behind_market_do,
  },
  'zero-growth-target': {
    title: (told) => m.checks_zero_growth_target({ implied: told.figure('implied'), metric: told.metric }),
    why: m.checks_zero_growth_target_why,
    todo: m.checks_zero_growth_target_do,
  },
  'growth-hides-decline': {
    title: (told) =>
      m.checks_growth_hides_decline({
        fell: told.figure('fell'),
        growth: told.figure('growth'),
        metric: told.metric,
        segment: told.segment,
      }),
    why: m.checks_growth_hides_decline_why,
    todo: m.checks_growth_hides_decline_do,
  },
  'missed-without-cause': {
    title: (told) => m.checks_missed_without_cause({ gap: told.figure('gap'), metric: told.metric }),
    why: m.checks_missed_without_cause_why,
    todo: m.checks_missed_without_cause_do,
  },
  'met-without-factor': {
    title: (told) => m.checks_met_without_factor({ gap: told.figure('gap'), metric: told.metric }),
    why: m.checks_met_without_factor_why,
    todo: m.checks_met_without_factor_do,
  },
  'cause-without-evidence': {
    title: (told) => m.checks_cause_without_evidence({ name: told.name }),
    why: m.checks_cause_without_evidence_why,
    todo: m.checks_cause_without_evidence_do,
  },
  'cause-without-action': {
    title: (told) => m.checks_cause_without_action({ name: told.name }),
    why: m.checks_cause_without_action_why,
    todo: m.checks_cause_without_action_do,
  },
  'factor-without-condition': {
    title: (told) => m.checks_factor_without_condition({ name: told.name }),
    why: m.checks_factor_without_condition_why,
    todo: m.checks_factor_without_condition_do,
  },
  'action-without-owner': {
    title: (told) => m.checks_action_without_owner({ name: told.name }),
    why: m.checks_action_without_owner_why,
    todo: m.checks_action_without_owner_do,
  },
  'action-without-due': {
    title: (told) => m.checks_action_without_due({ name: told.name }),
    why: m.checks_action_without_due_why,
    todo: m.checks_action_without_due_do,
  },
  'action-without-metric': {
    title: (told) => m.checks_action_without_metric({ name: told.name }),
    why: m.checks_action_without_metric_why,
    todo: m.checks_action_without_metric_do,
  },
  'cause-not-taken-up': {
    title: (told) => m.checks_cause_not_taken_up({ name: told.name }),
    why: m.checks_cause_not_taken_up_why,
    todo: m.checks_cause_not_taken_up_do,
  },
  'nothing-taken-up': {
    title: (told) => m.checks_nothing_taken_up({ count: told.count }),
    why: m.checks_nothing_taken_up_why,
    todo: m.checks_nothing_taken_up_do,
  },
  'conclusion-order': {
    title: m.checks_conclusion_order,
    why: m.checks_conclusion_order_why,
    todo: m.checks_conclusion_order_do,
  },
  'benchmark-without-source': {
    title: (told) => m.checks_benchmark_without_source({ metric: told.metric }),
    why: m.checks_benchmark_without_source_why,
    todo: m.checks_benchmark_without_source_do,
  },
  'benchmark-without-date': {
    title: (told) => m.checks_benchmark_without_date({ metric: told.metric }),
    why: m.checks_benchmark_without_date_why,
    todo: m.checks_benchmark_without_date_do,
  },
  'index-as-value': {
    title: (told) => m.checks_index_as_value({ quote: told.quote }),
    why: m.checks_index_as_value_why,
    todo: m.checks_index_as_value_do,
  },
  'hedge-without-evidence': {
    title: (told) => m.checks_hedge_without_evidence({ quote: told.quote, word: told.word }),
    why: m.checks_hedge_without_evidence_why,
    todo: m.checks_hedge_without_evidence_do,
  },
  'year-called-period': {
    title: (told) => m.checks_year_called_period({ quote: told.quote, word: told.word }),
    why: m.checks_year_called_period_why,
    todo: m.checks_year_called_period_do,
  },
  'period-called-year': {
    title: (told) => m.checks_period_called_year({ quote: told.quote, word: told.word }),
    why: m.checks_period_called_year_why,
    todo: m.checks_period_called_year_do,
  },
  'percent-for-points': {
    title: (told) => m.checks_percent_for_points({ word: told.word }),
    why: m.checks_percent_for_points_why,
    todo: m.checks_percent_for_points_do,
  },
  'share-as-contribution': {
    title: (told) => m.checks_share_as_contribution({ quote: told.quote }),
    why: m.checks_share_as_contribution_why,
    todo: m.checks_share_as_contribution_do,
  },
  'task-by-activity': {
    title: (told) => m.checks_task_by_activity({ name: told.name }),
    why: m.checks_task_by_activity_why,
    todo: m.checks_task_by_activity_do,
  },
  'result-tells-activity': {
    title: (told) => m.checks_result_tells_activity({ name: told.name, word: told.word }),
    why: m.checks_result_tells_activity_why,
    todo: m.checks_result_tells_activity_do,
  },
  'grade-without-reason': {
    title: (told) => m.checks_grade_without_reason({ name: told.name }),
    why: m.checks_grade_without_reason_why,
    todo: m.checks_grade_without_reason_do,
  },
  'task-without-evidence': {
    title: (told) => m.checks_task_without_evidence({ name: told.name }),
    why: m.checks_task_without_evidence_why,
    todo: m.checks_task_without_evidence_do,
  },
  'result-too-long': {
    title: (told) => m.checks_result_too_long({ name: told.name }),
    why: m.checks_result_too_long_why,
    todo: m.checks_result_too_long_do,
  },
  'campaign-without-baseline': {
    title: (told) => m.checks_campaign_without_baseline({ name: told.name }),
    why: m.checks_campaign_without_baseline_why,
    todo: m.checks_campaign_without_baseline_do,
  },
  'campaign-without-review': {
    title: (told) => m.checks_campaign_without_review({ count: told.count, name: told.name }),
    why: m.checks_campaign_without_review_why,
    todo: m.checks_campaign_without_review_do,
  },
  'campaign-without-follow-up': {
    title: (told) => m.checks_campaign_without_follow_up({ name: told.name }),
    why: m.checks_campaign_without_follow_up_why,
    todo: m.checks_campaign_without_follow_up_do,
  },
  'insight-without-source': {
    title: (told) => m.checks_insight_without_source({ name: told.name }),
    why: m.checks_insight_without_source_why,
    todo: m.checks_insight_without_source_do,
  },
  'insight-without-opportunity': {
    title: (told) => m.checks_insight_without_opportunity({ name: told.name }),
    why: m.checks_insight_without_opportunity_why,
    todo: m.checks_insight_without_opportunity_do,
  },
  'entry-without-goal': {
    title: (told) => m.checks_entry_without_goal({ name: told.name }),
    why: m.checks_entry_without_goal_why,
    todo: m.checks_entry_without_goal_do,
  },
  'cost-without-return': {
    title: (told) => m.checks_cost_without_return({ name: told.name, spent: told.figure('spent') }),
    why: m.checks_cost_without_return_why,
    todo: m.checks_cost_without_return_do,
  },
  'system-without-hours': {
    title: (told) => m.checks_system_without_hours({ name: told.name, spent: told.figure('spent') }),
    why: m.checks_system_without_hours_why,
    todo: m.checks_system_without_hours_do,
  },
  'zero-growth-goal': {
    title: (told) => m.checks_zero_growth_goal({ implied: told.figure('implied'), metric: told.metric }),
    why: m.checks_zero_growth_goal_why,
    todo: m.checks_zero_growth_goal_do,
  },
};

/** Met but behind the market's level rather than its growth. */
const BEHIND_LEVEL: Words = {
  title: (told) => m.checks_behind_market_level({ metric: told.metric }),
  why: m.checks_behind_market_level_why,
  todo: m.checks_behind_market_level_do,
};

/** An objection in the reader's language. */
export function checkWords(
  { id, facts }: Pick<Check, 'id' | 'facts'>,
  metrics: readonly Metric[],
  formats: Pick<ReportFormats, 'figure'>,
): CheckWords {
  const told = new Told(facts, metrics, formats);
  const words = id === 'behind-market' && !told.has('market') ? BEHIND_LEVEL : WORDS[id];
  return { title: words.title(told), why: words.why(), todo: words.todo() };
}

const SEVERITY_WORDS: Record<Severity, Word> = {
  error: m.checks_severity_error,
  warn: m.checks_severity_warn,
  hint: m.checks_severity_hint,
};

const PART_WORDS: Record<Part, Word> = {
  metrics: m.shell_review_metrics,
  tasks: m.shell_review_tasks,
  market: m.shell_review_market,
  team: m.shell_review_team,
  cost: m.shell_review_cost,
  plan: m.shell_section_plan,
};

export const severityWord = (severity: Severity): string => SEVERITY_WORDS[severity]();
export const partWord = (part: Part): string => PART_WORDS[part]();
