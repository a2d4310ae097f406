import type { CauseFacts, FindingFacts, FindingTree } from '../../finding-facts.ts';
import { amount } from './metrics.ts';
import type { CheckFacts } from '../check.ts';
import type { Objection, Review, Rule } from '../rule.ts';
import { actionsOf } from '../spoken.ts';

interface Leaf {
  readonly finding: FindingFacts;
  readonly tree: FindingTree;
  readonly leaf: CauseFacts;
}

/** The finding's written causes that stand at the end of a branch, on the side the figures are on. */
const leavesOf = ({ figures }: Review): readonly Leaf[] =>
  Object.values(figures.findings).flatMap((finding) => {
    const trees = finding.kind === null ? [finding.trees.gap, finding.trees.win] : [finding.trees[finding.kind]];
    return trees.flatMap((tree) =>
      tree.causes
        .filter(({ isLeaf, cause }) => isLeaf && cause.text.trim() !== '')
        .map((leaf) => ({ finding, tree, leaf })),
    );
  });

const atCause = ({ cause }: CauseFacts, field?: string): Objection => ({
  place: { screen: 'metrics', of: cause.metric, at: field === undefined ? cause.id : `${cause.id}.${field}` },
  facts: { metric: cause.metric, name: cause.text },
});

const aboveOf = ({ cause: { parent } }: CauseFacts, tree: FindingTree): CauseFacts | undefined =>
  tree.causes.find(({ cause }) => cause.id === parent);

/** A cause and those above it, from itself upwards. */
function pathOf({ leaf, tree }: Leaf): readonly CauseFacts[] {
  const path: CauseFacts[] = [];
  for (let at: CauseFacts | undefined = leaf; at && !path.includes(at); at = aboveOf(at, tree)) path.push(at);
  return path;
}

const unexplained = (review: Review, kind: 'gap' | 'win'): readonly Objection[] =>
  review.figures.scorecard.flatMap(({ metric, gap, attainment }) => {
    const finding = review.figures.findings[metric.id];
    if (finding?.kind !== kind || finding.trees[kind].causes.some(({ cause }) => cause.text.trim() !== '')) return [];
    const figures = {
      gap: { ...amount(gap, metric.unit === 'percent' ? 'change-points' : metric.unit), signed: true },
      attainment: amount(attainment, 'attainment'),
    };
    return [
      {
        place: { screen: 'metrics', of: metric.id, at: kind },
        facts: { metric: metric.id, figures },
        ...(metric.level === 'supporting' && { severity: kind === 'gap' ? 'warn' : 'hint' }),
      } satisfies Objection,
    ];
  });

/** Written actions of the year's findings, on the side the figures are on, that lack a field. */
const actionsLacking = ({ figures }: Review, field: 'owner' | 'due' | 'metric'): readonly Objection[] =>
  Object.values(figures.findings)
    .flatMap((finding) => actionsOf(finding, finding.kind === null ? ['gap', 'win'] : [finding.kind]))
    .filter(({ lacks }) => lacks.includes(field) && !lacks.includes('text'))
    .map(({ action }) => ({
      place: { screen: 'metrics', of: action.finding, at: `${action.id}.${field}` },
      facts: { metric: action.finding, name: action.text } satisfies CheckFacts,
    }));

const isTakenUp = (review: Review, leaf: Leaf): boolean =>
  pathOf(leaf).some(({ cause }) => review.takenUp.has(cause.id));

const hasPlanBegun = ({ book }: Review): boolean => book.initiatives.some((one) => one.year === book.settings.year + 1);

export const FINDING_RULES: readonly Rule[] = [
  { id: 'missed-without-cause', severity: 'error', find: (review) => unexplained(review, 'gap') },
  { id: 'met-without-factor', severity: 'warn', find: (review) => unexplained(review, 'win') },
  {
    id: 'cause-without-evidence',
    severity: 'error',
    find: (review) =>
      leavesOf(review)
        .filter(({ leaf }) => !leaf.evidence.some(({ state }) => state === 'sound'))
        .map(({ leaf }) => atCause(leaf, 'evidence')),
  },
  {
    id: 'cause-without-action',
    severity: 'warn',
    find: (review) =>
      leavesOf(review)
        .filter(
          (one) =>
            one.leaf.cause.finding === 'gap' &&
            one.finding.actions.length === 0 &&
            pathOf(one).every(({ actions }) => actions.length === 0),
        )
        .map(({ leaf }) => atCause(leaf, 'actions')),
  },
  {
    id: 'factor-without-condition',
    severity: 'hint',
    find: (review) =>
      leavesOf(review)
        .filter(({ leaf: { cause } }) => cause.finding === 'win' && cause.condition.trim() === '')
        .map(({ leaf }) => atCause(leaf, 'condition')),
  },
  { id: 'action-without-owner', severity: 'error', find: (review) => actionsLacking(review, 'owner') },
  { id: 'action-without-due', severity: 'error', find: (review) => actionsLacking(review, 'due') },
  { id: 'action-without-metric', severity: 'warn', find: (review) => actionsLacking(review, 'metric') },
  {
    id: 'cause-not-taken-up',
    severity: 'hint',
    find: (review) =>
      hasPlanBegun(review)
        ? leavesOf(review)
            .filter((leaf) => !isTakenUp(review, leaf))
            .map(({ leaf }) => atCause(leaf))
        : [],
  },
  {
    id: 'nothing-taken-up',
    severity: 'hint',
    find: (review) => {
      const count = hasPlanBegun(review) ? 0 : leavesOf(review).length;
      return count === 0 ? [] : [{ place: { screen: 'plan', at: 'initiatives' }, facts: { count } }];
    },
  },
];
