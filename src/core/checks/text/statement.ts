import type { FigureRef } from '../../book/book.ts';
import { CHIP } from '../../review/sentences.ts';

/** One sentence, or a clause of one: each chip is one `CHIP` in the text, and stands in `chips` in the same order. */
export interface Statement {
  readonly text: string;
  readonly chips: readonly FigureRef[];
}

/** A comma between digits parts thousands, not clauses. */
const BREAK = /[，；;：:。]|,(?!\d)/;

/** A sentence's clauses, in order, each with the chips that stand in it. */
export function clausesOf({ text, chips }: Statement): readonly Statement[] {
  let passed = 0;
  return text.split(BREAK).map((clause) => {
    const count = clause.split(CHIP).length - 1;
    passed += count;
    return { text: clause, chips: chips.slice(passed - count, passed) };
  });
}
