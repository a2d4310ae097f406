import type { DatasetRecord } from '#core/orders/dataset.ts';
import type { StoredChunk, StoredOrders } from '#core/orders/stored-orders.ts';
import Dexie from 'dexie';
import type { EntityTable, Table } from 'dexie';

/** A book of this device, as the start screen lists it. */
export interface ShelfRow {
  readonly id: string;
  readonly team: string;
  readonly year: number;
  readonly sample: boolean;
  /** ISO time. */
  readonly lastOpened: string;
  readonly progress: 'empty' | 'started' | 'reviewed';
  readonly place: string;
}

/** One committed change of a book's document. */
export interface JournalRow {
  readonly seq: number;
  readonly bookId: string;
  readonly update: Uint8Array<ArrayBuffer>;
}

export interface DatasetRow extends DatasetRecord {
  /** ISO time of the last import; lists sort by it. */
  readonly changedAt: string;
}

/** A dataset's orders but for its columns' chunks. Never leaves the device. */
export interface OrdersRow {
  readonly datasetId: string;
  readonly head: Omit<StoredOrders, 'chunks'>;
}

export interface ChunkRow {
  readonly datasetId: string;
  readonly part: number;
  readonly chunk: StoredChunk;
}

/** The device's database. Versions are frozen once shipped; a change adds a new one. */
export class AnnumDatabase extends Dexie {
  declare readonly books: EntityTable<ShelfRow, 'id'>;
  declare readonly journal: EntityTable<JournalRow, 'seq'>;
  declare readonly datasets: EntityTable<DatasetRow, 'id'>;
  declare readonly orders: EntityTable<OrdersRow, 'datasetId'>;
  declare readonly chunks: Table<ChunkRow, [string, number]>;

  constructor(name = 'annum') {
    // Relaxed durability, the browsers' default, reports a commit that a power cut takes back.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      books: 'id, lastOpened',
      journal: '++seq, bookId',
      datasets: 'id, bookId',
      orders: 'datasetId',
      chunks: '[datasetId+part], datasetId',
    });
  }
}

let opened: AnnumDatabase | null = null;

/** The one connection of this page or worker. */
export const database = (): AnnumDatabase => (opened ??= new AnnumDatabase());

/** Whether an error, or what caused it, says that the disk or the browser's share of it is full. */
export function isStorageFull(problem: unknown): boolean {
  if (!(problem instanceof Error)) return false;
  if (problem.name === 'QuotaExceededError') return true;
  const inner: unknown = 'inner' in problem ? problem.inner : problem.cause;
  return inner !== problem && isStorageFull(inner);
}
