import type { RecordLists } from '../book/records.ts';
import type { Campaign } from '../book/review.ts';
import type { FactsSource } from '../kpis/actuals.ts';
import type { CampaignFacts, CampaignRequest, Estimate } from '../kpis/campaign-facts.ts';
import type { FiscalYear } from '../period.ts';
import { dayText } from '../period.ts';
import type { CampaignReview } from '../review/campaigns.ts';
import { campaignRequest, campaignReview, keptFactsOf } from '../review/campaigns.ts';
import { firstSentence, titleOf } from '../review/sentences.ts';
import { SAMPLE_CAMPAIGN_TEXTS } from './sample-campaign-texts.ts';
import { sampleCampaignId, sampleCampaigns } from './sample-campaigns.ts';
import { spentOnCampaign } from './sample-cost.ts';
import { sampleSettings } from './sample-settings.ts';
import { SAMPLE_YEARS } from './sample-year.ts';
import type { CampaignId } from './season.ts';
import type { SampleLocale, Words } from './words.ts';
import { words } from './words.ts';

const minor = (yuan: number): number => yuan * 100;

interface Drawn {
  readonly kind: CampaignId;
  readonly campaign: Campaign;
}

/** Every campaign of the sample's orders, set up as a team would; reviewed ones have a goal, a cost and a margin. */
function drawn(locale: SampleLocale, year: FiscalYear): readonly Drawn[] {
  return Array.from({ length: SAMPLE_YEARS }, (_, back) => year - SAMPLE_YEARS + 1 + back).flatMap((of, at) =>
    sampleCampaigns(of).map(({ id: kind, name, start, end }): Drawn => {
      const { goal, cost, margin, owner } = SAMPLE_CAMPAIGN_TEXTS[kind];
      const spent = spentOnCampaign(kind) ?? cost ?? null;
      const isReviewed = of === year;
      return {
        kind,
        campaign: {
          ...{ id: sampleCampaignId(kind, of), year: of, name: name[locale], tag: name[locale] },
          ...{ start: dayText(start), end: dayText(end), previous: at === 0 ? '' : sampleCampaignId(kind, of - 1) },
          ...{ goal: isReviewed ? minor(goal) : null, owner: owner[locale] },
          ...{ cost: isReviewed && spent !== null ? minor(spent) : null, margin: isReviewed ? margin : null },
          ...{ recall: '', comparison: '', causes: '', lesson: '', facts: null },
        },
      };
    }),
  );
}

/** What to ask the sample's orders about its campaigns; `sampleCampaignRecords` takes the answer. */
export const sampleCampaignRequest = (locale: SampleLocale, year: FiscalYear): CampaignRequest =>
  campaignRequest({
    campaigns: drawn(locale, year).map(({ campaign }) => campaign),
    settings: sampleSettings(locale, year),
  });

/** Campaigns with the facts of the orders; those of the reviewed year are looked back on, and every lesson is in next year's plan. */
export function sampleCampaignRecords(
  locale: SampleLocale,
  year: FiscalYear,
  told: readonly CampaignFacts[],
  source: FactsSource,
): Pick<RecordLists, 'campaigns' | 'initiatives'> {
  const { dataset, datasetName, computedAt } = source;
  const request = sampleCampaignRequest(locale, year);
  const counted = drawn(locale, year).map(({ kind, campaign }): Drawn => {
    const facts = told.find(({ id }) => id === campaign.id);
    const kept = facts ? keptFactsOf(facts, request, { dataset, datasetName, computedAt }) : null;
    return { kind, campaign: { ...campaign, facts: kept } };
  });
  const book = { campaigns: counted.map(({ campaign }) => campaign), settings: sampleSettings(locale, year) };
  const review = (campaign: Campaign): CampaignReview => campaignReview(campaign, book);
  const campaigns = counted.map(({ kind, campaign }): Campaign => {
    if (campaign.year !== year) return campaign;
    const before = book.campaigns.find((one) => one.id === campaign.previous);
    return { ...campaign, ...lookBack(kind, review(campaign), before && review(before), locale) };
  });
  return {
    campaigns,
    initiatives: counted
      .filter(({ campaign }) => campaign.year === year)
      .map(({ kind, campaign }) => ({
        id: `sample-lesson-${kind}`,
        year: year + 1,
        name: titleOf(firstSentence(SAMPLE_CAMPAIGN_TEXTS[kind].lesson[locale])),
        origin: { kind: 'lesson', id: campaign.id },
        metric: SAMPLE_CAMPAIGN_TEXTS[kind].metric,
        owner: campaign.owner,
      })),
  };
}

