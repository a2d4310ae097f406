import { LEVELS, type Book, type Metric } from '../book/book.ts';
import type { ScorecardRow } from '../evaluation.ts';
import { firstMonthOf } from '../period.ts';
import { attainment, isMet } from './attainment.ts';
import { changeOf } from './change.ts';
import { comparable, WHOLE_YEAR } from './comparable.ts';
import { formulaProblem } from './formula.ts';
import { benchmarksOf, standToMarket } from './market.ts';
import { adds, valuesOf, type YearValue } from './values.ts';
import { verdictOf } from './verdict.ts';

/** The review's scorecard: one row a metric, core before key before supporting, in the book's order within a level. */
export function scorecardOf(book: Book): readonly ScorecardRow[] {
  const byId = new Map(book.metrics.map((metric) => [metric.id, metric]));
  const ordered = LEVELS.flatMap((level) => book.metrics.filter((metric) => metric.level === level));
  return ordered.map((metric) => rowOf(book, metric, byId));
}

function rowOf(book: Book, metric: Metric, byId: ReadonlyMap<string, Metric>): ScorecardRow {
  const { year, firstMonth } = book.settings;
  const values = valuesOf(book);
  const current = values.year(metric.id, 'actual', year);
  const last = values.year(metric.id, 'actual', year - 1);
  const beforeLast = values.year(metric.id, 'actual', year - 2);
  const target = values.year(metric.id, 'target', year);
  const overLast = comparable(values, metric, year, year - 1, firstMonth);
  const overTwo = comparable(values, metric, year, year - 2, firstMonth);
  const growth = changeOf(metric.unit, overLast?.current ?? null, overLast?.base ?? null);
  const held = heldAgainst(book, metric, current, target);
  const stand = standToMarket(metric, book.benchmarks, year, current.value, growth);
  const problem = formulaProblem(metric, byId);
  const [market = null] = benchmarksOf(book.benchmarks, metric.id, 'market', year);
  const [industry = null] = benchmarksOf(book.benchmarks, metric.id, 'industry', year);
  const [leader = null] = benchmarksOf(book.benchmarks, metric.id, 'leader', year);
  return {
    metric,
    actual: current.value,
    toDate: current.value !== null && !current.complete,
    target: held.target,
    attainment: held.attainment,
    gap: held.gap,
    met: held.met,
    lastYear: overLast?.base ?? (last.complete ? last.value : null),
    growth,
    yearBeforeLast: overTwo?.base ?? (beforeLast.complete ? beforeLast.value : null),
    growthTwoYears: changeOf(metric.unit, overTwo?.current ?? null, overTwo?.base ?? null, 2),
    impliedGrowth: changeOf(metric.unit, target.value, last.complete ? last.value : null),
    market,
    industry,
    competitors: benchmarksOf(book.benchmarks, metric.id, 'competitor', year),
    leader,
    relativeShare: stand?.relativeShare ?? null,
    verdict: verdictOf(held.met, stand?.ahead ?? null),
    monthly: current.months,
    monthlyLastYear: last.months,
    monthlyTarget: target.months,
    comparableMonths: overLast?.months.length ?? 0,
    problem: problem === 'formula-cycle' && current.value !== null ? null : problem,
  };
}

type Held = Pick<ScorecardRow, 'target' | 'attainment' | 'gap' | 'met'>;
const NOT_HELD: Held = { target: null, attainment: null, gap: null, met: null };

/**
 * Actual against target. A year to date that adds up is held against the target of its whole months when all of those have one;
 * otherwise against the year's target, and then only a target already reached (or a ceiling already broken) decides `met`.
 */
function heldAgainst(book: Book, metric: Metric, current: YearValue, target: YearValue): Held {
  if (current.value === null) return { ...NOT_HELD, target: target.value };
  const hold = (actual: number, against: number): Held => ({
    target: against,
    attainment: attainment(actual, against, metric.direction),
    gap: actual - against,
    met: isMet(actual, against, metric.direction),
  });
  if (!current.complete && adds(metric)) {
    const values = valuesOf(book);
    const first = firstMonthOf(book.settings.year, book.settings.firstMonth);
    const months = WHOLE_YEAR.filter((index) => current.whole[index]).map((index) => first + index);
    const actualSoFar = values.over(metric.id, 'actual', months);
    const targetSoFar = values.over(metric.id, 'target', months);
    if (actualSoFar !== null && targetSoFar !== null) return hold(actualSoFar, targetSoFar);
    if (target.value === null) return NOT_HELD;
    const held = hold(current.value, target.value);
    const isDecided = held.met === (metric.direction === 'higher');
    return isDecided ? held : { ...held, met: null };
  }
  return target.value === null ? NOT_HELD : hold(current.value, target.value);
}
