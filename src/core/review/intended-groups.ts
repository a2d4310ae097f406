import type { Book } from '../book/book.ts';
import type { CustomerGroup } from '../book/review.ts';
import type { GroupRow, GroupsEvaluation } from '../market-facts.ts';
import { CUSTOMER_GROUP_IDS } from '../kpis/customer-group-registry.ts';
import { ratio, type Ratio } from '../ratio.ts';

/** Intended shares are typed with at most a tenth of a per cent: nine roundings may be off by half of it each. */
const ROUNDING = 0.005;

/**
 * What the year's records say of one group. Two people may each have made a record at the same time: the first intended share
 * counts, and the figures taken last.
 */
export function groupRecord(book: Book, group: string): CustomerGroup | null {
  const records = book.groups.filter((record) => record.year === book.settings.year && record.group === group);
  const [first] = records;
  if (!first) return null;
  const taken = records.reduce((latest, record) => (takenAt(record) > takenAt(latest) ? record : latest), first);
  const note = records.find((record) => record.note !== '')?.note ?? '';
  return {
    ...taken,
    id: first.id,
    note,
    intended: records.find(({ intended }) => intended !== null)?.intended ?? null,
  };
}

const takenAt = ({ source }: CustomerGroup): string => (source.kind === 'data' ? source.computedAt : '');

/** Actual against intended customer groups (`product.md` R3). */
export function customerGroupsOf(book: Book): GroupsEvaluation {
  const records = CUSTOMER_GROUP_IDS.map((id) => groupRecord(book, id));
  const of = (field: 'customers' | 'sales' | 'customersBefore' | 'salesBefore') =>
    sharesOf(records.map((one) => one?.[field] ?? null));
  const [shares, sales] = [of('customers'), of('sales')];
  const [sharesBefore, salesBefore] = [of('customersBefore'), of('salesBefore')];
  const rows = CUSTOMER_GROUP_IDS.map((id, at): GroupRow => {
    const record = records[at] ?? null;
    const share = shares[at] ?? null;
    const shareBefore = sharesBefore[at] ?? null;
    const intended = record?.intended ?? null;
    return {
      id,
      record: record?.id ?? null,
      intended,
      customers: record?.customers ?? null,
      sales: record?.sales ?? null,
      share,
      salesShare: sales[at] ?? null,
      shareBefore,
      salesShareBefore: salesBefore[at] ?? null,
      difference: less(share, intended),
      movement: less(share, shareBefore),
      isSmall: record?.source.kind === 'data' && record.customers === null,
    };
  });
  const intended = sumOf(rows.map((row) => row.intended));
  const intendedSums = intended === null ? null : Math.abs(intended - 1) <= ROUNDING;
  return {
    rows,
    intended,
    intendedSums,
    astray: intendedSums === true ? astrayOf(rows) : null,
    taken: latest(records),
  };
}

const less = (a: Ratio | null, b: Ratio | null): Ratio | null => (a === null || b === null ? null : a - b);

const sumOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
};

/** Each of their sum: withheld parts are in neither, so that none can be told from the rest. */
function sharesOf(values: readonly (number | null)[]): readonly (Ratio | null)[] {
  const total = sumOf(values) ?? 0;
  return values.map((value) => (value === null ? null : ratio(value, total)));
}

/** Half of the shares' distances; a group without an intended share was meant to be empty. */
function astrayOf(rows: readonly GroupRow[]): Ratio | null {
  if (rows.every((row) => row.share === null)) return null;
  return rows.reduce((sum, row) => sum + Math.abs((row.share ?? 0) - (row.intended ?? 0)), 0) / 2;
}

function latest(records: readonly (CustomerGroup | null)[]): GroupsEvaluation['taken'] {
  const taken = records.flatMap((record) => (record?.source.kind === 'data' ? [record] : []));
  const [first] = taken;
  if (!first) return null;
  const { day, understated, source } = taken.reduce((last, one) => (takenAt(one) > takenAt(last) ? one : last), first);
  return { day, understated, source };
}
