import type { DeckScreen } from './deck-screen.svelte.ts';

const TURNS: Readonly<Record<string, (screen: DeckScreen) => void>> = {
  ArrowRight: (screen) => screen.next(),
  ArrowDown: (screen) => screen.next(),
  PageDown: (screen) => screen.next(),
  ArrowLeft: (screen) => screen.previous(),
  ArrowUp: (screen) => screen.previous(),
  PageUp: (screen) => screen.previous(),
  Home: (screen) => screen.show(0),
  End: (screen) => screen.show(Infinity),
};

const takesKeys = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, dialog, [role="menu"]') !== null);

/** Arrows, Page and Home/End turn slides, Space goes on, F presents. */
export function deckKeys(screen: DeckScreen, present: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || takesKeys(event.target)) return;
    const onControl = event.target instanceof HTMLElement && event.target.closest('button, a, summary') !== null;
    const turn = event.key === ' ' && !onControl ? TURNS['PageDown'] : TURNS[event.key];
    if (turn) turn(screen);
    else if (event.key === 'f' || event.key === 'F') present();
    else return;
    event.preventDefault();
  };
}
