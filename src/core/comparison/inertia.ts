/** Strengths of first-order autoregression that are told apart; nearer to a unit root is taken for the last. */
const INERTIAS = Array.from({ length: 39 }, (_, index) => (index - 19) / 20);

/**
 * The first-order autoregression behind a ratio of neighbours' products to squares, both summed within runs whose means were taken
 * out. In a run of twelve months the mean takes so much of a slow series with it that a random walk shows about 0.6; what is read
 * is the autoregression whose expected products and squares have this ratio (the bias of Kendall 1954 and Nickell 1981, taken
 * back by indirect inference: Gouriéroux, Phillips & Yu 2010). Between −0.95 and 0.95.
 */
export function inertiaReader(runs: readonly number[], count: number): (ratio: number) => number {
  const lengths = runs.map((from, run) => (runs[run + 1] ?? count) - from);
  const expected = INERTIAS.map((inertia) => expectedRatio(inertia, lengths));
  const at = (index: number): number => INERTIAS[index] ?? 0;
  return (ratio) => {
    const above = expected.findIndex((one) => one >= ratio);
    if (above <= 0) return above === 0 ? at(0) : at(INERTIAS.length - 1);
    const [low, high] = [expected[above - 1] ?? 0, expected[above] ?? 0];
    return at(above - 1) + ((ratio - low) / (high - low)) * (at(above) - at(above - 1));
  };
}

function expectedRatio(inertia: number, lengths: readonly number[]): number {
  let [products, squares] = [0, 0];
  for (const length of lengths) {
    // Covariance of each month with the run's mean, and the mean's variance, where a month's variance is 1.
    const withMean = Array.from(
      { length },
      (_, at) => (1 + inertia - inertia ** (at + 1) - inertia ** (length - at)) / (1 - inertia) / length,
    );
    const ofMean = withMean.reduce((sum, one) => sum + one, 0) / length;
    withMean.forEach((one, at) => {
      squares += 1 - 2 * one + ofMean;
      if (at > 0) products += inertia - one - (withMean[at - 1] ?? 0) + ofMean;
    });
  }
  return products / squares;
}
