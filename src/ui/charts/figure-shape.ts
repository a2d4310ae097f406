import type { FigureSeries, FigureSpec } from '#core/report/page.ts';

/** One category with every series' value at it: a row of a chart's data. */
export interface FigureRow {
  readonly index: number;
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** Some value of it is of a period not complete in the data. */
  readonly incomplete: boolean;
}

/** Whether a series' value at a category is of a period not complete in the data. */
export const isIncomplete = (series: FigureSeries, index: number): boolean =>
  series.incomplete?.includes(index) ?? false;

export function rowsOf(spec: FigureSpec): FigureRow[] {
  return spec.categories.map((label, index) => ({
    index,
    label,
    values: spec.series.map((series) => series.values[index] ?? null),
    incomplete: spec.series.some((series) => isIncomplete(series, index)),
  }));
}

/** One column of a waterfall: a total stands on the ground, a step hangs between two running sums. */
export interface WaterfallStep {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly kind: 'total' | 'up' | 'down';
  readonly value: number;
}

/** Running sums of a waterfall's first series; a total resets the sum to its own value. Unknown steps count as 0. */
export function waterfallSteps(spec: FigureSpec): WaterfallStep[] {
  let sum = 0;
  return spec.categories.map((_, index) => {
    const value = spec.series[0]?.values[index] ?? 0;
    const total = spec.totals?.includes(index) ?? false;
    const from = total ? 0 : sum;
    sum = total ? value : sum + value;
    return { index, from, to: sum, kind: total ? 'total' : value < 0 ? 'down' : 'up', value };
  });
}

const known = (series: readonly FigureSeries[]): number[] =>
  series.flatMap((one) => one.values.filter((value): value is number => value !== null));

const rangeOn = ({ range, series }: FigureSpec, axis: 'left' | 'right'): number[] =>
  range && series[range.of]?.axis === axis
    ? [...range.low, ...range.high].filter((value): value is number => value !== null)
    : [];

/** Columns of figures as a table or a reader of it tells them: every series, and the ends of a range. */
export const columnsOf = (
  spec: FigureSpec,
): readonly { readonly name: string; readonly values: readonly (number | null)[] }[] => [
  ...spec.series,
  ...(spec.range
    ? [
        { name: spec.range.lowName, values: spec.range.low },
        { name: spec.range.highName, values: spec.range.high },
      ]
    : []),
];

/** Below this share of the maximum a line's minimum pulls zero into view; above it the line would lie flat. */
const FLAT = 0.6;

/** The value axis of one side: bars always stand on zero; lines leave it only when they would lie flat. */
export function extentOf(spec: FigureSpec, axis: 'left' | 'right'): readonly [number, number] {
  const series = spec.series.filter((one) => one.axis === axis);
  const values =
    spec.kind === 'waterfall'
      ? waterfallSteps(spec).flatMap((step) => [step.from, step.to])
      : [...known(series), ...rangeOn(spec, axis)];
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const onGround = spec.kind === 'waterfall' || series.some((one) => one.mark === 'bar' || one.mark === 'area');
  if (onGround || low < high * FLAT || low === high) return ground(low, high);
  const room = (high - low) * 0.25;
  return [low - room, high + room];
}

const ground = (low: number, high: number): readonly [number, number] =>
  low === 0 && high === 0 ? [0, 1] : [Math.min(0, low), Math.max(0, high)];

/** The last category at which a series has a value; −1 where it has none. */
export function lastKnown(series: FigureSeries): number {
  return series.values.reduce<number>((last, value, index) => (value === null ? last : index), -1);
}

/** Moves overlapping positions apart by at least `gap`, keeping their order and staying within 0 … `limit`. */
export function spread(positions: readonly number[], gap: number, limit: number): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const placed = [...positions];
  let floor = -Infinity;
  for (const index of order) floor = (placed[index] = Math.max(positions[index] ?? 0, floor)) + gap;
  let ceiling = limit;
  for (const index of order.reverse()) ceiling = (placed[index] = Math.min(placed[index] ?? 0, ceiling)) - gap;
  return placed;
}
