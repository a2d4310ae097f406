import type { Benchmark, BenchmarkKind, FigureKind, Level, Metric, PresetId } from '#core/book/book.ts';
import type { Verdict } from '#core/evaluation.ts';
import type { Direction, Unit } from '#core/figure.ts';
import type { LookBack } from '#core/kpis/facts.ts';
import { m } from '#messages/compiled/messages.js';
import { locale, type Language } from './locale.svelte.ts';

type Word = () => string;

const PRESET_NAMES: Record<PresetId, (none: object, o: { readonly locale: Language }) => string> = {
  returningSales: m.metrics_name_returning_sales,
  retention: m.metrics_name_retention,
  spendPerReturning: m.metrics_name_spend_per_returning,
  secondPurchase: m.metrics_name_second_purchase,
  newCustomers: m.metrics_name_new_customers,
  repurchase: m.metrics_name_repurchase,
  frequency: m.metrics_name_frequency,
  returningBuyers: m.metrics_name_returning_buyers,
  orderValue: m.metrics_name_order_value,
  sales: m.metrics_name_sales,
};

const PRESET_DEFINITIONS: Record<PresetId, (when: { when: string }) => string> = {
  returningSales: m.metrics_definition_returning_sales,
  retention: m.metrics_definition_retention,
  spendPerReturning: m.metrics_definition_spend_per_returning,
  secondPurchase: m.metrics_definition_second_purchase,
  newCustomers: m.metrics_definition_new_customers,
  repurchase: m.metrics_definition_repurchase,
  frequency: m.metrics_definition_frequency,
  returningBuyers: m.metrics_definition_returning_buyers,
  orderValue: m.metrics_definition_order_value,
  sales: m.metrics_definition_sales,
};

const LEVEL_WORDS: Record<Level, Word> = {
  core: m.metrics_level_core,
  key: m.metrics_level_key,
  supporting: m.metrics_level_supporting,
};

const UNIT_WORDS: Record<Unit, Word> = {
  money: m.metrics_unit_money,
  count: m.metrics_unit_count,
  percent: m.metrics_unit_percent,
  times: m.metrics_unit_times,
  days: m.metrics_unit_days,
};

const DIRECTION_WORDS: Record<Direction, Word> = {
  higher: m.metrics_direction_higher,
  lower: m.metrics_direction_lower,
};

const YEARLY_WORDS: Record<Metric['yearly'], Word> = {
  sum: m.metrics_yearly_sum,
  last: m.metrics_yearly_last,
  none: m.metrics_yearly_none,
};

const VERDICT_WORDS: Record<Verdict, { readonly word: Word; readonly meaning: Word }> = {
  win: { word: m.metrics_verdict_win, meaning: m.metrics_verdict_meaning_win },
  'easy-target': { word: m.metrics_verdict_easy_target, meaning: m.metrics_verdict_meaning_easy_target },
  headwind: { word: m.metrics_verdict_headwind, meaning: m.metrics_verdict_meaning_headwind },
  gap: { word: m.metrics_verdict_gap, meaning: m.metrics_verdict_meaning_gap },
  'met-market-unknown': { word: m.metrics_verdict_met_unknown, meaning: m.metrics_verdict_meaning_met_unknown },
  'missed-market-unknown': {
    word: m.metrics_verdict_missed_unknown,
    meaning: m.metrics_verdict_meaning_missed_unknown,
  },
};

const BENCHMARK_WORDS: Record<BenchmarkKind, Word> = {
  industry: m.metrics_benchmark_industry,
  market: m.metrics_benchmark_market,
  competitor: m.metrics_benchmark_competitor,
  leader: m.metrics_benchmark_leader,
};

const MEASURE_WORDS: Record<Benchmark['measure'], Word> = {
  growth: m.metrics_measure_growth,
  value: m.metrics_measure_value,
  index: m.metrics_measure_index,
};

const CONFIDENCE_WORDS: Record<Benchmark['confidence'], Word> = {
  A: m.metrics_confidence_a,
  B: m.metrics_confidence_b,
  C: m.metrics_confidence_c,
};

