import type { Book, Metric, SegmentSeries } from '../book/book.ts';
import { comparable, WHOLE_YEAR, type Comparable } from '../comparison/comparable.ts';
import { adds, valuesOf } from '../comparison/values.ts';
import type { MixRatePart, MixRateSplit } from '../evaluation.ts';
import { firstMonthOf, monthKey, yearKey, type FiscalYear, type PeriodKey } from '../period.ts';
import { kitagawa, rateOf, total, type Portion, type RateSegment } from './kitagawa.ts';
import { summingTo } from './parts.ts';
import { segmentsOf, sumByName } from './segments.ts';

/** Numerator ÷ denominator this near to the metric's own value differ from it by its rounding only. */
const ROUNDING = 1e-3;

/**
 * A rate's change split into mix and rate, one split a dimension. The segments come from series of the rate itself that keep
 * numerator and denominator (`weights`), or, for a ratio formula, from the segments of its two parts on the same dimension, where
 * both parts add. What the named segments leave over of the whole is part ''. A dimension is left out where it has no values in
 * either year, where its segments overlap (more than the whole), or where numerator ÷ denominator is not the metric's own value.
 */
export function splitMixAndRate(book: Book, metric: Metric, whole: Comparable): readonly MixRateSplit[] {
  return [...ofWeighted(book, metric, whole), ...ofFormula(book, metric, whole)];
}

interface Year {
  readonly value: number;
  /** The whole's portion where it is known apart from its segments. */
  readonly whole: Portion | null;
  readonly segments: ReadonlyMap<string, Portion>;
}

function ofWeighted(book: Book, metric: Metric, whole: Comparable): readonly MixRateSplit[] {
  const own = book.segments.filter((series) => series.metric === metric.id && series.weights);
  return dimensionsOf(own).flatMap((dimension) => {
    const series = own.filter((one) => one.dimension === dimension);
    const years = [whole.base, whole.current].map((value, back): Year | null => {
      const year = book.settings.year - 1 + back;
      const key = periodOf(book, metric, series, whole, year);
      if (!key) return null;
      return {
        value,
        whole: wholeIn(book, metric, key),
        segments: portions(sumByName(series, [key]), sumByName(series.map(weightsOf), [key])),
      };
    });
    return splitOf(dimension, metric, years);
  });
}

/**
 * Whose portions stand for the value: a whole year's own, else, for metrics read at the year's end, the latest month compared. A
 * rate's months are never added up: the same customers stand in several.
 */
function periodOf(
  book: Book,
  metric: Metric,
  series: readonly SegmentSeries[],
  whole: Comparable,
  year: FiscalYear,
): PeriodKey | null {
  const key = yearKey(year);
  if (whole.basis === 'year' && series.some((one) => one.weights?.has(key))) return key;
  const last = whole.months.at(-1);
  if (metric.yearly !== 'last' || last === undefined || whole.basis === 'same-days') return null;
  return monthKey(firstMonthOf(year, book.settings.firstMonth) + last);
}

function wholeIn(book: Book, metric: Metric, key: PeriodKey): Portion | null {
  const source = book.cells.get(`${metric.id}|actual|${key}`)?.source;
  if (source?.kind !== 'data' || source.numerator === null || !source.denominator) return null;
  return { numerator: source.numerator, denominator: source.denominator };
}

const weightsOf = ({ name, weights }: SegmentSeries) => ({ name, byPeriod: weights ?? new Map<PeriodKey, number>() });

function ofFormula(book: Book, metric: Metric, whole: Comparable): readonly MixRateSplit[] {
  if (metric.formula?.kind !== 'ratio') return [];
  const [above, below] = metric.formula.of.map((id) => book.metrics.find((one) => one.id === id));
  if (!above || !below || !adds(above) || !adds(below) || above.id === below.id) return [];
  const { year, firstMonth } = book.settings;
  const values = valuesOf(book);
  const spans = [above, below].map((part) => comparable(values, part, year, year - 1, firstMonth));
  const isYear = whole.basis === 'year';
  const isSameTime = spans.every(
    (span) => span && (span.basis === 'year') === isYear && span.months.join() === whole.months.join(),
  );
  if (!isSameTime) return [];
  const seriesOf = (part: Metric): readonly SegmentSeries[] =>
    book.segments.filter((series) => series.metric === part.id && !series.weights);
  return dimensionsOf(seriesOf(above)).flatMap((dimension) => {
    const [over, under] = [above, below].map((part) => seriesOf(part).filter((one) => one.dimension === dimension));
    if (!over || !under) return [];
    const years = [year - 1, year].map((at): Year | null => {
      const months = (isYear ? WHOLE_YEAR : whole.months).map((index) => firstMonthOf(at, firstMonth) + index);
      const valueIn = (id: string): number | null =>
        isYear ? values.year(id, 'actual', at).value : values.over(id, 'actual', months);
      const [value, numerator, denominator] = [metric.id, above.id, below.id].map(valueIn);
      if (value == null || numerator == null || !denominator) return null;
      return {
        value,
        whole: { numerator, denominator },
        segments: portions(segmentsOf(over, at, months, isYear), segmentsOf(under, at, months, isYear)),
      };
    });
    return splitOf(dimension, metric, years);
  });
}

