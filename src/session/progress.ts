import type { Book } from '#core/book/book.ts';
import type { ShelfEntry } from './books.ts';

/** How far a review has come, as the start screen tells it. */
export function progressOf(book: Book): ShelfEntry['progress'] {
  const filled = new Set<string>();
  for (const [key, cell] of book.cells) {
    const [metric, kind] = key.split('|');
    if (cell.value !== null) filled.add(`${metric}|${kind}`);
  }
  const leading = book.metrics.filter((metric) => metric.level !== 'supporting');
  const isReviewed = (id: string): boolean =>
    filled.has(`${id}|actual`) && filled.has(`${id}|target`) && (book.conclusions.get(id)?.blocks.length ?? 0) > 0;
  if (leading.length > 0 && leading.every((metric) => isReviewed(metric.id))) return 'reviewed';
  return book.metrics.some((metric) => filled.has(`${metric.id}|actual`)) ? 'started' : 'empty';
}
