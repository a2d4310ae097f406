import type { CellKind } from '#core/book/book.ts';
import type { CostLine } from '#core/book/review.ts';
import type { CostGroup, CostLineFacts } from '#core/cost-facts.ts';
import type { Unit } from '#core/figure.ts';
import { monthKey, yearKey, type FiscalYear, type Month, type PeriodKey } from '#core/period.ts';
import { m } from '#messages/compiled/messages.js';
import { formatMonth } from '#messages/format.ts';
import type { GridCell } from '#ui/grid/grid-model.ts';

export type CostView = 'result' | 'budget' | 'actual';

/** Fields of a line that are typed on the sheet. */
type Field = Extract<keyof CostLine, 'sales' | 'margin' | 'need'>;

/** Where typing goes. */
export type Writes =
  | { readonly kind: 'cell'; readonly cell: CellKind; readonly period: PeriodKey }
  | { readonly kind: 'field'; readonly field: Field };

export interface CostColumn {
  readonly id: string;
  readonly title: string;
  readonly width: string;
  readonly divides?: boolean;
  /** `change` is told with its sign. */
  readonly form: Unit | 'change' | 'difference';
  readonly ofLine: (facts: CostLineFacts) => number | null;
  readonly ofTotal: (total: CostGroup) => number | null;
  readonly writes?: Writes;
  /** Off for a line whose value is made of others. */
  readonly typed?: (facts: CostLineFacts | undefined) => boolean;
  readonly tone?: (value: number) => GridCell['tone'];
  /** What the value is, when a person did not type it. */
  readonly hint?: (facts: CostLineFacts) => string | undefined;
}

/** More spent than meant is told as bad, whatever it brought. */
const spending = (value: number): GridCell['tone'] => (value === 0 ? 'plain' : value > 0 ? 'bad' : 'good');
const gaining = (value: number): GridCell['tone'] => (value < 0 ? 'bad' : 'plain');
const MONEY = { width: '6.25rem', form: 'money' } as const;

/** Budget, actual, what came back, what is needed, and why budget and actual differ: one line's whole result. */
export const resultColumns = (): readonly CostColumn[] => [
  { ...MONEY, id: 'budget', title: m.cost_budget(), ofLine: (l) => l.budget.value, ofTotal: (t) => t.budget },
  { ...MONEY, id: 'actual', title: m.cost_actual(), ofLine: (l) => l.actual.value, ofTotal: (t) => t.actual },
  {
    ...{ id: 'variance', title: m.cost_variance(), width: '6.5rem', form: 'difference', divides: true, tone: spending },
    ofLine: (l) => l.variance?.value ?? null,
    ofTotal: (t) => t.variance?.value ?? null,
  },
  {
    ...{ id: 'rate', title: m.cost_rate(), width: '5.5rem', form: 'change', tone: spending },
    ofLine: (l) => l.variance?.rate ?? null,
    ofTotal: (t) => t.variance?.rate ?? null,
  },
  {
    ...MONEY,
    ...{ id: 'sales', title: m.cost_sales(), divides: true, writes: { kind: 'field', field: 'sales' } },
    ofLine: (l) => l.sales,
    ofTotal: (t) => (t.roas.lines > 0 ? t.roas.numerator : null),
  },
  {
    ...{ id: 'roas', title: m.cost_roas(), width: '4.5rem', form: 'times' },
    ofLine: (l) => l.roas,
    ofTotal: (t) => t.roas.value,
  },
  {
    ...MONEY,
    ...{ id: 'margin', title: m.cost_margin(), writes: { kind: 'field', field: 'margin' } },
    ofLine: (l) => l.margin,
    ofTotal: (t) => (t.roi.lines > 0 ? t.roi.numerator + t.roi.cost : null),
  },
  {
    ...{ id: 'roi', title: m.cost_roi(), width: '5.5rem', form: 'percent', tone: gaining },
    ofLine: (l) => l.roi,
    ofTotal: (t) => t.roi.value,
  },
  {
    ...MONEY,
    ...{ id: 'need', title: m.cost_need(), divides: true, writes: { kind: 'field', field: 'need' } },
    ofLine: (l) => l.need.value,
    ofTotal: (t) => t.need,
    hint: (l) => (l.need.overridden ? m.cost_need_own() : m.cost_need_proposed()),
  },
  ...(['price', 'volume', 'timing'] as const).map((part): CostColumn => ({
    ...{ id: part, title: PARTS[part](), width: '5.75rem', form: 'difference', tone: spending },
    ...(part === 'price' && { divides: true }),
    ofLine: (l) => l.split?.[part] ?? null,
    ofTotal: (t) => (t.split.lines > 0 ? t.split[part] : null),
  })),
];

const PARTS = { price: m.cost_price, volume: m.cost_volume, timing: m.cost_timing } as const;

/** A year's budget or actual, its sum first, then month by month. */
export function monthColumns(
  kind: 'budget' | 'actual',
  year: FiscalYear,
  months: readonly Month[],
): readonly CostColumn[] {
  const cell: CellKind = kind === 'budget' ? 'target' : 'actual';
  return [
    {
      ...{ id: 'year', title: m.cost_year(), width: '7rem', form: 'money' },
      writes: { kind: 'cell', cell, period: yearKey(year) },
      ofLine: (l) => l[kind].value,
      ofTotal: (t) => t[kind],
      typed: (l) => l?.[kind].from !== 'months',
      hint: (l) =>
        l[kind].value === null ? undefined : l[kind].from === 'months' ? m.cost_sum_hint() : m.cost_unplaced_hint(),
    },
    ...months.map((month, at): CostColumn => ({
      ...{ id: monthKey(month), title: formatMonth(month, 'short'), width: '5.75rem', form: 'money' },
      ...(at % 3 === 0 && { divides: true }),
      writes: { kind: 'cell', cell, period: monthKey(month) },
      ofLine: (l) => l[kind].months[at] ?? null,
      ofTotal: (t) => t.months[kind][at] ?? null,
    })),
  ];
}