const FIGURE_WORDS: Record<FigureKind, { readonly word: Word; readonly definition: Word }> = {
  actual: { word: m.metrics_figure_actual, definition: m.metrics_figure_definition_actual },
  target: { word: m.metrics_figure_target, definition: m.metrics_figure_definition_target },
  attainment: { word: m.metrics_figure_attainment, definition: m.metrics_figure_definition_attainment },
  gap: { word: m.metrics_figure_gap, definition: m.metrics_figure_definition_gap },
  lastYear: { word: m.metrics_figure_last_year, definition: m.metrics_figure_definition_last_year },
  growth: { word: m.metrics_figure_growth, definition: m.metrics_figure_definition_growth },
  growthTwoYears: {
    word: m.metrics_figure_growth_two_years,
    definition: m.metrics_figure_definition_growth_two_years,
  },
  change: { word: m.metrics_figure_change, definition: m.metrics_figure_definition_change },
  impliedGrowth: { word: m.metrics_figure_implied_growth, definition: m.metrics_figure_definition_implied_growth },
  benchmark: { word: m.metrics_figure_benchmark, definition: m.metrics_figure_definition_benchmark },
  relativeShare: { word: m.metrics_figure_relative_share, definition: m.metrics_figure_definition_relative_share },
  driver: { word: m.metrics_figure_driver, definition: m.metrics_figure_definition_driver },
  segment: { word: m.metrics_figure_segment, definition: m.metrics_figure_definition_segment },
};

/** Keys are `Split.by`: a dimension of the order data, or the drivers. Other dimensions keep their own name. */
const DIMENSION_WORDS: Readonly<Record<string, Word>> = {
  drivers: m.metrics_dimension_drivers,
  newness: m.metrics_dimension_newness,
  category: m.metrics_dimension_category,
  channel: m.metrics_dimension_channel,
  campaign: m.metrics_dimension_campaign,
  product: m.metrics_dimension_product,
  firstChannel: m.metrics_dimension_first_channel,
  firstCategory: m.metrics_dimension_first_category,
  tenure: m.metrics_dimension_tenure,
};

/** What the person called the metric, else the preset's name in the reader's language. */
export function metricName(metric: Metric): string {
  if (metric.name !== '') return metric.name;
  return metric.preset === null ? m.metrics_name_unnamed() : presetName(metric.preset);
}

/** In the reader's language, or in another: files are headed in whatever their writer spoke. */
export const presetName = (preset: PresetId, language: Language = locale.current): string =>
  PRESET_NAMES[preset]({}, { locale: language });

/** What the metric counts, in one sentence. A renamed preset keeps its definition; a metric of one's own has a general one. */
export function metricDefinition(metric: Metric, lookBack: LookBack): string {
  if (metric.preset === null) return m.metrics_definition_custom();
  const when = lookBack === 'all' ? m.metrics_when_all() : m.metrics_when_days({ days: lookBack });
  return PRESET_DEFINITIONS[metric.preset]({ when });
}

const SIGNS = { sum: ' + ', product: ' × ', ratio: ' ÷ ' } as const;

/** The formula with the names of its parts, e.g. "Returning buyers × Frequency"; '' without one. */
export function formulaText(metric: Metric, metrics: readonly Metric[]): string {
  if (metric.formula === null) return '';
  const names = metric.formula.of.map((id) => metrics.find((other) => other.id === id));
  return names.map((part) => (part ? metricName(part) : '?')).join(SIGNS[metric.formula.kind]);
}

export const levelWord = (level: Level): string => LEVEL_WORDS[level]();
export const unitWord = (unit: Unit): string => UNIT_WORDS[unit]();
export const directionWord = (direction: Direction): string => DIRECTION_WORDS[direction]();
export const yearlyWord = (yearly: Metric['yearly']): string => YEARLY_WORDS[yearly]();
export const verdictWord = (verdict: Verdict): string => VERDICT_WORDS[verdict].word();
export const verdictMeaning = (verdict: Verdict): string => VERDICT_WORDS[verdict].meaning();
export const benchmarkWord = (kind: BenchmarkKind): string => BENCHMARK_WORDS[kind]();
export const measureWord = (measure: Benchmark['measure']): string => MEASURE_WORDS[measure]();
export const confidenceWord = (confidence: Benchmark['confidence']): string => CONFIDENCE_WORDS[confidence]();
export const figureWord = (figure: FigureKind): string => FIGURE_WORDS[figure].word();
export const figureDefinition = (figure: FigureKind): string => FIGURE_WORDS[figure].definition();
export const dimensionWord = (dimension: string): string => DIMENSION_WORDS[dimension]?.() ?? dimension;

/** Names that Annum gives to segments; every other name comes from the person's file and is shown as it is. */
const SEGMENT_WORDS: Readonly<Record<string, Word>> = {
  '': m.metrics_segment_none,
  other: m.metrics_segment_other,
  'campaign:': m.metrics_segment_no_campaign,
  'newness:new': m.metrics_segment_new,
  'newness:existing': m.metrics_segment_existing,
  'tenure:new': m.metrics_segment_tenure_new,
  'tenure:one': m.metrics_segment_tenure_one,
  'tenure:more': m.metrics_segment_tenure_more,
  'tenure:earlier': m.metrics_segment_tenure_earlier,
};

export const segmentWord = (dimension: string, name: string): string =>
  (SEGMENT_WORDS[`${dimension}:${name}`] ?? SEGMENT_WORDS[name])?.() ?? name;
