import type { Report } from '#core/report/page.ts';
import type { Box, Slide } from '#core/report/slides/slide.ts';
import { PARAGRAPH_EM } from '#core/report/slides/fit-text.ts';
import { A, C, P, R } from '../ooxml/namespaces.ts';
import { paragraph, spans } from '../ooxml/text.ts';
import { el, type Xml } from '../ooxml/xml.ts';
import { place } from './emu.ts';
import { heroShapes } from './heroes.ts';
import { numberField } from './master.ts';
import { body, nameOf, placeholder, ShapeIds, textBox, tree, type ShapeName } from './shapes.ts';
import { tableFrame } from './table.ts';

const NAMESPACES = { 'xmlns:a': A, 'xmlns:r': R, 'xmlns:p': P };
const KEEP_COLOURS = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>';

/** A slide; `chartId` is the relationship of a figure's chart. */
export function slideXml(report: Report, slide: Slide, chartId: (figureId: string) => string): Xml {
  const ids = new ShapeIds();
  const { locale } = report;
  const shapes =
    slide.page.layout === 'cover'
      ? coverShapes(report, slide, ids)
      : [
          ...headShapes(report, slide, ids),
          ...slide.boxes.map((box) => boxShape(locale, ids, box, chartId)),
          ...footShapes(report, slide, ids),
        ];
  return el('p:sld', NAMESPACES, el('p:cSld', {}, tree(...shapes, stamp(report, ids))), KEEP_COLOURS);
}

function coverShapes({ locale }: Report, { title, lead }: Slide, ids: ShapeIds): readonly Xml[] {
  return [
    placeholder(
      { id: ids.next(), name: 'Title' },
      { type: 'ctrTitle', rect: title },
      body([paragraph(locale, title.text, { size: title.size })]),
    ),
    lead === null
      ? ''
      : placeholder(
          { id: ids.next(), name: 'Subtitle' },
          { type: 'subTitle', idx: 1, rect: lead },
          body([paragraph(locale, lead.text, { size: lead.size, colour: 'ink-soft' })]),
        ),
  ];
}

function headShapes({ locale }: Report, { title, lead }: Slide, ids: ShapeIds): readonly Xml[] {
  return [
    placeholder(
      { id: ids.next(), name: 'Title' },
      { type: 'title', rect: title },
      body([paragraph(locale, title.text, { size: title.size })]),
    ),
    lead === null
      ? ''
      : placeholder(
          { id: ids.next(), name: 'Lead' },
          { type: 'body', idx: 13, rect: lead, size: 'quarter' },
          body([paragraph(locale, lead.text, { size: lead.size, colour: 'ink-soft' })]),
        ),
  ];
}

function footShapes({ locale }: Report, slide: Slide, ids: ShapeIds): readonly Xml[] {
  return [
    placeholder(
      { id: ids.next(), name: 'Footer' },
      { type: 'ftr', idx: 11, size: 'quarter' },
      body([paragraph(locale, slide.source, { size: 9, colour: 'ink-faint' })], 'ctr'),
    ),
    placeholder(
      { id: ids.next(), name: 'Number' },
      { type: 'sldNum', idx: 12, size: 'quarter' },
      body([numberField(locale, String(slide.number))], 'ctr'),
    ),
  ];
}

/** A sample says so on every slide. */
function stamp(report: Report, ids: ShapeIds): Xml {
  if (report.stamp === '') return '';
  const text = paragraph(report.locale, report.stamp, { size: 10, bold: true, colour: 'warn', align: 'r' });
  return textBox({ id: ids.next(), name: report.stamp }, { x: 712, y: 14, width: 200, height: 14 }, [text], 'ctr');
}

function boxShape(locale: Report['locale'], ids: ShapeIds, box: Box, chartId: (figureId: string) => string): Xml {
  switch (box.kind) {
    case 'heroes':
      return heroShapes(locale, ids, box, box.heroes);
    case 'text': {
      const id = ids.next();
      const style = { size: box.size, colour: 'ink', after: PARAGRAPH_EM } as const;
      const paragraphs = box.paragraphs.map((parts) => spans(locale, parts, style));
      return textBox({ id, name: `Text ${id}` }, box, paragraphs);
    }
    case 'table': {
      const id = ids.next();
      return tableFrame(
        locale,
        { id, name: `Table ${id}`, alt: box.table.caption || tableAlt(box.table.columns) },
        box,
        box.table,
      );
    }
    case 'figure': {
      const id = ids.next();
      return chartFrame({ id, name: `Chart ${id}`, alt: box.figure.alt }, box, chartId(box.figure.id));
    }
  }
}

const tableAlt = (columns: readonly { readonly title: string }[]): string =>
  columns
    .map((column) => column.title)
    .filter((title) => title !== '')
    .join(', ');

const chartFrame = (name: ShapeName, box: Box, relation: string): Xml =>
  el(
    'p:graphicFrame',
    {},
    el('p:nvGraphicFramePr', {}, nameOf(name), '<p:cNvGraphicFramePr/><p:nvPr/>'),
    place(box, 'p:xfrm'),
    el('a:graphic', {}, el('a:graphicData', { uri: C }, el('c:chart', { 'xmlns:c': C, 'r:id': relation }))),
  );

/** Speaker notes: what is told besides what is shown. */
export function notesXml(locale: Report['locale'], notes: string): Xml {
  const ids = new ShapeIds();
  const lines = notes.split('\n').map((line) => paragraph(locale, line));
  return el(
    'p:notes',
    NAMESPACES,
    el(
      'p:cSld',
      {},
      tree(
        placeholder({ id: ids.next(), name: 'Slide' }, { type: 'sldImg', idx: 2 }, ''),
        placeholder({ id: ids.next(), name: 'Notes' }, { type: 'body', idx: 3, size: 'quarter' }, body(lines)),
      ),
    ),
    KEEP_COLOURS,
  );
}
