import { robustDeviation } from '../deviation.ts';
import type { inertiaReader } from './inertia.ts';
import { centreRuns, type YearContrasts } from './year-contrasts.ts';

/** Values further out than this many robust standard deviations are drawn in: one campaign month must not decide. */
const FURTHEST = 1.5;

/** What a series did that neither its season, its year's level nor its last month foretold. */
export interface Innovations {
  readonly values: Float64Array;
  /** First-order autoregression taken out. */
  readonly phi: number;
}

/**
 * Contrasts made comparable and prewhitened: run means out, far values drawn in, then a first-order autoregression within each run.
 * The first month of a run follows no other: contrasts of December and of the January after it stand against different years, and
 * taken for neighbours they leave random walks their inertia. The values are used up.
 */
export function innovationsOf(
  { values, runs }: Pick<YearContrasts, 'values' | 'runs'>,
  inertia: ReturnType<typeof inertiaReader>,
): Innovations {
  centreRuns(values, runs);
  drawIn(values);
  centreRuns(values, runs);
  const phi = inertia(neighbourRatio(values, runs));
  const start = Math.sqrt(1 - phi * phi);
  for (let run = runs.length - 1; run >= 0; run--) {
    const from = runs[run] ?? 0;
    for (let at = (runs[run + 1] ?? values.length) - 1; at > from; at--) values[at]! -= phi * values[at - 1]!;
    if (from < values.length) values[from]! *= start;
  }
  centre(values);
  return { values, phi };
}

function drawIn(values: Float64Array): void {
  const most = FURTHEST * robustDeviation(values.map(Math.abs));
  if (!(most > 0)) return;
  for (let at = 0; at < values.length; at++) values[at] = Math.min(most, Math.max(-most, values[at]!));
}

/** Products of neighbours in a run against squares; 0 where nothing moves. */
function neighbourRatio(values: Float64Array, runs: readonly number[]): number {
  let [squares, products] = [0, 0];
  for (let run = 0; run < runs.length; run++) {
    const from = runs[run] ?? 0;
    const to = runs[run + 1] ?? values.length;
    for (let at = from; at < to; at++) {
      squares += values[at]! ** 2;
      if (at > from) products += values[at]! * values[at - 1]!;
    }
  }
  return squares === 0 ? 0 : products / squares;
}

function centre(values: Float64Array): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  for (let at = 0; at < values.length; at++) values[at]! -= mean;
}
