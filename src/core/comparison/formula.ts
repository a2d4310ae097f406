import type { Formula, Metric } from '../book/book.ts';
import { soundNumber, type Unit } from '../figure.ts';

/**
 * A formula's value from the values of its parts, in order. `null` when a part is unknown, a divisor is 0 or the result is too
 * large to be exact. Money and counts that come of multiplying or dividing are rounded to whole units, as cells hold them.
 */
export function applyFormula(formula: Formula, unit: Unit, parts: readonly (number | null)[]): number | null {
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length || known.length === 0) return null;
  if (formula.kind === 'sum') return soundNumber(known.reduce((sum, part) => sum + part, 0));
  const [first = 0, second] = known;
  if (formula.kind === 'product')
    return toUnit(
      known.reduce((product, part) => product * part, 1),
      unit,
    );
  return second === undefined || second === 0 ? null : toUnit(first / second, unit);
}

const toUnit = (value: number, unit: Unit): number | null =>
  soundNumber(unit === 'money' || unit === 'count' ? Math.round(value) : value);

export type FormulaProblem = 'formula-cycle' | 'formula-missing';

/**
 * Why a metric's formula cannot be followed: it names a metric that is not in the book (or a ratio has not exactly two
 * parts), or it leads back to itself. `null` when it can, or when the metric has no formula.
 */
export function formulaProblem(metric: Metric, byId: ReadonlyMap<string, Metric>): FormulaProblem | null {
  if (!metric.formula) return null;
  const { kind, of } = metric.formula;
  if (of.length === 0 || (kind === 'ratio' && of.length !== 2) || of.some((id) => !byId.has(id)))
    return 'formula-missing';
  const seen = new Set<string>();
  const ahead = [...of];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (id === metric.id) return 'formula-cycle';
    if (seen.has(id)) continue;
    seen.add(id);
    ahead.push(...(byId.get(id)?.formula?.of ?? []));
  }
  return null;
}
