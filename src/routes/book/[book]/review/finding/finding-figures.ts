import type { FigureRef } from '#core/book/book.ts';
import type { ScorecardRow } from '#core/evaluation.ts';
import type { FindingFacts } from '#core/finding-facts.ts';
import { yearKey } from '#core/period.ts';
import { m } from '#messages/compiled/messages.js';
import { metricName, segmentWord } from '#messages/metric-words.ts';
import type { FigureDesk } from '#ui/text/figure-desk.ts';

export interface FindingFigure {
  readonly label: string;
  readonly refs: readonly FigureRef[];
}

/** The facts a finding begins with: how far from the target, what did most of it, and growth beside the market's. */
export function findingFigures(desk: FigureDesk, row: ScorecardRow, facts: FindingFacts): readonly FindingFigure[] {
  const metric = row.metric.id;
  const period = yearKey(desk.book.settings.year);
  const own = (figure: FigureRef['figure']): FigureRef => ({ metric, figure, period });
  const { driver } = facts;
  const isDriver = driver?.by === 'drivers';
  const part = desk.book.metrics.find((one) => one.id === driver?.id);
  const name = driver && (isDriver ? part && metricName(part) : segmentWord(driver.by, driver.id));
  const market = row.market && row.market.value !== null ? row.market : null;
  return [
    { label: m.findings_to_target(), refs: [own('gap'), own('attainment')] },
    ...(driver && name
      ? [
          {
            label: facts.kind === 'gap' ? m.findings_driver_gap({ name }) : m.findings_driver_win({ name }),
            refs: [
              isDriver ? { ...own('driver'), of: driver.id } : { ...own('segment'), of: `${driver.by}|${driver.id}` },
            ],
          },
        ]
      : []),
    { label: m.findings_growth(), refs: [own('growth')] },
    ...(market ? [{ label: m.findings_market(), refs: [{ ...own('benchmark'), of: market.id }] }] : []),
  ];
}
