import type { CauseFacts } from '#core/finding-facts.ts';

/** Where a cause goes: below which other (`null`: at the top), and before which of its new siblings (`null`: last). */
export interface Spot {
  readonly parent: string | null;
  readonly before: string | null;
}

/** The lines that a dragged one can stand between: all but itself and what is below it. */
export function standing(rows: readonly CauseFacts[], dragged: string): readonly CauseFacts[] {
  const family = new Set([dragged]);
  return rows.filter(({ cause }) => {
    const isFamily = cause.id === dragged || (cause.parent !== null && family.has(cause.parent));
    if (isFamily) family.add(cause.id);
    return !isFamily;
  });
}

/** The level of a line dropped into a gap between the standing ones: as deep as wanted, and as the lines around it allow. */
export function levelAt(lines: readonly CauseFacts[], gap: number, wanted: number): number {
  const deepest = (lines[gap - 1]?.depth ?? -1) + 1;
  return Math.max(lines[gap]?.depth ?? 0, Math.min(wanted, deepest));
}

/** The bars at a window's top and bottom, and a hand's breadth before them. */
const EDGE_PX = 80;
const FASTEST_PX = 16;

/** How far a frame scrolls the page under a pointer that holds something at `y` of a window: the nearer the edge, the faster. */
export function edgePull(y: number, windowHeight: number): number {
  const beyond = y < EDGE_PX ? y - EDGE_PX : Math.max(0, y - (windowHeight - EDGE_PX));
  return Math.round(Math.max(-1, Math.min(1, beyond / EDGE_PX)) * FASTEST_PX);
}

/** The place in the tree that a gap and a level name. */
export function spotAt(lines: readonly CauseFacts[], gap: number, wanted: number): Spot {
  const depth = levelAt(lines, gap, wanted);
  const parent = depth === 0 ? undefined : lines.slice(0, gap).findLast((row) => row.depth === depth - 1);
  const next = lines[gap];
  return { parent: parent?.cause.id ?? null, before: next?.depth === depth ? next.cause.id : null };
}
