import type { Book } from '#core/book/book.ts';
import type { FiscalYear } from '#core/period.ts';

/** Further back a benchmark explains nothing a review compares. */
const BACK = 4;

/** Years that a benchmark may be given to, newest first: the reviewed one, some before it, and any that has one already. */
export function benchmarkYears({ benchmarks, settings }: Pick<Book, 'benchmarks' | 'settings'>): readonly FiscalYear[] {
  const usual = Array.from({ length: BACK + 1 }, (_, back) => settings.year - back);
  return [...new Set([...usual, ...benchmarks.map((one) => one.year)])].sort((a, b) => b - a);
}