/** The four steps, with the campaign's own figures in them. */
function lookBack(
  kind: CampaignId,
  review: CampaignReview,
  before: CampaignReview | undefined,
  locale: SampleLocale,
): Pick<Campaign, 'recall' | 'comparison' | 'causes' | 'lesson'> {
  const { aim, cause, lesson } = SAMPLE_CAMPAIGN_TEXTS[kind];
  const say = (...texts: readonly Words[]): string =>
    texts.map((text) => text[locale]).join(locale === 'en' ? ' ' : '');
  const lastYears = before?.effect;
  return {
    recall: say(goalText(review), aim),
    comparison: say(resultText(review), effectText(review.effect), ...(lastYears ? [lastYearText(lastYears)] : [])),
    causes: say(cause, newcomersText(review)),
    lesson: lesson[locale],
  };
}

const goalText = ({ campaign }: CampaignReview): Words => {
  const { en, hans, hant } = money(campaign.goal);
  return words(`The goal was ${en} of sales.`, `销售目标 ${hans}。`, `銷售目標 ${hant}。`);
};

function resultText({ facts, attainment, roi }: CampaignReview): Words {
  const sales = money(facts?.sales ?? null);
  const [reached, left] = [percent(attainment), percent(roi?.value ?? null)];
  return words(
    `Sales of ${sales.en} reached ${reached} of the goal; margin ROI is ${left}.`,
    `销售额 ${sales.hans}，达成目标的 ${reached}；毛利 ROI ${left}。`,
    `銷售額 ${sales.hant}，達成目標的 ${reached}；毛利 ROI ${left}。`,
  );
}

function effectText(effect: Estimate | null): Words {
  const [value, low, high] = [money(effect?.value ?? null), money(effect?.low ?? null), money(effect?.high ?? null)];
  if (effect && effect.low <= 0)
    return words(
      `Its effect of ${value.en} cannot be told from nothing: the range is ${low.en} to ${high.en}.`,
      `活动效果 ${value.hans}，区间 ${low.hans}至 ${high.hans}，与零分不开。`,
      `活動效果 ${value.hant}，區間 ${low.hant}至 ${high.hant}，與零分不開。`,
    );
  return words(
    `It added ${value.en}, in a range of ${low.en} to ${high.en}.`,
    `活动效果 ${value.hans}，区间 ${low.hans}至 ${high.hans}。`,
    `活動效果 ${value.hant}，區間 ${low.hant}至 ${high.hant}。`,
  );
}

const lastYearText = (effect: Estimate): Words => {
  const { en, hans, hant } = money(effect.value);
  return words(`A year earlier the effect was ${en}.`, `上一年同一活动效果 ${hans}。`, `上一年同一活動效果 ${hant}。`);
};

function newcomersText({ facts, secondPurchase, otherSecondPurchase }: CampaignReview): Words {
  const count = String(facts?.newCustomers ?? '–');
  if (secondPurchase === null)
    return words(
      `Its ${count} new customers are not yet 90 days old.`,
      `${count} 位新客还未满 90 天。`,
      `${count} 位新客還未滿 90 天。`,
    );
  const [own, others] = [percent(secondPurchase), percent(otherSecondPurchase)];
  return words(
    `Of its ${count} new customers ${own} bought again within 90 days; of the year’s other new customers, ${others}.`,
    `${count} 位新客 90 天二转率 ${own}，全年其他新客 ${others}。`,
    `${count} 位新客 90 天二購率 ${own}，全年其他新客 ${others}。`,
  );
}

const percent = (value: number | null): string =>
  value === null ? '–' : `${(value * 100).toFixed(1).replace('-', '−')}%`;

/** Yuan without cents; from ten thousand on, Chinese counts in those. */
function money(value: number | null): { readonly en: string; readonly hans: string; readonly hant: string } {
  if (value === null) return { en: '–', hans: '–', hant: '–' };
  const sign = value < 0 ? '−' : '';
  const yuan = Math.round(Math.abs(value) / 100);
  const grouped = String(yuan).replace(/\B(?=(\d{3})+$)/g, ',');
  const large = `${sign}${(yuan / 10_000).toFixed(2)}`;
  const isLarge = yuan >= 10_000;
  return {
    en: `${sign}¥${grouped}`,
    hans: isLarge ? `${large} 万元` : `${sign}${grouped} 元`,
    hant: isLarge ? `${large} 萬元` : `${sign}${grouped} 元`,
  };
}
