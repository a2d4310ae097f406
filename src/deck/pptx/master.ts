import type { Report } from '#core/report/page.ts';
import type { Rect } from '#core/report/slides/slide.ts';
import { fill, NO_FILL, NO_LINE, stroke } from '../ooxml/colour.ts';
import { A, P, R } from '../ooxml/namespaces.ts';
import { paragraph, runProperties } from '../ooxml/text.ts';
import { el, type Xml } from '../ooxml/xml.ts';
import { body, ornament, placeholder, ShapeIds, tree } from './shapes.ts';

const NAMESPACES = { 'xmlns:a': A, 'xmlns:r': R, 'xmlns:p': P };
const COLOUR_MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const KEEP_COLOURS = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>';

export const TITLE: Rect = { x: 48, y: 34, width: 864, height: 64 };
export const LEAD: Rect = { x: 48, y: 100, width: 864, height: 20 };
export const FOOTER: Rect = { x: 48, y: 509, width: 700, height: 14 };
export const NUMBER: Rect = { x: 812, y: 509, width: 100, height: 14 };
const BODY: Rect = { x: 48, y: 130, width: 864, height: 364 };

/** The number field of a slide, as its placeholder holds it. */
export const numberField = (locale: Report['locale'], shown: string): Xml =>
  el(
    'a:p',
    {},
    '<a:pPr algn="r"/>',
    el(
      'a:fld',
      { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' },
      runProperties(locale, { size: 9, colour: 'ink-faint' }),
      el('a:t', {}, shown),
    ),
  );

/** Title, lead, footer and page number in their places, under one short rule. */
export function slideMaster(locale: Report['locale'], layoutIds: readonly string[]): Xml {
  const ids = new ShapeIds();
  const text = (words: string, size: number) => body([paragraph(locale, words, { size })]);
  const shapes = [
    placeholder({ id: ids.next(), name: 'Title' }, { type: 'title', rect: TITLE }, text('Title', 24)),
    placeholder({ id: ids.next(), name: 'Text' }, { type: 'body', idx: 1, rect: BODY }, text('Text', 14)),
    placeholder(
      { id: ids.next(), name: 'Footer' },
      { type: 'ftr', idx: 11, rect: FOOTER, size: 'quarter' },
      body([paragraph(locale, '', { size: 9, colour: 'ink-faint' })], 'ctr'),
    ),
    placeholder(
      { id: ids.next(), name: 'Number' },
      { type: 'sldNum', idx: 12, rect: NUMBER, size: 'quarter' },
      body([numberField(locale, '‹#›')], 'ctr'),
    ),
  ];
  const layouts = layoutIds.map((id, at) => el('p:sldLayoutId', { id: 2147483649 + at, 'r:id': id }));
  return el(
    'p:sldMaster',
    NAMESPACES,
    el('p:cSld', {}, el('p:bg', {}, el('p:bgPr', {}, fill('paper'), '<a:effectLst/>')), tree(...shapes)),
    COLOUR_MAP,
    el('p:sldLayoutIdLst', {}, ...layouts),
    el('p:txStyles', {}, titleStyle(), bodyStyle('p:bodyStyle'), bodyStyle('p:otherStyle')),
  );
}

const faces = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>';

const titleStyle = (): Xml =>
  el(
    'p:titleStyle',
    {},
    el(
      'a:lvl1pPr',
      { algn: 'l', rtl: 0, eaLnBrk: 1, latinLnBrk: 0, hangingPunct: 1 },
      '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:buNone/>',
      el('a:defRPr', { sz: 2400, b: 1, kern: 1200 }, fill('ink'), faces.replaceAll('+mn', '+mj')),
    ),
  );

const bodyStyle = (name: string): Xml =>
  el(
    name,
    {},
    ...Array.from({ length: 5 }, (_, level) =>
      el(
        `a:lvl${level + 1}pPr`,
        { marL: level * 228600, indent: 0, algn: 'l', rtl: 0, eaLnBrk: 1, latinLnBrk: 0, hangingPunct: 1 },
        '<a:buNone/>',
        el('a:defRPr', { sz: 1400, kern: 1200 }, fill('ink'), faces),
      ),
    ),
  );

/** A finding over its figures. */
export function findingLayout(locale: Report['locale']): Xml {
  const ids = new ShapeIds();
  return layout(
    'Finding',
    'obj',
    ornament(
      { id: ids.next(), name: 'Rule' },
      { x: 48, y: 22, width: 26, height: 2.5 },
      'rect',
      fill('accent') + NO_LINE,
    ),
    placeholder({ id: ids.next(), name: 'Title' }, { type: 'title' }, body([paragraph(locale, 'Title')])),
    placeholder(
      { id: ids.next(), name: 'Lead' },
      { type: 'body', idx: 13, rect: LEAD, size: 'quarter' },
      body([paragraph(locale, 'Lead', { size: 13, colour: 'ink-soft' })]),
    ),
    placeholder({ id: ids.next(), name: 'Footer' }, { type: 'ftr', idx: 11, size: 'quarter' }, body([], 'ctr')),
    placeholder(
      { id: ids.next(), name: 'Number' },
      { type: 'sldNum', idx: 12, size: 'quarter' },
      body([numberField(locale, '‹#›')], 'ctr'),
    ),
  );
}

/** Radii of the year rings that leave the cover at its right edge, in points. */
const RINGS = [46, 92, 150, 214, 284] as const;
const HEART = { x: 884, y: 286 } as const;

export function coverLayout(locale: Report['locale']): Xml {
  const ids = new ShapeIds();
  const rings = RINGS.map((radius, at) =>
    ornament(
      { id: ids.next(), name: `Ring ${at + 1}` },
      { x: HEART.x - radius, y: HEART.y - radius * 0.96, width: radius * 2, height: radius * 1.92 },
      'ellipse',
      NO_FILL + stroke(at === 0 ? 'accent' : 'accent-soft', at === 0 ? 2.25 : 1),
    ),
  );
  return layout(
    'Cover',
    'title',
    ...rings,
    ornament(
      { id: ids.next(), name: 'Rule' },
      { x: 72, y: 168, width: 40, height: 3 },
      'rect',
      fill('accent') + NO_LINE,
    ),
    placeholder(
      { id: ids.next(), name: 'Title' },
      { type: 'ctrTitle', rect: { x: 72, y: 190, width: 520, height: 120 } },
      body([paragraph(locale, 'Title', { size: 36 })]),
    ),
    placeholder(
      { id: ids.next(), name: 'Subtitle' },
      { type: 'subTitle', idx: 1, rect: { x: 72, y: 324, width: 520, height: 50 } },
      body([paragraph(locale, 'Subtitle', { size: 18, colour: 'ink-soft' })]),
    ),
  );
}

const layout = (name: string, type: string, ...shapes: readonly Xml[]): Xml =>
  el('p:sldLayout', { ...NAMESPACES, type, preserve: 1 }, el('p:cSld', { name }, tree(...shapes)), KEEP_COLOURS);

/** Notes pages: the slide above, the notes below, in a theme of their own. */
export function notesMaster(locale: Report['locale']): Xml {
  const ids = new ShapeIds();
  const shapes = [
    placeholder(
      { id: ids.next(), name: 'Slide' },
      { type: 'sldImg', idx: 2, rect: { x: 54, y: 60, width: 432, height: 243 } },
      '',
    ),
    placeholder(
      { id: ids.next(), name: 'Notes' },
      { type: 'body', idx: 3, rect: { x: 54, y: 340, width: 432, height: 324 }, size: 'quarter' },
      body([paragraph(locale, '')]),
    ),
  ];
  return el(
    'p:notesMaster',
    NAMESPACES,
    el('p:cSld', {}, el('p:bg', {}, el('p:bgPr', {}, fill('paper'), '<a:effectLst/>')), tree(...shapes)),
    COLOUR_MAP,
    bodyStyle('p:notesStyle'),
  );
}