const dimensionsOf = (series: readonly SegmentSeries[]): readonly string[] => [
  ...new Set(series.map((one) => one.dimension)),
];

/** By segment; one that only the numerator or only the denominator names has 0 in the other. Unnamed ones are the rest. */
function portions(
  numerators: ReadonlyMap<string, number>,
  denominators: ReadonlyMap<string, number>,
): ReadonlyMap<string, Portion> {
  const names = new Set([...numerators.keys(), ...denominators.keys()]);
  return new Map(
    [...names].map((name) => [
      name,
      { numerator: numerators.get(name) ?? 0, denominator: denominators.get(name) ?? 0 },
    ]),
  );
}

function splitOf(dimension: string, metric: Metric, years: readonly (Year | null)[]): readonly MixRateSplit[] {
  const [from, to] = years;
  if (!from || !to) return [];
  const segments = segmentsBetween(from, to);
  if (!segments) return [];
  const [before, after] = [total(segments, 'from'), total(segments, 'to')];
  if (!isValueOf(before, from.value) || !isValueOf(after, to.value)) return [];
  const change = to.value - from.value;
  const effects = kitagawa(segments);
  const exact = summingTo(
    effects.flatMap(({ mix, rate }) => [mix, rate]),
    change,
    metric.unit,
  );
  const parts = segments.map((segment, index): MixRatePart => {
    const [mix = 0, rate = 0] = exact.slice(2 * index, 2 * index + 2);
    return {
      id: segment.id,
      fromRate: rateOf(segment.from),
      toRate: rateOf(segment.to),
      fromShare: segment.from.denominator / before.denominator,
      toShare: segment.to.denominator / after.denominator,
      mix,
      rate,
      effect: mix + rate,
    };
  });
  const mix = parts.reduce((sum, part) => sum + part.mix, 0);
  return [
    {
      by: dimension,
      from: from.value,
      to: to.value,
      mix,
      rate: change - mix,
      parts: parts.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || (a.id < b.id ? -1 : 1)),
    },
  ];
}

/** The named segments with the rest ''; `null` when they are no division of the whole. */
function segmentsBetween(from: Year, to: Year): readonly RateSegment[] | null {
  const names = [...new Set([...from.segments.keys(), ...to.segments.keys()])].filter((name) => name !== '');
  const candidates = names.map((id) => ({ id, from: portionOf(from, id), to: portionOf(to, id) }));
  const named = candidates.filter(
    ({ from, to }) => isRate(from) && isRate(to) && (from.denominator > 0 || to.denominator > 0),
  );
  if (!named.some(({ from }) => from.denominator > 0) || !named.some(({ to }) => to.denominator > 0)) return null;
  const rest = { id: '', from: restOf(from, named, 'from'), to: restOf(to, named, 'to') };
  const isPart = isRate(rest.from) && isRate(rest.to);
  if (!isPart) return null;
  return rest.from.denominator > 0 || rest.to.denominator > 0 ? [...named, rest] : named;
}

const NOTHING: Portion = { numerator: 0, denominator: 0 };

const portionOf = (year: Year, id: string): Portion => year.segments.get(id) ?? NOTHING;

/** A segment without denominator cannot carry a numerator; nobody is fewer than none. */
const isRate = ({ numerator, denominator }: Portion): boolean =>
  Number.isFinite(numerator) && (denominator > 0 || (denominator === 0 && numerator === 0));

function restOf(year: Year, named: readonly RateSegment[], end: 'from' | 'to'): Portion {
  const known = total(named, end);
  if (!year.whole) return portionOf(year, '');
  const rest = {
    numerator: year.whole.numerator - known.numerator,
    denominator: year.whole.denominator - known.denominator,
  };
  const isNothing =
    Math.abs(rest.denominator) <= 1e-9 * year.whole.denominator &&
    Math.abs(rest.numerator) <= 1e-9 * Math.abs(year.whole.numerator);
  return isNothing ? NOTHING : rest;
}

const isValueOf = ({ numerator, denominator }: Portion, value: number): boolean =>
  denominator > 0 && Math.abs(numerator / denominator - value) <= ROUNDING * Math.abs(value);
