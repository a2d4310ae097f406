import { highlightKey, type Book, type Metric } from '../book/book.ts';
import { changeOf } from '../comparison/change.ts';
import { partsBelow } from '../comparison/formula-tree.ts';
import { valuesOf } from '../comparison/values.ts';
import { median, robustDeviation } from '../deviation.ts';
import type { Highlight, HighlightReason, ScorecardRow } from '../evaluation.ts';
import type { FiscalYear } from '../period.ts';

/** Fewer months than this, of which a year-on-year change is known, do not tell what is usual. */
const FEWEST_MONTHS = 9;
/** Without that history: what counts as a large change of a year, as a rate and in points. */
const LARGE = { ratio: 0.1, points: 0.02 } as const;
/** Never worth telling below this, however steady the months. */
const LEAST = { ratio: 0.02, points: 0.005 } as const;

/**
 * Supporting metrics that changed materially and feed a core or key metric through the formulas, strongest first. Material is a
 * year's change larger than a month's change over last year usually strays from its own middle (median absolute deviation of the
 * months of this year and last, each year around its own median); where too few months are known, a large change as such. What a
 * person pinned stands first, of any level and without any rule; what they dropped is out.
 */
export function highlightsOf(book: Book, scorecard: readonly ScorecardRow[]): readonly Highlight[] {
  const byId = new Map(book.metrics.map((metric) => [metric.id, metric]));
  const told = book.metrics
    .filter((metric) => metric.level !== 'supporting')
    .map((metric) => ({ id: metric.id, below: partsBelow(metric, byId) }));
  const found = scorecard.flatMap((row): readonly Highlight[] => {
    const { metric, growth } = row;
    const choice = book.highlights.get(highlightKey(metric.id, book.settings.year));
    if (choice === 'dropped') return [];
    const feeds = told.filter(({ id, below }) => id !== metric.id && below.has(metric.id)).map(({ id }) => id);
    const { reason, least } = materialFor(book, row);
    const size = growth.value === null ? null : Math.abs(growth.value) / least;
    if (choice === 'pinned') return [{ metric: metric.id, reason: { kind: 'pinned' }, feeds, growth, size }];
    const isTold = metric.level === 'supporting' && feeds.length > 0 && size !== null && size >= 1;
    return isTold ? [{ metric: metric.id, reason, feeds, growth, size }] : [];
  });
  const isPinned = (one: Highlight): boolean => one.reason.kind === 'pinned';
  return found.sort((a, b) => Number(isPinned(b)) - Number(isPinned(a)) || (b.size ?? 0) - (a.size ?? 0));
}

/** What a change of this metric must reach, and how to say so. */
function materialFor(book: Book, { metric, growth }: ScorecardRow): { reason: HighlightReason; least: number } {
  const { year } = book.settings;
  const strays = [year, year - 1].flatMap((of) => straysIn(book, metric, of));
  if (strays.length < FEWEST_MONTHS) {
    return { reason: { kind: 'large-change', least: LARGE[growth.kind] }, least: LARGE[growth.kind] };
  }
  const usual = robustDeviation(strays);
  return { reason: { kind: 'beyond-usual', usual, months: strays.length }, least: Math.max(usual, LEAST[growth.kind]) };
}

/** How far each whole month's change over last year's lay from the middle of its year. */
function straysIn(book: Book, metric: Metric, year: FiscalYear): readonly number[] {
  const values = valuesOf(book);
  const wholeMonths = (one: FiscalYear): readonly (number | null)[] => {
    const { months, whole } = values.year(metric.id, 'actual', one);
    return months.map((value, index) => (whole[index] ? value : null));
  };
  const before = wholeMonths(year - 1);
  const changes = wholeMonths(year)
    .map((value, index) => changeOf(metric.unit, value, before[index] ?? null).value)
    .filter((value) => value !== null);
  if (changes.length < 3) return [];
  const middle = median(changes);
  return changes.map((value) => Math.abs(value - middle));
}
