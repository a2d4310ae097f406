import type { Book, Cell, CellKind, FigureKind, FigureRef, Metric } from '#core/book/book.ts';
import { valuesOf } from '#core/comparison/values.ts';
import type { Evaluation } from '#core/evaluation.ts';
import { fiscalYearOf, parsePeriod, yearKey } from '#core/period.ts';
import type { ReportFormats } from '#core/report/words.ts';
import { figureValue } from '#core/review/figure-value.ts';
import { m } from '#messages/compiled/messages.js';
import { formatPeriod, formatValue, UNKNOWN } from '#messages/format.ts';
import {
  benchmarkWord,
  confidenceWord,
  dimensionWord,
  figureDefinition,
  figureWord,
  formulaText,
  metricDefinition,
  metricName,
  segmentWord,
} from '#messages/metric-words.ts';

/** What stands behind a figure, in words: for its card, on the scorecard and in a text alike. */
export interface FigureFacts {
  readonly metric: string;
  readonly figure: string;
  readonly period: string;
  /** As it is; `null` when unknown. */
  readonly value: number | null;
  /** As a chip shows it. */
  readonly short: string;
  /** In full, with its unit. */
  readonly full: string;
  readonly definition: string;
  /** The computation with its numbers, e.g. "12,000 ÷ 10,000"; '' where there is none. */
  readonly formula: string;
  readonly sources: readonly string[];
  readonly toDate: boolean;
  /** The metric, benchmark or part is gone. */
  readonly lost: boolean;
}

export function figureFacts(
  book: Book,
  evaluation: Evaluation | null,
  ref: FigureRef,
  formats: ReportFormats,
): FigureFacts {
  const metric = book.metrics.find((one) => one.id === ref.metric);
  const period = formatPeriod(ref.period, book.settings.firstMonth);
  if (!metric) return { ...lost(), figure: figureWord(ref.figure), period };
  const desk: Desk = { book, evaluation, ref, metric, formats };
  const value = evaluation && figureValue(book, evaluation, ref);
  return {
    metric: metricName(metric),
    figure: figureName(desk),
    period,
    value: value?.value ?? null,
    short: value ? formats.figure(value) : UNKNOWN,
    full: fullText(desk),
    definition:
      ref.figure === 'actual' ? metricDefinition(metric, book.settings.lookBack) : figureDefinition(ref.figure),
    formula: FORMULAS[ref.figure](desk),
    sources: sourcesOf(desk),
    toDate: value?.toDate ?? false,
    lost: value !== null && value.value === null && (ref.of ?? '') !== '',
  };
}

const lost = (): Omit<FigureFacts, 'figure' | 'period'> => ({
  metric: UNKNOWN,
  value: null,
  short: UNKNOWN,
  full: UNKNOWN,
  definition: m.metrics_figure_lost(),
  formula: '',
  sources: [],
  toDate: false,
  lost: true,
});

interface Desk {
  readonly book: Book;
  readonly evaluation: Evaluation | null;
  readonly ref: FigureRef;
  readonly metric: Metric;
  readonly formats: ReportFormats;
}

/** "Driver's contribution: Buyers", "Competitor: Brand B". */
function figureName({ book, ref }: Desk): string {
  const of = ref.of ?? '';
  const word = figureWord(ref.figure);
  if (ref.figure === 'benchmark') {
    const benchmark = book.benchmarks.find((one) => one.id === of);
    return benchmark ? [benchmarkWord(benchmark.kind), benchmark.name].filter(Boolean).join(' · ') : word;
  }
  if (ref.figure === 'driver') {
    const driver = book.metrics.find((one) => one.id === of);
    return driver ? `${word} · ${metricName(driver)}` : word;
  }
  if (ref.figure === 'segment') {
    const [dimension = '', ...name] = of.split('|');
    return `${dimensionWord(dimension)} · ${segmentWord(dimension, name.join('|'))}`;
  }
  return word;
}

function fullText(desk: Desk): string {
  const { book, evaluation, ref, formats } = desk;
  if (!evaluation) return UNKNOWN;
  const figure = figureValue(book, evaluation, ref);
  const isPlain = figure.form !== 'attainment' && figure.form !== 'change-ratio' && figure.form !== 'change-points';
  if (!isPlain) return formats.figure(figure);
  const text = formatValue(figure.value, figure.form, { currency: book.settings.currency, symbol: true });
  return figure.signed && (figure.value ?? 0) > 0 ? `+${text}` : text;
}

