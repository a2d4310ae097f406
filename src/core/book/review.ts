import type { Unit } from '../figure.ts';
import type { CampaignEffect, CampaignFacts } from '../kpis/campaign-facts.ts';
import type { FiscalYear } from '../period.ts';
import type { CellSource, FigureRef } from './book.ts';

/**
 * The records that a review is written in, beside its metrics and figures. Every record belongs to one fiscal year under review
 * (`year`); texts are a person's own, '' where nothing is written. Who owns what is a name as typed.
 */

/** A day as a date control gives it, `YYYY-MM-DD`; '' where none is set. */
export type DateText = string;

/** How far a source can be trusted: A official figure, B published estimate, C index or hearsay. */
export type Confidence = 'A' | 'B' | 'C';

/** Why a metric was missed (`gap`) or met (`win`): a node of its tree. Leaves carry the evidence. */
export interface Cause {
  readonly id: string;
  readonly metric: string;
  readonly year: FiscalYear;
  readonly finding: 'gap' | 'win';
  /** The cause it explains; `null` at the top. Parents come before their children. */
  readonly parent: string | null;
  /** Its parent was removed by somebody else meanwhile: it stands at the top rather than being lost. */
  readonly rescued: boolean;
  readonly text: string;
  /** Of a winning factor: the condition under which it repeats. */
  readonly condition: string;
}

/** What a statement rests on: a live figure, a benchmark, or a cited source; never an adjective. */
export interface Evidence {
  readonly id: string;
  /** The cause, task, campaign or insight it stands under, by id. */
  readonly owner: string;
  readonly kind: 'figure' | 'benchmark' | 'source';
  readonly figure: FigureRef | null;
  /** A benchmark's id. */
  readonly benchmark: string;
  /** What it shows; of a source, what it says. */
  readonly text: string;
  readonly source: string;
  /** Free text as typed, e.g. "2026-03". */
  readonly date: string;
  readonly confidence: Confidence;
}

/** What changes next because of a cause. */
export interface Action {
  readonly id: string;
  readonly year: FiscalYear;
  /** The metric whose finding it belongs to. */
  readonly finding: string;
  /** The cause it answers; '' when it answers the finding as a whole. */
  readonly cause: string;
  /** The metric it moves; '' when not said. */
  readonly metric: string;
  readonly text: string;
  readonly owner: string;
  readonly due: DateText;
  /** Expected change of the metric in its own unit (minor units, ratio points …). */
  readonly effect: number | null;
}

/** Where an initiative of the plan came from, so that it leads back there. */
export interface Origin {
  readonly kind: 'cause' | 'win' | 'opportunity' | 'lesson' | 'own';
  /** The cause, insight or campaign; '' when the team set it itself. */
  readonly id: string;
}

/** A key initiative of next year's plan. */
export interface Initiative {
  readonly id: string;
  /** The year it is planned for. */
  readonly year: FiscalYear;
  readonly name: string;
  readonly origin: Origin;
  /** The metric whose goal it serves. */
  readonly metric: string;
  readonly owner: string;
}

export const GRADES = ['A', 'B', 'C', 'D'] as const;
export type Grade = (typeof GRADES)[number];

/** Planned work of the year under review, judged by its outcome and not by activity. */
export interface StrategicTask {
  readonly id: string;
  readonly year: FiscalYear;
  readonly name: string;
  /** The planned outcome, in words. */
  readonly outcome: string;
  /** What the outcome is measured by, in words; a metric when `metric` names one. */
  readonly measure: string;
  readonly metric: string;
  readonly unit: Unit;
  readonly direction: 'higher' | 'lower';
  readonly planned: number | null;
  readonly actual: number | null;
  /** What was done: shown, never taken for the outcome. */
  readonly activity: string;
  /** The person's judgement; '' leaves it to planned and actual. */
  readonly attained: '' | 'yes' | 'partly' | 'no';
  readonly grade: '' | Grade;
  readonly gradeReason: string;
  /** One line. */
  readonly result: string;
  readonly owner: string;
  /** The initiative of last year's plan that it was taken over from; '' when it was set up here. */
  readonly initiative: string;
}

/** A large campaign: its window, goal, cost, and the four steps of looking back. */
export interface Campaign {
  readonly id: string;
  readonly year: FiscalYear;
  readonly name: string;
  readonly start: DateText;
  readonly end: DateText;
  /** The value of the orders' campaign column; '' counts the whole shop in the window. */
  readonly tag: string;
  /** Sales aimed at. */
  readonly goal: number | null;
  readonly cost: number | null;
  /** Gross margin of what it sold, as a ratio. */
  readonly margin: number | null;
  /** The campaign of the year before that it is compared with; ''. */
  readonly previous: string;
  readonly owner: string;
  readonly recall: string;
  readonly comparison: string;
  readonly causes: string;
  readonly lesson: string;
  /** What the orders told when they were last asked; `null` before. */
  readonly facts: KeptFacts | null;
}

