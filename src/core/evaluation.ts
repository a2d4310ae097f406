import type { Benchmark, FigureRef, Formula, Metric } from './book/book.ts';
import type { Check } from './checks/check.ts';
import type { CostEvaluation } from './cost-facts.ts';
import type { FindingFacts } from './finding-facts.ts';
import type { Direction, Unit } from './figure.ts';
import type { MarketEvaluation } from './market-facts.ts';
import type { FiscalYear, Month } from './period.ts';
import type { Ratio } from './ratio.ts';
import type { TeamEvaluation } from './team-facts.ts';

/** Everything Annum derives from a Book, computed by one pure function in the worker and posted whole. Structured-cloneable. */
export interface Evaluation {
  readonly year: FiscalYear;
  readonly months: readonly Month[];
  readonly scorecard: readonly ScorecardRow[];
  /** By metric id. */
  readonly explanations: Readonly<Record<string, Explanation>>;
  /** Supporting metrics worth telling, the most telling first. */
  readonly highlights: readonly Highlight[];
  /** Why each metric was missed or met, as far as it is written; by metric id. */
  readonly findings: Readonly<Record<string, FindingFacts>>;
  readonly market: MarketEvaluation;
  readonly team: TeamEvaluation;
  readonly goals: readonly GoalRow[];
  /** By owner (`metricId` or `summary`): facts from which messages write the first draft. */
  readonly drafts: Readonly<Record<string, ConclusionDraft>>;
  /** Of the year under review, in the person's order. */
  readonly tasks: readonly TaskFacts[];
  readonly cost: CostEvaluation;
  /** Every objection to the year under review, dismissed ones among them: by part of the review, the gravest first. */
  readonly checks: readonly Check[];
}

export type Verdict = 'win' | 'easy-target' | 'headwind' | 'gap' | 'met-market-unknown' | 'missed-market-unknown';

/** How a change is told: `ratio` for amounts (+20%), `points` for percent metrics (+3.1 pp, value 0.031). */
export interface Change {
  readonly kind: 'ratio' | 'points';
  /** `null` when the base is 0 or missing. */
  readonly value: Ratio | null;
  /** Difference in the metric's own unit. */
  readonly difference: number | null;
}

export interface ScorecardRow {
  readonly metric: Metric;
  readonly actual: number | null;
  readonly toDate: boolean;
  /** What `actual` is held against: in a year to date the target of its complete months, when months have targets. */
  readonly target: number | null;
  readonly attainment: Ratio | null;
  /** Actual − target in the metric's unit. */
  readonly gap: number | null;
  readonly met: boolean | null;
  /** What `actual` is compared with: in a year to date, last year's same days or months. */
  readonly lastYear: number | null;
  readonly growth: Change;
  readonly yearBeforeLast: number | null;
  /** Compound rate a year over two years; for percent metrics points a year. `difference` is that of both years together. */
  readonly growthTwoYears: Change;
  /** Of the year's whole target over last year's whole value. */
  readonly impliedGrowth: Change;
  readonly market: Benchmark | null;
  readonly industry: Benchmark | null;
  readonly competitors: readonly Benchmark[];
  readonly leader: Benchmark | null;
  readonly relativeShare: Ratio | null;
  readonly verdict: Verdict | null;
  /** Twelve values of the year under review and of the year before; `null` where unknown. */
  readonly monthly: readonly (number | null)[];
  readonly monthlyLastYear: readonly (number | null)[];
  readonly monthlyTarget: readonly (number | null)[];
  /** Months of both years that growth compares: 12 for whole years, 0 where nothing compares. */
  readonly comparableMonths: number;
  /** Set when a formula could not be computed. */
  readonly problem: 'formula-cycle' | 'formula-missing' | null;
}

/** One part of a change; parts of a split sum exactly to `to − from`. */
export interface Part {
  /** A metric id for drivers, the segment's name for segments, '' for what no segment names. */
  readonly id: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly effect: number;
  /** Effect ÷ total change; `null` when the total is 0. */
  readonly share: Ratio | null;
}

