import type { Benchmark, Metric } from './book.ts';
import type {
  Action,
  Campaign,
  Cause,
  CostLine,
  CustomerGroup,
  Evidence,
  Growth,
  Initiative,
  Insight,
  Person,
  Rhythm,
  StrategicTask,
} from './review.ts';

/** The tables of a book that hold records: every one is listed, added to, changed, moved and removed in the same way. */
export interface BookRecords {
  readonly metrics: Metric;
  readonly benchmarks: Benchmark;
  readonly causes: Cause;
  readonly evidence: Evidence;
  readonly actions: Action;
  readonly initiatives: Initiative;
  readonly tasks: StrategicTask;
  readonly campaigns: Campaign;
  readonly insights: Insight;
  readonly groups: CustomerGroup;
  readonly rhythms: Rhythm;
  readonly growths: Growth;
  readonly people: Person;
  readonly costs: CostLine;
}

export type TableName = keyof BookRecords;

/** All records of a book by table, in the person's order. */
export type RecordLists = { readonly [T in TableName]: readonly BookRecords[T][] };

/** A record as it is written: its id is given, and what is derived on reading is not stored. */
export type Writable<T extends TableName> = Omit<BookRecords[T], 'id' | 'parent' | 'rescued'>;

/** A book without any record. */
export const NO_RECORDS: RecordLists = {
  metrics: [],
  benchmarks: [],
  causes: [],
  evidence: [],
  actions: [],
  initiatives: [],
  tasks: [],
  campaigns: [],
  insights: [],
  groups: [],
  rhythms: [],
  growths: [],
  people: [],
  costs: [],
};
