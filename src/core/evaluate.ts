import type { Book } from './book/book.ts';
import { checksOf } from './checks/checks-of.ts';
import type { Evaluated } from './checks/rule.ts';
import { scorecardOf } from './comparison/scorecard.ts';
import type { Evaluation } from './evaluation.ts';
import { explain } from './explanation/explain.ts';
import { monthsOf } from './period.ts';
import { goalsOf } from './plan/goals.ts';
import { costOf } from './review/cost/cost.ts';
import { draftsOf } from './review/drafts.ts';
import { findingsOf } from './review/findings.ts';
import { highlightsOf } from './review/highlights.ts';
import { marketOf } from './review/market.ts';
import { teamOf } from './review/team.ts';
import { taskFactsOf } from './review/tasks.ts';

/**
 * Everything Annum derives from a book, in one pass: no clock, no chance, no memory beyond the book itself. Total: odd cells,
 * formulas and settings give unknown figures, never an error. Everything is computed anew at each change because that costs less
 * than keeping track of what changed.
 */
export function evaluate(book: Book): Evaluation {
  const { year, firstMonth } = book.settings;
  const scorecard = scorecardOf(book);
  const explanations = Object.fromEntries(book.metrics.map((metric) => [metric.id, explain(book, metric)]));
  const evaluated: Evaluated = {
    year,
    months: monthsOf(year, firstMonth),
    scorecard,
    explanations,
    highlights: highlightsOf(book, scorecard),
    findings: findingsOf(book, { year, scorecard, explanations }),
    market: marketOf(book, scorecard),
    team: teamOf(book),
    goals: goalsOf(book),
    tasks: taskFactsOf(book, scorecard),
    drafts: draftsOf(book, scorecard, explanations),
    cost: costOf(book),
  };
  return { ...evaluated, checks: checksOf(book, evaluated) };
}
