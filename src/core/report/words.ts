import type { Benchmark, Book, BookSettings, ConclusionBlock, Metric } from '../book/book.ts';
import type { Change, ConclusionDraft, FigureValue, Split, Verdict } from '../evaluation.ts';
import type { Unit } from '../figure.ts';
import type { FiscalYear, Month } from '../period.ts';
import type { Report } from './page.ts';

/** How figures read in the report's language; money in the book's currency. */
export interface ReportFormats {
  /** `short` for titles, chart labels and text; `full` for table cells. Money comes in minor units. */
  value(value: number | null, unit: Unit, form: 'short' | 'full'): string;
  /** A difference in the metric's own unit, always signed; points for percent metrics. */
  difference(value: number | null, unit: Unit): string;
  change(change: Pick<Change, 'kind' | 'value'>): string;
  percent(ratio: number | null): string;
  /** A figure of a text, as its chip shows it. */
  figure(figure: FigureValue): string;
  month(month: Month, form: 'short' | 'long'): string;
  year(year: FiscalYear): string;
  /** The date of an ISO time. */
  date(iso: string): string;
}

/** Everything a report says, in the report's language. Figures arrive as shown text, choices as facts. */
export interface ReportWords {
  readonly locale: Report['locale'];
  label(label: ReportLabel): string;
  missing(part: MissingPart): { readonly title: string; readonly text: string };
  /** A list in the language's own punctuation. */
  list(items: readonly string[]): string;

  metric(metric: Metric): string;
  /** A name with its unit in brackets. */
  withUnit(name: string, unit: string): string;
  /** What the metric counts, and its formula by the names of its parts. */
  definition(metric: Metric, metrics: readonly Metric[]): string;
  verdict(verdict: Verdict): string;
  benchmark(kind: Benchmark['kind']): string;
  confidence(confidence: Benchmark['confidence']): string;
  /** What a split is by: drivers or a dimension of the orders. */
  splitBy(by: string): string;
  /** A segment's name; '' is what no segment names. */
  segment(by: string, name: string): string;
  otherParts(count: number): string;
  /** A first draft as text with live figures. */
  draft(draft: ConclusionDraft, book: Book): readonly ConclusionBlock[];

  reportTitle(facts: Pick<BookSettings, 'team'> & { readonly year: string; readonly nextYear: string }): string;
  reportSpan(facts: { readonly from: string; readonly to: string }): string;
  /** `metrics` are those that are to date, '' when all are. */
  toDate(facts: { readonly months: number; readonly metrics: string }): string;
  conclusionTitle(facts: ResultFacts): string;
  conclusionLead(facts: { readonly met: number; readonly judged: number }): string;
  scorecardTitle(facts: ScoreFacts): string;
  trendTitle(facts: TrendFacts): string;
  explanationTitle(facts: ExplanationFacts): string;
  explanationLead(facts: { readonly from: string; readonly to: string; readonly method: Split['method'] }): string;
  goalsTitle(facts: GoalFacts): string;
  goalsLead(facts: { readonly set: number; readonly total: number }): string;
  trendAlt(facts: {
    readonly metric: string;
    readonly months: number;
    readonly low: string;
    readonly high: string;
  }): string;
  waterfallAlt(facts: {
    readonly metric: string;
    readonly from: string;
    readonly to: string;
    readonly parts: string;
  }): string;
  goalsAlt(facts: { readonly metric: string; readonly year: string; readonly parts: string }): string;

  dataSource(facts: { readonly dataset: string; readonly date: string }): string;
  typedSource(): string;
  formulaSource(): string;
}

/** What a page can lack. */
export type MissingPart = 'metrics' | 'actuals' | 'months' | 'drivers' | 'segments' | 'goals';

export interface ResultFacts {
  readonly metric: string;
  readonly actual: string;
  readonly attainment: string | null;
  readonly isMet: boolean | null;
  /** `null` when there is nothing to compare with. */
  readonly growth: string | null;
}

export interface ScoreFacts {
  readonly met: number;
  /** Metrics with both an actual and a target. */
  readonly judged: number;
  readonly total: number;
  /** The missed metric furthest from its target. */
  readonly widest: { readonly metric: string; readonly attainment: string } | null;
}

export interface TrendFacts {
  readonly metric: string;
  /** Months above last year, of those that both years have. */
  readonly ahead: number;
  readonly compared: number;
  readonly best: { readonly month: string; readonly difference: string } | null;
  readonly worst: { readonly month: string; readonly difference: string } | null;
}

export interface ExplanationFacts {
  readonly metric: string;
  readonly by: string;
  readonly change: string;
  readonly main: PartFacts | null;
  /** The largest part that worked the other way. */
  readonly against: PartFacts | null;
}

export interface PartFacts {
  readonly name: string;
  readonly effect: string;
}

export interface GoalFacts {
  readonly metric: string;
  readonly year: string;
  readonly target: string;
  readonly growth: string | null;
  readonly heaviest: { readonly quarter: number; readonly share: string } | null;
}

/** Column heads, captions and short notes. */
export type ReportLabel =
  | 'sample'
  | 'metric'
  | 'actual'
  | 'target'
  | 'attainment'
  | 'lastYear'
  | 'growth'
  | 'market'
  | 'relativeShare'
  | 'verdict'
  | 'noTarget'
  | 'noLastYear'
  | 'noMarket'
  | 'effect'
  | 'share'
  | 'total'
  | 'impliedGrowth'
  | 'definition'
  | 'source'
  | 'kind'
  | 'value'
  | 'date'
  | 'confidence'
  | 'definitions'
  | 'benchmarks';
