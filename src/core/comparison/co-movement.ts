import type { Book, Metric } from '../book/book.ts';
import { firstMonthOf, type Month } from '../period.ts';
import { benjaminiHochberg } from './false-discovery.ts';
import { FEWEST_MONTHS, moveTogether, type MonthSeries, type TogetherTest } from './move-together.ts';
import { sharedComponents, type SharedComponents } from './shared-components.ts';
import { valuesOf } from './values.ts';

/**
 * A pair counts as together up to this adjusted p: under 5%, so that the simulated rate of false claims stays under it together with
 * its own error (`SPEC.md` CO8).
 */
export const CLAIM = 0.03;
/** Older months describe another business. */
const MOST_YEARS = 5;

/** What may be said of a metric and another one over the months both know whole, oldest to newest without a gap. */
export type CoMovement = {
  /** The other metric. */
  readonly metric: string;
  /** How many consecutive months both know, and the first of them. */
  readonly months: number;
  readonly from: Month;
} & (
  | { readonly kind: 'too-short' }
  | ({ readonly kind: 'linked' } & SharedComponents)
  | ({ readonly kind: 'none' } & Moved)
  | ({ readonly kind: 'together'; readonly direction: 'same' | 'opposite' } & Moved)
);

/**
 * Strongest correlation `r` of `n` pairs of months, the other metric `lag` months after this one (negative: before it), and its `p` over
 * all lags and all pairs of this metric (Benjamini–Hochberg).
 */
type Moved = TogetherTest;

/**
 * A metric against every other one with which it has a month in common, up to and including the year under review: together
 * (strongest first), linked by definition, none (strongest first), too short. Costs up to some ten milliseconds a pair: called on
 * demand, in the worker. Unknown metrics have none. The answer is the same for the same book, and for either side of a pair
 * before the adjustment.
 */
export function comovementsOf(book: Book, metricId: string): readonly CoMovement[] {
  const metric = book.metrics.find((one) => one.id === metricId);
  if (!metric) return [];
  const own = historyOf(book, metric);
  const pairs = book.metrics.flatMap((other): readonly Pair[] => {
    const history = other.id === metric.id ? null : historyOf(book, other);
    const span = history && longestSpan(book, own, history);
    return span ? [{ other, ...span, shared: sharedComponents(metric, other, book.metrics) }] : [];
  });
  const tested = pairs.filter((pair) => !pair.shared && pair.first.length >= FEWEST_MONTHS);
  const tests = tested.map((pair) => testPair(metric, pair));
  const adjusted = benjaminiHochberg(tests.map((test) => test.p));
  return pairs
    .map((pair): CoMovement => {
      const at = { metric: pair.other.id, months: pair.first.length, from: pair.from };
      if (pair.shared) return { ...at, kind: 'linked', ...pair.shared };
      const index = tested.indexOf(pair);
      const test = tests[index];
      if (!test) return { ...at, kind: 'too-short' };
      const moved = { ...test, p: adjusted[index] ?? 1 };
      if (moved.p > CLAIM) return { ...at, kind: 'none', ...moved };
      return { ...at, kind: 'together', ...moved, direction: moved.r > 0 ? 'same' : 'opposite' };
    })
    .sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || strength(b) - strength(a));
}

const ORDER: Readonly<Record<CoMovement['kind'], number>> = { together: 0, linked: 1, none: 2, 'too-short': 3 };

const strength = (one: CoMovement): number => ('r' in one ? Math.abs(one.r) : one.months);

interface Pair {
  readonly other: Metric;
  readonly shared: SharedComponents | null;
  readonly from: Month;
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** The smaller id goes first, so that a pair meets the same chance from both sides. */
function testPair(metric: Metric, { other, from, first, second }: Pair): TogetherTest {
  const own: MonthSeries = { values: first, multiplies: metric.unit !== 'percent' };
  const its: MonthSeries = { values: second, multiplies: other.unit !== 'percent' };
  if (metric.id < other.id) return moveTogether(own, its, from, seedOf(metric.id, other.id));
  const test = moveTogether(its, own, from, seedOf(other.id, metric.id));
  return { ...test, lag: 0 - test.lag };
}

/** FNV-1a over both ids. */
function seedOf(first: string, second: string): number {
  let hash = 0x811c9dc5;
  for (const letter of `${first}|${second}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}

/** Whole months, oldest first, the last one being the last of the year under review; `null` where unknown or not complete. */
function historyOf(book: Book, metric: Metric): readonly (number | null)[] {
  const values = valuesOf(book);
  return Array.from({ length: MOST_YEARS }, (_, index) => book.settings.year - MOST_YEARS + 1 + index).flatMap(
    (year) => {
      const { months, whole } = values.year(metric.id, 'actual', year);
      return months.map((value, index) => (whole[index] ? value : null));
    },
  );
}

/** The longest run of months that both know, of equals the latest; `null` without any. */
function longestSpan(
  book: Book,
  own: readonly (number | null)[],
  other: readonly (number | null)[],
): Pick<Pair, 'from' | 'first' | 'second'> | null {
  let [best, length] = [0, 0];
  let run = 0;
  own.forEach((value, at) => {
    run = value === null || (other[at] ?? null) === null ? 0 : run + 1;
    if (run > 0 && run >= length) [best, length] = [at - run + 1, run];
  });
  if (length === 0) return null;
  const span = (months: readonly (number | null)[]): number[] =>
    months.slice(best, best + length).map((value) => value ?? 0);
  const { year, firstMonth } = book.settings;
  return {
    from: firstMonthOf(year - MOST_YEARS + 1, firstMonth) + best,
    first: span(own),
    second: span(other),
  };
}
