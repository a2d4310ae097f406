/**
 * How much sums of days deviate from a baseline. Days are not independent: a good day is followed by good days, so the
 * variance of a sum rests on the autocovariances of the residuals, not on their number alone.
 */
export interface Noise {
  /** Autocovariance of the standardised residuals by lag in days, tapered (Parzen 1961). */
  readonly covariance: Float64Array;
  /** Residuals grow with the baseline to this power: 0.5 counts, 1 shares. */
  readonly power: number;
}

/** Lags beyond this many days are taken for independent. */
const MOST_LAGS = 28;
const MOST_TAKEN = 0.6;
const FLOOR = 0.2;

/** Parzen's window: keeps the variance of every sum positive. */
const taper = (lag: number): number => {
  const x = lag / (MOST_LAGS + 1);
  return x <= 0.5 ? 1 - 6 * x * x + 6 * x ** 3 : 2 * (1 - x) ** 3;
};

/**
 * From residuals on the kept days (`kept` 1), of a fit with so many slow columns (trend and season). Slow columns take the
 * slow part of the noise into the fit, so that residuals look less alike than the noise is: each lowers every
 * autocovariance by about the long-run variance ÷ days (Anderson 1971, §8.2, for the mean), which is put back.
 */
export function noiseOf(residual: Float64Array, fitted: Float64Array, kept: Uint8Array, slow: number): Noise {
  const power = powerOf(residual, fitted, kept);
  const standard = residual.map((value, day) => (kept[day] ? value / fitted[day]! ** power : 0));
  const raw = new Float64Array(MOST_LAGS + 1);
  for (let lag = 0; lag <= MOST_LAGS; lag++) {
    let [sum, pairs] = [0, 0];
    for (let day = 0; day + lag < standard.length; day++) {
      if (!kept[day] || !kept[day + lag]) continue;
      sum += standard[day]! * standard[day + lag]!;
      pairs++;
    }
    raw[lag] = pairs === 0 ? 0 : sum / pairs;
  }
  const days = kept.reduce((sum, one) => sum + one, 0);
  const bothWays = (of: (lag: number) => number): number =>
    raw.reduce((sum, _, lag) => sum + (lag === 0 ? 1 : 2) * taper(lag) * of(lag), 0);
  const taken = Math.min(MOST_TAKEN, (slow / days) * bothWays(() => 1));
  const longRun =
    Math.max(
      raw[0]! * FLOOR,
      bothWays((lag) => raw[lag]!),
    ) /
    (1 - taken);
  const putBack = (longRun * taken) / bothWays(() => 1);
  return { covariance: raw.map((value, lag) => taper(lag) * (value + putBack)), power };
}

/** Slope of ln |residual| on ln fitted, held between counts (0.5) and shares (1). */
function powerOf(residual: Float64Array, fitted: Float64Array, kept: Uint8Array): number {
  let [n, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
  for (let day = 0; day < residual.length; day++) {
    if (!kept[day] || residual[day] === 0) continue;
    const [x, y] = [Math.log(fitted[day]!), Math.log(Math.abs(residual[day]!))];
    n++;
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
  }
  const spread = n * sxx - sx * sx;
  return spread <= 0 ? 1 : Math.min(1, Math.max(0.5, (n * sxy - sx * sy) / spread));
}

/** The noise as it spreads over a column of days: Γ × column, Γ the covariance matrix of the standardised residuals. */
export function spread({ covariance }: Noise, column: Float64Array): Float64Array {
  const product = new Float64Array(column.length);
  for (let day = 0; day < column.length; day++) {
    const value = column[day]!;
    if (value === 0) continue;
    const [from, to] = [Math.max(0, day - MOST_LAGS), Math.min(column.length - 1, day + MOST_LAGS)];
    for (let other = from; other <= to; other++) product[other]! += covariance[Math.abs(day - other)]! * value;
  }
  return product;
}

export const covarianceAt = ({ covariance }: Noise, lag: number): number => covariance[Math.abs(lag)] ?? 0;
