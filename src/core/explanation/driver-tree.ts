import type { Book, Metric } from '../book/book.ts';
import { comparable, type Comparable } from '../comparison/comparable.ts';
import { valuesOf } from '../comparison/values.ts';
import type { DriverNode } from '../evaluation.ts';
import type { Unit } from '../figure.ts';
import { ratio } from '../ratio.ts';
import { driversOf, type DriverEffect } from './drivers.ts';
import { summingTo } from './parts.ts';

/** Levels below the root. */
const DEEPEST = 6;
/** A formula opens only while the tree stays within this many metrics: shared parts would double it at every level. */
const MOST_NODES = 120;

interface Growing {
  readonly book: Book;
  /** Unit and change of the root. */
  readonly unit: Unit;
  readonly change: number;
  nodes: number;
}

/**
 * A metric's change traced down through the formulas of its parts, as far as all of them compare over the same time (EX10). A
 * part's contribution to the root is its contribution to its parent's change times what a unit of the parent's change did to the
 * root: nested LMDI, where for products of products it is L(V₁, V₀) · ln(xₖ₁ ÷ xₖ₀) at every depth (Ang 2005). Children sum to their
 * parent's contribution, so leaves sum to the root's change; money and counts stay whole at every level. A part that stood still
 * while its own parts moved against each other keeps them. Formulas that lead back to a metric above end there. `null` without a
 * formula to follow.
 */
export function driverTree(book: Book, metric: Metric, whole: Comparable): DriverNode | null {
  const change = whole.current - whole.base;
  const growing: Growing = { book, unit: metric.unit, change, nodes: 1 };
  const root = { id: metric.id, from: whole.base, to: whole.current, effect: change, slope: 1 };
  const node = grow(growing, root, metric, whole, new Set());
  return node.children.length === 0 ? null : node;
}

function grow(
  growing: Growing,
  at: DriverEffect,
  metric: Metric | undefined,
  whole: Comparable | null,
  above: ReadonlySet<string>,
): DriverNode {
  const own = {
    metric: at.id,
    from: at.from,
    to: at.to,
    change: at.from === null || at.to === null ? null : at.to - at.from,
    effect: at.effect,
    share: ratio(at.effect, growing.change),
  };
  const leaf: DriverNode = { ...own, formula: null, children: [] };
  if (!metric?.formula || !whole || above.size >= DEEPEST || above.has(metric.id)) return leaf;
  const drivers = driversOf(growing.book, metric, whole);
  if (!drivers || growing.nodes + drivers.effects.length > MOST_NODES) return leaf;
  growing.nodes += drivers.effects.length;
  const scaled = drivers.effects.map((part) => ({
    ...part,
    effect: part.effect * at.slope,
    slope: part.slope * at.slope,
  }));
  const exact = summingTo(
    scaled.map((part) => part.effect),
    at.effect,
    growing.unit,
  );
  const through = new Set(above).add(metric.id);
  const children = scaled.map((part, index) =>
    grow(growing, { ...part, effect: exact[index] ?? 0 }, ...below(growing.book, part.id), through),
  );
  return { ...own, formula: metric.formula.kind, children };
}

function below(book: Book, id: string): [Metric | undefined, Comparable | null] {
  const { year, firstMonth } = book.settings;
  const metric = book.metrics.find((one) => one.id === id);
  return [metric, metric ? comparable(valuesOf(book), metric, year, year - 1, firstMonth) : null];
}
