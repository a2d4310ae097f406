import { yearKey } from '#core/period.ts';
import type { GoalRow } from '#core/evaluation.ts';
import { parseTyped, typedText } from '#core/typed-number.ts';
import { m } from '#messages/compiled/messages.js';
import { formatPeriod, formatValue } from '#messages/format.ts';
import { formulaText, levelWord, metricName } from '#messages/metric-words.ts';
import type { GridCell, GridColumn, GridModel } from '#ui/grid/grid-model.ts';
import { growthHint, growthText, sumText } from './goal-words.ts';
import type { GoalsScreen, Place } from './goals-screen.svelte.ts';

const HISTORY = [2, 1, 0] as const;
const QUARTERS = [0, 1, 2, 3] as const;

interface Column extends GridColumn {
  /** Where a number typed here goes; absent where nothing can be typed. */
  readonly place?: Place;
  cell(row: GoalRow): GridCell;
}

/** The goals as a sheet: three years of history, the target with the growth it asks for, its quarters, and whether months sum. */
export function goalsGrid(screen: GoalsScreen, open: (row: GoalRow) => void): GridModel {
  const columns = columnsOf(screen);
  const at = (row: number, column: number) => ({ row: screen.rows[row], column: columns[column] });
  const parse = (row: GoalRow, text: string) => parseTyped(text, row.metric.unit, screen.settings.currency);
  return {
    columns,
    rows: screen.rows.map(({ metric }) => ({
      id: metric.id,
      title: metricName(metric),
      group: levelWord(metric.level),
    })),
    cell(row, column) {
      const place = at(row, column);
      return place.row && place.column ? place.column.cell(place.row) : { text: '', editable: false };
    },
    refuse(row, _, text) {
      const goal = screen.rows[row];
      return goal && parse(goal, text).ok ? null : m.metrics_grid_not_a_number({ text });
    },
    write(edits) {
      screen.set(
        edits.flatMap(({ row, column, text }) => {
          const { row: goal, column: into } = at(row, column);
          const value = goal && parse(goal, text);
          return goal && into?.place && value?.ok
            ? [{ metric: goal.metric.id, place: into.place, value: value.value }]
            : [];
        }),
      );
    },
    undo: () => screen.undo(),
    redo: () => screen.redo(),
    open(row) {
      const goal = screen.rows[row];
      if (goal) open(goal);
    },
  };
}

function columnsOf(screen: GoalsScreen): readonly Column[] {
  const { settings, metrics } = screen;
  const { currency, firstMonth } = settings;
  const year = (of: number): string => formatPeriod(yearKey(of), firstMonth);
  const figure = (row: GoalRow, value: number | null): Pick<GridCell, 'text' | 'exact' | 'hint'> => ({
    text: value === null ? '' : formatValue(value, row.metric.unit, { currency, form: 'short' }),
    exact: typedText(value, row.metric.unit, currency),
    hint: formatValue(value, row.metric.unit, { currency }),
  });
  const history = HISTORY.map((back): Column => ({
    id: `history-${back}`,
    title: year(settings.year - back),
    width: '4.75rem',
    align: 'end',
    cell(row) {
      const past = row.history[back];
      const shown = figure(row, past?.value ?? null);
      const hint = past?.toDate ? m.plan_to_date({ value: shown.hint ?? '' }) : (shown.hint ?? '');
      return { ...shown, text: shown.text || '–', editable: false, toDate: past?.toDate ?? false, hint };
    },
  }));
  const target: Column = {
    id: 'target',
    title: m.plan_target_of({ year: year(settings.year + 1) }),
    width: '7rem',
    align: 'end',
    divides: true,
    place: { at: 'year' },
    cell(row) {
      const shown = figure(row, row.target);
      if (!screen.isComputed(row)) return { ...shown, editable: !screen.readOnly, tone: 'strong' };
      const hint = m.plan_computed({ formula: formulaText(row.metric, metrics) });
      return { ...shown, editable: !screen.readOnly, tone: 'strong', computed: true, hint };
    },
  };
  const growth: Column = {
    id: 'growth',
    title: m.plan_growth(),
    width: '9rem',
    align: 'end',
    cell: (row) => ({
      text: growthText(row),
      editable: false,
      hint: row.target === null ? '' : growthHint(row, settings),
    }),
  };
  const quarters = QUARTERS.map((index): Column => ({
    id: `quarter-${index}`,
    title: m.plan_quarter({ quarter: index + 1 }),
    width: '5.5rem',
    align: 'end',
    divides: index === 0,
    place: { at: 'quarter', index },
    cell: (row) => ({
      ...figure(row, row.quarters[index]),
      editable: !screen.readOnly,
      tone: row.adds === null ? 'faint' : 'plain',
    }),
  }));
  const sums: Column = {
    id: 'sums',
    title: m.plan_months(),
    width: '7rem',
    align: 'end',
    cell(row) {
      const { text, tone } = sumText(row, settings);
      return { text, tone, editable: false, hint: row.adds === null ? m.plan_not_additive() : '' };
    },
  };
  return [...history, target, growth, ...quarters, sums];
}
