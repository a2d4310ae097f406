import type { BookSession } from '#session/book-session.ts';
import { panel } from './checks/panel.svelte.ts';
import { overlay } from './overlay.svelte.ts';
import { sectionHref, SECTIONS } from './sections.ts';

const SEQUENCE_MS = 1200;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/**
 * The frame's keys: ⌘/Ctrl K everywhere; undo and redo outside of fields, which undo for themselves;
 * `?`, `c` and `g` + letter where letters are not text.
 */
export function frameKeys(
  book: Pick<BookSession, 'id' | 'undo' | 'redo'> | null,
  goTo: (href: string) => void,
): (event: KeyboardEvent) => void {
  let goingUntil = 0;

  return (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const letter = event.key.toLowerCase();
    const isCommand = event.metaKey || event.ctrlKey;
    if (isCommand && letter === 'k') {
      event.preventDefault();
      overlay.show('palette');
      return;
    }
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
    if (isCommand) {
      const isRedo = (letter === 'z' && event.shiftKey) || letter === 'y';
      if (!book || (letter !== 'z' && !isRedo)) return;
      event.preventDefault();
      if (isRedo) book.redo();
      else book.undo();
      return;
    }
    if (event.altKey) return;
    if (event.key === '?') {
      event.preventDefault();
      overlay.show('shortcuts');
    } else if (event.timeStamp < goingUntil) {
      goingUntil = 0;
      const section = SECTIONS.find((each) => each.letter === letter);
      if (letter === 'h') goTo('/');
      else if (section && book) goTo(sectionHref(book.id, section.id));
    } else if (letter === 'g') {
      goingUntil = event.timeStamp + SEQUENCE_MS;
    } else if (letter === 'c' && book) {
      panel.toggle();
    }
  };
}
