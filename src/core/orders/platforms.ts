import type { OrderField, PlatformId } from './import.ts';

/** What an exporting shop system writes, and how its rows are meant. Header names are compared as `headers.ts` folds them. */
export interface Platform {
  readonly id: PlatformId;
  /** Headers that all must be there for the file to be of this platform. */
  readonly must: readonly string[];
  /** Headers by which platforms that share their musts are told apart. */
  readonly optional: readonly string[];
  /** The headers that may hold a field, best first. */
  readonly fields: Readonly<Partial<Record<OrderField, readonly string[]>>>;
  /** Whether a row is a whole order or one line of it. Two rows of a whole order's id are one. */
  readonly rowIs: 'order' | 'line';
  /** Begins of statuses under which nothing was paid. */
  readonly unpaid: readonly string[];
  /** The time column is the time of payment: blank means unpaid. */
  readonly blankTimeIsUnpaid?: true;
  /** Rows below the first of an order leave the order's own columns blank. */
  readonly repeatsBlank?: true;
  /** How days are written where digits alone do not tell. */
  readonly dateOrder: 'ymd' | 'dmy' | 'mdy';
}

export const PLATFORMS: readonly Platform[] = [];

const UNKNOWN: Platform = { id: 'unknown', must: [], optional: [], fields: {}, rowIs: 'line', unpaid: [], dateOrder: 'ymd' };

export const platformOf = (id: PlatformId): Platform => PLATFORMS.find((platform) => platform.id === id) ?? UNKNOWN;
