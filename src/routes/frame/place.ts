import type { Place, Screen } from '#core/checks/check.ts';

const SCREENS: readonly Screen[] = ['metrics', 'benchmarks', 'tasks', 'market', 'team', 'cost', 'plan'];

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

/** The screen that a path within a book shows: `review/m2` is one metric's page. `null` for screens no check is about. */
export function screenOf(path: string): Place | null {
  const [section = '', part, of] = path.split('/');
  if (section === 'plan') return { screen: 'plan' };
  if (section !== 'review') return null;
  const screen = SCREENS.find((one) => PATHS[one] === `review/${part}`);
  if (part === undefined || screen === undefined) return { screen: 'metrics', ...(part !== undefined && { of: part }) };
  return { screen, ...(of !== undefined && { of }) };
}
