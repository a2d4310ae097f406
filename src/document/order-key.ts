import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** Longer keys come from hostile or broken peers; honest ones stay under 40 characters for thousands of moves. */
const LONGEST = 200;

/** Sorts after every valid key: records without a usable key come last. */
const NO_KEY = '\uffff';

export function readOrderKey(raw: unknown): string {
  if (typeof raw !== 'string' || raw.length === 0 || raw.length > LONGEST) return NO_KEY;
  try {
    generateKeyBetween(raw, null);
    return raw;
  } catch {
    return NO_KEY;
  }
}

interface Ordered {
  readonly id: string;
  readonly order: string;
}

/** By key, ties by id, so that every replica shows the same list. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

const usable = (key: string | undefined): string | null => (key === undefined || key === NO_KEY ? null : key);

/**
 * A key between two neighbours with random low digits, so that two people who insert at one place offline rarely get the
 * same one.
 */
function jittered(lower: string | null, upper: string | null): string {
  let low = lower;
  let high = upper;
  let key = generateKeyBetween(low, high);
  for (const byte of crypto.getRandomValues(new Uint8Array(12))) {
    if (byte & 1) low = key;
    else high = key;
    key = generateKeyBetween(low, high);
  }
  return key;
}

export interface Placement {
  readonly key: string;
  /** Neighbours without a usable key, or with the predecessor's, which would not keep their side. */
  readonly rekeyed: readonly { readonly id: string; readonly key: string }[];
}

/** The key that puts a record at `index` of a sorted list which does not hold it. */
export function placeAt(list: readonly Ordered[], index: number): Placement {
  const before = list.slice(0, index);
  const after = list.slice(index);
  const unkeyed = before.filter((row) => row.order === NO_KEY);
  const lower = usable(before[before.length - unkeyed.length - 1]?.order);
  const free = after.findIndex((row) => row.order !== NO_KEY && (lower === null || row.order > lower));
  const stuck = free === -1 ? after : after.slice(0, free);
  const upper = usable(after[free]?.order);
  if (unkeyed.length + stuck.length === 0) return { key: jittered(lower, upper), rekeyed: [] };
  const keys = generateNKeysBetween(lower, upper, unkeyed.length + 1 + stuck.length);
  const own = keys[unkeyed.length] ?? jittered(lower, upper);
  const rest = keys.filter((key) => key !== own);
  return { key: own, rekeyed: [...unkeyed, ...stuck].map((row, at) => ({ id: row.id, key: rest[at] ?? own })) };
}
