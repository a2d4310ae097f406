import type { Book } from '../../book/book.ts';
import { COST_CATEGORIES, type CostLine } from '../../book/review.ts';
import { cellIndexOf } from '../../comparison/year-cells.ts';
import type { CostEvaluation, CostLineFacts } from '../../cost-facts.ts';
import { campaignReturns } from './campaign-returns.ts';
import { nextNeed } from './next-need.ts';
import { roasOf, roiOf } from './returns.ts';
import { rollUp } from './roll-up.ts';
import { isSystem, systemCase } from './system-case.ts';
import { reachOf, splitOf, varianceOf } from './variance.ts';
import { disagreement, yearAmount } from './year-amount.ts';

type Drafted = Omit<CostLineFacts, 'need'>;

/** The cost of the year under review: by line, category and all together. Total, as `evaluate` must be. */
export function costOf(book: Book): CostEvaluation {
  const { year } = book.settings;
  const index = cellIndexOf(book);
  const amounts = book.costs
    .filter((line) => line.year === year)
    .map((line) => ({
      line,
      budget: yearAmount(index.target.get(line.id)?.get(year), line.budgetQuantity, line.budgetPrice),
      actual: yearAmount(index.actual.get(line.id)?.get(year), line.actualQuantity, line.actualPrice),
    }));
  const reach = reachOf(amounts.map(({ actual }) => actual));
  const planned = amounts.some(({ budget }) => budget.value !== null);

  const campaigns = campaignReturns(
    book,
    amounts.map(({ line, actual }) => ({ line, cost: actual.value })),
  );

  const drafted = amounts.map(({ line, budget, actual }): readonly [CostLine, Drafted] => {
    const variance = varianceOf(budget, actual, reach, planned);
    const computed = campaigns.get(line.id);
    const sales = line.sales ?? computed?.sales ?? null;
    const margin = line.margin ?? computed?.margin ?? null;
    const system = isSystem(line) ? systemCase(line, actual.value) : null;
    return [
      line,
      {
        id: line.id,
        category: line.category.trim(),
        budget,
        actual,
        variance,
        unbudgeted: variance !== null && budget.value === null,
        split:
          variance && budget.value !== null
            ? splitOf(variance, budget.value, line.budgetQuantity, line.actualQuantity)
            : null,
        disagreement: {
          budget: disagreement(budget, line.budgetQuantity, line.budgetPrice),
          actual: disagreement(actual, line.actualQuantity, line.actualPrice),
        },
        sales,
        margin,
        fromCampaign: {
          sales: line.sales === null && sales !== null,
          margin: line.margin === null && margin !== null,
        },
        roas: roasOf(sales, actual.value),
        roi: roiOf(margin, actual.value),
        system,
        missing: missingOf(system !== null, system?.chosen.benefit ?? null, sales ?? margin, actual.value),
      },
    ];
  });

  const team = rollUp(
    '',
    drafted.map(([, facts]) => ({ ...facts, need: NO_NEED })),
  );
  const lines = drafted.map(([line, facts]): CostLineFacts => ({
    ...facts,
    need: nextNeed(line, { ...facts, team, toDate: reach.toDate }),
  }));
  return {
    lines,
    categories: categoriesOf(lines).map((category) =>
      rollUp(
        category,
        lines.filter((line) => line.category === category),
      ),
    ),
    total: rollUp('', lines),
    ...reach,
  };
}

const NO_NEED = { value: null, proposed: null, overridden: false, reasons: [] } as const;

/** CT10: money spent without saying what came back; a system without the hours it saves. */
function missingOf(
  system: boolean,
  benefit: number | null,
  gain: number | null,
  spent: number | null,
): CostLineFacts['missing'] {
  if (system) return benefit === null && gain === null ? 'hours' : null;
  return gain === null && spent !== null && spent !== 0 ? 'return' : null;
}

function categoriesOf(lines: readonly CostLineFacts[]): readonly string[] {
  const used = new Set(lines.map((line) => line.category));
  const known: readonly string[] = COST_CATEGORIES.filter((category) => used.has(category));
  return [...known, ...[...used].filter((category) => !known.includes(category))];
}