export interface Split {
  /** `drivers`, or the dimension's id. */
  readonly by: string;
  readonly method: 'lmdi' | 'sum' | 'shapley';
  readonly from: number;
  readonly to: number;
  readonly parts: readonly Part[];
}

export interface Explanation {
  readonly unit: Unit;
  /** From last year to the year under review. Empty when either is unknown. */
  readonly splits: readonly Split[];
  /** The dimensions of `splits`, the one that tells most about the change first. */
  readonly ranking: readonly DimensionRank[];
  /** Of a rate whose segments keep numerator and denominator: one a dimension. */
  readonly mixRate: readonly MixRateSplit[];
  /** From the metric down through its parts' formulas; `null` without a formula or without anything to compare. */
  readonly tree: DriverNode | null;
}

/** How well one dimension accounts for a change (Adtributor). */
export interface DimensionRank {
  /** The dimension's id, as in its split. */
  readonly by: string;
  /** Surprise of the explaining set in bits: what the dimensions are ranked by. */
  readonly surprise: number;
  /** Share of the change that the explaining set accounts for together; `null` where nothing changed. */
  readonly power: Ratio | null;
  /** Whether that share is large enough for the dimension to be an explanation. */
  readonly explains: boolean;
  /** All elements, largest effect first, both signs; what no segment names is ''. */
  readonly elements: readonly RankedElement[];
}

export interface RankedElement {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** In the metric's unit, as the split shows it. */
  readonly effect: number;
  /** Explanatory power: effect ÷ total change. Negative for what moved against it; `null` where nothing changed. */
  readonly power: Ratio | null;
  /** Its part of the Jensen–Shannon divergence between last year's and this year's shares, in bits. */
  readonly surprise: number;
  /** One of the few that together explain. */
  readonly explaining: boolean;
}

/** The change of a rate by segment: what became of the rates themselves, and what of the mix of segments. */
export interface MixRateSplit {
  /** The dimension's id. */
  readonly by: string;
  readonly from: number;
  readonly to: number;
  /** Totals of the parts; `mix + rate` is `to − from` exactly. */
  readonly mix: number;
  readonly rate: number;
  /** Largest effect first; what no segment names is ''. */
  readonly parts: readonly MixRatePart[];
}

export interface MixRatePart {
  readonly id: string;
  /** Numerator ÷ denominator in the metric's unit; `null` in a year without this segment. */
  readonly fromRate: number | null;
  readonly toRate: number | null;
  /** Of the whole denominator. */
  readonly fromShare: Ratio;
  readonly toShare: Ratio;
  readonly mix: number;
  readonly rate: number;
  /** `mix + rate`. */
  readonly effect: number;
}

/** A metric in the tree of formulas below another, and what it did to that root. */
export interface DriverNode {
  /** A metric's id; '' for what the formula above does not explain. */
  readonly metric: string;
  readonly from: number | null;
  readonly to: number | null;
  /** In the metric's own unit. */
  readonly change: number | null;
  /** Contribution to the root's change, in the root's unit. Children sum to their parent's, leaves to the root's. */
  readonly effect: number;
  /** Effect ÷ the root's change; `null` where that is 0. */
  readonly share: Ratio | null;
  /** How the children make this metric; `null` for a leaf. */
  readonly formula: Formula['kind'] | null;
  readonly children: readonly DriverNode[];
}

/** A supporting metric worth telling, with the facts of why. */
export interface Highlight {
  readonly metric: string;
  readonly reason: HighlightReason;
  /** The core and key metrics whose formulas it is part of, at any depth. */
  readonly feeds: readonly string[];
  readonly growth: Change;
  /** How many times over the change is what the rule asks; `null` where the growth is unknown. */
  readonly size: number | null;
}

export type HighlightReason =
  | { readonly kind: 'pinned' }
  /** Larger than a month's change over last year usually strays (`usual`), seen over so many months. */
  | { readonly kind: 'beyond-usual'; readonly usual: number; readonly months: number }
  /** Too little history to know what is usual: at least `least`. */
  | { readonly kind: 'large-change'; readonly least: number };

