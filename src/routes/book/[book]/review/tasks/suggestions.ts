import type { Book } from '#core/book/book.ts';
import type { CampaignTag } from '#core/kpis/campaign-tags.ts';
import { dayText, fiscalYearOf, monthOfDay } from '#core/period.ts';
import { windowOf } from '#core/review/campaigns.ts';
import type { BookSession } from '#session/book-session.ts';

/** A campaign that the orders name and the book does not have. */
export interface Suggestion extends CampaignTag {
  readonly year: number;
}

/**
 * What the orders name up to the year under review and no campaign of the book stands for. Earlier years' are offered too: a
 * campaign that the book does not know passes for ordinary days, and lifts the baseline of every other.
 */
export function suggestionsFor(
  { campaigns, settings }: Pick<Book, 'campaigns' | 'settings'>,
  tags: readonly CampaignTag[],
): readonly Suggestion[] {
  const known = campaigns.flatMap((campaign) => {
    const window = windowOf(campaign);
    return window ? [{ ...window, tag: campaign.tag }] : [];
  });
  return tags
    .map((tag) => ({ ...tag, year: fiscalYearOf(monthOfDay(tag.start), settings.firstMonth) }))
    .filter(({ year }) => year <= settings.year)
    .filter((one) => !known.some(({ tag, start, end }) => tag === one.tag && start <= one.end && end >= one.start));
}

/** Adds campaigns, each to be compared with last year's of the same name: one step of undo. */
export function takeSuggestions(
  { edit, book }: Pick<BookSession, 'edit' | 'book'>,
  suggestions: readonly Suggestion[],
): void {
  edit.together(() => {
    const added = new Map<string, string>();
    for (const { tag, start, end, year } of suggestions.toSorted((a, b) => a.start - b.start)) {
      const before = book.campaigns.find((one) => one.tag === tag && one.year === year - 1);
      const previous = added.get(`${tag}|${year - 1}`) ?? before?.id ?? '';
      const window = { start: dayText(start), end: dayText(end) };
      added.set(`${tag}|${year}`, edit.add('campaigns', { year, name: tag, tag, ...window, previous }));
    }
  });
}
