import type { Book } from '#core/book/book.ts';
import type { Initiative, Origin } from '#core/book/review.ts';
import { titleOf } from '#core/review/sentences.ts';
import { m } from '#messages/compiled/messages.js';
import type { BookSession } from '#session/book-session.ts';
import { toast } from '#ui/toasts.svelte.ts';
import { placeHref } from '../../../frame/place.ts';

/** The initiative of next year's plan that came from there, if any. */
export const carriedInto = (book: Book, origin: Origin): Initiative | undefined =>
  book.initiatives.find(
    (one) => one.year === book.settings.year + 1 && one.origin.kind === origin.kind && one.origin.id === origin.id,
  );

export const initiativeHref = (book: string, initiative: string): string =>
  placeHref(book, { screen: 'plan', at: initiative });

/**
 * Adds an initiative to next year's plan that remembers where it came from: one step of undo, and a way there. What is in the
 * plan already is not added again. Returns the initiative's id.
 */
export function carryIntoPlan(
  session: Pick<BookSession, 'id' | 'book' | 'edit'>,
  origin: Origin,
  { name, ...fields }: { readonly name: string; readonly metric: string; readonly owner?: string },
  goTo: (href: string) => void,
): string {
  const known = carriedInto(session.book, origin);
  if (known) return known.id;
  const year = session.book.settings.year + 1;
  const id = session.edit.add('initiatives', { year, name: titleOf(name), origin, ...fields });
  toast(() => m.findings_carried({ year }), {
    label: m.findings_carried_open,
    run: () => goTo(initiativeHref(session.id, id)),
  });
  return id;
}
