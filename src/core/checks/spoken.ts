import type { Book, ConclusionBlock, FigureRef, Metric } from '../book/book.ts';
import type { ActionFacts, FindingFacts, FindingKind } from '../finding-facts.ts';
import { SUMMARY_OWNER } from '../book/conclusion-nodes.ts';
import type { Evidence } from '../book/review.ts';
import { CHIP, sentencesOf } from '../review/sentences.ts';
import type { Place } from './check.ts';
import type { Spoken } from './rule.ts';
import type { Statement } from './text/statement.ts';

interface Source extends Pick<Spoken, 'kind' | 'place' | 'metric'> {
  /** Something outside the sentence shows it. */
  readonly shown: boolean;
}

/** Every sentence of the year's texts: conclusions, causes, actions, evidence, results, the steps of campaigns, insights. */
export function spokenOf(
  book: Book,
  metrics: ReadonlyMap<string, Metric>,
  evidence: ReadonlyMap<string, readonly Evidence[]>,
  findings: readonly FindingFacts[],
): readonly Spoken[] {
  const ofYear = <T extends { readonly year: number }>(records: readonly T[]): readonly T[] =>
    records.filter((record) => record.year === book.settings.year);
  const metricOf = (id: string): Metric | null => metrics.get(id) ?? null;
  const isShown = (id: string): boolean => evidence.has(id);
  const written = (text: string, source: Source): readonly Spoken[] => told([{ text, chips: [] }], source);
  // Of a metric that was removed there is no page to lead to.
  const causes = ofYear(book.causes).filter((cause) => metrics.has(cause.metric));
  const shownCauses = withThoseAbove(
    causes.filter((cause) => isShown(cause.id)),
    new Map(causes.map((cause) => [cause.id, cause.parent])),
  );
  const places = new Map<string, Place>();
  const spoken: Spoken[] = [...book.conclusions].flatMap(([owner, { blocks }]) => {
    const metric = metricOf(owner);
    if (metric === null && owner !== SUMMARY_OWNER) return [];
    const place: Place = { screen: 'metrics', ...(metric && { of: metric.id }), at: 'conclusion' };
    return told(blocks.map(paragraphOf), { kind: 'conclusion', place, metric, shown: false });
  });
  for (const { id, metric, text, condition } of causes) {
    const place: Place = { screen: 'metrics', of: metric, at: `${id}.text` };
    const source: Source = { kind: 'cause', place, metric: metricOf(metric), shown: shownCauses.has(id) };
    places.set(id, place);
    spoken.push(...written(text, source));
    spoken.push(...written(condition, { ...source, kind: 'step', place: { ...place, at: `${id}.condition` } }));
  }
  const actions = findings.flatMap((finding) => actionsOf(finding, ['gap', 'win']));
  for (const { id, finding, metric, text } of actions.map(({ action }) => action)) {
    const place: Place = { screen: 'metrics', of: finding, at: `${id}.text` };
    spoken.push(...written(text, { kind: 'action', place, metric: metricOf(metric || finding), shown: false }));
  }
  for (const { id, metric, result, gradeReason } of ofYear(book.tasks)) {
    const at = (field: string): Place => ({ screen: 'tasks', at: `${id}.${field}` });
    const source = { kind: 'result', metric: metricOf(metric), shown: isShown(id) } as const;
    places.set(id, at('result'));
    spoken.push(...written(result, { ...source, place: at('result') }));
    spoken.push(...written(gradeReason, { ...source, place: at('gradeReason') }));
  }
  for (const campaign of ofYear(book.campaigns)) {
    const { id } = campaign;
    places.set(id, { screen: 'tasks', of: id, at: id });
    for (const step of STEPS) {
      const place: Place = { screen: 'tasks', of: id, at: `${id}.${step}` };
      spoken.push(...written(campaign[step], { kind: 'step', place, metric: null, shown: isShown(id) }));
    }
  }
  for (const insight of ofYear(book.insights)) {
    const { id, metric, source } = insight;
    places.set(id, { screen: 'market', at: id });
    for (const field of ['fact', 'gap', 'opportunity'] as const) {
      const shown = field === 'fact' ? source.trim() !== '' || isShown(id) : isShown(id);
      const place: Place = { screen: 'market', at: `${id}.${field}` };
      spoken.push(...written(insight[field], { kind: 'insight', place, metric: metricOf(metric), shown }));
    }
  }
  for (const { id, owner, text } of book.evidence) {
    const place = places.get(owner);
    if (place)
      spoken.push(...written(text, { kind: 'evidence', place: { ...place, at: id }, metric: null, shown: true }));
  }
  return spoken;
}

/** A finding's actions that count: those under causes of these trees and, while it is a gap, those that answer it as a whole. */
export const actionsOf = (
  { kind, actions, trees }: FindingFacts,
  of: readonly FindingKind[],
): readonly ActionFacts[] => [
  ...(kind === 'gap' ? actions : []),
  ...of.flatMap((one) => trees[one].causes).flatMap((cause) => cause.actions),
];

/** The four steps of looking back on a campaign. */
export const STEPS = ['recall', 'comparison', 'causes', 'lesson'] as const;

/** A paragraph as one text, its chips beside it. */
function paragraphOf({ children }: ConclusionBlock): Statement {
  const chips: FigureRef[] = [];
  const texts = children.map((run) => {
    if (run.kind === 'text') return run.text.replaceAll(CHIP, '');
    chips.push(run.figure);
    return CHIP;
  });
  return { text: texts.join(''), chips };
}

function told(paragraphs: readonly Statement[], { shown, ...source }: Source): readonly Spoken[] {
  return paragraphs.flatMap(({ text, chips }) => {
    if (text.trim() === '') return [];
    let passed = 0;
    return sentencesOf(text).map(({ from, to }) => {
      const sentence = text.slice(from, to);
      const count = sentence.split(CHIP).length - 1;
      const own = chips.slice(passed, (passed += count));
      return { ...source, text: sentence, chips: own, shown: shown || own.length > 0 || /\d/.test(sentence) };
    });
  });
}

/** Causes and those above them: what shows a cause shows what it explains. */
function withThoseAbove(
  causes: readonly { readonly id: string }[],
  parents: ReadonlyMap<string, string | null>,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { id } of causes)
    for (let at: string | null = id; at !== null && !found.has(at); at = parents.get(at) ?? null) found.add(at);
  return found;
}
