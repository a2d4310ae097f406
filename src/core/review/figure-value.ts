import type { Book, FigureKind, FigureRef, Metric } from '../book/book.ts';
import { attainment } from '../comparison/attainment.ts';
import { changeOf } from '../comparison/change.ts';
import { valuesOf } from '../comparison/values.ts';
import type { Change, Evaluation, FigureValue, ScorecardRow } from '../evaluation.ts';
import { parsePeriod, type Period } from '../period.ts';

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
  const actual = valueIn(book, metric, 'actual', period, 0);
  const target = valueIn(book, metric, 'target', period, 0);
  const last = valueIn(book, metric, 'actual', period, 1);
  const growth = changeOf(metric.unit, actual, last);
  const isHeld = actual !== null && target !== null;
  const figures: Record<ComparisonKind, FigureValue> = {
    actual: plain(metric, actual),
    target: plain(metric, target),
    attainment: {
      value: isHeld ? attainment(actual, target, metric.direction) : null,
      form: 'attainment',
      signed: false,
      toDate: false,
    },
    gap: difference(metric, isHeld ? actual - target : null),
    lastYear: plain(metric, last),
    growth: rate(growth),
    growthTwoYears: rate(changeOf(metric.unit, actual, valueIn(book, metric, 'actual', period, 2), 2)),
    change: difference(metric, growth.difference),
    impliedGrowth: rate(changeOf(metric.unit, target, last)),
    relativeShare: { value: null, form: 'change-ratio', signed: true, toDate: false },
  };
  return figures[figure];
}

/** The value in the same period `yearsBack` years earlier. */
function valueIn(
  book: Book,
  metric: Metric,
  kind: 'actual' | 'target',
  period: Period,
  yearsBack: number,
): number | null {
  const values = valuesOf(book);
  if (period.grain === 'month') return values.month(metric.id, kind, period.month - 12 * yearsBack);
  if (period.grain === 'quarter') return values.quarter(metric.id, kind, period.year - yearsBack, period.quarter);
  return values.year(metric.id, kind, period.year - yearsBack).value;
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
