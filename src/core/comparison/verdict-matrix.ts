import type { Book } from '../book/book.ts';
import type { ScorecardRow, Verdict } from '../evaluation.ts';
import type { Ratio } from '../ratio.ts';
import { marketGrowth } from './market.ts';

export type Quadrant = Extract<Verdict, 'win' | 'easy-target' | 'headwind' | 'gap'>;

/** A metric between its target and its market; both axes are 0 on the line and positive on the good side. */
export interface MatrixPoint {
  readonly metric: string;
  /** Attainment − 1. */
  readonly attainment: Ratio;
  /** Own growth − market growth; of a metric where less is better, market − own. */
  readonly ahead: Ratio;
  /** How `ahead` is told: `points` for percent metrics. */
  readonly kind: 'ratio' | 'points';
  readonly quadrant: Quadrant;
}

/** Why a metric has no place: the first that holds. `level-only`: a rate was held against the market's level, not its growth. */
export type AsideReason =
  'no-actual' | 'no-target' | 'undecided' | 'target-zero' | 'no-growth' | 'level-only' | 'no-market';

export interface VerdictMatrix {
  readonly points: readonly MatrixPoint[];
  readonly aside: readonly { readonly metric: string; readonly why: AsideReason; readonly verdict: Verdict | null }[];
}

/**
 * Every metric's place by attainment and growth against the market, in the scorecard's order. A point's quadrant is the row's own
 * verdict, so chart and table cannot disagree; metrics that lack a coordinate stand aside with the reason.
 */
export function verdictMatrix(book: Book, scorecard: readonly ScorecardRow[]): VerdictMatrix {
  const placed = scorecard.map((row) => placeOf(row, marketGrowth(row.metric, book.benchmarks, book.settings.year)));
  return {
    points: placed.filter((place) => 'quadrant' in place),
    aside: placed.filter((place) => 'why' in place),
  };
}

function placeOf(row: ScorecardRow, market: Ratio | null): MatrixPoint | VerdictMatrix['aside'][number] {
  const metric = row.metric.id;
  const aside = (why: AsideReason) => ({ metric, why, verdict: row.verdict });
  if (row.actual === null) return aside('no-actual');
  if (row.target === null) return aside('no-target');
  if (row.met === null) return aside('undecided');
  if (row.attainment === null) return aside('target-zero');
  if (row.growth.value === null && market !== null) return aside('no-growth');
  if (row.growth.value === null || market === null) return aside(isQuadrant(row.verdict) ? 'level-only' : 'no-market');
  if (!isQuadrant(row.verdict)) return aside('no-market');
  const lead = row.growth.value - market;
  return {
    metric,
    attainment: row.attainment - 1,
    ahead: row.metric.direction === 'higher' ? lead : -lead,
    kind: row.growth.kind,
    quadrant: row.verdict,
  };
}

const QUADRANTS: readonly (Verdict | null)[] = ['win', 'easy-target', 'headwind', 'gap'] satisfies readonly Quadrant[];

const isQuadrant = (verdict: Verdict | null): verdict is Quadrant => QUADRANTS.includes(verdict);
