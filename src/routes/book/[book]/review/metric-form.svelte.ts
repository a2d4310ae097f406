import type { Book, Formula, Metric, PresetId } from '#core/book/book.ts';
import { presetMetric } from '#core/book/presets.ts';
import { m } from '#messages/compiled/messages.js';

const PRESET_IDS: readonly PresetId[] = [
  'returningSales',
  'retention',
  'spendPerReturning',
  'secondPurchase',
  'newCustomers',
  'repurchase',
  'frequency',
  'returningBuyers',
  'orderValue',
  'sales',
];

type FormulaKind = Formula['kind'] | 'none';

/** A metric while it is being defined or changed. Nothing is written before it is whole. */
export class MetricForm {
  readonly #book: Book;
  readonly #metric: Metric | null;
  #preset = $state<PresetId | null>(null);
  name = $state('');
  level = $state<Metric['level']>('supporting');
  unit = $state<Metric['unit']>('money');
  direction = $state<Metric['direction']>('higher');
  yearly = $state<Metric['yearly']>('sum');
  owner = $state('');
  formula = $state<FormulaKind>('none');
  parts = $state<string[]>([]);
  tried = $state(false);

  readonly nameProblem = $derived(
    this.tried && this.name.trim() === '' && !this.#preset ? m.metrics_form_name_missing() : '',
  );
  readonly partsProblem = $derived(this.tried && !this.#hasParts() ? m.metrics_form_parts_missing() : '');

  constructor(book: Book, metric: Metric | null) {
    this.#book = book;
    this.#metric = metric;
    if (metric) this.#take(metric);
  }

  get preset(): PresetId | null {
    return this.#preset;
  }

  /** Starts a new metric from one that Annum knows, or from nothing. */
  startFrom(preset: PresetId | null): void {
    if (preset) this.#take(presetMetric(preset));
    else this.#preset = null;
  }

  /** Presets the book does not have. */
  get presets(): readonly PresetId[] {
    return PRESET_IDS.filter((id) => !this.#book.metrics.some((one) => one.preset === id));
  }

  #take(metric: Metric): void {
    this.#preset = metric.preset;
    this.name = metric.name;
    this.level = metric.level;
    this.unit = metric.unit;
    this.direction = metric.direction;
    this.yearly = metric.yearly;
    this.owner = metric.owner;
    const parts = metric.formula?.of.map((id) => this.#partOf(id)) ?? [];
    const isWhole = parts.every((id) => id !== null);
    this.formula = isWhole ? (metric.formula?.kind ?? 'none') : 'none';
    this.parts = isWhole ? parts : [];
  }

  /** A preset's formula names presets; in a book they may stand under other ids. */
  #partOf(id: string): string | null {
    const { metrics } = this.#book;
    return (metrics.find((one) => one.id === id) ?? metrics.find((one) => one.preset === id))?.id ?? null;
  }

  /** Metrics that a formula may name: every other one. */
  get others(): readonly Metric[] {
    return this.#book.metrics.filter((one) => one.id !== this.#metric?.id);
  }

  includes(id: string): boolean {
    return this.parts.includes(id);
  }

  toggle(id: string): void {
    this.parts = this.includes(id) ? this.parts.filter((part) => part !== id) : [...this.parts, id];
  }

  setPart(index: 0 | 1, id: string): void {
    const [first = '', second = ''] = this.parts;
    this.parts = index === 0 ? [id, second] : [first, id];
  }

  /** What to write, or `null` while something is missing; then the form says what. */
  result(): Omit<Metric, 'id'> | null {
    this.tried = true;
    if (this.nameProblem !== '' || this.partsProblem !== '') return null;
    return {
      preset: this.#preset,
      name: this.name.trim(),
      level: this.level,
      unit: this.unit,
      direction: this.direction,
      yearly: this.unit === 'percent' && this.yearly === 'sum' ? 'none' : this.yearly,
      owner: this.owner.trim(),
      formula: this.formula === 'none' ? null : { kind: this.formula, of: [...this.parts] },
    };
  }

  #hasParts(): boolean {
    const chosen = this.parts.filter((id) => this.others.some((one) => one.id === id));
    return this.formula === 'none' || (this.formula === 'ratio' ? chosen.length === 2 : chosen.length >= 2);
  }
}
