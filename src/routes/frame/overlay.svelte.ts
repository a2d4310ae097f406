type Overlay = 'palette' | 'shortcuts';

let shown = $state<Overlay | null>(null);

/** Which of the frame's own overlays is open; Keyboard.svelte loads and draws it. */
export const overlay = {
  get shown(): Overlay | null {
    return shown;
  },
  show(which: Overlay): void {
    shown = which;
  },
  hide(): void {
    shown = null;
  },
};
