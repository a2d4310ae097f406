import type { Book, Metric } from '#core/book/book.ts';
import { changeKind, growth } from '#core/comparison/change.ts';
import type { DriverNode } from '#core/evaluation.ts';
import type { ReportFormats } from '#core/report/words.ts';
import { m } from '#messages/compiled/messages.js';
import { metricName } from '#messages/metric-words.ts';

/** A node of a driver tree as a row: the tree from the top down, each part under what it makes. */
export interface DriverRow {
  /** Unlike any other of the tree: the way from the root. */
  readonly path: string;
  readonly node: DriverNode;
  readonly depth: number;
  readonly isLast: boolean;
  readonly metric: Metric | null;
  readonly name: string;
  /** How it joins its siblings in the formula; '' for the first. */
  readonly sign: string;
}

const SIGNS = { sum: '+', product: '×', ratio: '÷' } as const;

export function driverRows(root: DriverNode, { metrics }: Pick<Book, 'metrics'>): readonly DriverRow[] {
  const rowsBelow = (node: DriverNode, depth: number, path: string, sign: string, isLast: boolean): DriverRow[] => {
    const metric = metrics.find((one) => one.id === node.metric) ?? null;
    const own = { path, node, depth, isLast, metric, name: metric ? metricName(metric) : m.compare_tree_rest(), sign };
    const below = node.children.flatMap((child, index) =>
      rowsBelow(
        child,
        depth + 1,
        `${path}/${index}`,
        index === 0 || child.metric === '' || node.formula === null ? '' : SIGNS[node.formula],
        index === node.children.length - 1,
      ),
    );
    return [own, ...below];
  };
  return rowsBelow(root, 0, '', '', true);
}

/** "4,046 → 4,697 (+16.1%)" in the driver's own unit. */
export function ownChangeText({ node, metric }: DriverRow, formats: ReportFormats): string {
  if (metric === null || node.from === null || node.to === null) return '';
  const span = `${formats.value(node.from, metric.unit, 'short')} → ${formats.value(node.to, metric.unit, 'short')}`;
  const kind = changeKind(metric.unit);
  const value = kind === 'points' ? node.change : growth(node.to, node.from);
  return value === null ? span : m.compare_with_change({ figure: span, change: formats.change({ kind, value }) });
}

/** The finding: which end of the tree did most, and which worked against it. */
export function treeTitle(rows: readonly DriverRow[], formats: ReportFormats): string {
  const [root] = rows;
  if (!root?.metric) return '';
  const { unit } = root.metric;
  const sign = root.node.effect < 0 ? -1 : 1;
  const ends = rows
    .filter(({ node }) => node.children.length === 0 && node.effect !== 0)
    .toSorted((a, b) => Math.abs(b.node.effect) - Math.abs(a.node.effect));
  const main = ends.find(({ node }) => node.effect * sign > 0);
  const against = ends.find(({ node }) => node.effect * sign < 0);
  const change = formats.difference(root.node.effect, unit);
  const by = (row: DriverRow): string => formats.difference(row.node.effect, unit);
  if (!main) return m.compare_tree_title_flat({ metric: root.name });
  const facts = { metric: root.name, change, main: main.name, mainBy: by(main) };
  return against
    ? m.compare_tree_title_both({ ...facts, against: against.name, againstBy: by(against) })
    : m.compare_tree_title(facts);
}
