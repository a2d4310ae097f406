import type { Book, Metric } from '../book/book.ts';
import type { Action, Cause, Evidence } from '../book/review.ts';
import { changeOf } from '../comparison/change.ts';
import type { Explanation, Part, ScorecardRow } from '../evaluation.ts';
import { firstDimension } from '../explanation/ranking.ts';
import type {
  ActionFacts,
  CauseFacts,
  EvidenceFacts,
  FindingFacts,
  FindingKind,
  FindingTree,
  MainPart,
} from '../finding-facts.ts';
import { figureValue, type Figures } from './figure-value.ts';

/** The findings of the year under review, by metric. */
export function findingsOf(book: Book, figures: Figures): Readonly<Record<string, FindingFacts>> {
  const written = indexOf(book);
  return Object.fromEntries(
    figures.scorecard.map((row) => [row.metric.id, findingOf(book, figures, row, written)] as const),
  );
}

/** One metric's finding, as `findingsOf` tells it. */
export function findingOf(
  book: Book,
  figures: Figures,
  row: ScorecardRow,
  written: Written = indexOf(book),
): FindingFacts {
  const { metric, actual, target } = row;
  const kind = row.met === null ? null : row.met ? 'win' : 'gap';
  const causes = written.causes.get(metric.id) ?? [];
  const known = new Set(causes.map((cause) => cause.id));
  const actions = (written.actions.get(metric.id) ?? []).filter((action) => !known.has(action.cause)).map(actionFacts);
  const tree = (of: FindingKind): FindingTree =>
    treeOf(
      book,
      figures,
      causes.filter((cause) => cause.finding === of),
      actions,
      written,
    );
  return {
    metric: metric.id,
    kind,
    missing: [...(actual === null ? ['actual' as const] : []), ...(target === null ? ['target' as const] : [])],
    gap: changeOf(metric.unit, actual, target),
    driver: kind && mainPart(metric, kind, figures.explanations[metric.id]),
    trees: { gap: tree('gap'), win: tree('win') },
    actions,
  };
}

/** Records of the year under review by what they stand under, so that a finding is made in the time of its own records. */
interface Written {
  readonly causes: ReadonlyMap<string, readonly Cause[]>;
  readonly evidence: ReadonlyMap<string, readonly Evidence[]>;
  /** By the metric whose finding they belong to. */
  readonly actions: ReadonlyMap<string, readonly Action[]>;
  /** Ids of next year's initiatives by what they came from. */
  readonly initiatives: ReadonlyMap<string, string>;
}

function indexOf(book: Book): Written {
  const { year } = book.settings;
  return {
    causes: grouped(
      book.causes.filter((cause) => cause.year === year),
      (cause) => cause.metric,
    ),
    evidence: grouped(book.evidence, (one) => one.owner),
    actions: grouped(
      book.actions.filter((action) => action.year === year),
      (action) => action.finding,
    ),
    initiatives: new Map(
      book.initiatives
        .filter((one) => one.year === year + 1 && (one.origin.kind === 'cause' || one.origin.kind === 'win'))
        .map((one) => [one.origin.id, one.id]),
    ),
  };
}

function treeOf(
  book: Book,
  figures: Figures,
  all: readonly Cause[],
  ofFinding: readonly ActionFacts[],
  written: Written,
): FindingTree {
  // One cause an id, so that every parent stands before its children and no path leads back to itself.
  const ids = new Set<string>();
  const causes = all.filter(({ id }) => !ids.has(id) && ids.add(id));
  const parents = aboveWritten(causes);
  const byCause = grouped(written.actions.get(causes[0]?.metric ?? '') ?? [], (action) => action.cause);
  const told = new Map<string, CauseFacts>();
  for (const cause of causes) {
    // A parent that belongs to another finding is none: the cause stands at the top of its own.
    const parent = cause.parent !== null && told.has(cause.parent) ? cause.parent : null;
    const above = parent === null ? undefined : told.get(parent);
    const actions = (byCause.get(cause.id) ?? []).map(actionFacts);
    told.set(cause.id, {
      cause: parent === cause.parent ? cause : { ...cause, parent },
      depth: above ? above.depth + 1 : 0,
      isLeaf: !parents.has(cause.id),
      evidence: (written.evidence.get(cause.id) ?? []).map((one) => evidenceFacts(book, figures, one)),
      actions,
      initiative: written.initiatives.get(cause.id) ?? null,
      carriedAbove: actions.length > 0 ? null : (above?.initiative ?? above?.carriedAbove ?? null),
    });
  }
  const tree = [...told.values()];
  const leaves = tree.filter(({ isLeaf, cause }) => isLeaf && isWritten(cause));
  const count = (is: (leaf: CauseFacts) => boolean): number => leaves.filter(is).length;
  const answers = [...ofFinding, ...tree.flatMap((one) => one.actions)];
  return {
    causes: tree,
    leaves: {
      all: leaves.length,
      evidenced: count((leaf) => leaf.evidence.some(({ state }) => state === 'sound')),
      answered: count((leaf) => ofFinding.length > 0 || withAbove(leaf, told).some((one) => one.actions.length > 0)),
      conditioned: count((leaf) => leaf.cause.condition.trim() !== ''),
      carried: count((leaf) => withAbove(leaf, told).some((one) => one.initiative !== null)),
    },
    actions: { all: answers.length, complete: answers.filter(({ lacks }) => lacks.length === 0).length },
  };
}

