import type { BookSettings } from '#core/book/book.ts';
import type { GoalRow } from '#core/evaluation.ts';
import { yearKey } from '#core/period.ts';
import { m } from '#messages/compiled/messages.js';
import { formatChange, formatPeriod, formatValue } from '#messages/format.ts';

/** Implied growth below this asks for nothing worth the name. */
const ZERO = 0.005;

export const asksForNothing = (row: GoalRow): boolean =>
  row.metric.direction === 'higher' && row.impliedGrowth.value !== null && row.impliedGrowth.value < ZERO;

export function growthText(row: GoalRow): string {
  if (row.target === null) return '';
  const growth = formatChange(row.impliedGrowth);
  if (!asksForNothing(row)) return growth;
  return `${growth} ${(row.impliedGrowth.value ?? 0) <= -ZERO ? m.plan_falls() : m.plan_zero_growth()}`;
}

/** What the growth is measured from. */
export function growthHint(row: GoalRow, settings: BookSettings): string {
  if (row.base === null) return m.plan_growth_unknown();
  const value = formatValue(row.base.value, row.metric.unit, { currency: settings.currency });
  const year = formatPeriod(yearKey(settings.year), settings.firstMonth);
  return row.base.kind === 'year' ? m.plan_growth_year({ value, year }) : m.plan_growth_latest({ value, year });
}

/** Whether the months sum to the year: words with a tone; '' before there is anything to sum. */
export function sumText(
  row: GoalRow,
  settings: BookSettings,
): { readonly text: string; readonly tone: 'good' | 'bad' | 'faint' } {
  if (row.adds === null) return { text: '–', tone: 'faint' };
  if (row.target === null) return { text: '', tone: 'faint' };
  if (row.adds) return { text: m.plan_sums(), tone: 'good' };
  const amount = formatValue(Math.abs(row.unphased), row.metric.unit, { currency: settings.currency, form: 'short' });
  return { text: row.unphased > 0 ? m.plan_short({ amount }) : m.plan_over({ amount }), tone: 'bad' };
}

export function seasonsText(row: GoalRow): string {
  if (row.adds === null) return m.plan_months_guide();
  if (row.seasons === 0) return m.plan_seasons_flat();
  return row.seasons === 1 ? m.plan_seasons_one() : m.plan_seasons({ count: row.seasons });
}
