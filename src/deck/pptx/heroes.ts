import type { Hero, Report, TableCell } from '#core/report/page.ts';
import { textWidth } from '#core/report/slides/text-measure.ts';
import type { Rect } from '#core/report/slides/slide.ts';
import { stroke, type DeckColour } from '../ooxml/colour.ts';
import { paragraph } from '../ooxml/text.ts';
import { el, type Xml } from '../ooxml/xml.ts';
import { place } from './emu.ts';
import { nameOf, textBox, type ShapeIds } from './shapes.ts';

const GAP = 24;
const TONES: Record<TableCell['tone'], DeckColour> = { plain: 'ink', good: 'good', bad: 'bad', faint: 'ink-faint' };

/** Figures set large, side by side, each under a rule of its own. */
export function heroShapes(locale: Report['locale'], ids: ShapeIds, rect: Rect, heroes: readonly Hero[]): Xml {
  const width = (rect.width - GAP * (heroes.length - 1)) / Math.max(1, heroes.length);
  return heroes
    .map((hero, at) => {
      const x = rect.x + at * (width + GAP);
      const size = [30, 26, 22, 18].find((one) => textWidth(hero.text, one) <= width) ?? 14;
      const texts = [
        paragraph(locale, hero.label, { size: 11, colour: 'ink-soft' }),
        paragraph(locale, hero.text, { size, bold: true, colour: TONES[hero.tone] }),
        paragraph(locale, hero.note, { size: 10.5, colour: 'ink-faint' }),
      ];
      const id = ids.next();
      return (
        line({ id, name: `Rule ${id}` }, { x, y: rect.y, width, height: 0 }) +
        textBox({ id: ids.next(), name: hero.label }, { x, y: rect.y + 7, width, height: rect.height - 7 }, texts)
      );
    })
    .join('');
}

const line = (name: { readonly id: number; readonly name: string }, rect: Rect): Xml =>
  el(
    'p:cxnSp',
    {},
    el('p:nvCxnSpPr', {}, nameOf(name), '<p:cNvCxnSpPr/><p:nvPr/>'),
    el('p:spPr', {}, place(rect), '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>', stroke('accent', 1)),
  );
