import { computeKpis } from '#core/kpis/compute-kpis.ts';
import type { Kpis, KpiOptions } from '#core/kpis/facts.ts';
import type { OrderColumns } from '#core/orders/columns.ts';
import { columnsOf } from '#core/orders/order-import.ts';
import type { AnnumDatabase } from '#storage/database.ts';
import { getOrders } from '#storage/datasets.ts';

const MOST_FACTS = 8;

/** The dataset is not on this device (any more). */
class DatasetMissing extends Error {
  constructor(id: string) {
    super(`No dataset ${id} on this device`);
    this.name = 'DatasetMissing';
  }
}

/** Facts by dataset version and options. Columns are held for the dataset asked about last, and for no other. */
export class KpiCache {
  readonly #db: AnnumDatabase;
  readonly #facts = new Map<string, Kpis>();
  #columns: { readonly key: string; readonly value: OrderColumns } | null = null;

  constructor(db: AnnumDatabase) {
    this.#db = db;
  }

  async kpis(datasetId: string, options: KpiOptions): Promise<Kpis> {
    const row = await this.#db.datasets.get(datasetId);
    if (!row) throw new DatasetMissing(datasetId);
    const key = `${datasetId}|${row.version}`;
    const known = this.#facts.get(`${key}|${JSON.stringify(options)}`);
    if (known) return known;
    const facts = computeKpis(await this.#columnsOf(datasetId, key), options);
    this.#facts.set(`${key}|${JSON.stringify(options)}`, facts);
    const oldest = this.#facts.keys().next().value;
    if (this.#facts.size > MOST_FACTS && oldest !== undefined) this.#facts.delete(oldest);
    return facts;
  }

  async #columnsOf(datasetId: string, key: string): Promise<OrderColumns> {
    if (this.#columns?.key === key) return this.#columns.value;
    this.#columns = null;
    const kept = await getOrders(this.#db, datasetId);
    if (!kept) throw new DatasetMissing(datasetId);
    const value = columnsOf(kept.orders);
    this.#columns = { key, value };
    return value;
  }
}
