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
const MOST_LAGS = 60;

/** Parzen's window: keeps the variance of every sum positive. */
const taper = (lag: number): number => {
  const x = lag / (MOST_LAGS + 1);
  return x <= 0.5 ? 1 - 6 * x * x + 6 * x ** 3 : 2 * (1 - x) ** 3;
};

/** From residuals on the kept days (`kept` 1); `lost` parameters were fitted to them. */
export function noiseOf(residual: Float64Array, fitted: Float64Array, kept: Uint8Array, lost: number): Noise {
  const power = powerOf(residual, fitted, kept);
  const standard = residual.map((value, day) => (kept[day] ? value / fitted[day]! ** power : 0));
  const count = kept.reduce((sum, one) => sum + one, 0);
  const shrunk = count / Math.max(1, count - lost);
  const covariance = new Float64Array(MOST_LAGS + 1);
  for (let lag = 0; lag <= MOST_LAGS; lag++) {
    let [sum, pairs] = [0, 0];
    for (let day = 0; day + lag < standard.length; day++) {
      if (!kept[day] || !kept[day + lag]) continue;
      sum += standard[day]! * standard[day + lag]!;
      pairs++;
    }
    covariance[lag] = pairs === 0 ? 0 : (taper(lag) * shrunk * sum) / pairs;
  }
  return { covariance, power };
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

/** Standard deviation of Σ weightₜ · residualₜ; never less than independent days would give. */
export function deviationOf({ covariance, power }: Noise, weight: Float64Array, fitted: Float64Array): number {
  const scaled = weight.map((value, day) => (value === 0 ? 0 : value * fitted[day]! ** power));
  let variance = 0;
  let independent = 0;
  for (let lag = 0; lag <= MOST_LAGS; lag++) {
    let sum = 0;
    for (let day = 0; day + lag < scaled.length; day++) sum += scaled[day]! * scaled[day + lag]!;
    if (lag === 0) independent = covariance[0]! * sum;
    variance += (lag === 0 ? 1 : 2) * covariance[lag]! * sum;
  }
  return Math.sqrt(Math.max(variance, independent));
}
