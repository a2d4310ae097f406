import { type CostLine } from '../../book/review.ts';
import type { SystemCase, SystemLevel } from '../../cost-facts.ts';

/** Shares of the saved hours that are put to use: cautious, middle, hopeful. */
const REALISATIONS = [0.3, 0.5, 0.8] as const;

/** A system by its category, or because somebody counts the hours it saves. */
export const isSystem = (line: CostLine): boolean =>
  line.category === 'systems' || line.hoursSaved !== null || line.hourlyCost !== null;

/** CT7: hours saved × cost of an hour × realisation − total cost, and the months until the cost has come back. */
export function systemCase(line: CostLine, cost: number | null): SystemCase {
  const chosen = line.realisation ?? REALISATIONS[1];
  const levels = [...new Set([...REALISATIONS, chosen])].sort((a, b) => a - b);
  return {
    cost,
    levels: levels.map((realisation) => levelOf(line, cost, realisation)),
    chosen: levelOf(line, cost, chosen),
    assumed: line.realisation === null,
  };
}

function levelOf({ hoursSaved, hourlyCost }: CostLine, cost: number | null, realisation: number): SystemLevel {
  if (hoursSaved === null || hourlyCost === null) return { realisation, benefit: null, net: null, paybackMonths: null };
  const benefit = Math.round(hoursSaved * hourlyCost * realisation);
  return {
    realisation,
    benefit,
    net: cost === null ? null : benefit - cost,
    paybackMonths: cost === null || benefit <= 0 ? null : (cost * 12) / benefit,
  };
}
