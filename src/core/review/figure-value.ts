import type { Book, FigureKind, FigureRef, Metric } from '../book/book.ts';
import { attainment } from '../comparison/attainment.ts';
import { changeOf } from '../comparison/change.ts';
import { comparable } from '../comparison/comparable.ts';
import { valuesOf } from '../comparison/values.ts';
import type { Change, Evaluation, FigureValue, ScorecardRow } from '../evaluation.ts';
import { firstMonthOf, fiscalYearOf, parsePeriod, type Period } from '../period.ts';

/** What references resolve to, of an evaluation. */
export type Figures = Pick<Evaluation, 'year' | 'scorecard' | 'explanations'>;

/**
 * What a figure reference stands for today: the one resolver behind chips, cards, slides and sheets. Figures of the year under
 * review are the scorecard's own; other periods are read from the book with the same rules. A reference to a metric, benchmark,
 * driver or segment that is gone resolves to `value: null`.
 */
export function figureValue(book: Book, evaluation: Figures, ref: FigureRef): FigureValue {
  const metric = book.metrics.find((one) => one.id === ref.metric);
  const period = parsePeriod(ref.period);
  if (!metric || !period) return { value: null, form: 'count', signed: false, toDate: false };
  const row =
    period.grain === 'year' && period.year === evaluation.year
      ? evaluation.scorecard.find((one) => one.metric.id === metric.id)
      : undefined;
  if (ref.figure === 'benchmark') return benchmarkValue(book, metric, ref);
  if (ref.figure === 'driver' || ref.figure === 'segment') {
    return partValue(evaluation, metric, ref, row?.toDate ?? false, row !== undefined);
  }
  return row ? ofRow(metric, row, ref.figure) : ofPeriod(book, metric, period, ref.figure);
}

type ComparisonKind = Exclude<FigureKind, 'benchmark' | 'driver' | 'segment'>;

const plain = (metric: Metric, value: number | null, toDate = false): FigureValue => ({
  value,
  form: metric.unit,
  signed: false,
  toDate,
});

/** A difference in the metric's unit; points for percent metrics. */
const difference = (metric: Metric, value: number | null, toDate = false): FigureValue => ({
  value,
  form: metric.unit === 'percent' ? 'change-points' : metric.unit,
  signed: true,
  toDate,
});

const rate = (change: Change, toDate = false): FigureValue => ({
  value: change.value,
  form: change.kind === 'points' ? 'change-points' : 'change-ratio',
  signed: true,
  toDate,
});

function ofRow(metric: Metric, row: ScorecardRow, figure: ComparisonKind): FigureValue {
  const figures: Record<ComparisonKind, FigureValue> = {
    actual: plain(metric, row.actual, row.toDate),
    target: plain(metric, row.target, row.toDate && row.attainment !== null),
    attainment: { value: row.attainment, form: 'attainment', signed: false, toDate: row.toDate },
    gap: difference(metric, row.gap, row.toDate),
    lastYear: plain(metric, row.lastYear, row.toDate),
    growth: rate(row.growth, row.toDate),
    growthTwoYears: rate(row.growthTwoYears, row.toDate),
    change: difference(metric, row.growth.difference, row.toDate),
    impliedGrowth: rate(row.impliedGrowth),
    relativeShare: { value: row.relativeShare, form: 'change-ratio', signed: true, toDate: row.toDate },
  };
  return figures[figure];
}

function ofPeriod(book: Book, metric: Metric, period: Period, figure: ComparisonKind): FigureValue {
  const { value: actual, whole } = actualIn(book, metric, period, 0);
  const target = targetIn(book, metric, period);
  const onLast = changeOver(book, metric, period, 1);
  const growth = changeOf(metric.unit, onLast.current, onLast.base);
  const onTwo = changeOver(book, metric, period, 2);
  const toDate = actual !== null && !whole;
  // What part of a year reached of its whole target is the scorecard's to say, for the year under review.
  const isHeld = actual !== null && target !== null && (whole || period.grain !== 'year');
  const figures: Record<ComparisonKind, FigureValue> = {
    actual: plain(metric, actual, toDate),
    target: plain(metric, target),
    attainment: {
      value: isHeld ? attainment(actual, target, metric.direction) : null,
      form: 'attainment',
      signed: false,
      toDate,
    },
    gap: difference(metric, isHeld ? actual - target : null, toDate),
    lastYear: plain(metric, onLast.told),
    growth: rate(growth),
    growthTwoYears: rate(changeOf(metric.unit, onTwo.current, onTwo.base, 2)),
    change: difference(metric, growth.difference),
    impliedGrowth: rate(changeOf(metric.unit, target, onLast.whole)),
    relativeShare: { value: null, form: 'change-ratio', signed: true, toDate: false },
  };
  return figures[figure];
}

