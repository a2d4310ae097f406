import { m } from '#messages/compiled/messages.js';
import type { BookSession } from '#session/book-session.ts';
import { toast } from '#ui/toasts.svelte.ts';

/** Says what was just done, with a way back for as long as undo would take back that and nothing later. */
export function undoToast(session: Pick<BookSession, 'undo' | 'lastStep'>, text: () => string): void {
  const step = session.lastStep;
  toast(text, { label: m.shell_undo, run: () => session.undo(), holds: () => session.lastStep === step });
}
