import { goto } from '$app/navigation';
import { m } from '#messages/compiled/messages.js';
import { LANGUAGE_NAMES, LANGUAGES, setLanguage } from '#messages/locale.svelte.ts';
import { metricName } from '#messages/metric-words.ts';
import type { BookSession } from '#session/book-session.ts';
import type { Shelf } from '#session/books.ts';
import { setTheme, THEMES } from '#ui/theme.svelte.ts';
import { panel } from './checks/panel.svelte.ts';
import { overlay } from './overlay.svelte.ts';
import { sectionHref, SECTIONS } from './sections.ts';
import { THEME_WORDS } from './theme-words.ts';

export interface Command {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** Further words it is found by. */
  readonly also: string;
  /** Shown beside it. */
  readonly keys: string;
  readonly run: () => void;
}

/** Everything the palette offers from where the person is. */
export function commands(book: BookSession | null, shelf: Shelf): Command[] {
  const go = (id: string, group: string, label: string, href: string, also = '', keys = ''): Command => ({
    id,
    group,
    label,
    also,
    keys,
    run: () => void goto(href),
  });
  const act = (id: string, label: string, run: () => void, also = '', keys = ''): Command => ({
    id,
    group: m.shell_palette_group_do(),
    label,
    also,
    keys,
    run,
  });
  return [
    ...(book
      ? SECTIONS.map(({ id, name, letter }) =>
          go(id, m.shell_palette_group_go(), name(), sectionHref(book.id, id), id, `g ${letter}`),
        )
      : []),
    go('start', m.shell_palette_group_go(), m.shell_start(), '/', 'home start', 'g h'),
    ...(book?.book.metrics ?? []).map((metric) =>
      go(
        `metric-${metric.id}`,
        m.shell_palette_group_metrics(),
        metricName(metric),
        `/book/${book?.id ?? ''}/review/${metric.id}`,
        metric.preset ?? '',
      ),
    ),
    ...(shelf.entries ?? [])
      .filter((entry) => entry.id !== book?.id)
      .map((entry) =>
        go(
          `book-${entry.id}`,
          m.shell_palette_group_books(),
          entry.team || m.shell_books_unnamed(),
          `/book/${entry.id}`,
        ),
      ),
    ...(book ? [act('checks', m.checks_title(), () => panel.show(), 'checks', 'c')] : []),
    ...(book?.canUndo ? [act('undo', m.shell_undo(), () => book.undo(), 'undo', '⌘/Ctrl Z')] : []),
    ...(book?.canRedo ? [act('redo', m.shell_redo(), () => book.redo(), 'redo', '⇧ ⌘/Ctrl Z')] : []),
    ...LANGUAGES.map((language) =>
      act(
        `language-${language}`,
        m.shell_palette_language({ name: LANGUAGE_NAMES[language] }),
        () => setLanguage(language),
        `language ${language}`,
      ),
    ),
    ...THEMES.map((theme) =>
      act(
        `theme-${theme}`,
        m.shell_palette_theme({ name: THEME_WORDS[theme]() }),
        () => setTheme(theme),
        `theme ${theme}`,
      ),
    ),
    act('shortcuts', m.shell_shortcuts(), () => overlay.show('shortcuts'), 'shortcuts keys', '?'),
  ];
}

/** Commands of which every typed word is found in the label or its further words, in their order. */
export function matching(all: readonly Command[], text: string): Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter((command) => {
    const found = `${command.label} ${command.also}`.toLowerCase();
    return words.every((word) => found.includes(word));
  });
}
