import type { OrderColumns } from '../orders/columns.ts';
import { CLASS } from './customers.ts';
import type { DimensionFacts, DimensionId, DimensionValue, LookBack, ReturningPart } from './facts.ts';
import type { Lines } from './lines.ts';

/** Values kept by name, largest net first; the others together are the rest. */
const NAMED_VALUES = 200;
const CLASSES = 4;
const NONE = 0;
const REST = 1;

/** Sums by slot and period, period-major within a slot and class-major last: `[(slot × periods + period) × 4 + class]`. */
interface Cells {
  readonly periods: number;
  readonly net: Float64Array;
  readonly buyers: Int32Array;
  /** Without classes: `[slot × periods + period]`. */
  readonly guestOrders: Int32Array;
}

/** One dimension's net, buyers and returning part, from each line's code. Code 0 is "none". */
export function dimensionFacts(
  id: DimensionId,
  lines: Lines,
  codes: Uint32Array,
  names: readonly string[],
  columns: OrderColumns,
  counts: { readonly months: number; readonly years: number },
): DimensionFacts {
  const { slotOf, kept, byCode } = slotsOf(codes, names, id === 'product' ? columns.productIds : names, columns);
  const slotCount = kept.length + 2;
  const [months, years] = sumCells(lines, codes, slotOf, slotCount, counts, columns.customerCount);
  const quantity = new Float64Array(slotCount);
  const used = new Uint8Array(slotCount);
  slotOf.forEach((slot, code) => {
    quantity[slot]! += byCode.quantity[code]!;
    used[slot]! |= byCode.used[code]!;
  });
  const value = (slot: number, kind: DimensionValue['kind'], name: string): DimensionValue[] =>
    used[slot] ? [{ kind, name, quantity: quantity[slot]!, ...valueOf(months, years, slot) }] : [];
  return {
    id,
    values: [
      ...kept.flatMap((code, index) => value(index + 2, 'named', names[code]!)),
      ...value(REST, 'rest', ''),
      ...value(NONE, 'none', ''),
    ],
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Which codes keep a slot of their own (2 …): by net, then by name, then by id, because two products may share a name and the
 * order of rows must never matter.
 */
function slotsOf(codes: Uint32Array, names: readonly string[], ids: readonly string[], columns: OrderColumns) {
  const byCode = sumCodes(codes, names.length, columns);
  const { net, used } = byCode;
  const byNet = (a: number, b: number): number =>
    net[b]! - net[a]! || compare(names[a]!, names[b]!) || compare(ids[a]!, ids[b]!);
  const ranked: number[] = [];
  for (let code = 1; code < names.length; code++) if (used[code]) ranked.push(code);
  const kept = ranked.sort(byNet).slice(0, NAMED_VALUES);
  const slotOf = new Uint32Array(names.length).fill(REST);
  slotOf[0] = NONE;
  kept.forEach((code, index) => (slotOf[code] = index + 2));
  return { slotOf, kept, byCode };
}

/** In the order of rows, where every column is read straight on. */
function sumCodes(codes: Uint32Array, count: number, { rowCount, paid, refund, quantity }: OrderColumns) {
  const sums = { net: new Float64Array(count), quantity: new Float64Array(count), used: new Uint8Array(count) };
  for (let row = 0; row < rowCount; row++) {
    const code = codes[row]!;
    sums.net[code]! += paid[row]! - refund[row]!;
    sums.quantity[code]! += quantity[row]!;
    sums.used[code] = 1;
  }
  return sums;
}

const noCells = (periods: number, slotCount: number): Cells => ({
  periods,
  net: new Float64Array(slotCount * periods * CLASSES),
  buyers: new Int32Array(slotCount * periods * CLASSES),
  guestOrders: new Int32Array(slotCount * periods),
});

/** Months and years in one pass: reaching a line costs more than adding it. */
function sumCells(
  lines: Lines,
  codes: Uint32Array,
  slotOf: Uint32Array,
  slotCount: number,
  counts: { readonly months: number; readonly years: number },
  customerCount: number,
): readonly [Cells, Cells] {
  const months = noCells(counts.months, slotCount);
  const years = noCells(counts.years, slotCount);
  const seenInMonth = new Uint32Array(slotCount * counts.months);
  const seenInYear = new Uint32Array(slotCount * counts.years);
  for (let line = 0; line < lines.count; line++) {
    const slot = slotOf[codes[lines.row[line]!]!]!;
    const net = lines.net[line]!;
    const group = lines.yearClass[line]!;
    const person = lines.person[line]!;
    const month = slot * counts.months + lines.month[line]!;
    const year = slot * counts.years + lines.year[line]!;
    months.net[month * CLASSES + group]! += net;
    years.net[year * CLASSES + group]! += net;
    // Lines come customer by customer, so who was counted last in a cell is enough to count each person once.
    if (person === 0) continue;
    if (seenInMonth[month] !== person) {
      seenInMonth[month] = person;
      if (person <= customerCount) months.buyers[month * CLASSES + group]!++;
      else months.guestOrders[month]!++;
    }
    if (seenInYear[year] !== person) {
      seenInYear[year] = person;
      if (person <= customerCount) years.buyers[year * CLASSES + group]!++;
      else years.guestOrders[year]!++;
    }
  }
  return [months, years];
}

const classSums = (cells: Cells, of: Float64Array | Int32Array, slot: number, from: number): number[] =>
  Array.from({ length: cells.periods }, (_, period) => {
    let sum = 0;
    const cell = (slot * cells.periods + period) * CLASSES;
    for (let index = cell + from; index < cell + CLASSES; index++) sum += of[index]!;
    return sum;
  });

const FROM_CLASS: Readonly<Record<LookBack, number>> = { all: CLASS.longAgo, 730: CLASS.twoYears, 365: CLASS.oneYear };

function valueOf(months: Cells, years: Cells, slot: number): Omit<DimensionValue, 'kind' | 'name' | 'quantity'> {
  const returning = (lookBack: LookBack): ReturningPart => ({
    net: classSums(months, months.net, slot, FROM_CLASS[lookBack]),
    monthBuyers: classSums(months, months.buyers, slot, FROM_CLASS[lookBack]),
    buyers: classSums(years, years.buyers, slot, FROM_CLASS[lookBack]),
  });
  const guests = (cells: Cells): number[] =>
    Array.from(cells.guestOrders.subarray(slot * cells.periods, (slot + 1) * cells.periods));
  return {
    net: classSums(months, months.net, slot, 0),
    buyers: classSums(years, years.buyers, slot, 0),
    monthBuyers: classSums(months, months.buyers, slot, 0),
    guestOrders: guests(years),
    monthGuestOrders: guests(months),
    returning: { all: returning('all'), 365: returning(365), 730: returning(730) },
  };
}
