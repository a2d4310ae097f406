/** Screens that load their parts later are given this long to show what an address names. */
const PATIENCE_MS = 4_000;
const SHOWN_MS = 1_600;
const TYPED = 'input, textarea, select, [contenteditable="true"]';
const FOCUSABLE = `${TYPED}, button, a[href], summary, [tabindex]`;

/**
 * Goes to what `?at=` names: the element with that `data-at`, opened where it was folded, in view, focused, and marked for a
 * moment. Returns what gives up waiting for it.
 */
export function arriveAt(root: HTMLElement, at: string): () => void {
  const named = (name: string): HTMLElement | null =>
    root.querySelector<HTMLElement>(`[data-at="${CSS.escape(name)}"]`);
  const arrive = (): boolean => {
    // A field that is folded away, or has nothing to type in, stands behind its record.
    for (const name of [at, at.replace(/\.[^.]*$/, '')]) {
      const found = named(name);
      // A dialog takes the focus as it opens: what lies in it waits until it has.
      if (found?.closest('dialog:not([open])')) return false;
      const focus = found && focusIn(found);
      // A text editor comes after the paper it is written on.
      if (!focus) continue;
      for (let fold = found.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
        fold.open = true;
      found.scrollIntoView({ block: 'center' });
      focus.focus({ preventScroll: true });
      found.dataset['arrived'] = '';
      setTimeout(() => delete found.dataset['arrived'], SHOWN_MS);
      return true;
    }
    return false;
  };
  if (arrive()) return () => {};
  const watcher = new MutationObserver(() => arrive() && stop());
  const stop = (): void => {
    watcher.disconnect();
    clearTimeout(timer);
  };
  const timer = setTimeout(stop, PATIENCE_MS);
  watcher.observe(root, { childList: true, subtree: true, attributeFilter: ['open'] });
  return stop;
}

const focusIn = (place: HTMLElement): HTMLElement | null =>
  place.querySelector<HTMLElement>(TYPED) ??
  (place.matches(FOCUSABLE) ? place : place.querySelector<HTMLElement>(FOCUSABLE));
