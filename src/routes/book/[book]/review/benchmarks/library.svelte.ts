import { BENCHMARK_KINDS, type Benchmark, type Book, type Metric } from '#core/book/book.ts';
import { marketGrowth } from '#core/comparison/market.ts';
import type { Confidence } from '#core/book/review.ts';
import { m } from '#messages/compiled/messages.js';
import { benchmarkWord, metricName } from '#messages/metric-words.ts';
import { reportFormats } from '#messages/report-formats.ts';
import type { BookSession } from '#session/book-session.ts';
import { undoToast } from '../../../../frame/undo-toast.ts';
import { benchmarkYears } from '../benchmark-years.ts';
import { benchmarkText } from '../scorecard-columns.ts';

/** What narrows the list; '' is everything. Held by the address, so that back and links keep it. */
export const FILTERS = ['metric', 'kind', 'year', 'confidence'] as const;
export type Filter = (typeof FILTERS)[number];
export type Filters = Readonly<Record<Filter, string>>;

export const CONFIDENCES: readonly Confidence[] = ['A', 'B', 'C'];

/** A benchmark as the library lists it. */
export interface LibraryRow {
  readonly benchmark: Benchmark;
  /** `null` where the metric was removed from the book. */
  readonly metric: Metric | null;
  /** Names it to those who hear the list, and in messages about it. */
  readonly title: string;
  readonly value: string;
}

/** Every outside figure of a book over the years, newest year first, then as the review speaks of metrics and kinds. */
export class BenchmarkLibrary {
  readonly #session: BookSession;
  readonly #filters: () => Filters;

  readonly rows = $derived.by(() => rowsOf(this.#session.book));
  readonly shown = $derived.by(() => this.rows.filter(({ benchmark }) => passes(benchmark, this.#filters())));
  readonly years = $derived.by(() => benchmarkYears(this.#session.book));
  readonly unsourced = $derived(this.rows.filter(({ benchmark }) => benchmark.source === '').length);
  readonly isFiltered = $derived.by(() => FILTERS.some((filter) => this.#filters()[filter] !== ''));
  /** Metrics that no verdict can hold against the market in the year under review. */
  readonly marketless = $derived.by<readonly Metric[]>(() => {
    const { metrics, benchmarks, settings } = this.#session.book;
    return metrics.filter((metric) => marketGrowth(metric, benchmarks, settings.year) === null);
  });

  /** Rows of `shown` by year. */
  readonly groups = $derived(
    this.years
      .map((year) => ({ year, rows: this.shown.filter(({ benchmark }) => benchmark.year === year) }))
      .filter(({ rows }) => rows.length > 0),
  );

  constructor(session: BookSession, filters: () => Filters) {
    this.#session = session;
    this.#filters = filters;
  }

  remove({ benchmark, title }: LibraryRow): void {
    this.#session.edit.remove('benchmarks', benchmark.id);
    undoToast(this.#session, () => m.compare_library_removed({ name: title }));
  }
}

/** "Retention · Industry average · Snack brands": what a benchmark is of. */
export const benchmarkTitle = (benchmark: Omit<Benchmark, 'id'>, metric: Metric | null): string =>
  [metric ? metricName(metric) : m.compare_library_metric_gone(), benchmarkWord(benchmark.kind), benchmark.name]
    .filter(Boolean)
    .join(' · ');

function rowsOf(book: Book): readonly LibraryRow[] {
  const formats = reportFormats(book.settings.currency, book.settings.firstMonth);
  const places = new Map(book.metrics.map((metric, at) => [metric.id, at]));
  const place = (benchmark: Benchmark): number => places.get(benchmark.metric) ?? places.size;
  return book.benchmarks
    .map((benchmark): LibraryRow => {
      const metric = book.metrics[place(benchmark)] ?? null;
      return {
        benchmark,
        metric,
        title: benchmarkTitle(benchmark, metric),
        value: benchmarkText(benchmark, metric?.unit ?? 'times', formats),
      };
    })
    .sort(
      (a, b) =>
        b.benchmark.year - a.benchmark.year ||
        place(a.benchmark) - place(b.benchmark) ||
        BENCHMARK_KINDS.indexOf(a.benchmark.kind) - BENCHMARK_KINDS.indexOf(b.benchmark.kind),
    );
}

const passes = (benchmark: Benchmark, filters: Filters): boolean =>
  FILTERS.every((filter) => filters[filter] === '' || filters[filter] === String(benchmark[filter]));
