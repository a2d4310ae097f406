import type { Growth, Rhythm } from '#core/book/review.ts';
import { m } from '#messages/compiled/messages.js';

const RHYTHM_WORDS: Record<Rhythm['kind'], () => string> = {
  daily: m.team_rhythm_daily,
  weekly: m.team_rhythm_weekly,
  monthly: m.team_rhythm_monthly,
};

const GROWTH_WORDS: Record<Growth['kind'], () => string> = {
  sharing: m.team_growth_sharing,
  training: m.team_growth_training,
  study: m.team_growth_study,
};

export const RHYTHM_KINDS: readonly Rhythm['kind'][] = ['daily', 'weekly', 'monthly'];
export const GROWTH_KINDS: readonly Growth['kind'][] = ['sharing', 'training', 'study'];

/** What a rhythm of the kind is called until the team calls it something. */
export const rhythmWord = (kind: Rhythm['kind']): string => RHYTHM_WORDS[kind]();
export const growthWord = (kind: Growth['kind']): string => GROWTH_WORDS[kind]();
