import type { CostLineFacts } from '../../cost-facts.ts';
import { amount } from './metrics.ts';
import type { Objection, Review, Rule } from '../rule.ts';

/** Lines of which something has been spent and that lack what they are judged by. */
const linesLacking = ({ book, figures }: Review, what: NonNullable<CostLineFacts['missing']>): readonly Objection[] =>
  figures.cost.lines
    .filter((line) => line.missing === what && line.category !== 'people' && (line.actual.value ?? 0) > 0)
    .map(({ id, actual }) => {
      const line = book.costs.find((one) => one.id === id);
      const field = what === 'return' ? 'sales' : line?.hoursSaved === null ? 'hoursSaved' : 'hourlyCost';
      return {
        place: { screen: 'cost', at: `${id}.${field}` },
        facts: { name: line?.name ?? '', figures: { spent: amount(actual.value, 'money') } },
      };
    });

/** Team and cost: what the year was made with. */
export const MEANS_RULES: readonly Rule[] = [
  {
    id: 'entry-without-goal',
    severity: 'warn',
    find: ({ book, figures }) => {
      const titles = new Map([
        ...book.rhythms.map(({ id, name }) => [id, name] as const),
        ...book.growths.map(({ id, topic }) => [id, topic] as const),
        ...book.people.map(({ id, name }) => [id, name] as const),
      ]);
      return figures.team.withoutGoal.flatMap((id) => {
        const name = titles.get(id)?.trim() ?? '';
        return name === '' ? [] : [{ place: { screen: 'team', at: `${id}.goal` }, facts: { name } }];
      });
    },
  },
  {
    id: 'cost-without-return',
    severity: 'warn',
    find: (review) => linesLacking(review, 'return'),
  },
  {
    id: 'system-without-hours',
    severity: 'warn',
    find: (review) => linesLacking(review, 'hours'),
  },
];
