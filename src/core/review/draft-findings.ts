import type { Book, FigureRef, Metric } from '../book/book.ts';
import type { Action, Cause, Evidence } from '../book/review.ts';
import type { DraftClause, ScorecardRow } from '../evaluation.ts';
import { yearKey } from '../period.ts';
import { aboveWritten } from './findings.ts';

/** A conclusion names its weightiest causes; the tree holds the others. */
const MOST_CAUSES = 3;

/** What a draft says beyond the figures: why, on what evidence, and what follows; prompts stand where nothing was written yet. */
export function findingClauses(book: Book, row: ScorecardRow, most = MOST_CAUSES): readonly DraftClause[] {
  const finding = row.met === null ? null : row.met ? 'win' : 'gap';
  const { metric } = row;
  const told = book.causes.filter(
    (cause) => cause.metric === metric.id && cause.year === book.settings.year && cause.finding === finding,
  );
  const above = aboveWritten(told);
  const roots = told.filter((cause) => cause.text.trim() !== '' && !above.has(cause.id)).slice(0, most);
  const prompt = (id: DraftClause['id']): DraftClause => ({ id, metric: metric.id, figures: [] });
  if (finding === null || roots.length === 0) return [prompt(finding === 'win' ? 'factor-prompt' : 'cause-prompt')];
  const causes = roots.map((cause) => causeClause(book, metric, cause));
  const isBare = causes.every((clause) => clause.figures.length === 0 && clause.source === undefined);
  const evidence = isBare ? [prompt('evidence-prompt')] : [];
  if (finding === 'win') return [...causes, ...evidence];
  const actions = actionsOf(book, metric, new Set(roots.map((cause) => cause.id))).slice(0, most);
  const next = actions.length > 0 ? actions.map((action) => actionClause(metric, action)) : [prompt('action-prompt')];
  return [...causes, ...evidence, ...next];
}

/** Actions of the finding, those that answer one of `causes` first. */
function actionsOf(book: Book, metric: Metric, causes: ReadonlySet<string>): readonly Action[] {
  const own = book.actions.filter(
    (action) => action.finding === metric.id && action.year === book.settings.year && action.text !== '',
  );
  return [...own.filter((action) => causes.has(action.cause)), ...own.filter((action) => !causes.has(action.cause))];
}

function causeClause(book: Book, metric: Metric, cause: Cause): DraftClause {
  const evidence = book.evidence.filter((one) => one.owner === cause.id);
  const cited = evidence.find((one) => one.kind === 'source' && one.source !== '');
  return {
    id: cause.finding === 'win' ? 'factor' : 'cause',
    metric: metric.id,
    figures: evidence.flatMap((one) => figureOf(book, one)).slice(0, 2),
    text: cause.text,
    ...(cause.condition !== '' && { condition: cause.condition }),
    ...(cited && { source: [cited.text, cited.source, cited.date].filter((part) => part !== '') }),
  };
}

/** The live figure an evidence stands for; none where its benchmark is gone. */
function figureOf(book: Book, evidence: Evidence): readonly FigureRef[] {
  if (evidence.kind === 'figure') return evidence.figure ? [evidence.figure] : [];
  const benchmark = book.benchmarks.find((one) => evidence.kind === 'benchmark' && one.id === evidence.benchmark);
  if (!benchmark) return [];
  return [{ metric: benchmark.metric, figure: 'benchmark', period: yearKey(benchmark.year), of: benchmark.id }];
}

const actionClause = (metric: Metric, action: Action): DraftClause => ({
  id: 'action',
  metric: action.metric === '' ? metric.id : action.metric,
  figures: [],
  text: action.text,
  owner: action.owner,
  due: action.due,
  effect: action.effect,
});
