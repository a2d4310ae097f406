import type { Direction, Unit } from '../figure.ts';
import type { LookBack } from '../kpis/facts.ts';
import type { Currency } from '../money.ts';
import type { FiscalYear, FirstMonth, PeriodKey } from '../period.ts';
import type { RecordLists } from './records.ts';
import type { Confidence } from './review.ts';

/**
 * A Book as the rest of the core sees it: immutable, complete, read from the shared document by total readers.
 * Records carry ids; order is the order of the array.
 */
export interface Book extends RecordLists {
  readonly id: string;
  readonly settings: BookSettings;
  /** `metricId|kind|period` → cell. */
  readonly cells: ReadonlyMap<CellKey, Cell>;
  /** Segment actuals by metric: taken from data together with the metric's months. */
  readonly segments: readonly SegmentSeries[];
  /** Conclusions by owner: a metric's id, or `summary` for the whole review. */
  readonly conclusions: ReadonlyMap<string, Conclusion>;
  /** Phasing locks: `metricId|period` of target cells that phasing must not move. */
  readonly locks: ReadonlySet<string>;
  /** Highlights that a person pinned or dropped, whatever the rule says, by `highlightKey`. */
  readonly highlights: ReadonlyMap<string, HighlightChoice>;
  /** Checks that a person set aside, by the check's key, with the reason. */
  readonly dismissals: ReadonlyMap<string, Dismissal>;
}

export type HighlightChoice = 'pinned' | 'dropped';
export const highlightKey = (metric: string, year: FiscalYear): string => `${metric}|Y${year}`;

export interface Dismissal {
  readonly reason: string;
}

export interface BookSettings {
  readonly team: string;
  /** The fiscal year under review; the book plans `year + 1`. */
  readonly year: FiscalYear;
  readonly firstMonth: FirstMonth;
  readonly currency: Currency;
  readonly lookBack: LookBack;
  /** A sample made by Annum, never a person's data. */
  readonly sample: boolean;
}

export type Level = 'core' | 'key' | 'supporting';
export const LEVELS: readonly Level[] = ['core', 'key', 'supporting'];

/** Metrics that Annum knows by name, so that a book reads in any language until someone renames them. */
export type PresetId =
  | 'returningSales'
  | 'retention'
  | 'spendPerReturning'
  | 'secondPurchase'
  | 'newCustomers'
  | 'repurchase'
  | 'frequency'
  | 'returningBuyers'
  | 'orderValue'
  | 'sales';

export interface Metric {
  readonly id: string;
  /** What the person called it; '' shows the preset's name in the reader's language. */
  readonly name: string;
  readonly preset: PresetId | null;
  readonly level: Level;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly formula: Formula | null;
  readonly owner: string;
  /** How a year is made of its months when the year itself has no cell. */
  readonly yearly: 'sum' | 'last' | 'none';
}

/** Of other metrics, by id. `ratio` is first ÷ second. Ratio metrics are recomputed, never averaged. */
export interface Formula {
  readonly kind: 'sum' | 'product' | 'ratio';
  readonly of: readonly string[];
}

export type CellKind = 'actual' | 'target';
export type CellKey = `${string}|${CellKind}|${PeriodKey}`;

export interface Cell {
  /** Money in minor units, percent as a ratio (0.35), others as they are. `null` is cleared. */
  readonly value: number | null;
  readonly source: CellSource;
}

/** Where a value came from: a person, or a dataset with the definition and time of computing. */
export type CellSource =
  | { readonly kind: 'typed' }
  | { readonly kind: 'phased' }
  | {
      readonly kind: 'data';
      readonly dataset: string;
      readonly datasetName: string;
      /** A `KPIS` registry id. */
      readonly kpi: string;
      /** ISO time of computing, given by the session. */
      readonly computedAt: string;
      readonly numerator: number | null;
      readonly denominator: number | null;
      readonly toDate: boolean;
      /** Of a year to date: the same figure over the same days of last year. */
      readonly sameDaysLastYear?: number | null;
    };

export type BenchmarkKind = 'industry' | 'market' | 'competitor' | 'leader';
/** In the order a comparison tells them: who everybody is, then who one looks at. */
export const BENCHMARK_KINDS: readonly BenchmarkKind[] = ['industry', 'market', 'competitor', 'leader'];

export interface Benchmark {
  readonly id: string;
  readonly metric: string;
  readonly kind: BenchmarkKind;
  readonly year: FiscalYear;
  /** The competitor's or leader's name. */
  readonly name: string;
  /** `growth`: value is a growth rate (market growth); `value`: in the metric's unit; `index`: barred from arithmetic. */
  readonly measure: 'growth' | 'value' | 'index';
  readonly value: number | null;
  readonly source: string;
  /** Free text as typed, e.g. "2026-03". */
  readonly date: string;
  readonly confidence: Confidence;
}

/** One segment's net by month, kept for explanation. Small groups were folded into "other" before sharing. */
export interface SegmentSeries {
  readonly metric: string;
  readonly dimension: string;
  readonly name: string;
  readonly byPeriod: ReadonlyMap<PeriodKey, number>;
  /** Of a rate: its denominators by period; `byPeriod` then holds the numerators. */
  readonly weights?: ReadonlyMap<PeriodKey, number>;
}

export interface Conclusion {
  readonly blocks: readonly ConclusionBlock[];
}

export interface ConclusionBlock {
  readonly children: readonly (TextRun | ChipRun)[];
}

export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly bold: boolean;
}

export interface ChipRun {
  readonly kind: 'chip';
  readonly figure: FigureRef;
  /** The figure's value when the words around it were written or confirmed; absent where nobody noted it. */
  readonly seen?: number;
}

/**
 * A figure inside text: it follows the data. `of` names which benchmark (its id), driver (a metric's id) or segment
 * (`dimension|name`).
 */
export interface FigureRef {
  readonly metric: string;
  readonly figure: FigureKind;
  readonly period: PeriodKey;
  readonly of?: string;
}

export type FigureKind =
  | 'actual'
  | 'target'
  | 'attainment'
  | 'gap'
  | 'lastYear'
  | 'growth'
  | 'growthTwoYears'
  | 'change'
  | 'impliedGrowth'
  | 'benchmark'
  | 'relativeShare'
  | 'driver'
  | 'segment';
