import { textWidth } from './text-width.ts';

export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

/** Left and top of a label's box in pixels; `null` where none is free: the label is then read elsewhere. */
export type LabelPlace = { readonly left: number; readonly top: number } | null;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 4;

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

/**
 * Places labels beside their points, first come first placed: right, left, above, below, then the corners. A label stays within
 * the plot and on no point, no other label and none of the boxes `taken`.
 */
export function placeLabels(
  points: readonly Labelled[],
  plot: { readonly width: number; readonly height: number },
  o: { readonly size: number; readonly radius: number; readonly taken: readonly Box[] },
): readonly LabelPlace[] {
  const height = o.size * 1.4;
  const placed: Box[] = [
    ...o.taken,
    ...points.map(({ x, y }) => ({ left: x - o.radius, top: y - o.radius, width: 2 * o.radius, height: 2 * o.radius })),
  ];
  return points.map(({ x, y, label }) => {
    const width = textWidth(label, o.size);
    const [right, left, middle] = [x + o.radius + GAP, x - o.radius - GAP - width, x - width / 2];
    const [above, below, level] = [y - o.radius - height, y + o.radius, y - height / 2];
    const free = [
      [right, level],
      [left, level],
      [middle, above],
      [middle, below],
      [right, above],
      [right, below],
      [left, above],
      [left, below],
    ]
      .map(([at = 0, top = 0]): Box => ({ left: at, top, width, height }))
      .find(
        (box) =>
          box.left >= 0 &&
          box.top >= 0 &&
          box.left + width <= plot.width &&
          box.top + height <= plot.height &&
          !placed.some((other) => overlaps(box, other)),
      );
    if (!free) return null;
    placed.push(free);
    return { left: free.left, top: free.top };
  });
}
