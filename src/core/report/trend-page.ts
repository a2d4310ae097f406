import { monthChanges, type MonthChange } from '../comparison/month-changes.ts';
import type { ScorecardRow } from '../evaluation.ts';
import {
  changeCell,
  differenceCell,
  numberColumn,
  percentCell,
  toneOf,
  valueCell,
  wordCell,
  wordColumn,
} from './cells.ts';
import { exactValue, nameWithUnit, numberFormat, type ReportContext } from './context.ts';
import { missingPage } from './missing-page.ts';
import type { FigureSpec, Page, Table } from './page.ts';
import { toDateLead } from './scorecard-page.ts';
import { sourceLine } from './source-line.ts';

/** The core metric month by month: actual, last year, target. Part of a month is drawn, and compared with nothing (CO21). */
export function trendPage(context: ReportContext): Page {
  const { core, words, formats, evaluation, book } = context;
  if (core === null || core.monthly.every((value) => value === null)) {
    return missingPage(context, 'trend', 'trend', 'months');
  }
  const { unit } = core.metric;
  const changes = monthChanges(book, core.metric);
  const differences = changes.flatMap(({ onYear: { difference } }, index) =>
    difference === null ? [] : [{ index, difference }],
  );
  const facts = (at: { readonly index: number; readonly difference: number } | undefined) => {
    const month = at === undefined ? undefined : evaluation.months[at.index];
    return at === undefined || month === undefined
      ? null
      : { month: formats.month(month, 'short'), difference: formats.difference(at.difference, unit) };
  };
  const ranked = differences.toSorted((a, b) => b.difference - a.difference);
  const sign = core.metric.direction === 'higher' ? 1 : -1;
  const [best, worst] = sign === 1 ? [ranked[0], ranked.at(-1)] : [ranked.at(-1), ranked[0]];
  return {
    id: 'trend',
    kind: 'trend',
    title: words.trendTitle({
      metric: words.metric(core.metric),
      ahead: differences.filter((at) => at.difference * sign > 0).length,
      compared: differences.length,
      best: best !== undefined && best.difference * sign > 0 ? facts(best) : null,
      worst: worst !== undefined && worst.difference * sign < 0 ? facts(worst) : null,
    }),
    lead: toDateLead(context, [core]),
    layout: 'flow',
    blocks: [
      { kind: 'figure', figure: trendFigure(context, core, changes) },
      { kind: 'table', table: trendTable(context, core, changes) },
    ],
    source: sourceLine(context, [core.metric]),
    notes: `${words.metric(core.metric)}: ${words.definition(core.metric, book.metrics)}`,
    missing: '',
  };
}

function trendFigure(context: ReportContext, row: ScorecardRow, changes: readonly MonthChange[]): FigureSpec {
  const { words, formats, evaluation, book } = context;
  const { unit } = row.metric;
  const { currency } = book.settings;
  const exact = (values: readonly (number | null)[]) =>
    evaluation.months.map((_, index) => exactValue(values[index] ?? null, unit, currency));
  const incomplete = changes.flatMap(({ value, whole }, index) => (value === null || whole ? [] : [index]));
  const known = row.monthly.filter((value) => value !== null);
  const series = [
    { name: words.label('actual'), mark: 'bar', token: 'accent', dash: false, values: exact(row.monthly) },
    {
      name: words.label('lastYear'),
      mark: 'bar',
      token: 'accent-soft',
      dash: false,
      values: exact(row.monthlyLastYear),
    },
    { name: words.label('target'), mark: 'line', token: 'ink', dash: true, values: exact(row.monthlyTarget) },
  ] as const;
  return {
    id: 'trend',
    kind: 'combo',
    title: nameWithUnit(context, row.metric),
    alt: words.trendAlt({
      metric: words.metric(row.metric),
      months: known.length,
      low: formats.value(Math.min(...known), unit, 'short'),
      high: formats.value(Math.max(...known), unit, 'short'),
    }),
    categories: evaluation.months.map((month) => formats.month(month, 'short')),
    series: series
      .filter((one) => one.values.some((value) => value !== null))
      .map((one, at) => ({ ...one, axis: 'left', labels: false, ...(at === 0 ? { incomplete } : {}) })),
    format: numberFormat(unit, currency),
  };
}

/** The months as a table under the chart, so that the chart's figures can be read and copied. */
function trendTable(context: ReportContext, row: ScorecardRow, changes: readonly MonthChange[]): Table {
  const { words, formats, evaluation } = context;
  const { unit, direction } = row.metric;
  const points = unit === 'percent';
  const line = (title: string, values: readonly (number | null)[]) => [
    wordCell(title),
    ...evaluation.months.map((_, index) => ({
      ...valueCell(context, values[index] ?? null, unit),
      text: formats.value(values[index] ?? null, unit, 'short'),
    })),
  ];
  const change = changes.map(({ onYear }) => {
    if (onYear.difference === null) return percentCell(context, null);
    const tone = toneOf(onYear.difference, direction);
    return points ? differenceCell(context, onYear.difference, unit, tone) : changeCell(context, onYear, tone);
  });
  return {
    id: 'trend',
    caption: '',
    columns: [
      wordColumn('', 0.136),
      ...evaluation.months.map((month) => numberColumn(formats.month(month, 'short'), 0.072)),
    ],
    rows: [
      { emphasis: true, cells: line(words.label('actual'), row.monthly) },
      { emphasis: false, cells: line(words.label('lastYear'), row.monthlyLastYear) },
      { emphasis: false, cells: [wordCell(words.label('growth')), ...change] },
      { emphasis: false, cells: line(words.label('target'), row.monthlyTarget) },
    ].filter((entry) => entry.cells.slice(1).some((cell) => cell.value !== null)),
  };
}