export type Attained = 'yes' | 'partly' | 'no';

/** What a task's figures and words come to. */
export interface TaskFacts {
  readonly id: string;
  /** The metric it is measured by, when that is a metric of the book: figures, unit and direction are then the metric's. */
  readonly metric: Metric | null;
  readonly unit: Unit;
  readonly direction: Direction;
  /** As the scorecard holds it against the actual: of a year to date, the target of its months. */
  readonly planned: number | null;
  readonly actual: number | null;
  readonly toDate: boolean;
  /** Actual against planned; `null` where one is unknown or the plan is 0. */
  readonly attainment: Ratio | null;
  /** What the figures alone say; `null` without both. */
  readonly computed: Attained | null;
  /** The person's judgement where there is one, else what the figures say. */
  readonly attained: Attained | null;
  /** The person's judgement is better than the figures. */
  readonly flattered: boolean;
  /** Something was done, and no outcome shows: none attained, or none known. */
  readonly activityOnly: boolean;
  readonly result: { readonly length: number; readonly most: number; readonly tooLong: boolean };
}

/** Next year's target of one metric with what it rests on. */
export interface GoalRow {
  readonly metric: Metric;
  readonly year: FiscalYear;
  readonly target: number | null;
  /** Over `base`. */
  readonly impliedGrowth: Change;
  /** The whole year under review, or where it is to date the latest twelve whole months; `null` where neither is known. */
  readonly base: { readonly kind: 'year' | 'latest-months'; readonly value: number } | null;
  /** Year under review, the year before, the year before that. */
  readonly history: readonly { readonly year: FiscalYear; readonly value: number | null; readonly toDate: boolean }[];
  readonly quarters: readonly [number | null, number | null, number | null, number | null];
  readonly months: readonly (number | null)[];
  readonly locked: readonly boolean[];
  readonly lockedQuarters: readonly [boolean, boolean, boolean, boolean];
  /** Complete past years whose seasons shape the months; 0 is flat. */
  readonly seasons: number;
  /** Whether months sum to the year; `null` for metrics that don't add. */
  readonly adds: boolean | null;
  /** Target minus the sum of months, when locks make them disagree. */
  readonly unphased: number;
}

/** A draft as clauses; `messages` turns each into words in the reader's language, with live chips for its figures. */
export interface ConclusionDraft {
  readonly clauses: readonly DraftClause[];
}

export interface DraftClause {
  readonly id:
    | 'no-data'
    | 'result-met'
    | 'result-missed'
    | 'result-no-target'
    | 'growth-up'
    | 'growth-down'
    | 'growth-flat'
    | 'against-market-ahead'
    | 'against-market-behind'
    | 'market-unknown'
    | 'driver-main'
    | 'driver-against'
    | 'segment-main'
    | 'segment-against'
    | 'zero-growth-target'
    | 'cause'
    | 'factor'
    | 'action'
    | 'cause-prompt'
    | 'factor-prompt'
    | 'evidence-prompt'
    | 'action-prompt'
    | 'summary-count'
    | 'summary-metric';
  readonly figures: readonly FigureRef[];
  /** Plain parameters: names of drivers, segments, counts. Names of metrics go by id and are named by messages. */
  readonly metric?: string;
  readonly name?: string;
  readonly counts?: Readonly<Record<string, number>>;
  /** A person's own words: a cause, a factor, an action. */
  readonly text?: string;
  /** Of a winning factor: under which it repeats. */
  readonly condition?: string;
  /** A cited source: what it says, where, when. */
  readonly source?: readonly string[];
  readonly owner?: string;
  /** `YYYY-MM-DD`. */
  readonly due?: string;
  /** An action's expected effect, in the unit of `metric`. */
  readonly effect?: number | null;
}

/** A resolved figure: how text, cards, decks and sheets show it. */
export interface FigureValue {
  readonly value: number | null;
  readonly form: Unit | 'change-ratio' | 'change-points' | 'attainment';
  /** A difference: shown with its sign, plus included. */
  readonly signed: boolean;
  readonly toDate: boolean;
}
