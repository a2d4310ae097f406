import type { Month } from '../period.ts';
import { Random } from '../random.ts';
import { inertiaReader } from './inertia.ts';
import { innovationsOf, type Innovations } from './innovations.ts';
import { farthestLag, strongestLag, type LagCorrelation } from './lag-correlation.ts';
import { yearContrasts, type YearContrasts } from './year-contrasts.ts';

/** Fewer months in common than this are shown side by side and not tested: a season needs two years to be told from a link. */
export const FEWEST_MONTHS = 24;

/** Chance series at most, and how many of them may be as strong before the answer is plain (Besag & Clifford 1991). */
const MOST_DRAWS = 1999;
const ENOUGH_STRONGER = 40;

/** Consecutive months of one metric; `multiplies` where its seasons are rates of its level (amounts), not points (percents). */
export interface MonthSeries {
  readonly values: readonly number[];
  readonly multiplies: boolean;
}

/** The strongest correlation of what is new in each month of two series, and how often chance alone shows one as strong. */
export interface TogetherTest extends LagCorrelation {
  /** Pairs of months compared at that lag: those after the first year, less the lag. */
  readonly n: number;
  /** Of this pair alone, over all lags; not yet adjusted for other pairs. */
  readonly p: number;
}

/**
 * Whether two monthly series moved together beyond what season, trend and their own inertia explain (`kpis.md` §7). Both are
 * seasonally differenced and prewhitened; the statistic is the strongest correlation over lags. Its null comes from a wild sieve
 * bootstrap of both series: innovations keep their size and month and lose their sign, run through the fitted autoregression and
 * through the whole procedure again. So large months that both share (campaigns), the estimates' own error and the choice among
 * lags are all in the null. Needs `FEWEST_MONTHS` months, the same for both, beginning with `from`.
 */
export function moveTogether(first: MonthSeries, second: MonthSeries, from: Month, seed: number): TogetherTest {
  const contrasts = yearContrasts(first.values, from, first.multiplies);
  const { runs, tied } = contrasts;
  const inertia = inertiaReader(runs, contrasts.values.length);
  const own = innovationsOf(contrasts, inertia);
  const other = innovationsOf(yearContrasts(second.values, from, second.multiplies), inertia);
  const count = own.values.length;
  const farthest = farthestLag(count);
  const found = strongestLag(own.values, other.values, farthest);
  const n = count - Math.abs(found.lag);
  if (found.r === 0) return { ...found, n, p: 1 };
  const random = new Random(seed);
  const chance = (of: Innovations): Float64Array =>
    innovationsOf({ values: chanceSeries(of, { runs, tied }, random), runs }, inertia).values;
  // Equal up to rounding is as strong.
  const asStrong = Math.abs(found.r) - 1e-12;
  let stronger = 0;
  for (let draw = 1; draw <= MOST_DRAWS; draw++) {
    const { r } = strongestLag(chance(own), chance(other), farthest);
    if (Math.abs(r) >= asStrong) stronger += 1;
    if (stronger === ENOUGH_STRONGER) return { ...found, n, p: stronger / draw };
  }
  return { ...found, n, p: (stronger + 1) / (MOST_DRAWS + 1) };
}

/** Contrasts like these that owe nothing to any other series: innovations with signs by chance, of tied months the same one. */
function chanceSeries(
  { values, phi }: Innovations,
  { runs, tied }: Pick<YearContrasts, 'runs' | 'tied'>,
  random: Random,
): Float64Array {
  const series = new Float64Array(values.length);
  const start = Math.sqrt(1 - phi * phi);
  let [last, sign, run] = [0, 1, 0];
  for (let at = 0; at < values.length; at++) {
    if (!tied[at]) sign = random.uniform() < 0.5 ? -1 : 1;
    const innovation = sign * values[at]!;
    const isStart = at === runs[run];
    if (isStart) run += 1;
    last = isStart ? innovation / start : phi * last + innovation;
    series[at] = last;
  }
  return series;
}
