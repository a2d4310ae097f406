import type { OrderColumns } from '../orders/columns.ts';
import type { Day } from '../period.ts';
import type { Baseline } from './baseline.ts';
import { FEWEST_DAYS, fitBaseline } from './baseline.ts';
import { campaignCounts } from './campaign-counts.ts';
import { ordinaryDays, spanOf } from './campaign-days.ts';
import type {
  CampaignDays,
  CampaignEffect,
  CampaignFacts,
  CampaignRequest,
  CampaignWindow,
  Estimate,
  Shortfall,
} from './campaign-facts.ts';
import type { Ledger } from './ledger.ts';
import { ledgerOf, withDays } from './ledger.ts';
import { withOwnRefunds } from './own-refunds.ts';
import { SMALLEST_GROUP } from './period-kpi.ts';
import { purchaseDays } from './purchase-days.ts';

/**
 * Standard errors to either side of an estimate: 1.645 for 90% of a normal deviate, widened because the noise is estimated too
 * (`SPEC.md`).
 */
const RANGE_ERRORS = 2.1;
const DAYS_BEFORE = 28;
const DAYS_AFTER = 35;

/**
 * Facts of every campaign asked for, in that order (`kpis.md` §10). All of them stay out of the baseline with the days in
 * which people wait for them or have stocked up. Pure; the order of rows changes nothing.
 */
export function campaignFacts(lines: OrderColumns, request: CampaignRequest): readonly CampaignFacts[] {
  const { campaigns, firstMonth } = request;
  const columns = request.refundMonth === 'refund' ? withOwnRefunds(withDays(lines)) : withDays(lines);
  const { firstDay, lastDay } = columns;
  const ledger = ledgerOf(columns);
  const orders = { columns, ledger, days: purchaseDays(ledger) };
  const daily = dailyOf(ledger, firstDay, lastDay);
  const ordinary = ordinaryDays(campaigns, firstDay, lastDay);
  const baseline = fitBaseline(daily.net, ordinary, firstDay);
  const daysFitted = ordinary.reduce((sum, one) => sum + one, 0);
  return campaigns.map((campaign) => ({
    id: campaign.id,
    start: campaign.start,
    end: campaign.end,
    ...campaignCounts(orders, campaign, campaigns, firstMonth),
    ...estimated(campaign),
  }));

  function estimated(campaign: CampaignWindow): Pick<CampaignFacts, 'effect' | 'daily'> {
    const unknown = (reason: Extract<CampaignEffect, { kind: 'unknown' }>['reason']) => ({
      effect: { kind: 'unknown', reason, daysFitted } as const,
      daily: null,
    });
    if (campaign.start < firstDay || campaign.end > lastDay || campaign.end < campaign.start)
      return unknown('outside-data');
    if (!baseline) return unknown(daysFitted < FEWEST_DAYS ? 'too-little-history' : 'no-sales');
    return {
      effect: effectOf(campaign, campaigns, baseline, daily.net, lastDay),
      daily: chartOf(campaign, baseline, daily, firstDay, lastDay),
    };
  }
}

interface Daily {
  readonly net: Float64Array;
  /** Valid orders, each of them somebody's. */
  readonly people: Int32Array;
}

function dailyOf(ledger: Ledger, firstDay: Day, lastDay: Day): Daily {
  const net = new Float64Array(lastDay - firstDay + 1);
  const people = new Int32Array(net.length);
  for (let place = 0; place < ledger.orderCount; place++) {
    const day = ledger.day[place]! - firstDay;
    net[day]! += ledger.paid[place]! - ledger.refund[place]!;
    if (ledger.paid[place]! > 0) people[day]!++;
  }
  return { net, people };
}

const estimate = (value: number, error: number): Estimate => ({
  value: Math.round(value),
  low: Math.round(value - RANGE_ERRORS * error),
  high: Math.round(value + RANGE_ERRORS * error),
});

function effectOf(
  campaign: CampaignWindow,
  all: readonly CampaignWindow[],
  baseline: Baseline,
  net: Float64Array,
  lastDay: Day,
): CampaignEffect {
  const { firstDay, expected } = baseline;
  const span = spanOf(campaign, all, firstDay, lastDay);
  const over = (days: readonly Day[], of: Float64Array): number =>
    days.reduce((sum, day) => sum + of[day - firstDay]!, 0);
  const rise = (days: readonly Day[]): Estimate =>
    estimate(over(days, net) - over(days, expected), baseline.errorOf(days));
  const shortfall = (days: readonly Day[]): Shortfall | null => {
    if (days.length === 0) return null;
    const { value, low, high } = rise(days);
    return { value: 0 - value, low: 0 - high, high: 0 - low, days: days.length };
  };
  const error = baseline.errorOf(span.window);
  const effect = rise([...span.wait, ...span.window, ...span.dip]);
  return {
    kind: 'estimate',
    daysFitted: baseline.daysFitted,
    baseline: estimate(over(span.window, expected), error),
    uplift: rise(span.window),
    wait: shortfall(span.wait),
    dip: shortfall(span.dip),
    effect,
    marginRoi: marginRoiOf(campaign, effect),
    overlaps: all
      .filter((other) => other !== campaign && other.start <= campaign.end && other.end >= campaign.start)
      .map(({ id }) => id),
  };
}

/** (effect × margin − cost) ÷ cost, with the effect's range; `null` without a cost or margin (`kpis.md` §9). */
export function marginRoiOf(
  { cost, margin }: Pick<CampaignWindow, 'cost' | 'margin'>,
  effect: Estimate,
): Estimate | null {
  if (cost === null || margin === null || cost <= 0) return null;
  const roi = (sales: number): number => (sales * margin - cost) / cost;
  return { value: roi(effect.value), low: roi(effect.low), high: roi(effect.high) };
}

function chartOf(
  campaign: CampaignWindow,
  baseline: Baseline,
  { net, people }: Daily,
  firstDay: Day,
  lastDay: Day,
): CampaignDays {
  const from = Math.max(firstDay, campaign.start - DAYS_BEFORE);
  const to = Math.min(lastDay, campaign.end + DAYS_AFTER);
  const days = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const bands = days.map((day) => estimate(baseline.expected[day - firstDay]!, baseline.errorOf([day])));
  const isTold = (day: Day): boolean => people[day - firstDay] === 0 || people[day - firstDay]! >= SMALLEST_GROUP;
  return {
    from,
    actual: days.map((day) => (isTold(day) ? Math.round(net[day - firstDay]!) : null)),
    baseline: bands.map(({ value }) => value),
    low: bands.map(({ low }) => low),
    high: bands.map(({ high }) => high),
  };
}
