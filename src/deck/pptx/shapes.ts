import type { Rect } from '#core/report/slides/slide.ts';
import { NO_LINE } from '../ooxml/colour.ts';
import { el, type Xml } from '../ooxml/xml.ts';
import { place } from './emu.ts';

/** Gives every shape of one slide its own id; 1 is the slide's tree. */
export class ShapeIds {
  #last = 1;
  next(): number {
    this.#last += 1;
    return this.#last;
  }
}

export interface ShapeName {
  readonly id: number;
  readonly name: string;
  /** Text alternative of what is not text. */
  readonly alt?: string;
}

export const nameOf = ({ id, name, alt }: ShapeName): Xml => el('p:cNvPr', { id, name, descr: alt });

const EMPTY_BODY = '<a:p><a:endParaRPr lang="en-US"/></a:p>';

/** Text insets are 0: places are measured to the text itself. */
export const body = (paragraphs: readonly Xml[], anchor: 't' | 'ctr' | 'b' = 't', name = 'p:txBody'): Xml =>
  el(
    name,
    {},
    el('a:bodyPr', { wrap: 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor }, '<a:noAutofit/>'),
    '<a:lstStyle/>',
    ...(paragraphs.length === 0 ? [EMPTY_BODY] : paragraphs),
  );

export const textBox = (
  name: ShapeName,
  rect: Rect,
  paragraphs: readonly Xml[],
  anchor: 't' | 'ctr' | 'b' = 't',
): Xml =>
  el(
    'p:sp',
    {},
    el('p:nvSpPr', {}, nameOf(name), '<p:cNvSpPr txBox="1"/><p:nvPr/>'),
    el('p:spPr', {}, place(rect), '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>', NO_LINE),
    body(paragraphs, anchor),
  );

type PlaceholderType = 'title' | 'ctrTitle' | 'subTitle' | 'body' | 'ftr' | 'sldNum' | 'sldImg';

/** A shape that takes its look from the layout; with a place it keeps its own. */
export const placeholder = (
  name: ShapeName,
  holds: { readonly type: PlaceholderType; readonly idx?: number; readonly rect?: Rect; readonly size?: 'quarter' },
  text: Xml,
): Xml =>
  el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      nameOf(name),
      '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
      el('p:nvPr', {}, el('p:ph', { type: holds.type, sz: holds.size, idx: holds.idx })),
    ),
    el(
      'p:spPr',
      {},
      holds.rect === undefined ? '' : place(holds.rect) + '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
    ),
    text,
  );

/** A decoration: a plain shape that says nothing and is hidden from screen readers by having no text. */
export const ornament = (name: ShapeName, rect: Rect, geometry: 'rect' | 'ellipse', look: Xml): Xml =>
  el(
    'p:sp',
    {},
    el('p:nvSpPr', {}, nameOf(name), '<p:cNvSpPr/><p:nvPr userDrawn="1"/>'),
    el('p:spPr', {}, place(rect), el('a:prstGeom', { prst: geometry }, '<a:avLst/>'), look),
    body([]),
  );

export const tree = (...shapes: readonly Xml[]): Xml =>
  el(
    'p:spTree',
    {},
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>',
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>',
    ...shapes,
  );