type Estimated = Extract<CampaignEffect, { kind: 'estimate' }>;
export type KeptEffect = Exclude<CampaignEffect, Estimated> | Omit<Estimated, 'marginRoi'>;

/**
 * What the orders told of a campaign, as the book keeps it: replaced whole, with where it came from. What rests on cost and margin
 * is left out, since a person may change those any time.
 */
export interface KeptFacts extends Omit<CampaignFacts, 'id' | 'roas' | 'effect'> {
  readonly effect: KeptEffect;
  /** The tag that was counted; with another one now, the facts are of something else. */
  readonly tag: string;
  /** The other campaigns' days that stayed out of its baseline, as `windowsBeside` writes them; `null` where nobody noted them. */
  readonly beside: string | null;
  readonly dataset: string;
  readonly datasetName: string;
  /** ISO time of computing, given by the session. */
  readonly computedAt: string;
}

/** A fact about the world outside and what it opens. */
export interface Insight {
  readonly id: string;
  readonly year: FiscalYear;
  readonly kind: 'industry' | 'competitor' | 'customer' | 'leader';
  /** Whom it is about. */
  readonly name: string;
  readonly fact: string;
  readonly source: string;
  readonly date: string;
  readonly confidence: Confidence;
  readonly metric: string;
  /** Where we stand against it. */
  readonly gap: string;
  readonly opportunity: string;
}

/** How many of the customers a team meant to have in a group, beside what the orders said when last taken into the book. */
export interface CustomerGroup {
  readonly id: string;
  readonly year: FiscalYear;
  /** A group of the registry of customer groups. */
  readonly group: string;
  /** Intended share of customers. */
  readonly intended: number | null;
  readonly note: string;
  /** Customers on `day`, and their net in the 365 days up to it; `null` when not taken yet, or fewer than five. */
  readonly customers: number | null;
  readonly sales: number | null;
  /** The same a year before. */
  readonly customersBefore: number | null;
  readonly salesBefore: number | null;
  /** The last day of the data. */
  readonly day: DateText;
  /** The data reach back too little for the figures of a year before: those are too small. */
  readonly understated: boolean;
  /** `data` once taken. */
  readonly source: CellSource;
}

/** A working rhythm and how well it was kept. */
export interface Rhythm {
  readonly id: string;
  readonly year: FiscalYear;
  readonly kind: 'daily' | 'weekly' | 'monthly';
  readonly name: string;
  /** Times planned and held. */
  readonly planned: number | null;
  readonly held: number | null;
  /** Items put on its lists, and done. */
  readonly items: number | null;
  readonly done: number | null;
  /** The metric whose goal it serves. */
  readonly goal: string;
  readonly note: string;
}

/** Something the team learned, and what for. */
export interface Growth {
  readonly id: string;
  readonly year: FiscalYear;
  readonly date: DateText;
  readonly kind: 'sharing' | 'training' | 'study';
  readonly topic: string;
  readonly skill: string;
  readonly person: string;
  readonly goal: string;
}

/** Somebody of the team, for the headcount. */
export interface Person {
  readonly id: string;
  readonly year: FiscalYear;
  readonly name: string;
  readonly role: string;
  /** First and last day in the team; '' is the whole year. */
  readonly from: DateText;
  readonly to: DateText;
  readonly goal: string;
}

/** Cost categories that Annum knows by name; anything else is a category of the team's own. */
export const COST_CATEGORIES = ['sms', 'gifts', 'benefits', 'media', 'events', 'systems', 'people', 'other'] as const;

/**
 * A line of cost. Its amounts by month are cells of its id: kind `target` is the budget and `actual` what was spent, money in
 * minor units.
 */
export interface CostLine {
  readonly id: string;
  readonly year: FiscalYear;
  readonly category: string;
  readonly name: string;
  readonly note: string;
  /** The campaign it was spent on; ''. */
  readonly campaign: string;
  /** The metric it is meant to move; ''. */
  readonly metric: string;
  readonly budgetQuantity: number | null;
  readonly budgetPrice: number | null;
  readonly actualQuantity: number | null;
  readonly actualPrice: number | null;
  /** Sales attributed to it, for ROAS. */
  readonly sales: number | null;
  /** Incremental gross margin, for ROI. */
  readonly margin: number | null;
  /** Of a system: hours saved in the year, the cost of an hour, and the part of them put to use. */
  readonly hoursSaved: number | null;
  readonly hourlyCost: number | null;
  readonly realisation: number | null;
  /** Next year's need as a person set it; `null` leaves Annum's proposal. */
  readonly need: number | null;
  readonly needReason: string;
}
