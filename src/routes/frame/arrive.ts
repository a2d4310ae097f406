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
    // A field that is folded away stands behind its record.
    const found = named(at) ?? named(at.replace(/\.[^.]*$/, ''));
    // A dialog takes the focus as it opens: what lies in it waits until it has.
    if (!found || found.closest('dialog:not([open])')) return false;
    for (let fold = found.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true;
    found.scrollIntoView({ block: 'center' });
    const within = (wanted: string): HTMLElement | null => found.querySelector<HTMLElement>(wanted);
    const focus = within(TYPED) ?? (found.matches(FOCUSABLE) ? found : within(FOCUSABLE));
    // A text editor comes after the paper it is written on.
    if (!focus) return false;
    focus.focus({ preventScroll: true });
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
  watcher.observe(root, { childList: true, subtree: true, attributeFilter: ['open'] });
  return stop;
}
