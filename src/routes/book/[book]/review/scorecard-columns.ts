import type { Benchmark, BenchmarkKind, Book, CellKind, FigureKind } from '#core/book/book.ts';
import type { ScorecardRow } from '#core/evaluation.ts';
import { valuesOf } from '#core/comparison/values.ts';
import { changeKind } from '#core/comparison/change.ts';
import type { Direction, Unit } from '#core/figure.ts';
import { yearKey, type FiscalYear, type PeriodKey } from '#core/period.ts';
import type { ReportFormats } from '#core/report/words.ts';
import { typedText } from '#core/typed-number.ts';
import { m } from '#messages/compiled/messages.js';
import { formatPeriod, formatValue, UNKNOWN } from '#messages/format.ts';
import { figureWord, verdictMeaning, verdictWord } from '#messages/metric-words.ts';
import type { GridCell } from '#ui/grid/grid-model.ts';
import { cellText } from './cell-text.ts';

export interface ScoreContext {
  readonly book: Book;
  readonly row: ScorecardRow;
  readonly formats: ReportFormats;
  readonly editable: boolean;
}

/** One kind of comparison on the scorecard: how it reads, what it is a figure of, and what typing into it writes. */
export interface ScoreColumn {
  readonly id: string;
  readonly title: (book: Book) => string;
  readonly width: string;
  readonly align: 'start' | 'end' | 'center';
  readonly divides?: boolean;
  readonly cell: (context: ScoreContext) => GridCell;
  readonly writes?: (year: FiscalYear) => { readonly kind: CellKind; readonly period: PeriodKey };
  /** Opens the figure's card. */
  readonly figure?: FigureKind;
  /** Years back from the year under review that the figure is of. */
  readonly back?: number;
  /** Opens the benchmarks of this kind. */
  readonly benchmark?: BenchmarkKind;
}

const yearName = (book: Book, back: number): string =>
  formatPeriod(yearKey(book.settings.year - back), book.settings.firstMonth);

/**
 * A year's value that can be typed. In a year to date the comparison's own base is shown (the same months), while typing still
 * edits the whole year.
 */
function yearCell(
  { book, row, editable }: ScoreContext,
  kind: CellKind,
  back: number,
  compared: number | null | undefined,
): GridCell {
  const { unit, id } = row.metric;
  const { currency, year } = book.settings;
  const whole = valuesOf(book).year(id, kind, year - back).value;
  const shown = row.toDate && compared !== undefined ? compared : whole;
  return {
    text: cellText(shown, unit, currency),
    exact: typedText(whole, unit, currency),
    editable,
    computed: kind === 'actual' && isFromData(book, id, year - back),
    toDate: row.toDate && shown !== null && (kind === 'actual' ? back === 0 || shown !== whole : shown !== whole),
    hint: row.toDate ? m.metrics_to_date_hint({ whole: formatExact(whole, row, book) }) : formatExact(shown, row, book),
  };
}

const formatExact = (value: number | null, row: ScorecardRow, book: Book): string =>
  value === null ? '' : formatValue(value, row.metric.unit, { currency: book.settings.currency, symbol: true });

function isFromData(book: Book, metric: string, year: FiscalYear): boolean {
  const { year: own, months } = valuesOf(book).year(metric, 'actual', year).cells;
  return [own, ...months].some(
    (cell) => cell?.value !== undefined && cell.value !== null && cell.source.kind === 'data',
  );
}

const toneOf = (change: number | null, direction: Direction): GridCell['tone'] =>
  change === null ? 'faint' : change === 0 ? 'plain' : change > 0 === (direction === 'higher') ? 'good' : 'bad';

const fixed = (text: string, tone: GridCell['tone'] = 'plain', hint = ''): GridCell => ({
  text,
  exact: text === UNKNOWN ? '' : text,
  editable: false,
  tone: text === UNKNOWN ? 'faint' : tone,
  hint,
});

/** As exact as the two values it stands between. */
function differenceText({ growth: { difference }, metric }: ScorecardRow, formats: ReportFormats, book: Book): string {
  if (difference === null || metric.unit === 'percent') return formats.difference(difference, metric.unit);
  const text = cellText(difference, metric.unit, book.settings.currency);
  return difference > 0 ? `+${text}` : text;
}

/** "+50.0%", "35.2%", "120 (index)"; a competitor with its name. */
export function benchmarkText({ value, measure }: Benchmark, unit: Unit, formats: ReportFormats): string {
  if (measure === 'growth') return formats.change({ kind: changeKind(unit), value });
  if (measure === 'index')
    return m.metrics_index_value({ value: formatValue(value, 'times', { digits: indexDigits(value) }) });
  return formats.value(value, unit, 'short');
}

/** An index is read whole: 132, not 132.00. */
const indexDigits = (value: number | null): number => (value !== null && Number.isInteger(value) ? 0 : 1);

