import type { BookSettings, Cell, Dismissal, FigureKind, PresetId } from '#core/book/book.ts';
import { LEVELS } from '#core/book/book.ts';
import type { TableName, Writable } from '#core/book/records.ts';
import { NO_RECORDS } from '#core/book/records.ts';
import { GRADES } from '#core/book/review.ts';
import { MINOR_DIGITS } from '#core/money.ts';
import type { Currency } from '#core/money.ts';
import type { Readers } from './fields.ts';
import { keptFacts } from './kept-facts.ts';
import {
  dateText,
  either,
  figureRef,
  finite,
  flag,
  formula,
  integer,
  keyOf,
  nullable,
  oneOf,
  origin,
  source,
  text,
} from './fields.ts';

/**
 * The shared document's tables and fields. Devices on different versions share one document, so this only ever grows: a
 * field keeps its name and meaning for good (`schema.test.ts` compares it with the committed snapshot).
 */
export const SCHEMA_VERSION = 1;

const isTable = (key: string): key is TableName => Object.hasOwn(NO_RECORDS, key);

/** Root maps whose rows are records. */
export const RECORD_TABLES = Object.keys(NO_RECORDS).filter(isTable);
/** The other root maps. `conclusion/<owner>` fragments stand beside them. */
export const PLAIN_TABLES = ['meta', 'settings', 'cells', 'segments', 'locks', 'highlights', 'dismissals'] as const;
export const CONCLUSION_PREFIX = 'conclusion/';

/** Fields that every record of a table has beside its own. In a tree `place`, parent and order in one value, stands for `order`. */
export const RECORD_FIELDS = ['order', 'deleted'] as const;
export const TREE_FIELDS = ['place', 'deleted'] as const;

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

const FIGURES: Record<FigureKind, true> = {
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

/** Reads the kind of a figure reference. */
export const figureKind = keyOf(FIGURES);

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

const year = integer(2000, 1970, 2200);
/** The id of another record. */
const id = text(64);
const name = text(200);
const line = text(1000);
const prose = text(10_000);
const unit = oneOf(['money', 'count', 'percent', 'times', 'days'], 'count');
const direction = oneOf(['higher', 'lower'], 'higher');
const confidence = oneOf(['A', 'B', 'C'], 'C');
const shortDate = text(40);

/** Every record's fields by table: the one list from which records are read, written and compared with the snapshot. */
export const RECORDS: { readonly [T in TableName]: Readers<Writable<T>> } = {
  metrics: {
    name,
    preset: nullable(keyOf(PRESETS)),
    level: oneOf(LEVELS, 'supporting'),
    unit,
    direction,
    formula,
    owner: name,
    yearly: oneOf(['sum', 'last', 'none'], 'none'),
  },
  benchmarks: {
    metric: id,
    kind: oneOf(['industry', 'market', 'competitor', 'leader'], 'industry'),
    year,
    name,
    measure: oneOf(['growth', 'value', 'index'], 'value'),
    value: finite,
    source: line,
    date: shortDate,
    confidence,
  },
  causes: { metric: id, year, finding: oneOf(['gap', 'win'], 'gap'), text: line, condition: line },
  evidence: {
    owner: id,
    kind: oneOf(['figure', 'benchmark', 'source'], 'source'),
    figure: figureRef(figureKind),
    benchmark: id,
    text: line,
    source: line,
    date: shortDate,
    confidence,
  },
  actions: { year, finding: id, cause: id, metric: id, text: line, owner: name, due: dateText, effect: finite },
  initiatives: { year, name: line, origin, metric: id, owner: name },
  tasks: {
    year,
    name,
    outcome: line,
    measure: line,
    metric: id,
    unit,
    direction,
    planned: finite,
    actual: finite,
    activity: prose,
    attained: oneOf(['', 'yes', 'partly', 'no'], ''),
    grade: oneOf(['', ...GRADES], ''),
    gradeReason: line,
    result: line,
    owner: name,
    initiative: id,
  },
  campaigns: {
    year,
    name,
    start: dateText,
    end: dateText,
    tag: name,
    goal: finite,
    cost: finite,
    margin: finite,
    previous: id,
    owner: name,
    recall: prose,
    comparison: prose,
    causes: prose,
    lesson: prose,
    facts: keptFacts,
  },
  insights: {
    year,
    kind: oneOf(['industry', 'competitor', 'customer', 'leader'], 'industry'),
    name,
    fact: line,
    source: line,
    date: shortDate,
    confidence,
    metric: id,
    gap: line,
    opportunity: line,
  },
  groups: {
    year,
    group: id,
    intended: finite,
    note: line,
    customers: finite,
    sales: finite,
    customersBefore: finite,
    salesBefore: finite,
    day: dateText,
    understated: flag,
    source,
  },
  rhythms: {
    year,
    kind: oneOf(['daily', 'weekly', 'monthly'], 'weekly'),
    name,
    planned: finite,
    held: finite,
    items: finite,
    done: finite,
    goal: id,
    note: line,
  },
  growths: {
    year,
    date: dateText,
    kind: oneOf(['sharing', 'training', 'study'], 'sharing'),
    topic: line,
    skill: line,
    person: name,
    goal: id,
  },
  people: { year, name, role: name, from: dateText, to: dateText, goal: id },
  costs: {
    year,
    category: name,
    name,
    note: line,
    campaign: id,
    metric: id,
    budgetQuantity: finite,
    budgetPrice: finite,
    actualQuantity: finite,
    actualPrice: finite,
    sales: finite,
    margin: finite,
    hoursSaved: finite,
    hourlyCost: finite,
    realisation: finite,
    need: finite,
    needReason: line,
  },
};

export const DISMISSAL: Readers<Dismissal> = { reason: line };

/** A cell is a plain value, replaced whole: a number without its source would tell a lie. */
export const CELL: Readers<Cell> = { value: finite, source };
