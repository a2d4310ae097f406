import { robustDeviation } from '../deviation.ts';
import { centreRuns, type YearContrasts } from './year-contrasts.ts';

/** Values further out than this many robust standard deviations are drawn in: one campaign month must not decide. */
const FURTHEST = 1.5;
/** Estimates nearer to a unit root are taken for this. */
const STRONGEST = 0.9;

/** What a series did that neither its season, its year's level nor its last month foretold. */
export interface Innovations {
  readonly values: Float64Array;
  /** First-order autoregression taken out; 0 where AICc prefers none. */
  readonly phi: number;
}

/**
 * Contrasts made comparable and prewhitened: run means out, far values drawn in, then an autoregression of order 0 or 1 by
 * Yule–Walker, the order by AICc (a year of contrasts carries no more). The values are used up.
 */
export function innovationsOf({ values, runs }: Pick<YearContrasts, 'values' | 'runs'>): Innovations {
  centreRuns(values, runs);
  drawIn(values);
  centreRuns(values, runs);
  const phi = autoregression(values);
  for (let at = values.length - 1; at > 0; at--) values[at]! -= phi * values[at - 1]!;
  if (values.length > 0) values[0]! *= Math.sqrt(1 - phi * phi);
  centre(values);
  return { values, phi };
}

function drawIn(values: Float64Array): void {
  const most = FURTHEST * robustDeviation(values.map(Math.abs));
  if (!(most > 0)) return;
  for (let at = 0; at < values.length; at++) values[at] = Math.min(most, Math.max(-most, values[at]!));
}

function autoregression(values: Float64Array): number {
  let [variance, covariance] = [0, 0];
  for (let at = 0; at < values.length; at++) {
    variance += values[at]! ** 2;
    if (at > 0) covariance += values[at]! * values[at - 1]!;
  }
  if (variance === 0) return 0;
  const phi = covariance / variance;
  const count = values.length;
  // AICc of order 1 less that of order 0.
  const isBetter = count * Math.log(1 - phi * phi) + 2 + 4 / (count - 2) < 0;
  return isBetter ? Math.min(STRONGEST, Math.max(-STRONGEST, phi)) : 0;
}

function centre(values: Float64Array): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  for (let at = 0; at < values.length; at++) values[at]! -= mean;
}
