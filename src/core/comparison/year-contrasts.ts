const MONTHS = 12;

/** A month's change against its season, in runs of about a year over which a change of level is taken out. */
export interface YearContrasts {
  /** One a month from the thirteenth month on. */
  readonly values: Float64Array;
  /** Where each run begins; a rest of half a year and more is a run of its own. */
  readonly runs: readonly number[];
}

/**
 * Seasonal differencing that keeps the months' independence: each month from the thirteenth on, less the mean of the same month in
 * all years before, times √(k ÷ (k + 1)) for k years before (Helmert contrasts; the forward orthogonal deviations of Arellano & Bover
 * 1995, in time's order). With two years it is the year-on-year difference; with more, plain differences of one month are tied to
 * each other by −½ in both series, which alone doubles false claims at 48 months, and these are not. A series above 0 throughout is
 * taken by its logarithm where `asRate`, as seasons multiply amounts. Trends and jumps between years go with each run's mean.
 */
export function yearContrasts(months: readonly number[], asRate: boolean): YearContrasts {
  const isLog = asRate && months.every((value) => value > 0);
  const series = isLog ? months.map(Math.log) : months;
  const count = Math.max(0, series.length - MONTHS);
  const values = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    let before = 0;
    let years = 0;
    for (let back = at; back >= 0; back -= MONTHS) {
      before += series[back] ?? 0;
      years += 1;
    }
    values[at] = Math.sqrt(years / (years + 1)) * ((series[at + MONTHS] ?? 0) - before / years);
  }
  const runs = Array.from({ length: Math.max(1, Math.round(count / MONTHS)) }, (_, run) => run * MONTHS);
  return { values, runs };
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
