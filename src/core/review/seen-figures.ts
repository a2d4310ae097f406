import type { Book, ConclusionBlock } from '../book/book.ts';
import type { Evaluation, FigureValue } from '../evaluation.ts';
import { figureValue } from './figure-value.ts';

/** Blocks whose chips remember the values they stand for now, so that a later change of the data shows beside the words. */
export const withSeen = (
  book: Book,
  evaluation: Evaluation,
  blocks: readonly ConclusionBlock[],
): readonly ConclusionBlock[] =>
  blocks.map(({ children }) => ({
    children: children.map((run) => {
      if (run.kind === 'text') return run;
      const { value } = figureValue(book, evaluation, run.figure);
      return value === null ? run : { ...run, seen: value };
    }),
  }));

/** Digits a reader can tell apart in a chip, by form: a change below them changes no word. */
const DECIMALS: Partial<Record<FigureValue['form'], number>> = {
  percent: 3,
  attainment: 3,
  'change-ratio': 3,
  'change-points': 3,
  times: 2,
  days: 1,
};
const SIGNIFICANT = 4;

/** Whether a figure reads otherwise than when it was seen. What was never seen, or is unknown on both sides, has not moved. */
export function hasMoved(now: Pick<FigureValue, 'value' | 'form'>, seen: number | null | undefined): boolean {
  if (seen === undefined || seen === null) return false;
  if (now.value === null) return true;
  const decimals = DECIMALS[now.form];
  const read = (value: number): string =>
    decimals === undefined ? value.toPrecision(SIGNIFICANT) : (value + 0).toFixed(decimals);
  return Number(read(now.value)) !== Number(read(seen));
}
