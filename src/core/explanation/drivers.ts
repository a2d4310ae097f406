import type { Book, Metric } from '../book/book.ts';
import { comparable, type Comparable } from '../comparison/comparable.ts';
import { valuesOf } from '../comparison/values.ts';
import type { Split } from '../evaluation.ts';
import { lmdi, logarithmicMean, product, type Factor } from './lmdi.ts';
import { wholeParts } from './parts.ts';
import { shapley } from './shapley.ts';

/** Shapley looks at every subset of factors; formulas longer than this are not split. */
const MOST_FACTORS = 12;

/** Products this near to the metric's own value differ by the rounding of a part, not by something unexplained. */
const ROUNDING = 1e-3;

/**
 * A metric's change split over the parts of its formula. Sums by each part's own change; products and ratios by LMDI, or by
 * Shapley where a factor is negative. What the parts do not explain stands as part ''. `null` without a formula, or when a part
 * cannot be compared over the same time as the metric.
 */
export function splitByDrivers(book: Book, metric: Metric, whole: Comparable): Split | null {
  const drivers = driversOf(book, metric, whole);
  return (
    drivers && {
      by: 'drivers',
      method: drivers.method,
      from: whole.base,
      to: whole.current,
      parts: wholeParts(
        drivers.effects.map(({ id, from, to, effect }) => ({ id, from, to, effect })),
        whole.current - whole.base,
        metric.unit,
      ),
    }
  );
}

/** A part of a formula and what it did to the formula's value, before any rounding. */
export interface DriverEffect {
  /** A metric's id; '' for what the formula does not explain. */
  readonly id: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly effect: number;
  /** Effect a unit of the part's own change: what a part that stands still would have done had it moved. */
  readonly slope: number;
}

export interface Drivers {
  readonly method: 'lmdi' | 'sum' | 'shapley';
  /** They sum to the metric's change. */
  readonly effects: readonly DriverEffect[];
}

/** What `splitByDrivers` shows, unrounded. */
export function driversOf(book: Book, metric: Metric, whole: Comparable): Drivers | null {
  if (!metric.formula || metric.formula.of.length > MOST_FACTORS) return null;
  const { year, firstMonth } = book.settings;
  const values = valuesOf(book);
  const parts: { id: string; from: number; to: number }[] = [];
  for (const id of metric.formula.of) {
    const part = book.metrics.find((one) => one.id === id);
    const span = part && comparable(values, part, year, year - 1, firstMonth);
    if (!span || span.basis !== whole.basis) return null;
    if (span.basis === 'months' && span.months.join() !== whole.months.join()) return null;
    parts.push({ id, from: span.base, to: span.current });
  }
  const change = whole.current - whole.base;
  if (metric.formula.kind === 'sum') {
    const effects = parts.map((part) => ({ ...part, effect: part.to - part.from, slope: 1 }));
    return { method: 'sum', effects: withRest(effects, change, metric) };
  }
  const isRatio = metric.formula.kind === 'ratio';
  if (isRatio && (parts[1]?.from === 0 || parts[1]?.to === 0)) return null;
  const factors = fitted(
    parts.map((part, index): Factor => (isRatio && index === 1 ? { from: 1 / part.from, to: 1 / part.to } : part)),
    whole,
    isRatio ? 0 : lastValued(book, metric.formula.of),
  );
  const method = factors.every((factor) => factor.from >= 0 && factor.to >= 0) ? 'lmdi' : 'shapley';
  const effects = (method === 'lmdi' ? lmdi : shapley)(factors);
  const named = factors.map((_, index): DriverEffect => {
    const part = parts[index];
    const effect = effects[index] ?? 0;
    const moved = part ? part.to - part.from : 0;
    return {
      id: part?.id ?? '',
      from: part?.from ?? null,
      to: part?.to ?? null,
      effect,
      slope: !part ? 0 : moved === 0 ? slopeAt(factors, index, isRatio && index === 1, whole) : effect / moved,
    };
  });
  return { method, effects: withRest(named, change, metric) };
}

/**
 * The limit of effect ÷ change for a factor that did not move: L(V₁, V₀) ÷ x by LMDI, the mean product of the others by Shapley;
 * of a divisor d, whose factor is 1 ÷ d, times −1 ÷ d².
 */
function slopeAt(factors: readonly Factor[], index: number, isDivisor: boolean, whole: Comparable): number {
  const at = factors[index]?.from ?? 0;
  const isLmdi = factors.every((factor) => factor.from >= 0 && factor.to >= 0);
  const step = factors.map((factor, one) => (one === index ? { from: at, to: at + 1 } : factor));
  const slope = isLmdi && at > 0 ? logarithmicMean(whole.current, whole.base) / at : (shapley(step)[index] ?? 0);
  return isDivisor ? -slope * at * at : slope;
}

/**
 * Factors whose product is the metric's own value at both ends. A rate is stored rounded (a spend per buyer to the fen), so one
 * part is taken as value ÷ the others when the product is that near; a wider difference becomes a factor of its own, ''.
 */
function fitted(factors: readonly Factor[], whole: Comparable, rounded: number): readonly Factor[] {
  const before = product(factors.map((factor) => factor.from));
  const after = product(factors.map((factor) => factor.to));
  const isExact = before === whole.base && after === whole.current;
  if (isExact || before === 0 || after === 0 || whole.base === 0 || whole.current === 0) return factors;
  const rest = { from: whole.base / before, to: whole.current / after };
  const isRounding = Math.abs(rest.from - 1) < ROUNDING && Math.abs(rest.to - 1) < ROUNDING;
  if (!isRounding) return [...factors, rest];
  return factors.map((factor, index) =>
    index === rounded ? { from: factor.from * rest.from, to: factor.to * rest.to } : factor,
  );
}

/** The last part that is not a count: counts are exact, values per head are the ones that were rounded. */
function lastValued(book: Book, ids: readonly string[]): number {
  const units = ids.map((id) => book.metrics.find((metric) => metric.id === id)?.unit);
  const index = units.findLastIndex((unit) => unit !== 'count');
  return index < 0 ? ids.length - 1 : index;
}

function withRest(effects: readonly DriverEffect[], change: number, metric: Metric): readonly DriverEffect[] {
  const rest = change - effects.reduce((sum, part) => sum + part.effect, 0);
  const least = metric.unit === 'money' || metric.unit === 'count' ? 0.5 : Math.abs(change) * 1e-9;
  return Math.abs(rest) <= least + effects.length * Number.EPSILON * Math.abs(change)
    ? effects
    : [...effects, { id: '', from: null, to: null, effect: rest, slope: 0 }];
}
