/** One segment of a rate: what it adds to the numerator and the denominator, last year and this. */
export interface RateSegment {
  readonly id: string;
  readonly from: Portion;
  readonly to: Portion;
}

export interface Portion {
  readonly numerator: number;
  readonly denominator: number;
}

/** The two effects of one segment on the whole rate. */
export interface MixAndRate {
  readonly mix: number;
  readonly rate: number;
}

/**
 * Kitagawa (1955), the two-factor case of Das Gupta (1978): the change of R = Σ share × rate in two effects a segment, which sum to
 * R₁ − R₀. rateᵢ = (rᵢ₁ − rᵢ₀) · mean share; mixᵢ = (sᵢ₁ − sᵢ₀) · (mean rate − mean of R₀ and R₁). Counting a segment's rate from the
 * whole's changes no total, as shares sum to 1, and makes each mix effect readable: a segment below the whole that grows pulls it
 * down. A segment without denominator in one year has no rate there; it is given its rate of the other year, so that its coming or
 * going is mix alone. The denominators of all segments must sum above 0 in both years, and a segment without one has no numerator.
 */
export function kitagawa(segments: readonly RateSegment[]): readonly MixAndRate[] {
  const [before, after] = [total(segments, 'from'), total(segments, 'to')];
  const whole = (before.numerator / before.denominator + after.numerator / after.denominator) / 2;
  return segments.map(({ from, to }) => {
    const [fromShare, toShare] = [from.denominator / before.denominator, to.denominator / after.denominator];
    const [fromRate, toRate] = [rateOf(from) ?? rateOf(to) ?? whole, rateOf(to) ?? rateOf(from) ?? whole];
    return {
      mix: (toShare - fromShare) * ((fromRate + toRate) / 2 - whole),
      rate: ((toRate - fromRate) * (fromShare + toShare)) / 2,
    };
  });
}

/** `null` without a denominator. */
export const rateOf = ({ numerator, denominator }: Portion): number | null =>
  denominator === 0 ? null : numerator / denominator;

/** All segments' portions of one year together. */
export const total = (segments: readonly RateSegment[], end: 'from' | 'to'): Portion => ({
  numerator: segments.reduce((sum, segment) => sum + segment[end].numerator, 0),
  denominator: segments.reduce((sum, segment) => sum + segment[end].denominator, 0),
});
