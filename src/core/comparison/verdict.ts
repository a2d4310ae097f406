import type { Verdict } from '../evaluation.ts';

/**
 * Met or missed × ahead of or behind the market (`product.md` R1). `ahead` is `null` when the market is unknown, and the verdict
 * then says so; without knowing whether the target is met there is no verdict.
 */
export function verdictOf(met: boolean | null, ahead: boolean | null): Verdict | null {
  if (met === null) return null;
  if (ahead === null) return met ? 'met-market-unknown' : 'missed-market-unknown';
  if (met) return ahead ? 'win' : 'easy-target';
  return ahead ? 'headwind' : 'gap';
}
