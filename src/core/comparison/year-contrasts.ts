import { monthInYear, type Month } from '../period.ts';

const MONTHS = 12;
const FEBRUARY = 2;

/** A month's change against its season, in runs of about a year over which a change of level is taken out. */
export interface YearContrasts {
  /** One a month from the thirteenth month on. */
  readonly values: Float64Array;
  /** Where each run begins; a rest of half a year and more is a run of its own. */
  readonly runs: readonly number[];
  /** Where a month holds the same value as the one before it, by making. */
  readonly tied: readonly boolean[];
}

/**
 * Seasonal differencing that keeps the months' independence: each month from the thirteenth on, less the mean of the same month in
 * all years before, times √(k ÷ (k + 1)) for k years before (Helmert contrasts; the forward orthogonal deviations of Arellano & Bover
 * 1995, in time's order). With two years it is the year-on-year difference; with more, plain differences of one month are tied to
 * each other by −½ in both series, which alone doubles false claims at 48 months, and these are not. A series above 0 throughout is
 * taken by its logarithm where `asRate`, as seasons multiply amounts. Trends and jumps between years go with each run's mean. January
 * and February both hold their mean, since the lunar New Year moves sales from one to the other in every metric alike. `from` is the
 * month of the first value.
 */
export function yearContrasts(months: readonly number[], from: Month, asRate: boolean): YearContrasts {
  const isLog = asRate && months.every((value) => value > 0);
  const series = isLog ? months.map(Math.log) : months;
  const count = Math.max(0, series.length - MONTHS);
  const contrasts = Array.from({ length: count }, (_, at) => {
    let before = 0;
    let years = 0;
    for (let back = at; back >= 0; back -= MONTHS) {
      before += series[back] ?? 0;
      years += 1;
    }
    return Math.sqrt(years / (years + 1)) * ((series[at + MONTHS] ?? 0) - before / years);
  });
  const values = Float64Array.from(contrasts);
  const tied = contrasts.map((_, at) => at > 0 && monthInYear(from + at) === FEBRUARY);
  contrasts.forEach((contrast, at) => {
    if (tied[at]) values[at - 1] = values[at] = (contrast + (contrasts[at - 1] ?? 0)) / 2;
  });
  const runs = Array.from({ length: Math.max(1, Math.round(count / MONTHS)) }, (_, run) => run * MONTHS);
  return { values, runs, tied };
}

/** Takes each run's mean out, in place. */
export function centreRuns(values: Float64Array, runs: readonly number[]): void {
  for (let run = 0; run < runs.length; run++) {
    const from = runs[run] ?? 0;
    const to = runs[run + 1] ?? values.length;
    let sum = 0;
    for (let at = from; at < to; at++) sum += values[at]!;
    const mean = sum / (to - from);
    for (let at = from; at < to; at++) values[at]! -= mean;
  }
}
