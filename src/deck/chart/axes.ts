import type { Report } from '#core/report/page.ts';
import { NO_FILL, NO_LINE, stroke } from '../ooxml/colour.ts';
import { el, type Xml } from '../ooxml/xml.ts';
import { flag, shape, textProperties } from './chart-parts.ts';

/** Axis ids of the two sides. */
export const AXES = { left: { cat: 111, val: 112 }, right: { cat: 113, val: 114 } } as const;
export type Side = keyof typeof AXES;

export interface ValueAxis {
  readonly code: string;
  /** Set where bars must stand on zero: Office would start the axis at the smallest bar. */
  readonly fromZero: boolean;
  /** Off where every value has a label of its own. */
  readonly isShown: boolean;
}

export function categoryAxis(locale: Report['locale'], side: Side, size = 10): Xml {
  return el(
    'c:catAx',
    {},
    el('c:axId', { val: AXES[side].cat }),
    el('c:scaling', {}, el('c:orientation', { val: 'minMax' })),
    flag('c:delete', side === 'right'),
    el('c:axPos', { val: 'b' }),
    el('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    el('c:majorTickMark', { val: 'none' }),
    el('c:minorTickMark', { val: 'none' }),
    // Names stay at the bottom when bars reach below zero.
    el('c:tickLblPos', { val: 'low' }),
    shape(NO_FILL, stroke('ink-faint', 0.75)),
    textProperties(locale, size, 'ink-soft'),
    el('c:crossAx', { val: AXES[side].val }),
    el('c:crosses', { val: 'autoZero' }),
    flag('c:auto', true),
    el('c:lblAlgn', { val: 'ctr' }),
    el('c:lblOffset', { val: 100 }),
    flag('c:noMultiLvlLbl', true),
  );
}

export function valueAxis(locale: Report['locale'], side: Side, axis: ValueAxis): Xml {
  return el(
    'c:valAx',
    {},
    el('c:axId', { val: AXES[side].val }),
    el('c:scaling', {}, el('c:orientation', { val: 'minMax' }), axis.fromZero ? el('c:min', { val: 0 }) : ''),
    flag('c:delete', !axis.isShown),
    el('c:axPos', { val: side === 'left' ? 'l' : 'r' }),
    side === 'left' && axis.isShown ? el('c:majorGridlines', {}, el('c:spPr', {}, stroke('hairline', 0.5))) : '',
    el('c:numFmt', { formatCode: axis.code, sourceLinked: 0 }),
    el('c:majorTickMark', { val: 'none' }),
    el('c:minorTickMark', { val: 'none' }),
    el('c:tickLblPos', { val: 'nextTo' }),
    shape(NO_FILL, NO_LINE),
    textProperties(locale, 10, 'ink-soft'),
    el('c:crossAx', { val: AXES[side].cat }),
    el('c:crosses', { val: side === 'left' ? 'autoZero' : 'max' }),
    el('c:crossBetween', { val: 'between' }),
  );
}
