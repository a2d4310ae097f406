import { m } from '#messages/compiled/messages.js';

/** How a campaign's figure stands among the year's, in words. */
export const standingWord = (standing: 'best' | 'lowest' | null): string =>
  standing === null ? '' : standing === 'best' ? `▲ ${m.tasks_best()}` : `▼ ${m.tasks_lowest()}`;
