import type { Book, Metric } from '../book/book.ts';
import { comparable, type Comparable } from '../comparison/comparable.ts';
import { valuesOf } from '../comparison/values.ts';
import type { Part, Split } from '../evaluation.ts';
import { lmdi, product, type Factor } from './lmdi.ts';
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
  const split = (method: Split['method'], effects: readonly Omit<Part, 'share'>[]): Split => ({
    by: 'drivers',
    method,
    from: whole.base,
    to: whole.current,
    parts: wholeParts(effects, change, metric.unit),
  });
  if (metric.formula.kind === 'sum') {
    const effects = parts.map((part) => ({ ...part, effect: part.to - part.from }));
    return split('sum', withRest(effects, change, metric));
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
  const named = factors.map((_, index) => {
    const part = parts[index];
    return { id: part?.id ?? '', from: part?.from ?? null, to: part?.to ?? null, effect: effects[index] ?? 0 };
  });
  return split(method, withRest(named, change, metric));
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

function withRest(
  effects: readonly Omit<Part, 'share'>[],
  change: number,
  metric: Metric,
): readonly Omit<Part, 'share'>[] {
  const rest = change - effects.reduce((sum, part) => sum + part.effect, 0);
  const least = metric.unit === 'money' || metric.unit === 'count' ? 0.5 : Math.abs(change) * 1e-9;
  return Math.abs(rest) <= least + effects.length * Number.EPSILON * Math.abs(change)
    ? effects
    : [...effects, { id: '', from: null, to: null, effect: rest }];
}
