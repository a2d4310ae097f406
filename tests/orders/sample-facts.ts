import { campaignFacts } from '#core/kpis/campaign-effect.ts';
import { computeKpis } from '#core/kpis/compute-kpis.ts';
import { customerGroups } from '#core/kpis/customer-groups.ts';
import { DEFAULT_OPTIONS } from '#core/kpis/facts.ts';
import type { OrderColumns } from '#core/orders/columns.ts';
import type { FiscalYear } from '#core/period.ts';
import type { SampleFacts } from '#core/sample/sample-book.ts';
import { sampleCampaignRequest } from '#core/sample/sample-campaign-records.ts';
import type { SampleLocale } from '#core/sample/words.ts';

/** All that the sample's book asks of the sample's orders, which are in that language and end with that year. */
export const sampleFactsOf = (columns: OrderColumns, locale: SampleLocale, year: FiscalYear): SampleFacts => ({
  kpis: computeKpis(columns, DEFAULT_OPTIONS),
  groups: customerGroups(columns, DEFAULT_OPTIONS),
  campaigns: campaignFacts(columns, sampleCampaignRequest(locale, year)),
});
