import { m } from '#messages/compiled/messages.js';
import type { Theme } from '#ui/theme.svelte.ts';

export const THEME_WORDS: Record<Theme, () => string> = {
  auto: m.shell_theme_auto,
  light: m.shell_theme_light,
  dark: m.shell_theme_dark,
};
