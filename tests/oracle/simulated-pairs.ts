import type { MonthSeries } from '#core/comparison/move-together.ts';
import type { Random } from '#core/random.ts';

/** How two simulated metrics behave; everything else about them is drawn anew for each pair. */
export interface Simulation {
  readonly months: number;
  /** Correlation of what is new in each month; 0 is independent. */
  readonly link: number;
  /** Months by which the second follows the first. */
  readonly lag: number;
  /** Whether campaigns lift the same two months of every year in both, by amounts of their own. */
  readonly campaigns: boolean;
}

/** Inertia from month to month that a simulated series may have. */
const INERTIA = [-0.3, 0, 0.3, 0.5, 0.7, 0.85];
const SETTLING = 60;
/** Standard deviation of a month, as a rate of its level. */
const NOISE = 0.1;
const CAMPAIGN_MONTHS = [5, 10];

/**
 * Two metrics of one shop: a season both share in different strength (up to some ±60%), a trend each, a jump between years, and
 * autoregressive noise of assorted inertia. With `campaigns`, June and November rise by 30–80% more, differently each year and in each
 * metric: large months at the same place that owe nothing to each other.
 */
export function simulatedPair(
  random: Random,
  { months, link, lag, campaigns }: Simulation,
): [MonthSeries, MonthSeries] {
  const season = Array.from({ length: 12 }, () => 0.3 * normal(random));
  const shocks = Array.from({ length: SETTLING + months }, () => normal(random));
  const own = Array.from({ length: SETTLING + months }, () => normal(random));
  const linked = own.map((shock, at) => link * (shocks[at - lag] ?? 0) + Math.sqrt(1 - link ** 2) * shock);
  return [seriesOf(shocks), seriesOf(linked)];

  function seriesOf(innovations: readonly number[]): MonthSeries {
    const phi = INERTIA[random.below(INERTIA.length)] ?? 0;
    const noise = inertial(innovations, phi).slice(SETTLING);
    const [strength, slope] = [0.5 + random.uniform(), 0.01 * normal(random)];
    const jumps = Array.from({ length: Math.ceil(months / 12) }, () => 0.1 * normal(random));
    const values = noise.map((one, at) => {
      const campaign = campaigns && CAMPAIGN_MONTHS.includes(at % 12) ? 0.3 + 0.5 * random.uniform() : 0;
      const level = slope * at + (jumps[Math.floor(at / 12)] ?? 0) + strength * (season[at % 12] ?? 0);
      return 1e6 * Math.exp(level + campaign + NOISE * one);
    });
    return { values, multiplies: true };
  }
}

/** How two metrics behave that have nothing but this in them. */
export interface Plain {
  /** First-order autoregression; 1 is a random walk. */
  readonly inertia: number;
  /** Standard deviation of the monthly slope. */
  readonly slope: number;
  /** Of a month's share in the season that both have. */
  readonly season: number;
}

/** Two metrics that owe nothing to each other. */
export function plainPair(
  random: Random,
  months: number,
  { inertia, slope, season }: Plain,
): [MonthSeries, MonthSeries] {
  const seasons = Array.from({ length: 12 }, () => season * normal(random));
  const settling = inertia < 1 ? SETTLING : 0;
  const one = (): MonthSeries => {
    const shocks = Array.from({ length: settling + months }, () => normal(random));
    const rise = slope * normal(random);
    const noise = inertial(shocks, inertia).slice(settling);
    const values = noise.map((each, at) => 1e6 * Math.exp(NOISE * each + rise * at + (seasons[at % 12] ?? 0)));
    return { values, multiplies: true };
  };
  return [one(), one()];
}

/** First-order autoregression with variance 1; a random walk has steps of variance 1. */
function inertial(innovations: readonly number[], phi: number): readonly number[] {
  const step = phi < 1 ? Math.sqrt(1 - phi ** 2) : 1;
  let last = 0;
  return innovations.map((one) => (last = phi * last + step * one));
}

/** Box & Muller. */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
