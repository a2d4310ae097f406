import type { Place, Screen } from '#core/checks/check.ts';

const PATHS: Record<Screen, string> = {
  metrics: 'review',
  benchmarks: 'review/benchmarks',
  tasks: 'review/tasks',
  market: 'review/market',
  team: 'review/team',
  cost: 'review/cost',
  plan: 'plan',
};

/** The address of a place in a book; `at` says what to focus on arrival. */
export function placeHref(bookId: string, { screen, of, at }: Place): string {
  const path = `/book/${bookId}/${PATHS[screen]}${of === undefined ? '' : `/${of}`}`;
  return at === undefined ? path : `${path}?at=${encodeURIComponent(at)}`;
}
