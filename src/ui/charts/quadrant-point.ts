/** A point of a quadrant chart: 0 is the line between two quadrants on both axes. */
export interface QuadrantPoint {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly label: string;
  /** Read out, and shown on hover: the point with its figures. */
  readonly told: string;
  readonly href: string;
  readonly token: 'good' | 'warn' | 'info' | 'bad';
}

/** Words of the four corners. */
export type QuadrantWords = Readonly<Record<'topRight' | 'bottomRight' | 'topLeft' | 'bottomLeft', string>>;

/** An axis that holds every value and the line at 0, with room for points on it. */
export function quadrantDomain(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = Math.max((high - low) * 0.22, 0.01);
  return [low - room, high + room];
}
