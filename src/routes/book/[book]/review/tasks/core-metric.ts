import type { Book } from '#core/book/book.ts';

/** The metric whose figures are offered first where none is named, and that a lesson serves; '' in a book without metrics. */
export const coreMetric = ({ metrics }: Pick<Book, 'metrics'>): string =>
  (metrics.find(({ level }) => level === 'core') ?? metrics[0])?.id ?? '';
