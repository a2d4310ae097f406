import { DIP_DAYS, WAIT_DAYS } from '#core/kpis/campaign-facts.ts';
import { MINOR_DIGITS, type Currency } from '#core/money.ts';
import type { FigureSpec } from '#core/report/page.ts';
import type { CampaignReview } from '#core/review/campaigns.ts';
import { m } from '#messages/compiled/messages.js';
import { formatPercent } from '#messages/format.ts';
import { shortDay } from '../campaign-figures.ts';

/** Daily sales of the whole shop around a campaign beside what was expected without it; `null` without an estimate. */
export function effectFigure({ campaign, facts }: CampaignReview, currency: Currency): FigureSpec | null {
  if (!facts?.daily || facts.effect.kind !== 'estimate') return null;
  const { from, actual, baseline, low, high } = facts.daily;
  const { uplift, baseline: expected, wait, dip } = facts.effect;
  const major = (value: number | null): number | null => (value === null ? null : value / 10 ** MINOR_DIGITS[currency]);
  const last = actual.length - 1;
  const at = (day: number): number => Math.max(0, Math.min(last, day - from));
  const [start, end] = [at(facts.start), at(facts.end)];
  const rise = expected.value > 0 ? uplift.value / expected.value : null;
  const title =
    rise === null
      ? m.tasks_chart_title({ name: campaign.name })
      : rise >= 0
        ? m.tasks_chart_title_above({ name: campaign.name, share: formatPercent(rise, 0) })
        : m.tasks_chart_title_below({ name: campaign.name, share: formatPercent(-rise, 0) });
  return {
    id: `effect-${campaign.id}`,
    kind: 'line',
    title,
    alt: m.tasks_chart_alt({ name: campaign.name, title }),
    categories: actual.map((_, index) => shortDay(from + index)),
    series: [
      {
        name: m.tasks_chart_actual(),
        mark: 'line',
        axis: 'left',
        token: 'accent',
        dash: false,
        labels: false,
        values: actual.map(major),
      },
      {
        name: m.tasks_chart_baseline(),
        mark: 'line',
        axis: 'left',
        token: 'ink-faint',
        dash: true,
        labels: false,
        values: baseline.map(major),
      },
    ],
    format: { unit: 'money', digits: 0, currency },
    range: {
      of: 1,
      low: low.map(major),
      high: high.map(major),
      lowName: m.tasks_chart_low(),
      highName: m.tasks_chart_high(),
    },
    spans: [
      ...(wait && start > 0
        ? [{ from: Math.max(0, start - WAIT_DAYS), to: start - 1, name: m.tasks_chart_wait(), strong: false }]
        : []),
      { from: start, to: end, name: campaign.name, strong: true },
      ...(dip && end < last
        ? [{ from: end + 1, to: Math.min(last, end + DIP_DAYS), name: m.tasks_chart_dip(), strong: false }]
        : []),
    ],
  };
}