/** Another figure of the same metric and period, in full. */
const other = (desk: Desk, figure: FigureKind): string => fullText({ ...desk, ref: { ...desk.ref, figure } });

const known = (text: string, ...parts: readonly string[]): string => (parts.includes(UNKNOWN) ? '' : text);

function ratioOf(desk: Desk, top: FigureKind, base: FigureKind): string {
  const [over, under] = [other(desk, top), other(desk, base)];
  const text = desk.metric.unit === 'percent' ? `${over} − ${under}` : `${over} ÷ ${under} − 1`;
  return known(text, over, under);
}

function difference(desk: Desk, a: FigureKind, b: FigureKind): string {
  const [from, minus] = [other(desk, a), other(desk, b)];
  return known(`${from} − ${minus}`, from, minus);
}

const FORMULAS: Record<FigureKind, (desk: Desk) => string> = {
  actual: (desk) => actualFormula(desk),
  target: () => '',
  lastYear: () => '',
  attainment(desk) {
    const [actual, target] = [other(desk, 'actual'), other(desk, 'target')];
    const quotient = `${actual} ÷ ${target}`;
    return known(desk.metric.direction === 'lower' ? `2 − ${quotient}` : quotient, actual, target);
  },
  gap: (desk) => difference(desk, 'actual', 'target'),
  change: (desk) => difference(desk, 'actual', 'lastYear'),
  growth: (desk) => ratioOf(desk, 'actual', 'lastYear'),
  growthTwoYears(desk) {
    const row = desk.evaluation?.scorecard.find((one) => one.metric.id === desk.metric.id);
    if (!row || row.yearBeforeLast === null) return '';
    const base = formatValue(row.yearBeforeLast, desk.metric.unit, {
      currency: desk.book.settings.currency,
      symbol: true,
    });
    const actual = other(desk, 'actual');
    return known(desk.metric.unit === 'percent' ? `(${actual} − ${base}) ÷ 2` : `√(${actual} ÷ ${base}) − 1`, actual);
  },
  impliedGrowth: (desk) => ratioOf(desk, 'target', 'lastYear'),
  relativeShare(desk) {
    const market = desk.evaluation?.scorecard.find((one) => one.metric.id === desk.metric.id)?.market;
    if (!market || market.value === null || market.measure !== 'growth') return '';
    const rate = desk.formats.change({ kind: 'ratio', value: market.value });
    const growth = other(desk, 'growth');
    return known(`(1 ${signed(growth)}) ÷ (1 ${signed(rate)}) − 1`, growth);
  },
  benchmark: () => '',
  driver: (desk) => formulaText(desk.metric, desk.book.metrics),
  segment: () => '',
};

/** "+20.0%" as "+ 20.0%". */
const signed = (rate: string): string => rate.replace(/^([+−])/, '$1 ');

/** A formula of other metrics with their numbers, or the numerator and denominator that the data gave. */
function actualFormula({ book, ref, metric }: Desk): string {
  const { currency } = book.settings;
  const period = parsePeriod(ref.period);
  const source = book.cells.get(`${metric.id}|actual|${ref.period}`)?.source;
  if (source?.kind === 'data' && source.numerator !== null && source.denominator !== null) {
    const money = metric.unit === 'money';
    const top = formatValue(source.numerator, money ? 'money' : 'count', { currency, symbol: true });
    return `${top} ÷ ${formatValue(source.denominator, 'count')}`;
  }
  if (!metric.formula || !period || source !== undefined) return '';
  const values = valuesOf(book);
  const sign = { sum: ' + ', product: ' × ', ratio: ' ÷ ' }[metric.formula.kind];
  const numbers = metric.formula.of.map((id) => {
    const part = book.metrics.find((one) => one.id === id);
    if (!part) return UNKNOWN;
    const value =
      period.grain === 'year'
        ? values.year(id, 'actual', period.year).value
        : period.grain === 'quarter'
          ? values.quarter(id, 'actual', period.year, period.quarter)
          : values.month(id, 'actual', period.month);
    return formatValue(value, part.unit, { currency, symbol: true });
  });
  return `${formulaText(metric, book.metrics)}\n${numbers.join(sign)}`;
}

