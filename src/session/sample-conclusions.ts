import type { Book, Conclusion } from '#core/book/book.ts';
import { SUMMARY_OWNER } from '#core/book/conclusion-nodes.ts';
import { evaluate } from '#core/evaluate.ts';
import { withSeen } from '#core/review/seen-figures.ts';
import { writeDraft } from '#messages/write-draft.ts';

/**
 * The conclusions a team would have written first: the whole review's and those of its core and key metrics, as drafts in the
 * reader's language whose figures are live. The others are left for the person to try.
 */
export function sampleConclusions(book: Book): ReadonlyMap<string, Conclusion> {
  const leading = book.metrics.filter((metric) => metric.level !== 'supporting').map((metric) => metric.id);
  const evaluation = evaluate(book);
  return new Map(
    [SUMMARY_OWNER, ...leading].flatMap((owner) => {
      const draft = evaluation.drafts[owner];
      return draft ? [[owner, { blocks: withSeen(book, evaluation, writeDraft(draft, book)) }] as const] : [];
    }),
  );
}
