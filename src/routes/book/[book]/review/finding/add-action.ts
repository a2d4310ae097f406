import type { BookSession } from '#session/book-session.ts';

/** A new action under a cause (`''`: the finding as a whole), meant to move the finding's own metric until somebody says otherwise. */
export const addAction = ({ book, edit }: Pick<BookSession, 'book' | 'edit'>, finding: string, cause: string): string =>
  edit.add('actions', { year: book.settings.year, finding, cause, metric: finding });
