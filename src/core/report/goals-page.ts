import { LEVELS } from '../book/book.ts';
import type { GoalRow } from '../evaluation.ts';
import { changeCell, numberColumn, toneOf, valueCell, wordCell, wordColumn } from './cells.ts';
import { exactValue, nameWithUnit, numberFormat, type ReportContext } from './context.ts';
import { missingPage } from './missing-page.ts';
import type { Block, FigureSpec, Page, Table } from './page.ts';

const QUARTERS = [1, 2, 3, 4] as const;

/** Next year's targets: every metric with its quarters, and the core metric's months against this year. */
export function goalsPage(context: ReportContext): Page {
  const { evaluation, words, formats, core } = context;
  const goals = LEVELS.flatMap((level) => evaluation.goals.filter((goal) => goal.metric.level === level));
  const set = goals.filter((goal) => goal.target !== null);
  const lead = set.find((goal) => goal.metric.id === core?.metric.id) ?? set[0];
  if (lead === undefined) return missingPage(context, 'goals', 'goals', 'goals');
  const figure = goalFigure(context, lead);
  const tables: Block = { kind: 'table', table: goalTable(context, goals) };
  return {
    id: 'goals',
    kind: 'goals',
    title: words.goalsTitle({
      metric: words.metric(lead.metric),
      year: formats.year(lead.year),
      target: formats.value(lead.target, lead.metric.unit, 'short'),
      growth: lead.impliedGrowth.value === null ? null : formats.change(lead.impliedGrowth),
      heaviest: heaviestQuarter(context, lead),
    }),
    lead: words.goalsLead({ set: set.length, total: goals.length }),
    layout: 'flow',
    blocks: figure === null ? [tables] : [tables, { kind: 'figure', figure }],
    source: '',
    notes: goals
      .map(({ metric }) => `${words.metric(metric)}: ${words.definition(metric, context.book.metrics)}`)
      .join('\n'),
    missing: '',
  };
}

/** The quarter that carries most of a target that adds up. */
function heaviestQuarter({ formats }: ReportContext, goal: GoalRow): { quarter: number; share: string } | null {
  const { target } = goal;
  const known = goal.quarters.filter((value) => value !== null);
  if (goal.adds === null || target === null || target === 0 || known.length < 4) return null;
  const most = Math.max(...known);
  return { quarter: goal.quarters.indexOf(most) + 1, share: formats.percent(most / target) };
}

function goalTable(context: ReportContext, goals: readonly GoalRow[]): Table {
  const { words, formats, evaluation } = context;
  const year = goals[0]?.year ?? evaluation.year + 1;
  return {
    id: 'goals',
    caption: '',
    columns: [
      wordColumn(words.label('metric'), 0.27),
      numberColumn(formats.year(evaluation.year), 0.1),
      numberColumn(`${formats.year(year)} ${words.label('target')}`, 0.13),
      numberColumn(words.label('impliedGrowth'), 0.11),
      ...QUARTERS.map((quarter) => numberColumn(`Q${quarter}`, 0.09)),
    ],
    rows: goals.map((goal) => ({
      emphasis: goal.metric.level === 'core',
      cells: [
        wordCell(nameWithUnit(context, goal.metric)),
        valueCell(context, goal.history[0]?.value ?? null, goal.metric.unit),
        valueCell(context, goal.target, goal.metric.unit),
        changeCell(context, goal.impliedGrowth, toneOf(goal.impliedGrowth.value, goal.metric.direction)),
        ...QUARTERS.map((quarter) => valueCell(context, goal.quarters[quarter - 1] ?? null, goal.metric.unit)),
      ],
    })),
  };
}

/** Months of the target beside this year's; `null` when the target has no months yet. */
function goalFigure(context: ReportContext, goal: GoalRow): FigureSpec | null {
  const { words, formats, evaluation, book } = context;
  if (goal.months.every((value) => value === null)) return null;
  const { unit } = goal.metric;
  const row = evaluation.scorecard.find((one) => one.metric.id === goal.metric.id);
  const exact = (values: readonly (number | null)[]) =>
    evaluation.months.map((_, index) => exactValue(values[index] ?? null, unit, book.settings.currency));
  const year = formats.year(goal.year);
  const series = [
    { name: `${year} ${words.label('target')}`, token: 'accent', values: exact(goal.months) },
    {
      name: `${formats.year(evaluation.year)} ${words.label('actual')}`,
      token: 'accent-soft',
      values: exact(row?.monthly ?? []),
    },
  ] as const;
  return {
    id: 'goals',
    kind: 'bar',
    title: nameWithUnit(context, goal.metric),
    alt: words.goalsAlt({
      metric: words.metric(goal.metric),
      year,
      parts: words.list(QUARTERS.map((q) => `Q${q} ${formats.value(goal.quarters[q - 1] ?? null, unit, 'short')}`)),
    }),
    categories: evaluation.months.map((month) => formats.month(month, 'short')),
    series: series
      .filter((one) => one.values.some((value) => value !== null))
      .map((one) => ({ ...one, mark: 'bar', axis: 'left', dash: false, labels: false })),
    format: numberFormat(unit, book.settings.currency),
  };
}
