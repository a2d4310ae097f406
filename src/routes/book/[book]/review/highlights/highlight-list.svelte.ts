import { highlightKey, type HighlightChoice, type Metric } from '#core/book/book.ts';
import type { Highlight, HighlightReason, ScorecardRow } from '#core/evaluation.ts';
import { m } from '#messages/compiled/messages.js';
import { metricName } from '#messages/metric-words.ts';
import { reportFormats } from '#messages/report-formats.ts';
import { reportWords } from '#messages/report-words.ts';
import type { BookSession } from '#session/book-session.ts';

interface ShownHighlight {
  readonly row: ScorecardRow;
  readonly reason: string;
  readonly feeds: string;
  readonly isPinned: boolean;
  readonly actual: string;
  readonly growth: string;
  readonly tone: 'good' | 'bad' | 'plain';
}

/** The year's highlights in words, those set aside, and the metrics that could be pinned. */
export class HighlightList {
  readonly #session: Pick<BookSession, 'book' | 'evaluation' | 'edit'>;

  readonly shown = $derived.by<readonly ShownHighlight[]>(() => {
    const { evaluation } = this.#session;
    return (evaluation?.highlights ?? []).flatMap((highlight) => {
      const row = evaluation?.scorecard.find((one) => one.metric.id === highlight.metric);
      return row ? [this.#told(highlight, row)] : [];
    });
  });
  readonly dropped = $derived.by(() =>
    this.#session.book.metrics.filter((metric) => this.#choice(metric) === 'dropped'),
  );
  /** Metrics that stand in neither list. */
  readonly others = $derived.by(() => {
    const told = [...this.shown.map(({ row }) => row.metric.id), ...this.dropped.map(({ id }) => id)];
    return this.#session.book.metrics.filter((metric) => metric.level === 'supporting' && !told.includes(metric.id));
  });

  /** Whether any supporting metric has grown or shrunk by something known, so that "none changed much" can be said. */
  readonly compares = $derived.by(() =>
    (this.#session.evaluation?.scorecard ?? []).some(
      ({ metric, growth }) => metric.level === 'supporting' && growth.value !== null,
    ),
  );

  constructor(session: Pick<BookSession, 'book' | 'evaluation' | 'edit'>) {
    this.#session = session;
  }

  choose(metric: string, choice: HighlightChoice | null): void {
    this.#session.edit.setHighlight(metric, this.#session.book.settings.year, choice);
  }

  #choice(metric: Metric): HighlightChoice | undefined {
    const { book } = this.#session;
    return book.highlights.get(highlightKey(metric.id, book.settings.year));
  }

  #told({ reason, feeds, growth }: Highlight, row: ScorecardRow): ShownHighlight {
    const { currency, firstMonth } = this.#session.book.settings;
    const formats = reportFormats(currency, firstMonth);
    const named = this.#session.book.metrics.filter((metric) => feeds.includes(metric.id)).map(metricName);
    const spread = (value: number): string => formats.change({ kind: growth.kind, value }).replace(/^\+/, '±');
    const better = (growth.value ?? 0) * (row.metric.direction === 'higher' ? 1 : -1);
    return {
      row,
      reason: reasonWords(reason, spread),
      feeds:
        named.length > 0 ? m.findings_feeds({ metrics: reportWords(this.#session.book.settings).list(named) }) : '',
      isPinned: reason.kind === 'pinned',
      actual: formats.value(row.actual, row.metric.unit, 'short'),
      growth: formats.change(growth),
      tone: better > 0 ? 'good' : better < 0 ? 'bad' : 'plain',
    };
  }
}

function reasonWords(reason: HighlightReason, spread: (value: number) => string): string {
  if (reason.kind === 'pinned') return m.findings_reason_pinned();
  if (reason.kind === 'large-change') return m.findings_reason_large({ least: spread(reason.least) });
  return m.findings_reason_usual({ usual: spread(reason.usual), months: reason.months });
}
