import type { Book } from '#core/book/book.ts';
import type { Origin } from '#core/book/review.ts';
import type { Place } from '#core/checks/check.ts';
import { m } from '#messages/compiled/messages.js';
import { metricName } from '#messages/metric-words.ts';

/** Where an initiative came from, in words, and the place that leads back there; `null` where there is none or it is gone. */
export interface OriginWords {
  readonly words: string;
  readonly place: Place | null;
}

export const originOf = (book: Book, origin: Origin): OriginWords =>
  ORIGINS[origin.kind](book, origin.id) ?? { words: m.findings_origin_gone(), place: null };

const ORIGINS: Record<Origin['kind'], (book: Book, id: string) => OriginWords | null> = {
  cause: (book, id) => ofCause(book, id, m.findings_origin_cause),
  win: (book, id) => ofCause(book, id, m.findings_origin_win),
  opportunity: (book, id) => {
    const insight = book.insights.find((one) => one.id === id);
    if (!insight) return null;
    return {
      words: m.findings_origin_opportunity({ text: insight.name || insight.opportunity }),
      place: { screen: 'market', at: id },
    };
  },
  lesson: (book, id) => {
    const campaign = book.campaigns.find((one) => one.id === id);
    if (!campaign) return null;
    return {
      words: m.findings_origin_lesson({ text: campaign.name }),
      place: { screen: 'tasks', of: id, at: `${id}.lesson` },
    };
  },
  own: () => ({ words: m.findings_origin_own(), place: null }),
};

function ofCause(book: Book, id: string, say: typeof m.findings_origin_cause): OriginWords | null {
  const cause = book.causes.find((one) => one.id === id);
  const metric = book.metrics.find((one) => one.id === cause?.metric);
  if (!cause || !metric) return null;
  return {
    words: say({ metric: metricName(metric), text: cause.text }),
    place: { screen: 'metrics', of: metric.id, at: id },
  };
}
