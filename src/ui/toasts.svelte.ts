export interface Toast {
  readonly id: number;
  /** Called while drawing, so that what stays follows the language. */
  readonly text: () => string;
  readonly action: {
    readonly label: () => string;
    readonly run: () => void;
    /** Whether it would still do what it says; it is offered only then. */
    readonly holds?: () => boolean;
  } | null;
}

const SHOWN_MS = 6000;
let last = 0;
let shown = $state.raw<readonly Toast[]>([]);

/** What is on screen now; drawn by Toasts.svelte. */
export const toasts = {
  get shown(): readonly Toast[] {
    return shown;
  },
};

/** Says what was done, with a way back where there is one. Leaves by itself unless it asks for something (`stay`). */
export function toast(text: () => string, action: Toast['action'] = null, o: { readonly stay?: boolean } = {}): void {
  const id = ++last;
  shown = [...shown.slice(-2), { id, text, action }];
  if (!o.stay) setTimeout(() => dismiss(id), SHOWN_MS);
}

export function dismiss(id: number): void {
  shown = shown.filter((one) => one.id !== id);
}
