import { times } from './positive-definite.ts';
import type { Noise } from './residual-noise.ts';
import { covarianceAt, spread } from './residual-noise.ts';

interface FitParts {
  readonly columns: readonly Float64Array[];
  readonly kept: Uint8Array;
  readonly fitted: Float64Array;
  /** (Σ fitted · x xᵀ)⁻¹ over the kept days. */
  readonly inverse: Float64Array;
  readonly noise: Noise;
}

/**
 * How far a fit may be off, by the delta method: its effects rest on the residuals of the days it was fitted to, which are
 * not independent (a sandwich of the information and of the residuals' covariance over time; Zeger 1988).
 */
export class FitError {
  readonly #parts: FitParts;
  /** By day: deviation of one day, for a standardised residual of 1. */
  readonly #scale: Float64Array;
  /** By column: Γ × the kept days' scaled columns. */
  readonly #spread: readonly Float64Array[];
  /** Covariance of the score, row-major. */
  readonly #score: Float64Array;

  constructor(parts: FitParts) {
    this.#parts = parts;
    const { columns, kept, fitted, noise } = parts;
    this.#scale = fitted.map((value) => value ** noise.power);
    const scaled = columns.map((column) => column.map((value, day) => (kept[day] ? value * this.#scale[day]! : 0)));
    this.#spread = scaled.map((column) => spread(noise, column));
    this.#score = Float64Array.from(
      scaled.flatMap((one) =>
        this.#spread.map((other) => one.reduce((sum, value, day) => sum + value * other[day]!, 0)),
      ),
    );
  }

  /** Standard error of one column's effect. */
  ofEffect(index: number): number {
    const { inverse, columns } = this.#parts;
    const row = inverse.slice(index * columns.length, (index + 1) * columns.length);
    return Math.sqrt(Math.max(0, dot(row, times(this.#score, row))));
  }

  /** Standard error of Σ (actual − fitted) over days, by index: the days' own residuals less what the fit took from others'. */
  ofSum(days: readonly number[]): number {
    const { columns, fitted, inverse, noise } = this.#parts;
    const slope = Float64Array.from(columns, (column) =>
      days.reduce((sum, day) => sum + fitted[day]! * column[day]!, 0),
    );
    const lever = times(inverse, slope);
    let [own, independent, shared] = [0, 0, 0];
    for (const day of days) {
      const scale = this.#scale[day]!;
      independent += covarianceAt(noise, 0) * scale * scale;
      for (const other of days) own += covarianceAt(noise, day - other) * scale * this.#scale[other]!;
      for (let column = 0; column < lever.length; column++)
        shared += scale * lever[column]! * this.#spread[column]![day]!;
    }
    const variance = own - 2 * shared + dot(lever, times(this.#score, lever));
    return Math.sqrt(Math.max(variance, independent));
  }
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, index) => sum + value * b[index]!, 0);
