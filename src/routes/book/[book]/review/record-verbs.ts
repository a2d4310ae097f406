import type { ListTable } from '#core/book/edits.ts';
import { m } from '#messages/compiled/messages.js';
import type { BookSession } from '#session/book-session.ts';
import { undoToast } from '../../../frame/undo-toast.ts';

/** Places a record one step up or down among those listed with it; at an edge it stays. */
export function moveRecord(
  session: Pick<BookSession, 'edit'>,
  table: ListTable,
  listed: readonly { readonly id: string }[],
  id: string,
  step: -1 | 1,
): void {
  const at = listed.findIndex((one) => one.id === id);
  if (at === -1 || at + step < 0 || at + step >= listed.length) return;
  session.edit.move(table, id, listed[step === -1 ? at - 1 : at + 2]?.id ?? null);
}

/** Removes records at once and says so, with the way back. */
export function removeRecord(
  session: Pick<BookSession, 'edit' | 'undo' | 'lastStep'>,
  table: ListTable,
  name: string,
  ...ids: readonly string[]
): void {
  session.edit.remove(table, ...ids);
  undoToast(session, () => m.shell_row_removed({ name }));
}
