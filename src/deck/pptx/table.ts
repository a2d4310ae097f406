import type { Report, TableCell } from '#core/report/page.ts';
import { CELL_PADDING } from '#core/report/slides/fit-table.ts';
import type { FittedTable, Rect } from '#core/report/slides/slide.ts';
import { stroke, type DeckColour } from '../ooxml/colour.ts';
import { paragraph, type ParagraphStyle } from '../ooxml/text.ts';
import { el, type Xml } from '../ooxml/xml.ts';
import { emu, place } from './emu.ts';
import { nameOf, type ShapeName } from './shapes.ts';

/** Office's own style without fills and lines; the hairlines below are each cell's. */
const PLAIN_STYLE = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';

const TONES: Record<TableCell['tone'], DeckColour> = { plain: 'ink', good: 'good', bad: 'bad', faint: 'ink-faint' };

/** A native, editable table: a ruled head, hairlines between rows, numbers at the right. */
export function tableFrame(locale: Report['locale'], name: ShapeName, rect: Rect, table: FittedTable): Xml {
  return el(
    'p:graphicFrame',
    {},
    el(
      'p:nvGraphicFramePr',
      {},
      nameOf(name),
      '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>',
    ),
    place(rect, 'p:xfrm'),
    el(
      'a:graphic',
      {},
      el('a:graphicData', { uri: 'http://schemas.openxmlformats.org/drawingml/2006/table' }, tableXml(locale, table)),
    ),
  );
}

function tableXml(locale: Report['locale'], table: FittedTable): Xml {
  const head = table.columns.map(({ title, align }) =>
    cellXml(
      locale,
      title,
      { size: table.size, colour: 'ink-soft', align: align === 'end' ? 'r' : 'l' },
      HEAD_RULE,
      'b',
    ),
  );
  const rows = table.rows.map((row, at) => {
    const last = at === table.rows.length - 1;
    const cells = table.columns.map(({ align }, column) => {
      const cell = row.cells[column] ?? { text: '', value: null, tone: 'plain' };
      const style: ParagraphStyle = {
        size: table.size,
        bold: row.emphasis,
        colour: TONES[cell.tone],
        align: align === 'end' ? 'r' : 'l',
      };
      return cellXml(locale, cell.text, style, last ? LAST_RULE : ROW_RULE, 'ctr');
    });
    return rowXml(table.heights[at] ?? 0, cells);
  });
  return el(
    'a:tbl',
    {},
    el('a:tblPr', { firstRow: 1 }, el('a:tableStyleId', {}, PLAIN_STYLE)),
    el('a:tblGrid', {}, ...table.widths.map((width) => el('a:gridCol', { w: emu(width) }))),
    rowXml(table.headHeight, head),
    ...rows,
  );
}

const rowXml = (height: number, cells: readonly Xml[]): Xml => el('a:tr', { h: emu(height) }, ...cells);

/** The line under a cell; the other sides have none. */
const rule = (token: DeckColour, points: number): Xml =>
  ['a:lnL', 'a:lnR', 'a:lnT'].map((side) => el(side, { w: 0 }, '<a:noFill/>')).join('') +
  stroke(token, points).replace('<a:ln ', '<a:lnB ').replace('</a:ln>', '</a:lnB>');

const HEAD_RULE = rule('ink', 0.75);
const ROW_RULE = rule('hairline', 0.5);
const LAST_RULE = rule('ink-faint', 0.75);

const cellXml = (locale: Report['locale'], text: string, style: ParagraphStyle, under: Xml, anchor: 'b' | 'ctr'): Xml =>
  el(
    'a:tc',
    {},
    el('a:txBody', {}, '<a:bodyPr/><a:lstStyle/>', paragraph(locale, text, style)),
    el(
      'a:tcPr',
      {
        marL: emu(CELL_PADDING.x),
        marR: emu(CELL_PADDING.x),
        marT: emu(CELL_PADDING.y),
        marB: emu(CELL_PADDING.y),
        anchor,
      },
      under,
      '<a:noFill/>',
    ),
  );
