import type { CostGroup, CostLineFacts, CostSeries, YearAmount } from '../../cost-facts.ts';
import { groupReturn } from './returns.ts';
import { sumKnown } from './sum-known.ts';
import { against } from './variance.ts';

const QUARTERS = [0, 3, 6, 9];
const MONTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
type Kind = 'budget' | 'actual';

/** Lines as one (CT6, CT9): every figure is a sum over lines, so categories sum to the total and months with the unplaced to the year. */
export function rollUp(category: string, lines: readonly CostLineFacts[]): CostGroup {
  const actual = sumKnown(lines.map((line) => line.actual.value));
  const compared = lines.flatMap(({ variance }) => variance ?? []);
  const splits = lines.flatMap(({ split }) => split ?? []);
  const value = compared.reduce((sum, one) => sum + one.value, 0);
  const parts = { price: total(splits, 'price'), volume: total(splits, 'volume'), timing: total(splits, 'timing') };
  const months = { budget: monthly(lines, 'budget'), actual: monthly(lines, 'actual') };
  return {
    category,
    lines: lines.length,
    budget: sumKnown(lines.map((line) => line.budget.value)),
    actual,
    months,
    quarters: quarterly(months),
    unplaced: { budget: unplaced(lines, 'budget'), actual: unplaced(lines, 'actual') },
    variance: compared.length === 0 ? null : { ...against(...sides(compared)), lines: compared.length },
    split: { ...parts, unsplit: value - parts.price - parts.volume - parts.timing, lines: splits.length },
    roas: groupReturn(
      lines.flatMap(({ roas, sales, actual: { value: cost } }) =>
        roas === null || sales === null || cost === null ? [] : { gain: sales, cost },
      ),
      actual,
    ),
    roi: groupReturn(
      lines.flatMap(({ roi, margin, actual: { value: cost } }) =>
        roi === null || margin === null || cost === null ? [] : { gain: margin - cost, cost },
      ),
      actual,
    ),
    need: sumKnown(lines.map((line) => line.need.value)),
  };
}

const sides = (compared: readonly { readonly budget: number; readonly actual: number }[]): [number, number] => [
  total(compared, 'budget'),
  total(compared, 'actual'),
];

function total<K extends string>(records: readonly { readonly [key in K]: number }[], key: K): number {
  return records.reduce((sum, record) => sum + record[key], 0);
}

function monthly(lines: readonly { readonly [kind in Kind]: YearAmount }[], kind: Kind): (number | null)[] {
  return MONTHS.map((at) => sumKnown(lines.map((line) => line[kind].months[at] ?? null)));
}

function quarterly({ budget, actual }: CostSeries): CostSeries {
  const sums = (months: readonly (number | null)[]) =>
    QUARTERS.map((first) => sumKnown(months.slice(first, first + 3)));
  return { budget: sums(budget), actual: sums(actual) };
}

const unplaced = (lines: readonly { readonly [kind in Kind]: YearAmount }[], kind: Kind): number =>
  lines.reduce((sum, line) => sum + (line[kind].from === 'months' ? 0 : (line[kind].value ?? 0)), 0);
