import type { FactsSource } from '#core/kpis/actuals.ts';
import { DEFAULT_OPTIONS, type KpiOptions, type Kpis } from '#core/kpis/facts.ts';
import type { DatasetRecord } from '#core/orders/dataset.ts';
import type { BookSession } from '#session/book-session.ts';
import { SEGMENT_VIEWS, type KpiAddress } from './kpi-address.ts';
import { listedKpis, variantOf } from './kpi-variants.ts';

/** What the explorer shows, derived from the address and the facts of the chosen dataset. */
export class KpiExplorer {
  readonly #session: BookSession;
  readonly #address: () => KpiAddress;
  readonly #clock: () => string;

  /** Facts of an earlier choice stay, faded, until the next have come. */
  kpis = $state.raw<Kpis | null>(null);
  /** Where `kpis` come from, as the book will remember it. */
  source = $state.raw<FactsSource | null>(null);
  /** The dataset and version that `kpis` are of. */
  #of = $state.raw('');
  failed = $state(false);
  #asked = '';

  readonly address = $derived.by(() => this.#address());
  readonly dataset: DatasetRecord | null = $derived.by(() => {
    const { datasets } = this.#session.data;
    return datasets.find((one) => one.id === this.address.dataset) ?? datasets[0] ?? null;
  });
  readonly options: KpiOptions = $derived.by(() => ({
    ...DEFAULT_OPTIONS,
    firstMonth: this.#session.book.settings.firstMonth,
    dormantDays: this.address.dormantDays,
    refundMonth: this.address.refundMonth,
  }));
  readonly lookBack = $derived.by(() => this.address.lookBack ?? this.#session.book.settings.lookBack);
  readonly wanted = $derived.by(() =>
    this.dataset ? JSON.stringify([this.dataset.id, this.dataset.version, this.options]) : '',
  );
  readonly stale = $derived.by(() => this.#of !== this.wanted);

  readonly years = $derived.by(() => (this.kpis?.years ?? []).map(({ year }) => year).reverse());
  readonly year = $derived.by(() => {
    const wished = this.address.year ?? this.#session.book.settings.year;
    return this.years.includes(wished) ? wished : (this.years[0] ?? wished);
  });
  readonly listed = $derived.by(() =>
    this.kpis ? listedKpis(this.kpis, { lookBack: this.lookBack, window: this.address.window }) : [],
  );
  readonly segment = $derived.by(() => SEGMENT_VIEWS.find((view) => view === this.address.show) ?? null);
  /** The KPI shown: of the asked-for family the variant that is listed; the first one when none is asked for. */
  readonly kpiId = $derived.by(() => {
    const family = this.address.show === null ? null : variantOf(this.address.show).family;
    return this.listed.find((one) => variantOf(one).family === family) ?? this.listed[0] ?? null;
  });

  /** `clock` tells the time of computing, as ISO text. */
  constructor(session: BookSession, address: () => KpiAddress, clock: () => string) {
    this.#session = session;
    this.#address = address;
    this.#clock = clock;
  }

  /** Computes what is wanted, once; an answer to an earlier wish is dropped. */
  async load(): Promise<void> {
    const { wanted, dataset } = this;
    if (!dataset || wanted === this.#asked) return;
    this.#asked = wanted;
    this.failed = false;
    try {
      const kpis = await this.#session.data.kpis(dataset.id, this.options);
      if (this.#asked !== wanted) return;
      this.kpis = kpis;
      this.source = { dataset: dataset.id, datasetName: dataset.name, computedAt: this.#clock() };
      this.#of = wanted;
    } catch (problem) {
      // The notice says what is safe; whoever repairs it needs the reason.
      console.error(problem);
      if (this.#asked === wanted) this.failed = true;
    }
  }

  retry(): Promise<void> {
    this.#asked = '';
    return this.load();
  }
}
