import type { Benchmark, BenchmarkKind, Book, Metric } from '#core/book/book.ts';
import type { Unit } from '#core/figure.ts';
import { parseTyped, typedText } from '#core/typed-number.ts';
import { m } from '#messages/compiled/messages.js';

type Measure = Benchmark['measure'];

/** What a benchmark's value is typed as: growth as a percentage, an index as a plain number. */
export const benchmarkUnit = (measure: Measure, metric: Pick<Metric, 'unit'>): Unit =>
  measure === 'growth' ? 'percent' : measure === 'index' ? 'times' : metric.unit;

/** What a benchmark's value most often is where nobody said. */
export const usualMeasure = (kind: BenchmarkKind): Measure => (kind === 'market' ? 'growth' : 'value');

/** What a new benchmark is about until the person chooses otherwise. */
export type BenchmarkSubject = Pick<Benchmark, 'metric' | 'kind' | 'year'>;

/** A benchmark while it is being typed. */
export class BenchmarkForm {
  readonly #book: Pick<Book, 'metrics' | 'settings'>;
  metric = $state('');
  kind = $state<BenchmarkKind>('market');
  year = $state(0);
  name = $state('');
  measure = $state<Measure>('value');
  value = $state('');
  source = $state('');
  date = $state('');
  confidence = $state<Benchmark['confidence']>('B');
  tried = $state(false);

  readonly typed = $derived.by(() => parseTyped(this.value, this.#unit(), this.#book.settings.currency));
  readonly problem = $derived(this.tried && !this.typed.ok ? m.metrics_grid_not_a_number({ text: this.value }) : '');

  constructor(book: Pick<Book, 'metrics' | 'settings'>, subject: BenchmarkSubject, benchmark: Benchmark | null) {
    this.#book = book;
    const { metric, kind, year } = benchmark ?? subject;
    this.metric = metric;
    this.kind = kind;
    this.year = year;
    this.measure = usualMeasure(kind);
    if (!benchmark) return;
    this.name = benchmark.name;
    this.measure = benchmark.measure;
    this.value = typedText(benchmark.value, this.#unit(), book.settings.currency);
    this.source = benchmark.source;
    this.date = benchmark.date;
    this.confidence = benchmark.confidence;
  }

  /** What to write, or `null` while the value cannot be read. */
  result(): Omit<Benchmark, 'id'> | null {
    this.tried = true;
    if (!this.typed.ok) return null;
    return {
      metric: this.metric,
      kind: this.kind,
      year: this.year,
      name: this.name.trim(),
      measure: this.measure,
      value: this.typed.value,
      source: this.source.trim(),
      date: this.date.trim(),
      confidence: this.confidence,
    };
  }

  #unit(): Unit {
    const metric = this.#book.metrics.find((one) => one.id === this.metric);
    return benchmarkUnit(this.measure, metric ?? { unit: 'times' });
  }
}
