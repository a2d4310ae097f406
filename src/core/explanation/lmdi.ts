/** One factor of a product, from last year to this. */
export interface Factor {
  readonly from: number;
  readonly to: number;
}

/** L(a, b) = (a − b) ÷ (ln a − ln b), L(a, a) = a, and 0 when either is 0 (its limit). For a, b ≥ 0. */
export function logarithmicMean(a: number, b: number): number {
  if (a === b) return a;
  if (a === 0 || b === 0) return 0;
  // Near equality the quotient loses every digit: log1p keeps them.
  const apart = (a - b) / b;
  return Math.abs(apart) < 1e-3 ? (a - b) / Math.log1p(apart) : (a - b) / Math.log(a / b);
}

/**
 * LMDI-I (Ang 2005): how much each factor of V = ∏xₖ moved V. effectₖ = L(V₁, V₀) · ln(xₖ₁ ÷ xₖ₀); the effects sum to V₁ − V₀.
 * Zeros by the limit δ → 0 (Ang & Liu 2007): when V leaves 0, or falls to it, the factors that were (or became) 0 share the whole
 * change equally and the others explain nothing; from 0 to 0 nothing moved. Factors must not be negative.
 */
export function lmdi(factors: readonly Factor[]): number[] {
  const before = product(factors.map((factor) => factor.from));
  const after = product(factors.map((factor) => factor.to));
  if (before === 0 || after === 0) {
    const isZero = (factor: Factor): boolean =>
      factor.from !== factor.to && (before === 0 ? factor.from === 0 : factor.to === 0);
    const zeros = factors.filter(isZero).length;
    return factors.map((factor) => (isZero(factor) ? (after - before) / zeros : 0));
  }
  const mean = logarithmicMean(after, before);
  return factors.map((factor) => mean * Math.log(factor.to / factor.from));
}

export const product = (values: readonly number[]): number => values.reduce((result, value) => result * value, 1);
