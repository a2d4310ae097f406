import type { Rule } from './rule.ts';
import { FINDING_RULES } from './rules/findings.ts';
import { MEANS_RULES } from './rules/means.ts';
import { METRIC_RULES } from './rules/metrics.ts';
import { OUTSIDE_RULES } from './rules/outside.ts';
import { PLAN_RULES } from './rules/plan.ts';
import { TASK_RULES } from './rules/tasks.ts';
import { TEXT_RULES } from './rules/texts.ts';

/** Every rule, in the order in which a boss would object within a part of the review. */
export const CHECKS: readonly Rule[] = [
  ...METRIC_RULES,
  ...FINDING_RULES,
  ...TEXT_RULES,
  ...OUTSIDE_RULES,
  ...TASK_RULES,
  ...MEANS_RULES,
  ...PLAN_RULES,
];
