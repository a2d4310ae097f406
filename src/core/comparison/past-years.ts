import type { Book, Metric } from '../book/book.ts';
import type { Change } from '../evaluation.ts';
import type { FiscalYear } from '../period.ts';
import type { Ratio } from '../ratio.ts';
import { attainment } from './attainment.ts';
import { changeOf } from './change.ts';
import { comparable } from './comparable.ts';
import { valuesOf } from './values.ts';

/** A fiscal year of a metric beside the others. */
export interface PastYear {
  readonly year: FiscalYear;
  readonly actual: number | null;
  /** Whether the year is complete in the data. */
  readonly whole: boolean;
  readonly target: number | null;
  /** Of a whole year only: what a year to date may be held against is the scorecard's to say. */
  readonly attainment: Ratio | null;
  /** On the year before it, over the time both know (CO5). */
  readonly growth: Change;
}

const YEARS = 3;

/** The year under review and the two before it, oldest first. */
export function pastYears(book: Book, metric: Metric): readonly PastYear[] {
  const values = valuesOf(book);
  const { firstMonth } = book.settings;
  return Array.from({ length: YEARS }, (_, index): PastYear => {
    const year = book.settings.year - YEARS + 1 + index;
    const { value: actual, complete: whole } = values.year(metric.id, 'actual', year);
    const target = values.year(metric.id, 'target', year).value;
    const span = comparable(values, metric, year, year - 1, firstMonth);
    return {
      year,
      actual,
      whole,
      target,
      attainment: whole && actual !== null && target !== null ? attainment(actual, target, metric.direction) : null,
      growth: changeOf(metric.unit, span?.current ?? null, span?.base ?? null),
    };
  });
}
