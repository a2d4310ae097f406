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
  const { slotOf, kept } = slotsOf(lines, codes, names);
  const slots = new Uint32Array(lines.count);
  for (let line = 0; line < lines.count; line++) slots[line] = slotOf[codes[lines.row[line]!]!]!;
  const slotCount = kept.length + 2;
  const months = sumCells(lines, slots, slotCount, lines.month, lines.yearClass, counts.months, columns.customerCount);
  const years = sumCells(lines, slots, slotCount, lines.year, lines.yearClass, counts.years, columns.customerCount);
  const quantity = new Float64Array(slotCount);
  for (let line = 0; line < lines.count; line++) quantity[slots[line]!]! += columns.quantity[lines.row[line]!]!;

  const used = new Uint8Array(slotCount);
  for (let line = 0; line < lines.count; line++) used[slots[line]!] = 1;
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

/** Which codes keep a slot of their own (2 …), by net and then by name so that the order of rows never matters. */
function slotsOf(lines: Lines, codes: Uint32Array, names: readonly string[]) {
  const net = new Float64Array(names.length);
  const used = new Uint8Array(names.length);
  for (let line = 0; line < lines.count; line++) {
    const code = codes[lines.row[line]!]!;
    net[code]! += lines.net[line]!;
    used[code] = 1;
  }
  const byNet = (a: number, b: number): number => net[b]! - net[a]! || (names[a]! < names[b]! ? -1 : 1);
  const ranked: number[] = [];
  for (let code = 1; code < names.length; code++) if (used[code]) ranked.push(code);
  const kept = ranked.sort(byNet).slice(0, NAMED_VALUES);
  const slotOf = new Uint32Array(names.length).fill(REST);
  slotOf[0] = NONE;
  kept.forEach((code, index) => (slotOf[code] = index + 2));
  return { slotOf, kept };
}

function sumCells(
  lines: Lines,
  slots: Uint32Array,
  slotCount: number,
  period: Int32Array,
  classOf: Uint8Array,
  periods: number,
  customerCount: number,
): Cells {
  const net = new Float64Array(slotCount * periods * CLASSES);
  const buyers = new Int32Array(slotCount * periods * CLASSES);
  const guestOrders = new Int32Array(slotCount * periods);
  const seen = new Uint32Array(slotCount * periods);
  for (let line = 0; line < lines.count; line++) {
    const cell = slots[line]! * periods + period[line]!;
    const classCell = cell * CLASSES + classOf[line]!;
    net[classCell]! += lines.net[line]!;
    const person = lines.person[line]!;
    // Lines come customer by customer, so who was counted last in a cell is enough to count each person once.
    if (person === 0 || seen[cell] === person) continue;
    seen[cell] = person;
    if (person <= customerCount) buyers[classCell]!++;
    else guestOrders[cell]!++;
  }
  return { periods, net, buyers, guestOrders };
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