interface Known {
  readonly value: number | null;
  /** Complete in the data, or typed. */
  readonly whole: boolean;
}

/** The actual of the same period `back` years earlier. */
function actualIn(book: Book, metric: Metric, period: Period, back: number): Known {
  const values = valuesOf(book);
  if (period.grain === 'year') {
    const { value, complete } = values.year(metric.id, 'actual', period.year - back);
    return { value, whole: complete };
  }
  const { firstMonth } = book.settings;
  const of = (period.grain === 'month' ? fiscalYearOf(period.month, firstMonth) : period.year) - back;
  const { whole, cells } = values.year(metric.id, 'actual', of);
  if (period.grain === 'month') {
    const month = period.month - 12 * back;
    return {
      value: values.month(metric.id, 'actual', month),
      whole: whole[month - firstMonthOf(of, firstMonth)] === true,
    };
  }
  const source = cells.quarters[period.quarter - 1]?.source;
  const months = whole.slice(period.quarter * 3 - (metric.yearly === 'last' ? 1 : 3), period.quarter * 3);
  return {
    value: values.quarter(metric.id, 'actual', of, period.quarter),
    whole: source ? !(source.kind === 'data' && source.toDate) : months.every(Boolean),
  };
}

function targetIn(book: Book, metric: Metric, period: Period): number | null {
  const values = valuesOf(book);
  if (period.grain === 'month') return values.month(metric.id, 'target', period.month);
  if (period.grain === 'quarter') return values.quarter(metric.id, 'target', period.year, period.quarter);
  return values.year(metric.id, 'target', period.year).value;
}

interface Over {
  /** Both over the same time; `null` where nothing is alike. */
  readonly current: number | null;
  readonly base: number | null;
  /** The earlier period's value as a reader may be told it, and only where it is whole. */
  readonly told: number | null;
  readonly whole: number | null;
}

/** A period and the same one `back` years earlier: years on equal footing (CO5), shorter periods where both are whole (CO21). */
function changeOver(book: Book, metric: Metric, period: Period, back: number): Over {
  const [now, before] = [actualIn(book, metric, period, 0), actualIn(book, metric, period, back)];
  const whole = before.whole ? before.value : null;
  if (period.grain === 'year') {
    const { firstMonth } = book.settings;
    const span = comparable(valuesOf(book), metric, period.year, period.year - back, firstMonth);
    return { current: span?.current ?? null, base: span?.base ?? null, told: span?.base ?? whole, whole };
  }
  const isAlike = now.whole && before.whole;
  return { current: isAlike ? now.value : null, base: isAlike ? before.value : null, told: before.value, whole };
}

function benchmarkValue(book: Book, metric: Metric, ref: FigureRef): FigureValue {
  const benchmark = book.benchmarks.find((one) => one.id === ref.of);
  if (!benchmark || benchmark.measure === 'value') return plain(metric, benchmark?.value ?? null);
  if (benchmark.measure === 'index') return { value: benchmark.value, form: 'times', signed: false, toDate: false };
  return rate({ kind: metric.unit === 'percent' ? 'points' : 'ratio', value: benchmark.value, difference: null });
}

function partValue(
  evaluation: Figures,
  metric: Metric,
  ref: FigureRef,
  toDate: boolean,
  isReviewed: boolean,
): FigureValue {
  const splits = isReviewed ? (evaluation.explanations[metric.id]?.splits ?? []) : [];
  const [dimension = '', name = ''] = ref.figure === 'driver' ? ['drivers', ref.of] : segmentOf(ref.of ?? '');
  const part = splits.find((split) => split.by === dimension)?.parts.find((one) => one.id === name);
  return difference(metric, part?.effect ?? null, toDate);
}

/** `dimension|name`, as a reference names a segment. Names may hold bars themselves; dimensions don't. */
function segmentOf(of: string): readonly [string, string] {
  const bar = of.indexOf('|');
  return bar < 0 ? [of, ''] : [of.slice(0, bar), of.slice(bar + 1)];
}
