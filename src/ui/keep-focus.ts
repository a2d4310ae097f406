import { tick } from 'svelte';

/**
 * Does what moves rows about without dropping the focus: drawn elsewhere, an element loses it. `instead` is asked where to go when
 * the element itself is gone afterwards.
 */
export async function keepFocus(
  run: () => void,
  instead: () => HTMLElement | null | undefined = () => null,
): Promise<void> {
  const held = document.activeElement;
  run();
  await tick();
  if (document.activeElement !== document.body) return;
  if (held instanceof HTMLElement && held.isConnected) held.focus();
  else instead()?.focus();
}