/** The figure first: where the column ends, it is the name that is cut. Of a market or an industry there is one, named on hover. */
function benchmarkCell(context: ScoreContext, benchmarks: readonly Benchmark[], named = false): GridCell {
  const [first] = benchmarks;
  if (!first || first.value === null) return fixed(UNKNOWN, 'faint', m.metrics_benchmark_add_hint());
  const more = benchmarks.length > 1 ? ` +${benchmarks.length - 1}` : '';
  const text = (one: Benchmark): string => benchmarkText(one, context.row.metric.unit, context.formats);
  const hint = benchmarks
    .map((one) => [one.name, text(one), one.source, one.date].filter(Boolean).join(' · '))
    .join('\n');
  const name = named && first.name ? ` ${first.name}` : '';
  return fixed(`${text(first)}${more}${name}`, 'plain', hint);
}

const some = <T>(value: T | null): readonly T[] => (value === null ? [] : [value]);

export const SCORE_COLUMNS: readonly ScoreColumn[] = [
  {
    id: 'actual',
    title: (book) => `${figureWord('actual')} ${yearName(book, 0)}`,
    width: '8.5rem',
    align: 'end',
    cell: (context) => ({ ...yearCell(context, 'actual', 0, undefined), tone: 'strong' }),
    writes: (year) => ({ kind: 'actual', period: yearKey(year) }),
    figure: 'actual',
  },
  {
    id: 'target',
    title: () => figureWord('target'),
    width: '8.5rem',
    align: 'end',
    cell: (context) => yearCell(context, 'target', 0, context.row.target),
    writes: (year) => ({ kind: 'target', period: yearKey(year) }),
    figure: 'target',
  },
  {
    id: 'attainment',
    title: () => figureWord('attainment'),
    width: '6.25rem',
    align: 'end',
    cell: ({ row, formats }) =>
      fixed(formats.percent(row.attainment), row.met === null ? 'plain' : row.met ? 'good' : 'bad'),
    figure: 'attainment',
  },
  {
    id: 'verdict',
    title: () => m.metrics_column_verdict(),
    width: '10.5rem',
    align: 'start',
    cell: ({ row }) =>
      row.verdict === null
        ? fixed(UNKNOWN, 'faint', m.metrics_verdict_none())
        : fixed(verdictWord(row.verdict), 'plain', verdictMeaning(row.verdict)),
  },
  {
    id: 'trend',
    title: () => m.metrics_column_trend(),
    width: '7rem',
    align: 'center',
    cell: ({ row }) => fixed(row.monthly.some((value) => value !== null) ? '' : UNKNOWN),
  },
  {
    id: 'lastYear',
    title: (book) => `${figureWord('lastYear')} ${yearName(book, 1)}`,
    width: '8.5rem',
    align: 'end',
    divides: true,
    cell: (context) => yearCell(context, 'actual', 1, context.row.lastYear),
    writes: (year) => ({ kind: 'actual', period: yearKey(year - 1) }),
    figure: 'lastYear',
  },
  {
    id: 'change',
    title: () => m.metrics_column_change(),
    width: '8.5rem',
    align: 'end',
    cell: ({ book, row, formats }) =>
      fixed(differenceText(row, formats, book), toneOf(row.growth.difference, row.metric.direction)),
    figure: 'change',
  },
  {
    id: 'growth',
    title: () => m.metrics_column_growth(),
    width: '6.25rem',
    align: 'end',
    cell: ({ row, formats }) => fixed(formats.change(row.growth), toneOf(row.growth.value, row.metric.direction)),
    figure: 'growth',
  },
  {
    id: 'yearBeforeLast',
    title: (book) => `${m.metrics_column_year_before_last()} ${yearName(book, 2)}`,
    width: '8.5rem',
    align: 'end',
    cell: (context) => yearCell(context, 'actual', 2, context.row.yearBeforeLast),
    writes: (year) => ({ kind: 'actual', period: yearKey(year - 2) }),
    figure: 'actual',
    back: 2,
  },
  {
    id: 'growthTwoYears',
    title: () => m.metrics_column_growth_two_years(),
    width: '6.25rem',
    align: 'end',
    cell: ({ row, formats }) =>
      fixed(formats.change(row.growthTwoYears), toneOf(row.growthTwoYears.value, row.metric.direction)),
    figure: 'growthTwoYears',
  },
  {
    id: 'industry',
    title: () => m.metrics_benchmark_industry(),
    width: '6.5rem',
    align: 'end',
    divides: true,
    cell: (context) => benchmarkCell(context, some(context.row.industry)),
    benchmark: 'industry',
  },
  {
    id: 'market',
    title: () => m.metrics_benchmark_market(),
    width: '6.5rem',
    align: 'end',
    cell: (context) => benchmarkCell(context, some(context.row.market)),
    benchmark: 'market',
  },
  {
    id: 'relativeShare',
    title: () => m.metrics_column_relative_share(),
    width: '6.5rem',
    align: 'end',
    cell: ({ row, formats }) =>
      fixed(
        formats.change({ kind: 'ratio', value: row.relativeShare }),
        toneOf(row.relativeShare, row.metric.direction),
      ),
    figure: 'relativeShare',
  },
  {
    id: 'competitor',
    title: () => m.metrics_benchmark_competitor(),
    width: '11rem',
    align: 'start',
    cell: (context) => benchmarkCell(context, context.row.competitors, true),
    benchmark: 'competitor',
  },
  {
    id: 'leader',
    title: () => m.metrics_benchmark_leader(),
    width: '11rem',
    align: 'start',
    cell: (context) => benchmarkCell(context, some(context.row.leader), true),
    benchmark: 'leader',
  },
];
