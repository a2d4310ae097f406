import { roomU32, roomU8 } from './growing.ts';
import { readCount } from './kernel.ts';
import { KeyTable, type StoredKeys } from './key-table.ts';

/** What is kept of the orders between imports. */
export interface StoredOrderIndex {
  readonly ids: StoredKeys;
  readonly customers: Uint32Array;
  readonly conflicts: Uint8Array;
  readonly lineMasks: Uint32Array;
  readonly lineIds: StoredKeys;
  readonly lineOwners: Uint32Array;
  readonly sharedLineIds: StoredKeys;
}

/** The orders seen so far, by id: their customer and which of their lines have come. An order's place is its id's code. */
export class OrderIndex {
  readonly ids: KeyTable;
  /** Customer code by order; 0 until a line names one. */
  customers: Uint32Array;
  /** 1 where lines of one order name different customers. */
  conflicts: Uint8Array;
  /** Line numbers 0–31 seen, one bit each. */
  #lineMasks: Uint32Array;
  /** All other line ids, and the order each was first seen in: sub-order ids hardly ever have two. */
  readonly #lineIds: KeyTable;
  #lineOwners: Uint32Array;
  /** Pairs of order and line id beyond the first owner's, or of order and complement of a line number past 31. */
  readonly #sharedLineIds: KeyTable;

  constructor(stored?: StoredOrderIndex) {
    this.ids = new KeyTable(1_024, stored?.ids);
    this.#lineIds = new KeyTable(64, stored?.lineIds);
    this.#sharedLineIds = new KeyTable(64, stored?.sharedLineIds);
    this.customers = stored?.customers.slice() ?? new Uint32Array(0);
    this.conflicts = stored?.conflicts.slice() ?? new Uint8Array(0);
    this.#lineMasks = stored?.lineMasks.slice() ?? new Uint32Array(0);
    this.#lineOwners = stored?.lineOwners.slice() ?? new Uint32Array(0);
  }

  /** Makes room for every id interned so far. */
  reserve(): void {
    this.customers = roomU32(this.customers, this.ids.count);
    this.conflicts = roomU8(this.conflicts, this.ids.count);
    this.#lineMasks = roomU32(this.#lineMasks, this.ids.count);
  }

  /** Notes a line of an order; false when it has come before. */
  addLine(order: number, bytes: Uint8Array, view: DataView, start: number, end: number): boolean {
    const number = readCount(bytes, start, end);
    if (number >= 0 && number < 32) return this.addNumber(order, number);
    const known = this.#lineIds.count;
    const id = this.#lineIds.intern(bytes, view, start, end);
    if (id === known) {
      this.#lineOwners = roomU32(this.#lineOwners, id + 1);
      this.#lineOwners[id] = order;
      return true;
    }
    if (this.#lineOwners[id] === order) return false;
    const pairs = this.#sharedLineIds.count;
    return this.#sharedLineIds.internPair(order, id) === pairs;
  }

  /** The same for a line number. */
  addNumber(order: number, number: number): boolean {
    if (number > 31) {
      const pairs = this.#sharedLineIds.count;
      return this.#sharedLineIds.internPair(order, ~number) === pairs;
    }
    const mask = this.#lineMasks[order] ?? 0;
    const bit = 1 << number;
    if ((mask & bit) !== 0) return false;
    this.#lineMasks[order] = mask | bit;
    return true;
  }

  /** A line of `order` names a customer. Of two, the smaller by its bytes stays, whichever came first. */
  nameCustomer(order: number, customer: number, customers: KeyTable): void {
    if (customer === 0) return;
    const held = this.customers[order] ?? 0;
    if (held === customer) return;
    if (held === 0) {
      this.customers[order] = customer;
      return;
    }
    this.conflicts[order] = 1;
    if (customers.compare(customer, held) < 0) this.customers[order] = customer;
  }

  toStored(): StoredOrderIndex {
    const orders = this.ids.count;
    return {
      ids: this.ids.toStored(),
      customers: this.customers.slice(0, orders),
      conflicts: this.conflicts.slice(0, orders),
      lineMasks: this.#lineMasks.slice(0, orders),
      lineIds: this.#lineIds.toStored(),
      lineOwners: this.#lineOwners.slice(0, this.#lineIds.count),
      sharedLineIds: this.#sharedLineIds.toStored(),
    };
  }
}
