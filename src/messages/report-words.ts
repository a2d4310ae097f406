import type { BookSettings } from '#core/book/book.ts';
import type {
  ExplanationFacts,
  GoalFacts,
  MissingPart,
  ReportLabel,
  ReportWords,
  ResultFacts,
  ScoreFacts,
  TrendFacts,
} from '#core/report/words.ts';
import { m } from '#messages/compiled/messages.js';
import { locale } from './locale.svelte.ts';
import {
  benchmarkWord,
  confidenceWord,
  dimensionWord,
  formulaText,
  metricDefinition,
  metricName,
  segmentWord,
  verdictWord,
} from './metric-words.ts';
import { writeDraft } from './write-draft.ts';

type Word = () => string;

const LABELS: Record<ReportLabel, Word> = {
  sample: m.report_label_sample,
  metric: m.report_label_metric,
  actual: m.report_label_actual,
  target: m.report_label_target,
  attainment: m.report_label_attainment,
  lastYear: m.report_label_last_year,
  growth: m.report_label_growth,
  market: m.report_label_market,
  relativeShare: m.report_label_relative_share,
  verdict: m.report_label_verdict,
  noTarget: m.report_label_no_target,
  noLastYear: m.report_label_no_last_year,
  noMarket: m.report_label_no_market,
  effect: m.report_label_effect,
  share: m.report_label_share,
  total: m.report_label_total,
  impliedGrowth: m.report_label_implied_growth,
  definition: m.report_label_definition,
  source: m.report_label_source,
  kind: m.report_label_kind,
  value: m.report_label_value,
  date: m.report_label_date,
  confidence: m.report_label_confidence,
  definitions: m.report_label_definitions,
  benchmarks: m.report_label_benchmarks,
};

const MISSING: Record<MissingPart, { readonly title: Word; readonly text: Word }> = {
  metrics: { title: m.report_missing_metrics_title, text: m.report_missing_metrics },
  actuals: { title: m.report_missing_actuals_title, text: m.report_missing_actuals },
  months: { title: m.report_missing_months_title, text: m.report_missing_months },
  drivers: { title: m.report_missing_drivers_title, text: m.report_missing_drivers },
  segments: { title: m.report_missing_segments_title, text: m.report_missing_segments },
  goals: { title: m.report_missing_goals_title, text: m.report_missing_goals },
};

const METHODS = { lmdi: m.report_method_lmdi, sum: m.report_method_sum, shapley: m.report_method_shapley } as const;

/** The report's words in the reader's current language, for a book with these settings. */
export function reportWords(settings: BookSettings): ReportWords {
  return {
    locale: locale.current,
    label: (label) => LABELS[label](),
    missing: (part) => ({ title: MISSING[part].title(), text: MISSING[part].text() }),
    list,
    metric: metricName,
    withUnit: (name, unit) => m.report_name_with_unit({ name, unit }),
    definition: (metric, metrics) => {
      const formula = formulaText(metric, metrics);
      const text = metricDefinition(metric, settings.lookBack);
      return formula === '' ? text : `${text} = ${formula}`;
    },
    verdict: verdictWord,
    benchmark: benchmarkWord,
    confidence: confidenceWord,
    splitBy: dimensionWord,
    segment: segmentWord,
    otherParts: (count) => m.report_other_parts({ count }),
    draft: writeDraft,
    reportTitle: m.report_report_title,
    reportSpan: m.report_report_span,
    toDate: ({ months, metrics }) =>
      metrics === '' ? m.report_to_date({ months }) : m.report_to_date_some({ months, metrics }),
    conclusionTitle,
    conclusionLead: m.report_conclusion_lead,
    scorecardTitle,
    trendTitle,
    explanationTitle,
    explanationLead: ({ from, to, method }) => m.report_explanation_lead({ from, to, by: METHODS[method]() }),
    goalsTitle,
    goalsLead: m.report_goals_lead,
    trendAlt: m.report_trend_alt,
    waterfallAlt: m.report_waterfall_alt,
    goalsAlt: m.report_goals_alt,
    dataSource: m.report_source_data,
    typedSource: m.report_source_typed,
    formulaSource: m.report_source_formula,
  };
}

const list = (items: readonly string[]): string => items.join(m.report_list_comma());
const clauses = (items: readonly string[]): string => items.join(m.report_clause_comma());

function conclusionTitle({ metric, actual, attainment, isMet, growth }: ResultFacts): string {
  const against = isMet === true ? m.report_conclusion_met : m.report_conclusion_missed;
  return clauses([
    m.report_conclusion_result({ metric, actual }),
    ...(attainment === null || isMet === null ? [] : [against({ attainment })]),
    ...(growth === null ? [] : [m.report_conclusion_growth({ growth })]),
  ]);
}

function scorecardTitle({ met, judged, total, widest }: ScoreFacts): string {
  if (judged === 0) return m.report_scorecard_none({ total });
  if (met === judged) return m.report_scorecard_all({ judged });
  return widest === null
    ? m.report_scorecard_count({ met, judged })
    : m.report_scorecard_some({ met, judged, ...widest });
}

function trendTitle({ metric, ahead, compared, best, worst }: TrendFacts): string {
  if (compared === 0) return m.report_trend_alone({ metric });
  if (best !== null && worst !== null) {
    const months = { best: best.month, bestBy: best.difference, worst: worst.month, worstBy: worst.difference };
    return m.report_trend_some({ metric, ahead, compared, ...months });
  }
  if (best !== null && ahead === compared) {
    return m.report_trend_all({ metric, compared, best: best.month, bestBy: best.difference });
  }
  return worst !== null && ahead === 0
    ? m.report_trend_behind({ metric, compared, worst: worst.month, worstBy: worst.difference })
    : m.report_trend_count({ metric, ahead, compared });
}

function explanationTitle({ metric, change, main, against }: ExplanationFacts): string {
  if (main === null) return m.report_explanation_none({ metric });
  const facts = { metric, change, main: main.name, mainBy: main.effect };
  return against === null
    ? m.report_explanation_main(facts)
    : m.report_explanation_both({ ...facts, against: against.name, againstBy: against.effect });
}

function goalsTitle({ metric, year, target, growth, heaviest }: GoalFacts): string {
  return clauses([
    m.report_goals_title({ metric, year, target }),
    ...(growth === null ? [] : [m.report_goals_growth({ growth })]),
    ...(heaviest === null ? [] : [m.report_goals_quarter(heaviest)]),
  ]);
}
