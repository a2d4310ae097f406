import type { KeptEffect, KeptFacts } from '#core/book/review.ts';
import type { CampaignDays, Estimate, SecondPurchaseShare, Shortfall } from '#core/kpis/campaign-facts.ts';
import type { Reader } from './fields.ts';
import { finite, flag, integer, isPlain, oneOf, readPlain, text } from './fields.ts';

/** Bounds on what a peer can make us hold. */
const MOST_DAYS = 500;
const MOST_OVERLAPS = 100;
const MOST_BESIDE = 10_000;

const day = integer(0, -1_000_000, 1_000_000);
const count = integer(0, 0, 1e9);
const short = text(200);

/** All fields or nothing: half an estimate is none. */
function whole<T>(readers: { readonly [K in keyof T]-?: Reader<T[K] | null> }): Reader<T | null> {
  return (raw) => {
    if (!isPlain(raw)) return null;
    const read = readPlain<{ [K in keyof T]: T[K] | null }>(readers, raw);
    return Object.values(read).includes(null) ? null : (read as T);
  };
}

const estimate = whole<Estimate>({ value: finite, low: finite, high: finite });
const shortfall = whole<Shortfall>({ value: finite, low: finite, high: finite, days: count });
const secondPurchase = whole<SecondPurchaseShare>({ mature: count, converted: count, immature: count });
const shareOfYear = whole<NonNullable<KeptFacts['shareOfYear']>>({
  year: integer(2000, 1970, 2200),
  sales: finite,
  yearSales: finite,
  toDate: flag,
});

const ids: Reader<readonly string[]> = (raw) =>
  Array.isArray(raw)
    ? raw.slice(0, MOST_OVERLAPS).filter((id): id is string => typeof id === 'string' && id.length <= 64)
    : [];

const numbers = (raw: unknown): readonly number[] =>
  Array.isArray(raw) ? raw.slice(0, MOST_DAYS).map((value) => finite(value) ?? 0) : [];

/** Four series of one length, the shortest's. */
const days: Reader<CampaignDays | null> = (raw) => {
  if (!isPlain(raw)) return null;
  const actual = Array.isArray(raw['actual']) ? raw['actual'].slice(0, MOST_DAYS).map(finite) : [];
  const [baseline, low, high] = [numbers(raw['baseline']), numbers(raw['low']), numbers(raw['high'])];
  const length = Math.min(actual.length, baseline.length, low.length, high.length);
  if (length === 0) return null;
  const cut = <T>(series: readonly T[]): readonly T[] => series.slice(0, length);
  return { from: day(raw['from']), actual: cut(actual), baseline: cut(baseline), low: cut(low), high: cut(high) };
};

const effect: Reader<KeptEffect> = (raw) => {
  const daysFitted = count(isPlain(raw) ? raw['daysFitted'] : 0);
  const [baseline, uplift, total] = isPlain(raw)
    ? [estimate(raw['baseline']), estimate(raw['uplift']), estimate(raw['effect'])]
    : [];
  if (!isPlain(raw) || raw['kind'] !== 'estimate' || !baseline || !uplift || !total) {
    const reason = oneOf(['outside-data', 'too-little-history', 'no-sales'], 'too-little-history');
    return { kind: 'unknown', reason: reason(isPlain(raw) ? raw['reason'] : ''), daysFitted };
  }
  return {
    kind: 'estimate',
    daysFitted,
    baseline,
    uplift,
    wait: shortfall(raw['wait']),
    dip: shortfall(raw['dip']),
    effect: total,
    overlaps: ids(raw['overlaps']),
  };
};

/** What orders told of a campaign, as a peer has kept it; `null` for anything that is no such thing. */
export const keptFacts: Reader<KeptFacts | null> = (raw) =>
  isPlain(raw)
    ? readPlain<KeptFacts>(
        {
          start: day,
          end: day,
          sales: finite,
          shopSales: finite,
          orders: finite,
          buyers: finite,
          shareOfYear,
          newCustomers: finite,
          secondPurchase,
          otherSecondPurchase: secondPurchase,
          effect,
          daily: days,
          tag: short,
          beside: (value) => (typeof value === 'string' ? value.slice(0, MOST_BESIDE) : null),
          dataset: short,
          datasetName: short,
          computedAt: short,
        },
        raw,
      )
    : null;
