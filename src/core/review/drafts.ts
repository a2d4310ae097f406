import type { Book, FigureKind, FigureRef } from '../book/book.ts';
import { asksNothing, isFlat } from '../comparison/change.ts';
import { marketGrowth } from '../comparison/market.ts';
import type { ConclusionDraft, DraftClause, Explanation, Part, ScorecardRow, Split, Verdict } from '../evaluation.ts';
import { firstDimension } from '../explanation/ranking.ts';
import { yearKey } from '../period.ts';
import { findingClauses } from './draft-findings.ts';

/** A part against the change is worth a sentence from this share of the change on. */
const WORTH_TELLING = 0.1;

/** First drafts by owner: each metric's, and `summary` for the whole review. */
export function draftsOf(
  book: Book,
  scorecard: readonly ScorecardRow[],
  explanations: Readonly<Record<string, Explanation>>,
): Readonly<Record<string, ConclusionDraft>> {
  const drafts = scorecard.map((row) => [row.metric.id, draftOf(book, row, explanations[row.metric.id])] as const);
  return { ...Object.fromEntries(drafts), summary: summaryOf(book, scorecard, explanations) };
}

/**
 * A metric's conclusion in the order a boss asks: result against target, growth, market, what drove it, what pulled against it,
 * then why, on what evidence, and what follows, or the prompts for what no figure can give.
 */
function draftOf(book: Book, row: ScorecardRow, explanation: Explanation | undefined): ConclusionDraft {
  if (row.actual === null) return { clauses: [clause(book, row, 'no-data', [])] };
  return {
    clauses: [
      resultClause(book, row),
      ...growthClauses(book, row),
      ...marketClauses(book, row),
      ...zeroGrowthClauses(book, row),
      ...partClauses(book, row, explanation),
      ...findingClauses(book, row),
    ],
  };
}

/** How many of which verdict; each core and key metric with figures and its first cause; what drove the core ones, and where their targets asked nothing. */
function summaryOf(
  book: Book,
  scorecard: readonly ScorecardRow[],
  explanations: Readonly<Record<string, Explanation>>,
): ConclusionDraft {
  const told = scorecard.filter((row) => row.actual !== null);
  if (told.length === 0) return { clauses: [{ id: 'no-data', figures: [] }] };
  const withVerdict = (...verdicts: Verdict[]): number =>
    told.filter((row) => row.verdict !== null && verdicts.includes(row.verdict)).length;
  const count: DraftClause = {
    id: 'summary-count',
    figures: [],
    counts: {
      total: told.length,
      met: told.filter((row) => row.met === true).length,
      missed: told.filter((row) => row.met === false).length,
      undecided: told.filter((row) => row.met === null).length,
      win: withVerdict('win'),
      easyTarget: withVerdict('easy-target'),
      headwind: withVerdict('headwind'),
      gap: withVerdict('gap'),
      marketUnknown: withVerdict('met-market-unknown', 'missed-market-unknown'),
    },
  };
  const metrics = told
    .filter((row) => row.metric.level !== 'supporting')
    .flatMap((row) => {
      const line = clause(book, row, 'summary-metric', known(row, ['actual', 'attainment', 'growth']));
      const why = findingClauses(book, row, 1).filter((each) => !each.id.endsWith('-prompt'));
      if (row.metric.level !== 'core') return [line, ...why];
      return [
        line,
        ...marketClauses(book, row),
        ...zeroGrowthClauses(book, row),
        ...partClauses(book, row, explanations[row.metric.id]),
        ...why,
      ];
    });
  return { clauses: [count, ...metrics] };
}

function resultClause(book: Book, row: ScorecardRow): DraftClause {
  if (row.met === null) return clause(book, row, 'result-no-target', known(row, ['actual', 'target', 'attainment']));
  return clause(
    book,
    row,
    row.met ? 'result-met' : 'result-missed',
    known(row, ['actual', 'target', 'attainment', 'gap']),
  );
}

function growthClauses(book: Book, row: ScorecardRow): readonly DraftClause[] {
  const { value } = row.growth;
  if (value === null) return [];
  const id = isFlat(row.growth, row.lastYear) ? 'growth-flat' : value > 0 ? 'growth-up' : 'growth-down';
  return [clause(book, row, id, known(row, ['growth', 'change', 'lastYear', 'growthTwoYears']))];
}

