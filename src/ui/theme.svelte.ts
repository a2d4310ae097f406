export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORE_KEY = 'annum.theme';

// static/first-paint.js reads the same key before the app has loaded.
const stored = typeof localStorage === 'undefined' ? null : localStorage.getItem(STORE_KEY);
let current = $state<Theme>(THEMES.find((theme) => theme === stored) ?? 'auto');

/** Light, dark, or as the system has it. Reactive. */
export const theme = {
  get current(): Theme {
    return current;
  },
};

/** Changes the theme in place and remembers it on this device. */
export function setTheme(next: Theme): void {
  current = next;
  const root = document.documentElement;
  if (next === 'auto') {
    localStorage.removeItem(STORE_KEY);
    delete root.dataset['theme'];
  } else {
    localStorage.setItem(STORE_KEY, next);
    root.dataset['theme'] = next;
  }
}
