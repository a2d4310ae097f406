/**
 * Benjamini & Hochberg (1995): each p-value adjusted for how many were looked at, in the given order. Claiming where the adjusted
 * one is at most q holds the expected share of false claims among all claims at q.
 */
export function benjaminiHochberg(ps: readonly number[]): readonly number[] {
  const order = ps.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(ps.length).fill(1);
  let least = 1;
  order.forEach(({ p, index }, rank) => {
    least = Math.min(least, (p * ps.length) / (ps.length - rank));
    adjusted[index] = least;
  });
  return adjusted;
}
