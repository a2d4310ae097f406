import type { Page } from '#core/report/page.ts';

const PLACES: Partial<Record<Page['kind'], string>> = { goals: 'plan', trend: 'data', explanation: 'data' };

/** The section of the book where a page's missing figures are entered. */
export const missingPlace = (page: Page): string => PLACES[page.kind] ?? 'review';
