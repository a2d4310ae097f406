export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Inclusive on all sides. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

export const same = (a: Place, b: Place): boolean => a.row === b.row && a.column === b.column;

export const rangeOf = (a: Place, b: Place): Range => ({
  top: Math.min(a.row, b.row),
  left: Math.min(a.column, b.column),
  bottom: Math.max(a.row, b.row),
  right: Math.max(a.column, b.column),
});

export const inside = (range: Range, row: number, column: number): boolean =>
  row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;

const within = (value: number, count: number): number => Math.max(0, Math.min(value, count - 1));

/** The nearest place that exists; (0, 0) in an empty grid. */
export const clamp = (place: Place, size: Size): Place => ({
  row: within(place.row, size.rows),
  column: within(place.column, size.columns),
});

export function placesOf(range: Range): Place[] {
  const places: Place[] = [];
  for (let row = range.top; row <= range.bottom; row++)
    for (let column = range.left; column <= range.right; column++) places.push({ row, column });
  return places;
}

/** The next place in reading order (`step` 1) or the one before (−1) that `wanted` accepts; `null` at the end of the grid. */
export function nextPlace(from: Place, step: 1 | -1, size: Size, wanted: (place: Place) => boolean): Place | null {
  let index = from.row * size.columns + from.column + step;
  for (; index >= 0 && index < size.rows * size.columns; index += step) {
    const place = { row: Math.floor(index / size.columns), column: index % size.columns };
    if (wanted(place)) return place;
  }
  return null;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/** Where a key leads from a place, before the grid's edges stop it; `null` for keys that do not move. `far` is Ctrl or ⌘. */
export function placeByKey(key: string, far: boolean, from: Place, size: Size): Place | null {
  if (key === 'Home') return { row: far ? 0 : from.row, column: 0 };
  if (key === 'End') return { row: far ? size.rows - 1 : from.row, column: size.columns - 1 };
  const arrow = ARROWS[key];
  if (arrow === undefined) return null;
  const [down, right] = arrow;
  const reach = far ? Infinity : 1;
  return clamp(
    { row: from.row + (down === 0 ? 0 : down * reach), column: from.column + (right === 0 ? 0 : right * reach) },
    size,
  );
}
