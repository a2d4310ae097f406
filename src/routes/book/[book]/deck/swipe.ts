import type { Attachment } from 'svelte/attachments';

const FAR = 40;

/** A finger drawn sideways over the element turns the page; drawn up or down it scrolls. */
export function swipe(turn: { readonly next: () => void; readonly previous: () => void }): Attachment<HTMLElement> {
  return (element) => {
    let from: { readonly x: number; readonly y: number } | null = null;
    const start = (event: TouchEvent): void => {
      const [touch] = event.touches;
      from = event.touches.length === 1 && touch ? { x: touch.clientX, y: touch.clientY } : null;
    };
    const end = (event: TouchEvent): void => {
      const [touch] = event.changedTouches;
      if (from === null || !touch) return;
      const across = touch.clientX - from.x;
      const down = touch.clientY - from.y;
      from = null;
      if (Math.abs(across) < FAR || Math.abs(across) < 1.5 * Math.abs(down)) return;
      if (across < 0) turn.next();
      else turn.previous();
    };
    element.addEventListener('touchstart', start, { passive: true });
    element.addEventListener('touchend', end);
    return () => {
      element.removeEventListener('touchstart', start);
      element.removeEventListener('touchend', end);
    };
  };
}