const SOURCES_OF: Partial<Record<FigureKind, readonly (readonly [CellKind, number])[]>> = {
  actual: [['actual', 0]],
  target: [['target', 0]],
  lastYear: [['actual', 1]],
  attainment: [
    ['actual', 0],
    ['target', 0],
  ],
  gap: [
    ['actual', 0],
    ['target', 0],
  ],
  impliedGrowth: [
    ['target', 0],
    ['actual', 1],
  ],
};

/** Where a figure's values came from, each source once: datasets with their time, people, formulas, outside sources. */
function sourcesOf({ book, ref, metric, formats }: Desk): readonly string[] {
  if (ref.figure === 'benchmark') {
    const benchmark = book.benchmarks.find((one) => one.id === ref.of);
    if (!benchmark) return [];
    const source = benchmark.source === '' ? m.metrics_source_missing() : benchmark.source;
    return [[source, benchmark.date, confidenceWord(benchmark.confidence)].filter(Boolean).join(' · ')];
  }
  const wanted = SOURCES_OF[ref.figure] ?? [
    ['actual', 0],
    ['actual', 1],
  ];
  const told = wanted.flatMap(([kind, back]) => {
    const cells = cellsBehind(book, metric, kind, ref, back);
    if (cells.length === 0 && metric.formula && kind === 'actual') return [m.metrics_source_formula()];
    return cells.map((cell) => sourceText(cell, formats));
  });
  return [...new Set(told)];
}

function cellsBehind(book: Book, metric: Metric, kind: CellKind, ref: FigureRef, back: number): readonly Cell[] {
  const period = parsePeriod(ref.period);
  if (!period) return [];
  const { firstMonth } = book.settings;
  if (period.grain === 'month') {
    const year = fiscalYearOf(period.month - 12 * back, firstMonth);
    const at = period.month - 12 * back - (year * 12 + firstMonth - 1);
    return filled([valuesOf(book).year(metric.id, kind, year).cells.months[at]]);
  }
  const { year: own, quarters, months } = valuesOf(book).year(metric.id, kind, period.year - back).cells;
  const direct = filled([period.grain === 'year' ? own : quarters[period.quarter - 1]]);
  if (direct.length > 0) return direct;
  return filled(period.grain === 'year' ? months : months.slice(period.quarter * 3 - 3, period.quarter * 3));
}

const filled = (cells: readonly (Cell | undefined)[]): Cell[] =>
  cells.flatMap((cell) => (cell && cell.value !== null ? [cell] : []));

function sourceText({ source }: Cell, formats: ReportFormats): string {
  if (source.kind === 'data')
    return m.metrics_source_data({ dataset: source.datasetName, date: formats.date(source.computedAt) });
  return source.kind === 'phased' ? m.metrics_source_phased() : m.metrics_source_typed();
}

/** The figures a text about a metric may want, of the year under review; known ones only. */
export function figuresFor(book: Book, evaluation: Evaluation, metric: Metric): readonly FigureRef[] {
  const period = yearKey(book.settings.year);
  const own: readonly FigureRef[] = OFFERED.map((figure) => ({ metric: metric.id, figure, period }));
  const outside = book.benchmarks
    .filter((one) => one.metric === metric.id && one.year === book.settings.year)
    .map((one): FigureRef => ({ metric: metric.id, figure: 'benchmark', period, of: one.id }));
  const parts = (evaluation.explanations[metric.id]?.splits ?? []).flatMap((split) =>
    split.parts
      .filter((part) => part.id !== '')
      .slice(0, 6)
      .map((part): FigureRef =>
        split.by === 'drivers'
          ? { metric: metric.id, figure: 'driver', period, of: part.id }
          : { metric: metric.id, figure: 'segment', period, of: `${split.by}|${part.id}` },
      ),
  );
  return [...own, ...outside, ...parts].filter((ref) => figureValue(book, evaluation, ref).value !== null);
}

const OFFERED: readonly FigureKind[] = [
  'actual',
  'target',
  'attainment',
  'gap',
  'lastYear',
  'growth',
  'change',
  'growthTwoYears',
  'impliedGrowth',
  'relativeShare',
];
