import type { Insight } from '#core/book/review.ts';
import type { MarketEvaluation } from '#core/market-facts.ts';
import { m } from '#messages/compiled/messages.js';
import { confidenceWord, metricName } from '#messages/metric-words.ts';
import type { BookSession } from '#session/book-session.ts';
import { pasteColumn, type PasteColumn } from '#ui/paste/read-records.ts';
import { readChoice, readMetric, readText } from '#ui/paste/paste-readers.ts';
import { moveRecord, removeRecord } from '../record-verbs.ts';
import { INSIGHT_KINDS, INSIGHT_WORDS } from './market-words.ts';

const CONFIDENCE: readonly Insight['confidence'][] = ['A', 'B', 'C'];

/** Facts about the world outside, and what each opens. */
export class MarketScreen {
  readonly #session: BookSession;
  pasting = $state(false);

  readonly insights = $derived.by(() => {
    const { insights, settings } = this.#session.book;
    return insights.filter((one) => one.year === settings.year);
  });
  readonly metricOptions = $derived.by(() => [
    { value: '', label: m.market_no_metric() },
    ...this.#session.book.metrics.map((metric) => ({ value: metric.id, label: metricName(metric) })),
  ]);
  readonly opportunities = $derived(this.insights.filter(({ opportunity }) => opportunity !== ''));
  readonly taken = $derived.by(() => this.opportunities.filter(({ id }) => this.facts?.inPlan[id] !== undefined));

  constructor(session: BookSession) {
    this.#session = session;
  }

  get facts(): MarketEvaluation | null {
    return this.#session.evaluation?.market ?? null;
  }

  ofKind(kind: Insight['kind']): readonly Insight[] {
    return this.insights.filter((one) => one.kind === kind);
  }

  /** The metric concerned as its select shows it: one that is gone is none. */
  metricOf(insight: Insight): string {
    return this.metricOptions.some(({ value }) => value === insight.metric) ? insight.metric : '';
  }

  add(insight: Partial<Insight> & Pick<Insight, 'kind'>): string {
    return this.#session.edit.add('insights', { confidence: 'C', ...insight, year: this.#session.book.settings.year });
  }

  change(id: string, change: Partial<Omit<Insight, 'id'>>): void {
    this.#session.edit.change('insights', id, change);
  }

  move(insight: Insight, step: -1 | 1): void {
    moveRecord(this.#session, 'insights', this.ofKind(insight.kind), insight.id, step);
  }

  remove(insight: Insight): void {
    removeRecord(this.#session, 'insights', insight.name || INSIGHT_WORDS[insight.kind].title(), insight.id);
  }

  addAll(records: readonly Partial<Insight>[]): void {
    this.#session.edit.together(() => records.forEach((record) => this.add({ kind: 'industry', ...record })));
  }

  readonly columns = $derived.by((): readonly PasteColumn<Insight>[] => [
    pasteColumn(
      m.market_field_kind(),
      readChoice(INSIGHT_KINDS.map((value) => ({ value, label: INSIGHT_WORDS[value].title() }))),
      (kind) => ({ kind }),
      { required: true },
    ),
    pasteColumn(m.market_field_name(), readText, (name) => ({ name })),
    pasteColumn(m.market_field_fact(), readText, (fact) => ({ fact }), { required: true }),
    pasteColumn(m.market_field_source(), readText, (source) => ({ source })),
    pasteColumn(m.market_field_date(), readText, (date) => ({ date })),
    pasteColumn(
      m.market_field_confidence(),
      readChoice(CONFIDENCE.map((value) => ({ value, label: confidenceWord(value) }))),
      (confidence) => ({ confidence }),
    ),
    pasteColumn(m.market_field_metric(), readMetric(this.#session.book.metrics), (metric) => ({ metric })),
    pasteColumn(m.market_field_gap(), readText, (gap) => ({ gap })),
    pasteColumn(m.market_field_opportunity(), readText, (opportunity) => ({ opportunity })),
  ]);
}
