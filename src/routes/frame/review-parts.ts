import { m } from '#messages/compiled/messages.js';
import type { Part } from '#core/checks/check.ts';

/** The parts of a review in the order they are told; `path` is below `review`, '' for the metrics themselves. */
export const REVIEW_PARTS: readonly {
  readonly path: string;
  /** Whose checks its badge counts. */
  readonly part: Part;
  readonly name: () => string;
}[] = [
  { path: '', part: 'metrics', name: m.shell_review_metrics },
  { path: 'tasks', part: 'tasks', name: m.shell_review_tasks },
  { path: 'market', part: 'market', name: m.shell_review_market },
  { path: 'team', part: 'team', name: m.shell_review_team },
  { path: 'cost', part: 'cost', name: m.shell_review_cost },
];