function marketClauses(book: Book, row: ScorecardRow): readonly DraftClause[] {
  const growth = marketGrowth(row.metric, book.benchmarks, book.settings.year);
  if (growth === null || row.growth.value === null) {
    return row.verdict?.endsWith('market-unknown') ? [clause(book, row, 'market-unknown', [])] : [];
  }
  const isAhead = row.metric.direction === 'higher' ? row.growth.value >= growth : row.growth.value <= growth;
  const market: FigureRef[] = row.market ? [{ ...reference(book, row, 'benchmark'), of: row.market.id }] : [];
  return [
    {
      id: isAhead ? 'against-market-ahead' : 'against-market-behind',
      metric: row.metric.id,
      figures: [...market, ...known(row, ['relativeShare']).map((figure) => reference(book, row, figure))],
    },
  ];
}

/** A target that asked for no growth, or for less than last year. */
function zeroGrowthClauses(book: Book, row: ScorecardRow): readonly DraftClause[] {
  const { metric, impliedGrowth, target } = row;
  if (target === null || metric.direction === 'lower' || !asksNothing(impliedGrowth, target, metric.direction))
    return [];
  return [clause(book, row, 'zero-growth-target', ['impliedGrowth'])];
}

function partClauses(book: Book, row: ScorecardRow, explanation: Explanation | undefined): readonly DraftClause[] {
  const splits = explanation?.splits ?? [];
  const drivers = splits.find((split) => split.by === 'drivers');
  const segments = explanation && firstDimension(explanation);
  const told: DraftClause[] = [];
  if (drivers) {
    const { main, against } = mainParts(drivers);
    const say = (id: 'driver-main' | 'driver-against', part: Part): DraftClause => ({
      id,
      metric: part.id,
      figures: [{ ...reference(book, row, 'driver'), of: part.id }, reference(book, row, 'change')],
    });
    if (main) told.push(say('driver-main', main));
    if (against) told.push(say('driver-against', against));
  }
  if (segments) {
    const { main, against } = mainParts(segments);
    const say = (id: 'segment-main' | 'segment-against', part: Part): DraftClause => ({
      id,
      metric: row.metric.id,
      name: part.id,
      figures: [
        { ...reference(book, row, 'segment'), of: `${segments.by}|${part.id}` },
        reference(book, row, 'change'),
      ],
    });
    if (main) told.push(say('segment-main', main));
    if (against) told.push(say('segment-against', against));
  }
  return told;
}

/** The named part that did most of the change, and the largest that pulled the other way if it matters. */
function mainParts(split: Split): { readonly main: Part | undefined; readonly against: Part | undefined } {
  const change = split.to - split.from;
  const bySize = split.parts.filter((part) => part.id !== '').sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  return {
    main: bySize.find((part) => part.effect * change > 0),
    against: bySize.find(
      (part) => part.effect * change < 0 && Math.abs(part.effect) >= WORTH_TELLING * Math.abs(change),
    ),
  };
}

/** Of these figures those that are known, so that a draft never says "–". */
function known(row: ScorecardRow, figures: readonly FigureKind[]): readonly FigureKind[] {
  const values: Partial<Record<FigureKind, number | null>> = {
    actual: row.actual,
    target: row.target,
    attainment: row.attainment,
    gap: row.gap,
    growth: row.growth.value,
    change: row.growth.difference,
    lastYear: row.lastYear,
    growthTwoYears: row.growthTwoYears.value,
    relativeShare: row.relativeShare,
    impliedGrowth: row.impliedGrowth.value,
  };
  return figures.filter((figure) => (values[figure] ?? null) !== null);
}

const reference = (book: Book, row: ScorecardRow, figure: FigureKind): FigureRef => ({
  metric: row.metric.id,
  figure,
  period: yearKey(book.settings.year),
});

const clause = (book: Book, row: ScorecardRow, id: DraftClause['id'], figures: readonly FigureKind[]): DraftClause => ({
  id,
  metric: row.metric.id,
  figures: figures.map((figure) => reference(book, row, figure)),
});
