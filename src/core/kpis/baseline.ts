import type { Day } from '../period.ts';
import { designOf } from './baseline-design.ts';
import { FitError } from './fit-error.ts';
import { inverseOf, times } from './positive-definite.ts';
import { noiseOf } from './residual-noise.ts';

/** Ordinary days needed at least: half a year outside all campaigns and their shoulders. */
export const FEWEST_DAYS = 180;

/** Of those, the share that must have sales: below it the usual day is one without, and every sale would be dropped as an event. */
const LEAST_SOLD = 0.5;

/** Expected net of every day of the data, had no campaign run. */
export interface Baseline {
  readonly firstDay: Day;
  /** By `day − firstDay`. */
  readonly expected: Float64Array;
  readonly daysFitted: number;
  /** Standard error of Σ (actual − expected) over days: the days' own noise and the fit's. */
  errorOf(days: readonly Day[]): number;
}

/** Days whose residual is beyond this many robust deviations are events nobody told us of, and are left out. */
const MOST_DEVIATIONS = 4;
const WEEK = 7;
const ROUNDS = 4;
const STEPS = 5;
/** A holiday is in when its effect is this many standard errors from none, on at least so many ordinary days. */
const CLEAR = 2.5;
const FEWEST_HOLIDAYS = 6;

/**
 * Fits ln E(net) = trend + weekday + season + holidays on the ordinary days by quasi-likelihood with variance ∝ mean
 * (McCullagh & Nelder 1989, ch. 9): it needs no logarithm of a day's sales, so days without any may be among them, and
 * expected sums equal actual sums on the days fitted. Days far off are dropped and the fit repeated. `null` when fewer
 * than `FEWEST_DAYS` ordinary days are there, or fewer than `LEAST_SOLD` of them have sales.
 */
export function fitBaseline(net: Float64Array, ordinary: Uint8Array, firstDay: Day): Baseline | null {
  const daysFitted = ordinary.reduce((sum, one) => sum + one, 0);
  if (daysFitted < FEWEST_DAYS) return null;
  const total = net.reduce((sum, value, day) => (ordinary[day] ? sum + value : sum), 0);
  const daysSold = net.reduce((days, value, day) => (ordinary[day] && value > 0 ? days + 1 : days), 0);
  if (!(total > 0) || daysSold < LEAST_SOLD * daysFitted) return null;
  const level = total / daysFitted;
  const scaled = net.map((value) => value / level);
  const { always, holidays } = designOf(firstDay, firstDay + net.length - 1);
  const seen = holidays.filter(
    (column) => column.reduce((sum, value, day) => sum + value * ordinary[day]!, 0) >= FEWEST_HOLIDAYS,
  );
  const trial = fitRobustly(scaled, [...always, ...seen], ordinary);
  const clear = seen.filter((_, index) => {
    const of = always.length + index;
    return Math.abs(trial.effects[of]!) > CLEAR * trial.error.ofEffect(of);
  });
  const fit = clear.length === seen.length ? trial : fitRobustly(scaled, [...always, ...clear], ordinary);
  return {
    firstDay,
    expected: fit.fitted.map((value) => value * level),
    daysFitted,
    errorOf: (days) => level * fit.error.ofSum(days.map((day) => day - firstDay)),
  };
}

interface Fit {
  readonly columns: readonly Float64Array[];
  readonly effects: Float64Array;
  readonly fitted: Float64Array;
  readonly error: FitError;
}

function fitRobustly(y: Float64Array, columns: readonly Float64Array[], ordinary: Uint8Array): Fit {
  let kept = ordinary;
  let effects: Float64Array | null = null;
  for (let round = 0; ; round++) {
    const step = solve(y, columns, kept, effects);
    effects = step.effects;
    const residual = y.map((value, day) => value - step.fitted[day]!);
    const next = withoutEvents(residual, step.fitted, ordinary);
    const isSettled = next.every((value, day) => value === kept[day]);
    if (isSettled || round === ROUNDS) {
      const noise = noiseOf(residual, step.fitted, kept, columns.length - 6);
      return { columns, ...step, error: new FitError({ columns, kept, ...step, noise }) };
    }
    kept = next;
  }
}

