import type { CostEvaluation, CostLineFacts } from '#core/cost-facts.ts';

/** What was computed of each line, by its id; nothing before the first evaluation. */
export const factsByLine = (cost: CostEvaluation | null): ReadonlyMap<string, CostLineFacts> =>
  new Map(cost?.lines.map((facts) => [facts.id, facts]));