const isWritten = (cause: Cause): boolean => cause.text.trim() !== '';

/** Ids of the causes that something written stands below, an empty row between them or not. Parents come before their children. */
export function aboveWritten(causes: readonly Cause[]): ReadonlySet<string | null> {
  const above = new Set<string | null>();
  for (const cause of causes.toReversed()) if (isWritten(cause) || above.has(cause.id)) above.add(cause.parent);
  return above;
}

function grouped<T>(records: readonly T[], by: (record: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = groups.get(by(record));
    if (group) group.push(record);
    else groups.set(by(record), [record]);
  }
  return groups;
}

/** A cause and those above it, from itself upwards. */
function withAbove(leaf: CauseFacts, told: ReadonlyMap<string, CauseFacts>): readonly CauseFacts[] {
  const path: CauseFacts[] = [];
  let at: CauseFacts | undefined = leaf;
  while (at) {
    path.push(at);
    at = at.cause.parent === null ? undefined : told.get(at.cause.parent);
  }
  return path;
}

function actionFacts(action: Action): ActionFacts {
  const isThere: Record<ActionFacts['lacks'][number], boolean> = {
    text: action.text.trim() !== '',
    owner: action.owner.trim() !== '',
    due: action.due !== '',
    metric: action.metric !== '',
    effect: action.effect !== null,
  };
  return { action, lacks: LACKED.filter((field) => !isThere[field]) };
}

const LACKED = ['text', 'owner', 'due', 'metric', 'effect'] as const;

/** A piece of evidence and whether it shows anything today; of causes, tasks, campaigns and insights alike. */
export function evidenceFacts(book: Book, figures: Figures, evidence: Evidence): EvidenceFacts {
  return { evidence, state: STATES[evidence.kind](book, figures, evidence) };
}

const STATES: Record<Evidence['kind'], (book: Book, figures: Figures, evidence: Evidence) => EvidenceFacts['state']> = {
  figure: (book, figures, { figure }) => {
    if (figure === null || !book.metrics.some((metric) => metric.id === figure.metric)) return 'gone';
    if (figureValue(book, figures, figure).value !== null) return 'sound';
    return figure.of === undefined ? 'unknown' : 'gone';
  },
  benchmark: (book, _figures, evidence) => {
    const benchmark = book.benchmarks.find((one) => one.id === evidence.benchmark);
    if (!benchmark) return 'gone';
    return benchmark.value === null ? 'unknown' : 'sound';
  },
  source: (_book, _figures, { text, source }) => (text.trim() === '' || source.trim() === '' ? 'empty' : 'sound'),
};

/**
 * Of the drivers, else of the dimension that tells most, the part with the largest effect in the finding's own direction: a gap
 * is told by what pulled the metric away from its good side, a win by what pushed it there. `null` where no part did.
 */
function mainPart(metric: Metric, kind: FindingKind, explanation: Explanation | undefined): MainPart | null {
  const drivers = explanation?.splits.find(({ by }) => by === 'drivers');
  const segments = explanation && firstDimension(explanation);
  const good = metric.direction === 'higher' ? 1 : -1;
  const wanted = kind === 'win' ? good : -good;
  for (const split of [drivers, segments]) {
    const main = split?.parts.reduce<Part | null>(
      (most, part) =>
        part.id !== '' && part.effect * wanted > Math.max(0, (most?.effect ?? 0) * wanted) ? part : most,
      null,
    );
    if (split && main) return { by: split.by, id: main.id, effect: main.effect, share: main.share };
  }
  return null;
}
