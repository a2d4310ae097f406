import type { CostLine } from '../../book/review.ts';
import type {
  GroupReturn,
  NeedReason,
  NextNeed,
  SystemCase,
  Variance,
  VarianceSplit,
  YearAmount,
} from '../../cost-facts.ts';
import type { Ratio } from '../../ratio.ts';

/** A return this much above or below the team's moves the need by `STEP`. */
const APART = 0.2;
const STEP = 0.1;
/** From here on a variance is worth telling as a reason. */
const TOLD_VARIANCE = 0.1;
const TOLD_PRICE = 0.05;

/** What a proposal rests on. */
export interface NeedGrounds {
  readonly budget: YearAmount;
  readonly actual: YearAmount;
  readonly variance: Variance | null;
  readonly split: VarianceSplit | null;
  readonly roas: Ratio | null;
  readonly roi: Ratio | null;
  readonly system: SystemCase | null;
  /** The team's own, over all lines. */
  readonly team: { readonly roas: GroupReturn; readonly roi: GroupReturn };
  readonly toDate: boolean;
}

/**
 * CT8: next year needs what this year cost (in a year to date with the rest of its budget), a tenth more where the return stands
 * a fifth above the team's and a tenth less where it stands a fifth below; a system its running cost. Told in three figures.
 */
export function nextNeed(line: CostLine, grounds: NeedGrounds): NextNeed {
  const base = baseOf(grounds);
  const step = base && base.kind !== 'budgeted' && !grounds.system ? returnStep(grounds) : null;
  const proposed = base && threeFigures(base.amount * (1 + (step?.step ?? 0)));
  return {
    value: line.need ?? proposed,
    proposed,
    overridden: line.need !== null,
    reasons: base ? [base, ...(step ? [step] : []), ...asides(grounds)] : [],
  };
}

function baseOf({ budget, actual, variance, toDate }: NeedGrounds): { kind: Base; amount: number } | null {
  if (actual.value === null) return budget.value === null ? null : { kind: 'budgeted', amount: budget.value };
  const isOpen = toDate && actual.from === 'months' && variance !== null && budget.value !== null;
  if (!isOpen) return { kind: 'spent', amount: actual.value };
  return { kind: 'year-end', amount: actual.value + (budget.value ?? 0) - variance.budget };
}

type Base = 'spent' | 'year-end' | 'budgeted';

/** Compared by what came back for each unit of cost, so that negative returns compare too. ROI says more than ROAS. */
function returnStep({ roas, roi, team }: NeedGrounds): Extract<NeedReason, { step: Ratio }> | null {
  const measure = roi !== null ? 'roi' : 'roas';
  const line = roi ?? roas;
  const { value, lines } = team[measure];
  if (line === null || value === null || lines < 2) return null;
  const own = measure === 'roi' ? 1 + line : line;
  const usual = measure === 'roi' ? 1 + value : value;
  if (usual <= 0) return null;
  const isLoss = measure === 'roi' && line < 0;
  if (own >= usual * (1 + APART) && !isLoss) return { kind: 'return-above', measure, line, team: value, step: STEP };
  if (own <= usual * (1 - APART)) return { kind: 'return-below', measure, line, team: value, step: -STEP };
  return null;
}

function asides({ variance, split, system }: NeedGrounds): NeedReason[] {
  const rate = variance?.rate ?? 0;
  const priced =
    split && split.budgetPrice > 0 && split.actualPrice > 0 ? split.actualPrice / split.budgetPrice - 1 : 0;
  const net = system?.chosen.net ?? 0;
  return [
    ...(system ? [{ kind: 'running-cost' } as const] : []),
    ...(net < 0 ? [{ kind: 'not-earned', net } as const] : []),
    ...(Math.abs(rate) >= TOLD_VARIANCE
      ? [{ kind: rate < 0 ? ('under-budget' as const) : ('over-budget' as const), rate }]
      : []),
    ...(Math.abs(priced) >= TOLD_PRICE ? [{ kind: 'price', rate: priced } as const] : []),
  ];
}

function threeFigures(amount: number): number {
  if (amount === 0 || !Number.isFinite(amount)) return amount;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(amount))) - 2);
  return Math.round(amount / unit) * unit;
}
