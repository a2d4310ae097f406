import type { CellSource, FigureKind, FigureRef, Formula } from '#core/book/book.ts';
import type { Origin } from '#core/book/review.ts';
import { soundNumber } from '#core/figure.ts';
import { parsePeriod } from '#core/period.ts';
import type { PeriodKey } from '#core/period.ts';

/** Reads one field of whatever a peer has put there. Total: anything missing or wrong becomes the default. */
export type Reader<T> = (raw: unknown) => T;
export type Readers<T> = { readonly [K in keyof T]-?: Reader<T[K]> };

type Plain = { readonly [key: string]: unknown };

/** A plain object, and nothing that only looks like one: no array, no Yjs type, no altered prototype. */
export function isPlain(raw: unknown): raw is Plain {
  if (typeof raw !== 'object' || raw === null) return false;
  const prototype: unknown = Object.getPrototypeOf(raw);
  return prototype === Object.prototype || prototype === null;
}

/** An own field only, so that nothing is inherited from a prototype. */
const own = (plain: Plain, key: string): unknown => (Object.hasOwn(plain, key) ? plain[key] : undefined);

export const text =
  (limit: number): Reader<string> =>
  (raw) =>
    typeof raw === 'string' ? raw.slice(0, limit) : '';

export const flag: Reader<boolean> = (raw) => raw === true;

/** A number that arithmetic may touch; `null` for everything else. */
export const finite: Reader<number | null> = (raw) => (typeof raw === 'number' ? soundNumber(raw) : null);

export const integer =
  (fallback: number, least: number, most: number): Reader<number> =>
  (raw) =>
    typeof raw === 'number' && Number.isInteger(raw) && raw >= least && raw <= most ? raw : fallback;

export const either =
  <T extends string | number>(values: readonly T[], fallback: T): Reader<T> =>
  (raw) =>
    values.find((value) => value === raw) ?? fallback;

export const oneOf = <T extends string>(values: readonly T[], fallback: T): Reader<T> => either(values, fallback);

export const keyOf =
  <T extends string>(known: Record<T, true>): Reader<T | null> =>
  (raw) => {
    const isKnown = (key: string): key is T => Object.hasOwn(known, key);
    return typeof raw === 'string' && isKnown(raw) ? raw : null;
  };

export const nullable =
  <T>(read: Reader<T | null>): Reader<T | null> =>
  (raw) =>
    raw === undefined || raw === null ? null : read(raw);

const FORMULA_TERMS = 50;

export const formula: Reader<Formula | null> = (raw) => {
  if (!isPlain(raw)) return null;
  const terms = own(raw, 'of');
  const kind = (['sum', 'product', 'ratio'] as const).find((known) => known === own(raw, 'kind'));
  if (!kind || !Array.isArray(terms)) return null;
  return {
    kind,
    of: terms.slice(0, FORMULA_TERMS).filter((id): id is string => typeof id === 'string' && id.length <= 64),
  };
};

const short = text(200);
/** Which part a figure is of: `dimension|name`, of 64 and 200 characters at most. */
export const partName = text(265);

/** A day as text; anything else is no date. */
export const dateText: Reader<string> = (raw) =>
  typeof raw === 'string' && /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(raw) ? raw : '';

export const isPeriodKey = (key: string): key is PeriodKey => parsePeriod(key) !== null;

export const figureRef =
  (kind: Reader<FigureKind | null>): Reader<FigureRef | null> =>
  (raw) => {
    if (!isPlain(raw)) return null;
    const figure = kind(own(raw, 'figure'));
    const period = short(own(raw, 'period'));
    const of = partName(own(raw, 'of'));
    if (!figure || !isPeriodKey(period)) return null;
    return { metric: short(own(raw, 'metric')), figure, period, ...(of !== '' && { of }) };
  };

export const origin: Reader<Origin> = (raw) => ({
  kind: oneOf(['cause', 'win', 'opportunity', 'lesson', 'own'], 'own')(isPlain(raw) ? own(raw, 'kind') : undefined),
  id: short(isPlain(raw) ? own(raw, 'id') : undefined),
});

export const source: Reader<CellSource> = (raw) => {
  const kind = isPlain(raw) ? own(raw, 'kind') : 'typed';
  if (kind === 'phased') return { kind: 'phased' };
  if (kind !== 'data' || !isPlain(raw)) return { kind: 'typed' };
  return {
    kind: 'data',
    dataset: short(own(raw, 'dataset')),
    datasetName: short(own(raw, 'datasetName')),
    kpi: short(own(raw, 'kpi')),
    computedAt: short(own(raw, 'computedAt')),
    numerator: finite(own(raw, 'numerator')),
    denominator: finite(own(raw, 'denominator')),
    toDate: flag(own(raw, 'toDate')),
    sameDaysLastYear: finite(own(raw, 'sameDaysLastYear')),
  };
};

/** Reads every field of a record through its reader. */
export function readFields<T>(readers: Readers<T>, get: (key: string) => unknown): T {
  const record: Partial<T> = {};
  for (const key in readers) record[key] = readers[key](get(key));
  return record as T;
}

/** The same for a plain value. */
export const readPlain = <T>(readers: Readers<T>, raw: unknown): T =>
  readFields(readers, (key) => (isPlain(raw) ? own(raw, key) : undefined));
