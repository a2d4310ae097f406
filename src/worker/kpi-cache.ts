import { campaignFacts } from '#core/kpis/campaign-effect.ts';
import type { CampaignFacts, CampaignRequest } from '#core/kpis/campaign-facts.ts';
import type { CampaignTag } from '#core/kpis/campaign-tags.ts';
import { campaignTags } from '#core/kpis/campaign-tags.ts';
import { computeKpis } from '#core/kpis/compute-kpis.ts';
import type { CustomerGroupOptions, CustomerGroups } from '#core/kpis/customer-group-facts.ts';
import { customerGroups } from '#core/kpis/customer-groups.ts';
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

/** Facts by dataset version and what was asked. Columns are held for the dataset asked about last, and for no other. */
export class KpiCache {
  readonly #db: AnnumDatabase;
  readonly #kpis = new Newest<Kpis>();
  readonly #campaigns = new Newest<readonly CampaignFacts[]>();
  readonly #tags = new Newest<readonly CampaignTag[]>();
  readonly #groups = new Newest<CustomerGroups>();
  #columns: { readonly key: string; readonly value: OrderColumns } | null = null;

  constructor(db: AnnumDatabase) {
    this.#db = db;
  }

  kpis(datasetId: string, options: KpiOptions): Promise<Kpis> {
    return this.#facts(this.#kpis, datasetId, options, computeKpis);
  }

  campaignFacts(datasetId: string, request: CampaignRequest): Promise<readonly CampaignFacts[]> {
    return this.#facts(this.#campaigns, datasetId, request, campaignFacts);
  }

  campaignTags(datasetId: string): Promise<readonly CampaignTag[]> {
    return this.#facts(this.#tags, datasetId, null, campaignTags);
  }

  customerGroups(datasetId: string, options: CustomerGroupOptions): Promise<CustomerGroups> {
    return this.#facts(this.#groups, datasetId, options, customerGroups);
  }

  async #facts<Asked, Facts>(
    known: Newest<Facts>,
    datasetId: string,
    asked: Asked,
    compute: (columns: OrderColumns, asked: Asked) => Facts,
  ): Promise<Facts> {
    const row = await this.#db.datasets.get(datasetId);
    if (!row) throw new DatasetMissing(datasetId);
    const version = `${datasetId}|${row.version}`;
    const key = `${version}|${JSON.stringify(asked)}`;
    return known.get(key) ?? known.keep(key, compute(await this.#columnsOf(datasetId, version), asked));
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

/** The last few facts by what was asked. */
class Newest<Facts> {
  readonly #byKey = new Map<string, Facts>();

  get(key: string): Facts | undefined {
    return this.#byKey.get(key);
  }

  keep(key: string, facts: Facts): Facts {
    this.#byKey.set(key, facts);
    const oldest = this.#byKey.keys().next().value;
    if (this.#byKey.size > MOST_FACTS && oldest !== undefined) this.#byKey.delete(oldest);
    return facts;
  }
}
