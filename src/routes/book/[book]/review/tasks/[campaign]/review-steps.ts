import type { Campaign } from '#core/book/review.ts';
import { m } from '#messages/compiled/messages.js';
import type { CampaignFigureId } from '../campaign-figures.ts';

/** One of the four steps of looking back: where it is written, what to ask, and which figures answer it. */
export interface ReviewStep {
  readonly field: keyof Pick<Campaign, 'recall' | 'comparison' | 'causes' | 'lesson'>;
  readonly title: () => string;
  readonly asks: readonly (() => string)[];
  readonly placeholder: () => string;
  readonly figures: readonly CampaignFigureId[];
}

export const REVIEW_STEPS: readonly ReviewStep[] = [
  {
    field: 'recall',
    title: m.tasks_step_recall,
    asks: [m.tasks_step_recall_ask, m.tasks_step_recall_figure],
    placeholder: m.tasks_step_recall_example,
    figures: ['attainment', 'baseline'],
  },
  {
    field: 'comparison',
    title: m.tasks_step_comparison,
    asks: [m.tasks_step_comparison_ask, m.tasks_step_comparison_figure],
    placeholder: m.tasks_step_comparison_example,
    figures: ['sales', 'effect', 'roi'],
  },
  {
    field: 'causes',
    title: m.tasks_step_causes,
    asks: [m.tasks_step_causes_ask, m.tasks_step_causes_figure],
    placeholder: m.tasks_step_causes_example,
    figures: ['uplift', 'wait', 'dip', 'newCustomers', 'secondPurchase', 'otherSecondPurchase'],
  },
  {
    field: 'lesson',
    title: m.tasks_step_lesson,
    asks: [m.tasks_step_lesson_ask, m.tasks_step_lesson_figure],
    placeholder: m.tasks_step_lesson_example,
    figures: ['effectPerDay', 'roas'],
  },
];
