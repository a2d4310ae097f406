import { m } from '#messages/compiled/messages.js';
import type { Screen } from '#core/checks/check.ts';

/** The parts of a review in the order they are told; `path` is below `review`, '' for the metrics themselves. */
export const REVIEW_PARTS: readonly {
  readonly path: string;
  readonly screens: readonly Screen[];
  readonly name: () => string;
}[] = [
  { path: '', screens: ['metrics', 'benchmarks'], name: m.shell_review_metrics },
  { path: 'tasks', screens: ['tasks'], name: m.shell_review_tasks },
  { path: 'market', screens: ['market'], name: m.shell_review_market },
  { path: 'team', screens: ['team'], name: m.shell_review_team },
  { path: 'cost', screens: ['cost'], name: m.shell_review_cost },
];
