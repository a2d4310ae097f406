import { m } from '#messages/compiled/messages.js';
import type { SaveStatus } from '#session/book-session.ts';

type Reason = Extract<SaveStatus, { kind: 'not-saved' }>['reason'];

/** What is not saved, what is safe and what to do. */
export const SAVE_PROBLEMS: Record<Reason, () => string> = {
  quota: m.shell_save_failed_quota,
  closed: m.shell_save_failed_closed,
  unknown: m.shell_save_failed_unknown,
};

export const SAVE_WORDS: Record<SaveStatus['kind'], { readonly long: () => string; readonly short: () => string }> = {
  saving: { long: m.shell_save_saving, short: m.shell_save_saving },
  saved: { long: m.shell_save_saved, short: m.shell_save_saved_short },
  'not-saved': { long: m.shell_save_failed, short: m.shell_save_failed },
};
