import { product, type Factor } from './lmdi.ts';

/**
 * Shapley value of each factor in the change of their product: its effect averaged over every order in which the factors could
 * have moved. Exact for any sign, also through 0, where logarithms are not. Cost 2ⁿ: for the handful of factors a formula has.
 */
export function shapley(factors: readonly Factor[]): number[] {
  const count = factors.length;
  const worth = Array.from({ length: 2 ** count }, (_, moved) =>
    product(factors.map((factor, index) => (moved & (1 << index) ? factor.to : factor.from))),
  );
  return factors.map((_, index) => {
    let effect = 0;
    for (let others = 0; others < worth.length; others += 1) {
      if (others & (1 << index)) continue;
      const gain = (worth[others | (1 << index)] ?? 0) - (worth[others] ?? 0);
      effect += gain * orderShare(bitCount(others), count);
    }
    return effect;
  });
}

/** Share of all orders in which exactly these `before` factors come first: before! (n − before − 1)! ÷ n! */
const orderShare = (before: number, count: number): number =>
  (factorial(before) * factorial(count - before - 1)) / factorial(count);

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));

const bitCount = (bits: number): number => (bits === 0 ? 0 : (bits & 1) + bitCount(bits >> 1));
