import type { Rect } from '#core/report/slides/slide.ts';
import { el, type Xml } from '../ooxml/xml.ts';

/** Office counts in English Metric Units: 12,700 to the point. */
export const emu = (points: number): number => Math.round(points * 12700);

export const place = (rect: Rect, name = 'a:xfrm'): Xml =>
  el(
    name,
    {},
    el('a:off', { x: emu(rect.x), y: emu(rect.y) }),
    el('a:ext', { cx: emu(rect.width), cy: emu(rect.height) }),
  );
