import type { ScaleBand, ScaleLinear } from 'd3-scale';
import { getLayerCakeContext, type LayerCakeContext } from 'layercake';
import type { FigureRow } from './figure-shape.ts';

interface FigureScales {
  x: ScaleBand<number>;
  /** Left axis. */
  y: ScaleLinear<number, number>;
  /** Bars side by side within one category. */
  x2: ScaleBand<number>;
  /** Right axis. */
  y2: ScaleLinear<number, number>;
}

export type FigureContext = LayerCakeContext<FigureScales, FigureRow[]>;

/** The cake of the figure around this layer. Reactive getters: read them in place, never destructure. */
export const figureContext = (): FigureContext => getLayerCakeContext<FigureScales, FigureRow[]>();

/** The value scale of one side. */
export const valueScale = (k: FigureContext, side: 'left' | 'right'): ScaleLinear<number, number> =>
  side === 'right' && k.y2Scale ? k.y2Scale : k.yScale;

/** Where the bar of a series stands within its category. */
export function barPlace(k: FigureContext, series: number): { readonly left: number; readonly width: number } {
  if (!k.x2Scale) return { left: 0, width: k.xScale.bandwidth() };
  return { left: k.x2Scale(series) ?? 0, width: k.x2Scale.bandwidth() };
}
