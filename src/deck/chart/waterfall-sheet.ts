import type { FigureSpec, Report } from '#core/report/page.ts';
import { EMPTY, textCell, type SheetCell } from '../ooxml/sheet.ts';
import { stepText } from './step-text.ts';

/** One column of a waterfall, between two running sums; a total stands on the ground. */
export interface Step {
  readonly name: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly isTotal: boolean;
}

/** Running sums of the first series; a total sets the sum. An unknown step moves nothing. */
export function waterfallSteps(figure: FigureSpec): readonly Step[] {
  let sum = 0;
  return figure.categories.map((name, at) => {
    const value = figure.series[0]?.values[at] ?? 0;
    const isTotal = figure.totals?.includes(at) ?? false;
    const from = isTotal ? 0 : sum;
    sum = isTotal ? value : sum + value;
    return { name, value, from, to: sum, isTotal };
  });
}

const low = (step: Step): number => Math.min(step.from, step.to);
const high = (step: Step): number => Math.max(step.from, step.to);
const above = (step: Step): number => Math.max(high(step), 0) - Math.max(low(step), 0);
const below = (step: Step): number => Math.min(low(step), 0) - Math.min(high(step), 0);
const isRise = (step: Step): boolean => !step.isTotal && step.value >= 0;
const isFall = (step: Step): boolean => !step.isTotal && step.value < 0;

const when =
  (is: (step: Step) => boolean, size: (step: Step) => number) =>
  (step: Step): number =>
    is(step) ? size(step) : 0;

interface Stack {
  readonly id: string;
  readonly paint: 'none' | 'total' | 'rise' | 'fall';
  readonly value: (step: Step) => number;
  /** The same as a formula of a row; D is where the step starts, E where it ends, B its value. */
  readonly formula: (row: number, isTotal: boolean) => string;
}

const ABOVE = (r: number): string => `MAX(D${r},E${r},0)-MAX(MIN(D${r},E${r}),0)`;
const BELOW = (r: number): string => `MIN(D${r},E${r},0)-MIN(MAX(D${r},E${r}),0)`;

/** What is stacked in each column, from the ground outwards. */
export const STACKS: readonly Stack[] = [
  {
    id: 'Base',
    paint: 'none',
    value: (step) => Math.max(low(step), 0) + Math.min(high(step), 0),
    formula: (r) => `MAX(MIN(D${r},E${r}),0)+MIN(MAX(D${r},E${r}),0)`,
  },
  ...(['above', 'below'] as const).flatMap((side): readonly Stack[] => {
    const size = side === 'above' ? above : below;
    const text = side === 'above' ? ABOVE : BELOW;
    return [
      {
        id: `Total ${side}`,
        paint: 'total',
        value: when((step) => step.isTotal, size),
        formula: (r, isTotal) => (isTotal ? text(r) : '0'),
      },
      {
        id: `Rise ${side}`,
        paint: 'rise',
        value: when(isRise, size),
        formula: (r, isTotal) => (isTotal ? '0' : `IF(B${r}>=0,${text(r)},0)`),
      },
      {
        id: `Fall ${side}`,
        paint: 'fall',
        value: when(isFall, size),
        formula: (r, isTotal) => (isTotal ? '0' : `IF(B${r}<0,${text(r)},0)`),
      },
    ];
  }),
];

/** A line from each column's end to the next column. */
export const connectorsOf = (steps: readonly Step[]): readonly (readonly (number | null)[])[] =>
  steps.slice(0, -1).map((step, at) => steps.map((_, row) => (row === at || row === at + 1 ? step.to : null)));

const LABEL = 2;
const FIRST_STACK = 5;
const TOP = FIRST_STACK + STACKS.length;

export interface WaterfallSheet {
  /** What stands above each column. */
  readonly labels: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Where each series stands in the sheet. */
  readonly columns: {
    readonly stacks: Readonly<Record<string, number>>;
    readonly label: number;
    readonly top: number;
    readonly connectors: number;
  };
}

/** Only the first total and the steps are numbers; everything else recalculates when one of them is changed. */
export function waterfallSheet(figure: FigureSpec, steps: readonly Step[], locale: Report['locale']): WaterfallSheet {
  const connectors = connectorsOf(steps);
  const labels = steps.map((step, at) => stepText(step.value, `B${at + 2}`, !step.isTotal, figure.format, locale));
  const heads = ['', figure.series[0]?.name ?? '', 'Label', 'Start', 'End', ...STACKS.map((one) => one.id), 'Top'];
  return {
    labels: labels.map((label) => label.text),
    rows: [
      [...heads, ...connectors.map((_, at) => `Connector ${at + 1}`)].map(textCell),
      ...steps.map((step, at) => {
        const r = at + 2;
        const label = labels[at] ?? { text: '', formula: '""' };
        return [
          textCell(step.name),
          valueCell(steps, at),
          formula(label.formula, label.text),
          formula(step.isTotal ? '0' : `E${r - 1}`, step.from),
          formula(step.isTotal ? `B${r}` : `D${r}+B${r}`, step.to),
          ...STACKS.map((stack) => formula(stack.formula(r, step.isTotal), stack.value(step))),
          formula(`MAX(D${r},E${r})`, high(step)),
          ...connectors.map((line, index) => {
            const value = line[at] ?? null;
            return value === null ? EMPTY : formula(`E${index + 2}`, value);
          }),
        ];
      }),
    ],
    columns: {
      stacks: Object.fromEntries(STACKS.map((stack, at) => [stack.id, FIRST_STACK + at])),
      label: LABEL,
      top: TOP,
      connectors: TOP + 1,
    },
  };
}

const formula = (text: string, result: number | string): SheetCell => ({ kind: 'formula', formula: text, result });

/** A later total is the sum of what leads to it, as long as it is one. */
function valueCell(steps: readonly Step[], at: number): SheetCell {
  const step = steps[at];
  if (step === undefined) return EMPTY;
  const before = steps[at - 1];
  const isSum = step.isTotal && before !== undefined && Math.abs(before.to - step.value) <= 1e-6 * Math.abs(step.value);
  return isSum ? formula(`E${at + 1}`, step.value) : { kind: 'number', value: step.value };
}
