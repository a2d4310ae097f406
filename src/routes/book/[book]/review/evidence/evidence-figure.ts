import type { Book, FigureRef } from '#core/book/book.ts';
import type { Evidence } from '#core/book/review.ts';
import { yearKey } from '#core/period.ts';

/** The figure that a piece of evidence shows live; `null` for a source and for what is gone. */
export function evidenceFigure(evidence: Evidence, book: Book): FigureRef | null {
  if (evidence.kind === 'figure') return evidence.figure;
  const benchmark =
    evidence.kind === 'benchmark' ? book.benchmarks.find((one) => one.id === evidence.benchmark) : undefined;
  return benchmark
    ? { metric: benchmark.metric, figure: 'benchmark', period: yearKey(benchmark.year), of: benchmark.id }
    : null;
}
