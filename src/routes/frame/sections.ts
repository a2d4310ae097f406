import ChartLine from '@lucide/svelte/icons/chart-line';
import Database from '@lucide/svelte/icons/database';
import Presentation from '@lucide/svelte/icons/presentation';
import Rows3 from '@lucide/svelte/icons/rows-3';
import Target from '@lucide/svelte/icons/target';
import type { Part } from '#core/checks/check.ts';
import { m } from '#messages/compiled/messages.js';

export type SectionId = 'review' | 'plan' | 'data' | 'kpis' | 'deck';

export interface Section {
  readonly id: SectionId;
  /** `g` and this letter go there. */
  readonly letter: string;
  readonly icon: typeof Target;
  readonly name: () => string;
  /** For the phone's bar. */
  readonly short: () => string;
  /** Whose checks its badge counts. */
  readonly parts: readonly Part[];
}

/** The sections of a book, in the order of the rail. */
export const SECTIONS: readonly Section[] = [
  {
    id: 'review',
    letter: 'r',
    icon: Rows3,
    name: m.shell_section_review,
    short: m.shell_section_review_short,
    parts: ['metrics', 'tasks', 'market', 'team', 'cost'],
  },
  {
    id: 'plan',
    letter: 'p',
    icon: Target,
    name: m.shell_section_plan,
    short: m.shell_section_plan_short,
    parts: ['plan'],
  },
  {
    id: 'data',
    letter: 'd',
    icon: Database,
    name: m.shell_section_data,
    short: m.shell_section_data,
    parts: [],
  },
  {
    id: 'kpis',
    letter: 'k',
    icon: ChartLine,
    name: m.shell_section_kpis,
    short: m.shell_section_kpis_short,
    parts: [],
  },
  {
    id: 'deck',
    letter: 's',
    icon: Presentation,
    name: m.shell_section_deck,
    short: m.shell_section_deck,
    parts: [],
  },
];

export const sectionHref = (bookId: string, section: SectionId): string => `/book/${bookId}/${section}`;

/** Where in the book a path is: `/book/b1/review/m2` → section `review`, place `review/m2`. */
export function placeOf(pathname: string): { readonly section: Section | null; readonly place: string } {
  const place = /^\/book\/[^/]+\/(.+?)\/?$/.exec(pathname)?.[1] ?? '';
  const first = place.split('/')[0];
  return { section: SECTIONS.find((section) => section.id === first) ?? null, place };
}
