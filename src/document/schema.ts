import type { Benchmark, BookSettings, Cell, Metric, PresetId } from '#core/book/book.ts';
import { LEVELS } from '#core/book/book.ts';
import type { FigureKind } from '#core/book/book.ts';
import { MINOR_DIGITS } from '#core/money.ts';
import type { Currency } from '#core/money.ts';
import type { Readers } from './fields.ts';
import { either, finite, flag, formula, integer, keyOf, nullable, oneOf, source, text } from './fields.ts';

/**
 * The shared document's tables and fields. Devices on different versions share one document, so this only ever grows: a
 * field keeps its name and meaning for good (`schema.test.ts` compares it with the committed snapshot).
 */
export const SCHEMA_VERSION = 1;

/** Root maps. `conclusion/<owner>` fragments stand beside them. */
export const TABLES = ['meta', 'settings', 'metrics', 'benchmarks', 'cells', 'segments', 'locks'] as const;
export const CONCLUSION_PREFIX = 'conclusion/';

/** Fields that every record of a table has beside its own. */
export const RECORD_FIELDS = ['order', 'deleted'] as const;

const CURRENCIES = Object.keys(MINOR_DIGITS);

const PRESETS: Record<PresetId, true> = {
  returningSales: true,
  retention: true,
  spendPerReturning: true,
  secondPurchase: true,
  newCustomers: true,
  repurchase: true,
  frequency: true,
  returningBuyers: true,
  orderValue: true,
  sales: true,
};

export const FIGURES: Record<FigureKind, true> = {
  actual: true,
  target: true,
  attainment: true,
  gap: true,
  lastYear: true,
  growth: true,
  growthTwoYears: true,
  change: true,
  impliedGrowth: true,
  benchmark: true,
  relativeShare: true,
  driver: true,
  segment: true,
};

const isCurrency = (raw: unknown): raw is Currency => typeof raw === 'string' && CURRENCIES.includes(raw);

export const META = { schema: integer(1, 1, 1e6), minReader: integer(1, 1, 1e6) };

export const SETTINGS: Readers<BookSettings> = {
  team: text(200),
  year: integer(2000, 1970, 2200),
  firstMonth: integer(1, 1, 12),
  currency: (raw) => (isCurrency(raw) ? raw : 'CNY'),
  lookBack: either<BookSettings['lookBack']>(['all', 365, 730], 365),
  sample: flag,
};

export const METRIC: Readers<Omit<Metric, 'id'>> = {
  name: text(200),
  preset: nullable(keyOf(PRESETS)),
  level: oneOf(LEVELS, 'supporting'),
  unit: oneOf(['money', 'count', 'percent', 'times', 'days'], 'count'),
  direction: oneOf(['higher', 'lower'], 'higher'),
  formula,
  owner: text(200),
  yearly: oneOf(['sum', 'last', 'none'], 'none'),
};

export const BENCHMARK: Readers<Omit<Benchmark, 'id'>> = {
  metric: text(64),
  kind: oneOf(['industry', 'market', 'competitor', 'leader'], 'industry'),
  year: integer(2000, 1970, 2200),
  name: text(200),
  measure: oneOf(['growth', 'value', 'index'], 'value'),
  value: finite,
  source: text(1000),
  date: text(40),
  confidence: oneOf(['A', 'B', 'C'], 'C'),
};

/** A cell is a plain value, replaced whole: a number without its source would tell a lie. */
export const CELL: Readers<Cell> = { value: finite, source };