/** Iteratively reweighted least squares (Fisher scoring), from the effects of an earlier round or from a flat line. */
function solve(y: Float64Array, columns: readonly Float64Array[], kept: Uint8Array, from: Float64Array | null) {
  const size = columns.length;
  let effects: Float64Array = from ?? new Float64Array(size);
  let fitted: Float64Array = fittedBy(columns, effects);
  let inverse: Float64Array = new Float64Array(size * size);
  for (let step = 0; step < STEPS; step++) {
    const information = new Float64Array(size * size);
    const score = new Float64Array(size);
    for (let day = 0; day < y.length; day++) {
      if (!kept[day]) continue;
      const mean = fitted[day]!;
      for (let row = 0; row < size; row++) {
        const x = columns[row]![day]!;
        if (x === 0) continue;
        score[row]! += x * (y[day]! - mean);
        for (let column = 0; column <= row; column++)
          information[row * size + column]! += mean * x * columns[column]![day]!;
      }
    }
    for (let row = 0; row < size; row++)
      for (let column = 0; column < row; column++) information[column * size + row] = information[row * size + column]!;
    inverse = inverseOf(information, size);
    const change = times(inverse, score);
    effects = effects.map((effect, index) => effect + Math.max(-1, Math.min(1, change[index]!)));
    fitted = fittedBy(columns, effects);
  }
  return { effects, fitted, inverse };
}

function fittedBy(columns: readonly Float64Array[], effects: Float64Array): Float64Array<ArrayBuffer> {
  const days = columns[0]!.length;
  const fitted = new Float64Array(days);
  columns.forEach((column, index) => {
    for (let day = 0; day < days; day++) fitted[day]! += effects[index]! * column[day]!;
  });
  // Held within e±8 of the mean: a day beyond it is no forecast.
  return fitted.map((value) => Math.exp(Math.max(-8, Math.min(8, value))));
}

/**
 * Ordinary days less those far off, by themselves or as a week: a campaign of several days stands out as a week long before
 * its days do. The deviation is 1.4826 × the median of absolute relative residuals.
 */
function withoutEvents(residual: Float64Array, fitted: Float64Array, ordinary: Uint8Array): Uint8Array {
  const relative = residual.map((value, day) => value / fitted[day]!);
  const kept = ordinary.slice();
  const most = mostOf(relative, ordinary);
  relative.forEach((value, day) => {
    if (Math.abs(value) > most) kept[day] = 0;
  });
  const weeks = meansOfWeeks(relative, ordinary);
  const mostOfWeek = mostOf(weeks.mean, weeks.whole);
  weeks.mean.forEach((value, day) => {
    if (weeks.whole[day] && Math.abs(value) > mostOfWeek) kept.fill(0, day, day + WEEK);
  });
  return kept;
}

function mostOf(values: Float64Array, among: Uint8Array): number {
  const sizes = values
    .filter((_, day) => among[day] === 1)
    .map(Math.abs)
    .sort();
  return sizes.length === 0 ? Infinity : MOST_DEVIATIONS * 1.4826 * sizes[sizes.length >> 1]!;
}

/** By first day; `whole` where all seven days are ordinary. */
function meansOfWeeks(values: Float64Array, ordinary: Uint8Array) {
  const mean = new Float64Array(values.length);
  const whole = new Uint8Array(values.length);
  for (let day = 0; day + WEEK <= values.length; day++) {
    if (ordinary.subarray(day, day + WEEK).includes(0)) continue;
    whole[day] = 1;
    mean[day] = values.subarray(day, day + WEEK).reduce((sum, value) => sum + value, 0) / WEEK;
  }
  return { mean, whole };
}
