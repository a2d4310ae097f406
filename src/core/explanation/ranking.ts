import type { DimensionRank, Explanation, Part, RankedElement, Split } from '../evaluation.ts';
import { ratio } from '../ratio.ts';

/** The explaining set must account for this much of the change (Adtributor's T_EP). */
const ENOUGH_POWER = 0.67;
/** An element that alone accounts for less takes no part in it (Adtributor's T_EEP). */
const LEAST_POWER = 0.1;

/**
 * Dimensions ranked by how well they account for a change: Adtributor (Bhagwan et al., NSDI 2014). In each, elements are taken in
 * the order of their surprise, as long as each has enough explanatory power of its own, until together they account for enough of
 * the change; that few explain it. Dimensions whose set does come first, then by the surprise of the set, then the smaller set.
 * Splits that are not by segment are passed over. Nothing explains a change of 0; the ranking then is by surprise alone.
 */
export function rankDimensions(splits: readonly Split[]): readonly DimensionRank[] {
  return splits
    .filter((split) => split.method === 'sum' && split.by !== 'drivers')
    .map(rankOf)
    .sort(
      (a, b) =>
        Number(b.explains) - Number(a.explains) ||
        b.surprise - a.surprise ||
        sizeOf(a) - sizeOf(b) ||
        byText(a.by, b.by),
    );
}

/** The split of the dimension that tells most of a change, of those with more than one named segment; `undefined` without any. */
export const firstDimension = ({ splits, ranking }: Pick<Explanation, 'splits' | 'ranking'>): Split | undefined =>
  ranking
    .flatMap(({ by }) => splits.filter((split) => split.by === by))
    .find(({ parts }) => parts.filter((part) => part.id !== '').length > 1);

function rankOf(split: Split): DimensionRank {
  const change = split.to - split.from;
  const [fromShare, toShare] = [sharesOf(split.parts, 'from'), sharesOf(split.parts, 'to')];
  const measured = split.parts.map((part, index) => ({
    id: part.id,
    from: part.from ?? 0,
    to: part.to ?? 0,
    effect: part.effect,
    power: ratio(part.effect, change),
    surprise: surprise(fromShare[index] ?? 0, toShare[index] ?? 0),
  }));
  const set = explainingSet(measured);
  const elements = measured
    .map((element): RankedElement => ({ ...element, explaining: set.has(element.id) }))
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || byText(a.id, b.id));
  const told = elements.filter((element) => element.explaining);
  const power = told.reduce((sum, element) => sum + (element.power ?? 0), 0);
  const total = (some: readonly RankedElement[]): number => some.reduce((sum, element) => sum + element.surprise, 0);
  return {
    by: split.by,
    surprise: total(change === 0 ? elements : told),
    power: change === 0 ? null : power,
    explains: power > ENOUGH_POWER,
    elements,
  };
}

/** What no segment names explains nothing, however much it moved. */
function explainingSet(elements: readonly Omit<RankedElement, 'explaining'>[]): ReadonlySet<string> {
  const strong = elements.filter((element) => element.id !== '' && (element.power ?? 0) > LEAST_POWER);
  strong.sort((a, b) => b.surprise - a.surprise || b.effect - a.effect || byText(a.id, b.id));
  const set = new Set<string>();
  let power = 0;
  for (const element of strong) {
    if (power > ENOUGH_POWER) break;
    set.add(element.id);
    power += element.power ?? 0;
  }
  return set;
}

/** Shares of the total; a segment of net refunds has none. */
function sharesOf(parts: readonly Part[], end: 'from' | 'to'): readonly number[] {
  const kept = parts.map((part) => Math.max(0, part[end] ?? 0));
  const total = kept.reduce((sum, value) => sum + value, 0);
  return kept.map((value) => ratio(value, total) ?? 0);
}

/**
 * One element's part of the Jensen–Shannon divergence of two distributions, in bits: ½ (p log₂ 2p/(p+q) + q log₂ 2q/(p+q)). Never
 * negative up to rounding; all elements' together lie between 0 (same shares) and 1 (nothing in common).
 */
export function surprise(p: number, q: number): number {
  const side = (one: number): number => (one === 0 ? 0 : one * Math.log2((2 * one) / (p + q)));
  return Math.max(0, (side(p) + side(q)) / 2);
}

const sizeOf = (rank: DimensionRank): number => rank.elements.filter((element) => element.explaining).length;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
