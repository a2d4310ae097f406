import { scaleLinear } from 'd3-scale';
import type { FigureSpec } from '#core/report/page.ts';
import { extentOf } from './figure-shape.ts';
import { figureText } from './figure-text.ts';
import { textWidth } from './text-width.ts';

export interface FigureAxis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  /** Room the widest label needs, in pixels. */
  readonly width: number;
}

/** 1.50M → 1.5M, 10.0% → 10%: an axis is read for its steps. */
const bare = (text: string): string => text.replace(/(\.\d*?)0+(?=\D|$)/, '$1').replace(/\.(?=\D|$)/, '');

const TICKS = 4;
export const AXIS_TEXT = 12;

/** The value axis of one side, rounded to readable ticks; `null` where no series is on that side. */
export function axisOf(spec: FigureSpec, side: 'left' | 'right'): FigureAxis | null {
  if (!spec.series.some((series) => series.axis === side)) return null;
  const scale = scaleLinear().domain(extentOf(spec, side)).nice(TICKS);
  const [floor = 0, high = 1] = scale.domain();
  // Labels of bars below zero hang under them and must not meet the categories.
  const low = floor < 0 ? floor - (high - floor) * 0.08 : floor;
  const whole = spec.format.unit === 'count';
  const ticks = scale
    .ticks(TICKS)
    .filter((value) => !whole || Number.isInteger(value))
    .map((value) => ({ value, text: bare(figureText(spec.format, value)) }));
  return { domain: [low, high], ticks, width: Math.max(0, ...ticks.map((tick) => textWidth(tick.text, AXIS_TEXT))) };
}
