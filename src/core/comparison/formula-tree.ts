import type { Metric } from '../book/book.ts';

/** All metrics that a metric's formula reads, at any depth, without itself (unless it leads back to itself). */
export function partsBelow(metric: Metric, byId: ReadonlyMap<string, Metric>): ReadonlySet<string> {
  const below = new Set<string>();
  const ahead = [...(metric.formula?.of ?? [])];
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (below.has(id)) continue;
    below.add(id);
    ahead.push(...(byId.get(id)?.formula?.of ?? []));
  }
  return below;
}
