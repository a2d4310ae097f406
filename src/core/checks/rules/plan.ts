import { asksNothing } from '../../comparison/change.ts';
import type { Rule } from '../rule.ts';
import { amount, rate } from './metrics.ts';

/** Of the plan, so far only what the review already shows. */
export const PLAN_RULES: readonly Rule[] = [
  {
    id: 'zero-growth-goal',
    severity: 'warn',
    find: ({ figures }) =>
      figures.goals
        .filter(
          ({ metric, target, impliedGrowth }) =>
            target !== null && metric.level !== 'supporting' && asksNothing(impliedGrowth, target, metric.direction),
        )
        .map(({ metric, target, impliedGrowth }) => ({
          place: { screen: 'plan', at: `${metric.id}.target` },
          facts: {
            metric: metric.id,
            figures: { implied: rate(impliedGrowth), target: amount(target, metric.unit) },
          },
        })),
  },
];
