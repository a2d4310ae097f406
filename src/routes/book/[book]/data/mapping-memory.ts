import * as v from 'valibot';
import { ORDER_FIELDS, type ColumnMapping } from '#core/orders/import.ts';

/** What a person corrects in a mapping; the rest is read from each file anew. */
export type Correction = Pick<ColumnMapping, 'columns' | 'dateOrder' | 'decimal'>;

const CORRECTION = v.object({
  columns: v.record(v.picklist(ORDER_FIELDS), v.pipe(v.number(), v.integer(), v.minValue(0))),
  dateOrder: v.picklist(['ymd', 'dmy', 'mdy']),
  decimal: v.picklist(['.', ',']),
});

const keyOf = (signature: string): string => `annum.mapping.${signature}`;

/** The correction made before for files with this header, on this device; `null` without one. */
export function recallCorrection(signature: string, store: Pick<Storage, 'getItem'>): Correction | null {
  const text = store.getItem(keyOf(signature));
  if (text === null) return null;
  try {
    const read = v.safeParse(CORRECTION, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** Keeps a correction; a full device only loses the convenience, never the import. */
export function rememberCorrection(signature: string, correction: Correction, store: Pick<Storage, 'setItem'>): void {
  try {
    store.setItem(keyOf(signature), JSON.stringify(correction));
  } catch {
    return;
  }
}

export function forgetCorrection(signature: string, store: Pick<Storage, 'removeItem'>): void {
  store.removeItem(keyOf(signature));
}
