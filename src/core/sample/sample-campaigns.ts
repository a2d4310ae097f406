import type { FiscalYear } from '../period.ts';
import { CAMPAIGN_NAMES } from './catalogue.ts';
import type { CampaignId, SampleWindow } from './season.ts';
import { windowsIn } from './season.ts';
import type { Words } from './words.ts';

/** A campaign of the sample; in the sample's order file, its lines carry the name in the file's language. */
export interface SampleCampaign extends SampleWindow {
  readonly name: Words;
}

export const sampleCampaignId = (id: CampaignId, year: FiscalYear): string => `sample-campaign-${id}-${year}`;

/** The campaigns that the sample's orders hold in a calendar year, the first first. Demand rose `lift` times, and more on its peak days. */
export const sampleCampaigns = (year: FiscalYear): readonly SampleCampaign[] =>
  windowsIn(year).map((window) => ({ ...window, name: CAMPAIGN_NAMES[window.id] }));
