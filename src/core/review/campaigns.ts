import type { Book } from '../book/book.ts';
import type { Campaign, KeptFacts } from '../book/review.ts';
import { marginRoiOf } from '../kpis/campaign-effect.ts';
import { WAIT_DAYS } from '../kpis/campaign-facts.ts';
import type {
  CampaignFacts,
  CampaignRequest,
  CampaignWindow,
  Estimate,
  SecondPurchaseShare,
} from '../kpis/campaign-facts.ts';
import type { Day, FiscalYear } from '../period.ts';
import { dayOfText, firstDayOf, firstMonthOf, lastDayOf } from '../period.ts';
import type { Ratio } from '../ratio.ts';
import { ratio } from '../ratio.ts';

/** Days beyond either end of its fiscal year in which a campaign may still run: the New-Year festival often straddles it. */
const DAYS_BEYOND = 62;
/** Of an ISO time, the date. */
const DATE_LENGTH = 10;

/** A campaign's kept facts with what follows from its goal, cost and margin as they are now. */
export interface CampaignReview {
  readonly campaign: Campaign;
  /** Days of its window; `null` where none is set. */
  readonly days: number | null;
  readonly facts: KeptFacts | null;
  /** Since the orders were asked, its window or tag was changed, or the days of other campaigns that stay out of its baseline. */
  readonly stale: boolean;
  /** Sales ÷ goal. */
  readonly attainment: Ratio | null;
  readonly share: Ratio | null;
  readonly effect: Estimate | null;
  readonly effectPerDay: Estimate | null;
  readonly secondPurchase: Ratio | null;
  readonly otherSecondPurchase: Ratio | null;
  readonly roas: Ratio | null;
  readonly roi: Estimate | null;
}

/** Campaigns of a fiscal year, by first day; those without one come last. */
export const campaignsOf = (book: Pick<Book, 'campaigns'>, year: FiscalYear): readonly Campaign[] =>
  book.campaigns
    .filter((campaign) => campaign.year === year)
    .sort((a, b) => (dayOfText(a.start) ?? Infinity) - (dayOfText(b.start) ?? Infinity) || 0);

/** First and last day, both within; `null` unless both are set and in order. */
export function windowOf({ start, end }: Pick<Campaign, 'start' | 'end'>): { start: Day; end: Day } | null {
  const [from, to] = [dayOfText(start), dayOfText(end)];
  return from === null || to === null || to < from ? null : { start: from, end: to };
}

/** Whether a window lies in its fiscal year or so near that it can be of it. */
export function isNearYear(window: { start: Day; end: Day }, year: FiscalYear, firstMonth: number): boolean {
  const first = firstMonthOf(year, firstMonth);
  return window.start >= firstDayOf(first) - DAYS_BEYOND && window.end <= lastDayOf(first + 11) + DAYS_BEYOND;
}

/** What to ask the orders: every campaign of the book that has a window, of all years, so that none is taken for an ordinary day. */
export function campaignRequest(book: Pick<Book, 'campaigns' | 'settings'>): CampaignRequest {
  const campaigns = book.campaigns.flatMap((campaign): CampaignWindow[] => {
    const window = windowOf(campaign);
    const { id, tag, cost, margin } = campaign;
    return window ? [{ id, ...window, tag, cost, margin }] : [];
  });
  return { campaigns, firstMonth: book.settings.firstMonth, refundMonth: 'order' };
}

/**
 * Days of the campaigns beside one, as one text whatever their order and names: they stay out of its baseline and so are part of what
 * its facts rest on. Campaigns that begin after the orders were asked lie beyond any data and change nothing.
 */
function windowsBeside(id: string, { campaigns }: Pick<CampaignRequest, 'campaigns'>, computedAt: string): string {
  const asked = dayOfText(computedAt.slice(0, DATE_LENGTH)) ?? Infinity;
  return campaigns
    .filter((one) => one.id !== id && one.start - WAIT_DAYS <= asked)
    .map(({ start, end }) => `${start}-${end}`)
    .sort()
    .join(' ');
}

/** Facts as a book keeps them, with what they were asked for. */
export function keptFactsOf(
  { id, roas: _, effect, ...counted }: CampaignFacts,
  request: CampaignRequest,
  source: Pick<KeptFacts, 'dataset' | 'datasetName' | 'computedAt'>,
): KeptFacts {
  const tag = request.campaigns.find((one) => one.id === id)?.tag ?? '';
  const asked = { tag, beside: windowsBeside(id, request, source.computedAt), ...source };
  if (effect.kind === 'unknown') return { ...counted, effect, ...asked };
  const { marginRoi: __, ...estimated } = effect;
  return { ...counted, effect: estimated, ...asked };
}

/** A campaign of the book as it is reviewed: everything unknown until the orders were asked. */
export function campaignReview(campaign: Campaign, book: Pick<Book, 'campaigns' | 'settings'>): CampaignReview {
  const { facts, goal, cost, margin } = campaign;
  const window = windowOf(campaign);
  const days = window && window.end - window.start + 1;
  const effect = facts?.effect.kind === 'estimate' ? facts.effect.effect : null;
  const sales = facts?.sales ?? null;
  const daysComputed = facts ? facts.end - facts.start + 1 : 0;
  return {
    campaign,
    days,
    facts,
    stale: facts !== null && isStale(campaign, facts, book),
    attainment: sales === null || goal === null ? null : ratio(sales, goal),
    share: facts?.shareOfYear ? ratio(facts.shareOfYear.sales, facts.shareOfYear.yearSales) : null,
    effect,
    effectPerDay: effect && daysComputed > 0 ? scaled(effect, 1 / daysComputed) : null,
    secondPurchase: rateOf(facts?.secondPurchase),
    otherSecondPurchase: rateOf(facts?.otherSecondPurchase),
    roas: sales === null || cost === null ? null : ratio(sales, cost),
    roi: effect && marginRoiOf({ cost, margin }, effect),
  };
}

function isStale(campaign: Campaign, facts: KeptFacts, book: Pick<Book, 'campaigns' | 'settings'>): boolean {
  const window = windowOf(campaign);
  if (facts.start !== window?.start || facts.end !== window.end || facts.tag !== campaign.tag) return true;
  return facts.beside !== null && facts.beside !== windowsBeside(campaign.id, campaignRequest(book), facts.computedAt);
}

const scaled = ({ value, low, high }: Estimate, by: number): Estimate => ({
  value: value * by,
  low: low * by,
  high: high * by,
});

const rateOf = (share: SecondPurchaseShare | null | undefined): Ratio | null =>
  share ? ratio(share.converted, share.mature) : null;
