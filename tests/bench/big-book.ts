import type { Book, Cell, CellKey } from '#core/book/book.ts';
import { EMPTY_BOOK } from '#core/book/empty-book.ts';
import type { BookRecords, TableName } from '#core/book/records.ts';
import { dateOf, dayOf, monthKey, monthsOf, type FiscalYear } from '#core/period.ts';
import { readFields } from '#document/fields.ts';
import { fillBook } from '#document/fill-book.ts';
import { RECORDS } from '#document/schema.ts';
import * as Y from 'yjs';

const YEAR: FiscalYear = 2025;
const METRICS = 30;
const CAMPAIGNS = 12;
const CAUSES = 60;
const COST_LINES = 200;

/** Numbers that look like a business's and are the same at every run. */
const amount = (seed: number): number => ((seed * 7919 + 104_729) % 9_973) * 1_000;

/** A record with every field at what its reader makes of nothing, but for what is given. */
function record<T extends TableName>(table: T, id: string, change: Partial<BookRecords[T]>): BookRecords[T] {
  const fields = readFields(RECORDS[table], () => undefined);
  return { ...fields, id, year: YEAR, ...change } as unknown as BookRecords[T];
}

const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

const date = (month: number, day: number): string => {
  const on = dateOf(dayOf(YEAR, month, day));
  return `${on.year}-${String(on.month).padStart(2, '0')}-${String(on.day).padStart(2, '0')}`;
};

/** The review that the issue of smoothness is about: 30 metrics, 12 campaigns, 60 causes with evidence and actions, 200 cost lines. */
export function bigBook(): Omit<Book, 'id'> {
  const metrics = many(METRICS, (at) =>
    record('metrics', `m${at}`, {
      name: `Metric ${at + 1}`,
      level: at === 0 ? 'core' : at < 8 ? 'key' : 'supporting',
      unit: 'money',
      yearly: 'sum',
      direction: 'higher',
      formula: at % 5 === 4 ? { kind: 'sum', of: [`m${at - 1}`, `m${at - 2}`] } : null,
    }),
  );
  const cells = new Map<CellKey, Cell>();
  const fill = (id: string, kind: 'actual' | 'target', year: FiscalYear, seed: number): void =>
    monthsOf(year, 1).forEach((month, at) =>
      cells.set(`${id}|${kind}|${monthKey(month)}`, { value: amount(seed + at * 31), source: { kind: 'typed' } }),
    );
  metrics.forEach(({ id, formula }, at) => {
    if (formula) return;
    for (const year of [YEAR - 2, YEAR - 1, YEAR]) fill(id, 'actual', year, at * 97 + year);
    fill(id, 'target', YEAR, at * 89);
  });
  const costs = many(COST_LINES, (at) =>
    record('costs', `k${at}`, {
      name: `Line ${at + 1}`,
      category: ['sms', 'gifts', 'benefits', 'media', 'systems'][at % 5] ?? 'other',
      metric: `m${at % METRICS}`,
      sales: amount(at) * 40,
      margin: amount(at) * 9,
    }),
  );
  costs.forEach(({ id }, at) => {
    fill(id, 'target', YEAR, at * 3);
    fill(id, 'actual', YEAR, at * 5 + 1);
  });
  const causes = many(CAUSES, (at) =>
    record('causes', `c${at}`, {
      metric: `m${Math.floor(at / 6)}`,
      finding: 'gap',
      parent: at % 6 === 0 ? null : `c${at - (at % 6)}`,
      text: `Cause ${at + 1}`,
    }),
  );
  return {
    ...EMPTY_BOOK,
    settings: { team: 'Big team', year: YEAR, firstMonth: 1, currency: 'CNY', lookBack: 365, sample: false },
    metrics,
    cells,
    costs,
    causes,
    benchmarks: many(METRICS, (at) =>
      record('benchmarks', `b${at}`, {
        metric: `m${at}`,
        kind: 'market',
        measure: 'growth',
        value: (at % 9) / 100,
        source: 'Yearbook',
        date: '2026-01',
      }),
    ),
    evidence: many(CAUSES, (at) =>
      record('evidence', `e${at}`, {
        owner: `c${at}`,
        kind: 'figure',
        figure: { metric: `m${at % METRICS}`, figure: 'growth', period: `Y${YEAR}` },
      }),
    ),
    actions: many(CAUSES, (at) =>
      record('actions', `a${at}`, {
        finding: `m${Math.floor(at / 6)}`,
        cause: `c${at}`,
        metric: `m${Math.floor(at / 6)}`,
        text: `Action ${at + 1}`,
        owner: 'Lin',
        due: date(6, 30),
        effect: amount(at),
      }),
    ),
    campaigns: many(CAMPAIGNS, (at) =>
      record('campaigns', `g${at}`, {
        name: `Campaign ${at + 1}`,
        start: date(at + 1, 5),
        end: date(at + 1, 9),
        goal: amount(at) * 50,
        cost: amount(at),
        margin: 0.4,
        lesson: 'Begin a week earlier.',
      }),
    ),
    tasks: many(CAMPAIGNS, (at) => record('tasks', `t${at}`, { name: `Task ${at + 1}`, outcome: 'More', planned: 9 })),
  };
}

/** The book's document as one update, as the journal keeps it. */
export function bigDocument(id: string): Uint8Array {
  const doc = new Y.Doc({ guid: id });
  fillBook(doc, bigBook());
  return Y.encodeStateAsUpdate(doc);
}
