import { LEVELS } from '../book/book.ts';
import type { ScorecardRow } from '../evaluation.ts';
import { changeCell, numberColumn, percentCell, toneOf, valueCell, wordCell, wordColumn } from './cells.ts';
import { nameWithUnit, type ReportContext } from './context.ts';
import { missingPage } from './missing-page.ts';
import type { Page, Table, TableCell } from './page.ts';
import { sourceLine } from './source-line.ts';

export function scorecardPage(context: ReportContext): Page {
  const rows = byLevel(context.evaluation.scorecard);
  if (rows.length === 0) return missingPage(context, 'scorecard', 'scorecard', 'metrics');
  if (rows.every((row) => row.actual === null)) return missingPage(context, 'scorecard', 'scorecard', 'actuals');
  const { words, formats, evaluation } = context;
  const widest = widestGap(rows);
  return {
    id: 'scorecard',
    kind: 'scorecard',
    title: words.scorecardTitle({
      ...score(rows),
      widest:
        widest === null
          ? null
          : { metric: words.metric(widest.metric), attainment: formats.percent(widest.attainment) },
    }),
    lead: toDateLead(context, rows),
    layout: 'flow',
    blocks: [{ kind: 'table', table: scorecardTable(context, rows) }],
    source: sourceLine(
      context,
      evaluation.scorecard.map((row) => row.metric),
    ),
    notes: definitionNotes(context),
    missing: '',
  };
}

/** Core before key before supporting; within a level the book's own order. */
export const byLevel = (rows: readonly ScorecardRow[]): readonly ScorecardRow[] =>
  LEVELS.flatMap((level) => rows.filter((row) => row.metric.level === level));

export const score = (rows: readonly ScorecardRow[]) => ({
  met: rows.filter((row) => row.met === true).length,
  judged: rows.filter((row) => row.met !== null).length,
  total: rows.length,
});

/** The missed metric with the lowest attainment; `null` when none was missed or none has an attainment. */
function widestGap(rows: readonly ScorecardRow[]): ScorecardRow | null {
  const missed = rows.filter((row) => row.met === false && row.attainment !== null);
  return missed.reduce<ScorecardRow | null>(
    (widest, row) => (widest === null || (row.attainment ?? 0) < (widest.attainment ?? 0) ? row : widest),
    null,
  );
}

/** Names the figures of a year to date and the months they compare; '' when every year is whole. */
export function toDateLead({ words }: ReportContext, rows: readonly ScorecardRow[]): string {
  const partial = rows.filter((row) => row.toDate && row.comparableMonths > 0);
  const [first] = partial;
  if (first === undefined) return '';
  const months = first.comparableMonths;
  const same = partial.filter((row) => row.comparableMonths === months);
  const isAll = same.length === rows.filter((row) => row.actual !== null).length;
  return words.toDate({ months, metrics: isAll ? '' : words.list(same.map((row) => words.metric(row.metric))) });
}

export const definitionNotes = ({ words, evaluation, book }: ReportContext): string =>
  evaluation.scorecard
    .map(({ metric }) => `${words.metric(metric)}: ${words.definition(metric, book.metrics)}`)
    .join('\n');

function scorecardTable(context: ReportContext, rows: readonly ScorecardRow[]): Table {
  const { words } = context;
  return {
    id: 'scorecard',
    caption: '',
    columns: [
      wordColumn(words.label('metric'), 0.26),
      numberColumn(words.label('actual'), 0.11),
      numberColumn(words.label('target'), 0.11),
      numberColumn(words.label('attainment'), 0.09),
      numberColumn(words.label('lastYear'), 0.11),
      numberColumn(words.label('growth'), 0.09),
      numberColumn(words.label('market'), 0.09),
      wordColumn(words.label('verdict'), 0.18),
    ],
    rows: rows.map((row) => ({ emphasis: row.metric.level === 'core', cells: scorecardCells(context, row) })),
  };
}

function scorecardCells(context: ReportContext, row: ScorecardRow): readonly TableCell[] {
  const { metric } = row;
  return [
    wordCell(nameWithUnit(context, metric)),
    valueCell(context, row.actual, metric.unit),
    valueCell(context, row.target, metric.unit),
    percentCell(context, row.attainment, metTone(row)),
    valueCell(context, row.lastYear, metric.unit),
    changeCell(context, row.growth, toneOf(row.growth.value, metric.direction)),
    marketCell(context, row),
    verdictCell(context, row),
  ];
}

export const metTone = ({ met }: ScorecardRow): TableCell['tone'] => (met === null ? 'faint' : met ? 'good' : 'bad');

/** The market's growth; an index is no growth and is not shown as one. */
function marketCell(context: ReportContext, { market, metric }: ScorecardRow): TableCell {
  if (market === null || market.measure !== 'growth') return percentCell(context, null);
  const kind = metric.unit === 'percent' ? 'points' : 'ratio';
  return changeCell(context, { kind, value: market.value, difference: null });
}

export function verdictCell({ words }: ReportContext, { verdict }: ScorecardRow): TableCell {
  if (verdict === null) return wordCell('–', 'faint');
  const isMet = verdict === 'win' || verdict === 'easy-target' || verdict === 'met-market-unknown';
  return wordCell(`${isMet ? '▲' : '▼'} ${words.verdict(verdict)}`, isMet ? 'good' : 'bad');
}
