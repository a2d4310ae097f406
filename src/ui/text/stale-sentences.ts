import type { ConclusionBlock, FigureRef } from '#core/book/book.ts';
import type { FigureValue } from '#core/evaluation.ts';
import { figureValue } from '#core/review/figure-value.ts';
import { hasMoved } from '#core/review/seen-figures.ts';
import { CHIP, sentencesOf, type Sentence } from '#core/review/sentences.ts';
import type { FigureDesk } from './figure-desk.ts';

/** A paragraph as one text, its chips by their position in it. */
export interface Paragraph {
  readonly text: string;
  readonly chips: ReadonlyMap<number, SeenFigure>;
}

interface SeenFigure {
  readonly figure: FigureRef;
  readonly seen?: number | undefined;
}

export interface MovedFigure {
  /** Position in the paragraph. */
  readonly at: number;
  readonly figure: FigureRef;
  readonly before: FigureValue;
  readonly now: FigureValue;
}

/** A sentence whose words were written about other figures than those it shows now. */
export interface StaleSentence extends Sentence {
  readonly moved: readonly MovedFigure[];
}

export function paragraphOf(block: ConclusionBlock): Paragraph {
  const chips = new Map<number, SeenFigure>();
  let text = '';
  for (const run of block.children) {
    if (run.kind === 'chip') chips.set(text.length, run);
    text += run.kind === 'chip' ? CHIP : run.text;
  }
  return { text, chips };
}

/** A stretch of a paragraph with its chips told in words. */
export const wordsOf = (
  { text, chips }: Paragraph,
  { from, to }: { readonly from: number; readonly to: number },
  tell: (figure: FigureRef) => string,
): string =>
  text
    .slice(from, to)
    .split('')
    .map((unit, index) => {
      const chip = unit === CHIP ? chips.get(from + index) : undefined;
      return chip ? tell(chip.figure) : unit;
    })
    .join('');

/** A sentence without regard to where it stands: its words, and which figures it shows. */
const signature = (paragraph: Paragraph, sentence: Sentence): string =>
  wordsOf(paragraph, sentence, (ref) => `[${ref.metric}|${ref.figure}|${ref.period}|${ref.of ?? ''}]`);

/**
 * What today's draft says, so that a sentence of it that still stands there needs no confirming: its words fit the figures. It is
 * written when first asked for, since this runs at every key and most texts have no figure that moved.
 */
export function draftedSentences(desk: FigureDesk, owner: string): () => ReadonlySet<string> {
  let known: ReadonlySet<string> | undefined;
  return () => (known ??= writtenSentences(desk, owner));
}

function writtenSentences(desk: FigureDesk, owner: string): ReadonlySet<string> {
  const paragraphs = desk.draft(owner).map(paragraphOf);
  return new Set(paragraphs.flatMap((each) => sentencesOf(each.text).map((sentence) => signature(each, sentence))));
}

/** The sentences of a paragraph that must be read again: a figure in them has moved, and today's draft would not say them so. */
export function staleSentences(
  { book, evaluation }: Pick<FigureDesk, 'book' | 'evaluation'>,
  drafted: () => ReadonlySet<string>,
  paragraph: Paragraph,
): readonly StaleSentence[] {
  if (!evaluation || paragraph.chips.size === 0) return [];
  return sentencesOf(paragraph.text).flatMap((sentence) => {
    const { from, to } = sentence;
    const moved = [...paragraph.chips].flatMap(([at, { figure, seen }]): MovedFigure[] => {
      if (at < from || at >= to || seen === undefined) return [];
      const now = figureValue(book, evaluation, figure);
      return hasMoved(now, seen) ? [{ at, figure, before: { ...now, value: seen }, now }] : [];
    });
    return moved.length > 0 && !drafted().has(signature(paragraph, sentence)) ? [{ ...sentence, moved }] : [];
  });
}

/** Whether any sentence of a written conclusion must be read again. */
export function isStale(desk: FigureDesk, owner: string): boolean {
  const blocks = desk.book.conclusions.get(owner)?.blocks ?? [];
  if (!blocks.some(({ children }) => children.some((run) => run.kind === 'chip' && run.seen !== undefined)))
    return false;
  const drafted = draftedSentences(desk, owner);
  return blocks.some((block) => staleSentences(desk, drafted, paragraphOf(block)).length > 0);
}
