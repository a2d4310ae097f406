/** Screens that load their parts later are given this long to show what an address names. */
const PATIENCE_MS = 4_000;
const SHOWN_MS = 1_600;
const FOCUSABLE = 'input, textarea, select, button, a[href], [contenteditable="true"], [tabindex]';

/**
 * Goes to what `?at=` names: the element with that `data-at`, opened where it was folded, in view, focused, and marked for a
 * moment. Returns what gives up waiting for it.
 */
export function arriveAt(root: HTMLElement, at: string): () => void {
  const selector = `[data-at="${CSS.escape(at)}"]`;
  const arrive = (): boolean => {
    const found = root.querySelector<HTMLElement>(selector);
    if (!found) return false;
    for (let fold = found.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true;
    found.scrollIntoView({ block: 'center' });
    const focus = found.matches(FOCUSABLE) ? found : found.querySelector<HTMLElement>(FOCUSABLE);
    focus?.focus({ preventScroll: true });
    found.dataset['arrived'] = '';
    setTimeout(() => delete found.dataset['arrived'], SHOWN_MS);
    return true;
  };
  if (arrive()) return () => {};
  const watcher = new MutationObserver(() => arrive() && stop());
  const stop = (): void => {
    watcher.disconnect();
    clearTimeout(timer);
  };
  const timer = setTimeout(stop, PATIENCE_MS);
  watcher.observe(root, { childList: true, subtree: true });
  return stop;
}
