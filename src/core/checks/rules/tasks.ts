import type { Campaign, StrategicTask } from '../../book/review.ts';
import type { TaskFacts } from '../../evaluation.ts';
import type { Objection, Review, Rule } from '../rule.ts';
import { STEPS } from '../spoken.ts';
import { activityIn } from '../text/activity.ts';

const isWritten = (text: string): boolean => text.trim() !== '';

const tasksOf = ({ book }: Review): readonly StrategicTask[] =>
  book.tasks.filter((task) => task.year === book.settings.year);

const factsOf = ({ figures }: Review, { id }: StrategicTask): TaskFacts | undefined =>
  figures.tasks.find((task) => task.id === id);

/** Campaigns that somebody has begun to enter. */
const campaignsOf = ({ book }: Review): readonly Campaign[] =>
  book.campaigns.filter((one) => one.year === book.settings.year && (isWritten(one.name) || one.start !== ''));

const atTask = ({ id, name }: StrategicTask, field: keyof StrategicTask): Objection => ({
  place: { screen: 'tasks', at: `${id}.${field}` },
  facts: { name },
});

export const TASK_RULES: readonly Rule[] = [
  {
    id: 'task-by-activity',
    severity: 'warn',
    find: (review) =>
      tasksOf(review)
        .filter(
          (task) =>
            (isWritten(task.activity) || task.attained === 'yes' || task.attained === 'partly' || task.grade !== '') &&
            (factsOf(review, task)?.actual ?? null) === null &&
            task.attained !== 'no',
        )
        .map((task) => atTask(task, 'actual')),
  },
  {
    id: 'result-tells-activity',
    severity: 'warn',
    find: (review) =>
      tasksOf(review).flatMap((task) => {
        const word = activityIn(task.result);
        const { place, facts } = atTask(task, 'result');
        return word === null ? [] : [{ place, facts: { ...facts, word } }];
      }),
  },
  {
    id: 'grade-without-reason',
    severity: 'warn',
    find: (review) =>
      tasksOf(review)
        .filter((task) => task.grade !== '' && !isWritten(task.gradeReason))
        .map((task) => atTask(task, 'gradeReason')),
  },
  {
    id: 'task-without-evidence',
    severity: 'warn',
    find: (review) =>
      tasksOf(review)
        .filter(
          (task) =>
            (isWritten(task.result) || task.actual !== null || task.grade !== '') &&
            !review.metrics.has(task.metric) &&
            !review.evidence.has(task.id),
        )
        .map(({ id, name }) => ({ place: { screen: 'tasks', at: id }, facts: { name } })),
  },
  {
    id: 'result-too-long',
    severity: 'hint',
    find: (review) =>
      tasksOf(review)
        .filter((task) => factsOf(review, task)?.result.tooLong)
        .map((task) => atTask(task, 'result')),
  },
  {
    id: 'campaign-without-baseline',
    severity: 'warn',
    find: (review) =>
      campaignsOf(review)
        .filter(({ facts }) => facts === null)
        .map(({ id, name }) => ({ place: { screen: 'tasks', of: id, at: `${id}.facts` }, facts: { name } })),
  },
  {
    id: 'campaign-without-review',
    severity: 'warn',
    find: (review) =>
      campaignsOf(review).flatMap((campaign) => {
        const { id, name } = campaign;
        const missing = STEPS.filter((step) => !isWritten(campaign[step]));
        const [first] = missing;
        if (first === undefined) return [];
        return [{ place: { screen: 'tasks', of: id, at: `${id}.${first}` }, facts: { name, count: missing.length } }];
      }),
  },
  {
    id: 'campaign-without-follow-up',
    severity: 'hint',
    find: (review) =>
      campaignsOf(review)
        .filter(({ id, lesson }) => isWritten(lesson) && !review.takenUp.has(id))
        .map(({ id, name }) => ({ place: { screen: 'tasks', of: id, at: `${id}.lesson` }, facts: { name } })),
  },
];
