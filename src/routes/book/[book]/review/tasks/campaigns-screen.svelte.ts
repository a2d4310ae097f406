import type { Campaign } from '#core/book/review.ts';
import type { CampaignTag } from '#core/kpis/campaign-tags.ts';
import { campaignReview, campaignsOf, type CampaignReview } from '#core/review/campaigns.ts';
import { m } from '#messages/compiled/messages.js';
import { reportFormats } from '#messages/report-formats.ts';
import type { BookSession } from '#session/book-session.ts';
import { undoToast } from '../../../../frame/undo-toast.ts';
import { CAMPAIGN_FIGURES, figureOf, type CampaignFigureId, type Show } from './campaign-figures.ts';
import { suggestionsFor, takeSuggestions, type Suggestion } from './suggestions.ts';

const ids = Object.keys(CAMPAIGN_FIGURES).filter((id): id is CampaignFigureId => id in CAMPAIGN_FIGURES);
/** Figures by which campaigns are held against each other. */
export const COMPARED: readonly CampaignFigureId[] = ids.filter((id) => figureOf(id).compared);

/** The campaigns of the year under review, side by side. */
export class CampaignsScreen {
  readonly #session: BookSession;
  sortedBy = $state.raw<CampaignFigureId | 'time'>('time');
  withLastYear = $state(false);
  /** Campaign names in the dataset asked last. */
  #tags = $state.raw<readonly CampaignTag[]>([]);
  #asked = '';

  readonly reviews = $derived.by<readonly CampaignReview[]>(() => {
    const { book } = this.#session;
    return campaignsOf(book, book.settings.year).map((campaign) => campaignReview(campaign, book));
  });
  /** Campaigns of the years before, the latest first. */
  readonly earlier = $derived.by<readonly CampaignReview[]>(() => {
    const { book } = this.#session;
    return book.campaigns
      .filter(({ year }) => year < book.settings.year)
      .sort((a, b) => (a.start < b.start ? 1 : -1))
      .map((campaign) => campaignReview(campaign, book));
  });
  /** Whether any of them is set beside one of last year. */
  readonly hasPrevious = $derived.by(() => this.reviews.some((review) => this.before(review) !== null));
  readonly sorted = $derived.by<readonly CampaignReview[]>(() => {
    const by = this.sortedBy;
    if (by === 'time') return this.reviews;
    const value = (review: CampaignReview): number => figureOf(by).value(review) ?? -Infinity;
    return [...this.reviews].sort((a, b) => value(b) - value(a) || 0);
  });
  readonly show: Show = $derived.by(() => {
    const { currency, firstMonth } = this.#session.book.settings;
    return { currency, date: reportFormats(currency, firstMonth).date };
  });
  /** Offered where the year has orders: what the file names, of the year under review and the one before. */
  readonly suggestions = $derived.by(() => suggestionsFor(this.#session.book, this.#tags));
  /** Values of the orders' campaign column. */
  readonly tags = $derived(this.#tags.map(({ tag }) => tag).filter((tag, at, all) => all.indexOf(tag) === at));

  constructor(session: BookSession) {
    this.#session = session;
  }

  /** Asks the newest dataset which campaigns it names; an answer to an earlier one is dropped. */
  async look(): Promise<void> {
    const [dataset] = this.#session.data.datasets;
    const wanted = dataset ? `${dataset.id}|${dataset.version}` : '';
    if (!dataset || wanted === this.#asked) return;
    this.#asked = wanted;
    try {
      const tags = await this.#session.data.campaignTags(dataset.id);
      if (this.#asked === wanted) this.#tags = tags;
    } catch (problem) {
      // Suggestions are a help; without them campaigns are typed.
      console.error(problem);
    }
  }

  /** Best and lowest among this year's campaigns, where at least two are known and differ. */
  standing(id: CampaignFigureId, review: CampaignReview): 'best' | 'lowest' | null {
    const { value } = figureOf(id);
    const known = this.reviews.map(value).filter((one) => one !== null);
    const own = value(review);
    if (own === null || known.length < 2 || Math.min(...known) === Math.max(...known)) return null;
    return own === Math.max(...known) ? 'best' : own === Math.min(...known) ? 'lowest' : null;
  }

  /** The campaign of the year before that one is compared with. */
  before({ campaign }: CampaignReview): CampaignReview | null {
    const before = this.#session.book.campaigns.find(({ id }) => id === campaign.previous);
    return before ? campaignReview(before, this.#session.book) : null;
  }

  take(suggestions: readonly Suggestion[]): void {
    takeSuggestions(this.#session, suggestions);
  }

  /** Removes it with the evidence that stands under it. */
  remove(campaign: Campaign): void {
    const { edit, book } = this.#session;
    edit.together(() => {
      edit.remove('campaigns', campaign.id);
      edit.remove('evidence', ...book.evidence.filter(({ owner }) => owner === campaign.id).map(({ id }) => id));
    });
    undoToast(this.#session, () => m.tasks_removed({ name: campaign.name }));
  }
}
