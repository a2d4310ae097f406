import type { FigureKind, FigureRef } from '#core/book/book.ts';
import { parsePeriod, type PeriodKey } from '#core/period.ts';

const KINDS = {
  actual: true,
  target: true,
  attainment: true,
  gap: true,
  lastYear: true,
  growth: true,
  growthTwoYears: true,
  change: true,
  impliedGrowth: true,
  benchmark: true,
  relativeShare: true,
  driver: true,
  segment: true,
} satisfies Record<FigureKind, true>;

const isKind = (text: string): text is FigureKind => Object.hasOwn(KINDS, text);
const isPeriod = (text: string): text is PeriodKey => parsePeriod(text) !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The figure that a chip's attributes name; `null` when they name none that Annum knows. */
export function refOf(attributes: Readonly<Record<string, unknown>>): FigureRef | null {
  const figure = textOf(attributes['figure']);
  const period = textOf(attributes['period']);
  const of = textOf(attributes['of']);
  if (!isKind(figure) || !isPeriod(period)) return null;
  return { metric: textOf(attributes['metric']), figure, period, ...(of !== '' && { of }) };
}
