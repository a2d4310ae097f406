import type { KeptFacts } from '#core/book/review.ts';
import type { DatasetRecord } from '#core/orders/dataset.ts';
import { campaignRequest, campaignReview, keptFactsOf, type CampaignReview } from '#core/review/campaigns.ts';
import type { BookSession } from '#session/book-session.ts';

type Stage =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'computing' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly facts: readonly (readonly [id: string, facts: KeptFacts])[] };

/** Asking the orders about campaigns: a dataset is chosen, facts are computed, looked at, and taken into the book. */
export class CampaignCompute {
  readonly #session: BookSession;
  readonly #clock: () => string;
  stage = $state.raw<Stage>({ kind: 'choosing' });
  #chosen = $state('');

  readonly dataset: DatasetRecord | null = $derived.by(() => {
    const { datasets } = this.#session.data;
    return datasets.find(({ id }) => id === this.#chosen) ?? datasets[0] ?? null;
  });
  /** Campaigns that can be asked about, of all years. */
  readonly request = $derived.by(() => campaignRequest(this.#session.book));
  /** Every campaign that was computed, as it would stand. */
  readonly computed = $derived.by<readonly CampaignReview[]>(() => {
    const { stage } = this;
    if (stage.kind !== 'ready') return [];
    return this.#session.book.campaigns.flatMap((campaign) => {
      const facts = stage.facts.find(([id]) => id === campaign.id)?.[1];
      return facts ? [campaignReview({ ...campaign, facts }, this.#session.book)] : [];
    });
  });

  /** `clock` tells the time of computing, as ISO text. */
  constructor(session: BookSession, clock: () => string) {
    this.#session = session;
    this.#clock = clock;
  }

  choose(dataset: string): void {
    this.#chosen = dataset;
    this.stage = { kind: 'choosing' };
  }

  async compute(): Promise<void> {
    const { dataset, request } = this;
    if (!dataset) return;
    this.stage = { kind: 'computing' };
    try {
      const told = await this.#session.data.campaignFacts(dataset.id, request);
      const source = { dataset: dataset.id, datasetName: dataset.name, computedAt: this.#clock() };
      this.stage = {
        kind: 'ready',
        facts: told.map((facts) => [facts.id, keptFactsOf(facts, request, source)] as const),
      };
    } catch (problem) {
      // The notice says what is safe; whoever repairs it needs the reason.
      console.error(problem);
      this.stage = { kind: 'failed' };
    }
  }

  /** Takes the facts into the book, one step of undo; says how many. */
  accept(): number {
    const { stage } = this;
    if (stage.kind !== 'ready') return 0;
    const { edit } = this.#session;
    edit.together(() => {
      for (const [id, facts] of stage.facts) edit.change('campaigns', id, { facts });
    });
    return stage.facts.length;
  }
}
