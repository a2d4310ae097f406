import type { AttributeValue } from './attribute-facts.ts';

/** Values kept by name; the others together are the rest. */
const NAMED_VALUES = 20;

type Slot = Pick<AttributeValue, 'kind' | 'name'>;

/**
 * Which codes keep a slot of their own: by how many carry them, then by name, so that the order of rows never matters. Slots
 * without anybody are not made. Code 0 is "none".
 */
export function rankedSlots(
  codes: Uint32Array,
  names: readonly string[],
): { readonly slotOf: Uint32Array; readonly slots: readonly Slot[] } {
  const counts = new Uint32Array(names.length);
  for (const code of codes) counts[code]!++;
  const ranked = Array.from(counts.keys())
    .filter((code) => code > 0 && counts[code]! > 0)
    .sort((a, b) => counts[b]! - counts[a]! || (names[a]! < names[b]! ? -1 : 1));
  const kept = ranked.slice(0, NAMED_VALUES);
  const slots: Slot[] = kept.map((code) => ({ kind: 'named', name: names[code]! }));
  const slotOf = new Uint32Array(names.length);
  kept.forEach((code, slot) => (slotOf[code] = slot));
  const rest = ranked.slice(NAMED_VALUES);
  if (rest.length > 0) {
    for (const code of rest) slotOf[code] = slots.length;
    slots.push({ kind: 'rest', name: '' });
  }
  slotOf[0] = slots.length;
  slots.push({ kind: 'none', name: '' });
  return { slotOf, slots };
}
