import type { Benchmark, BenchmarkKind, Metric } from '#core/book/book.ts';
import type { Unit } from '#core/figure.ts';
import type { Currency } from '#core/money.ts';
import type { FiscalYear } from '#core/period.ts';
import { parseTyped, typedText } from '#core/typed-number.ts';
import { m } from '#messages/compiled/messages.js';

type Measure = Benchmark['measure'];

/** What a benchmark's value is typed as: growth as a percentage, an index as a plain number. */
const unitOf = (measure: Measure, metric: Metric): Unit =>
  measure === 'growth' ? 'percent' : measure === 'index' ? 'times' : metric.unit;

/** A benchmark while it is being typed. */
export class BenchmarkForm {
  readonly #currency: Currency;
  readonly #metric: Metric;
  name = $state('');
  measure = $state<Measure>('value');
  value = $state('');
  source = $state('');
  date = $state('');
  confidence = $state<Benchmark['confidence']>('B');
  tried = $state(false);

  readonly typed = $derived.by(() => parseTyped(this.value, unitOf(this.measure, this.#metric), this.#currency));
  readonly problem = $derived(this.tried && !this.typed.ok ? m.metrics_grid_not_a_number({ text: this.value }) : '');

  constructor(metric: Metric, kind: BenchmarkKind, benchmark: Benchmark | null, currency: Currency) {
    this.#metric = metric;
    this.#currency = currency;
    this.measure = kind === 'market' ? 'growth' : 'value';
    if (!benchmark) return;
    this.name = benchmark.name;
    this.measure = benchmark.measure;
    this.value = typedText(benchmark.value, unitOf(benchmark.measure, metric), currency);
    this.source = benchmark.source;
    this.date = benchmark.date;
    this.confidence = benchmark.confidence;
  }

  /** What to write, or `null` while the value cannot be read. */
  result(kind: BenchmarkKind, year: FiscalYear): Omit<Benchmark, 'id'> | null {
    this.tried = true;
    if (!this.typed.ok) return null;
    return {
      metric: this.#metric.id,
      kind,
      year,
      name: this.name.trim(),
      measure: this.measure,
      value: this.typed.value,
      source: this.source.trim(),
      date: this.date.trim(),
      confidence: this.confidence,
    };
  }
}
