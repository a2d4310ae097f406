import type { FigureSpec, Report } from '#core/report/page.ts';
import { NO_FILL, NO_LINE } from '../ooxml/colour.ts';
import { A, C, R } from '../ooxml/namespaces.ts';
import { workbook } from '../ooxml/sheet.ts';
import { languageOf, run } from '../ooxml/text.ts';
import { el, type Xml } from '../ooxml/xml.ts';
import { flag, shape, textProperties } from './chart-parts.ts';
import type { PlotWriter } from './plot.ts';
import { seriesPlot } from './series-plot.ts';
import { waterfallPlot } from './waterfall-plot.ts';

/** One writer a kind; kinds without one have no page yet. */
const PLOTS: Partial<Record<FigureSpec['kind'], PlotWriter>> = {
  bar: seriesPlot,
  line: seriesPlot,
  combo: seriesPlot,
  waterfall: waterfallPlot,
};

export interface ChartPart {
  /** `workbookId` is the relationship to the embedded workbook. */
  readonly xml: (workbookId: string) => Xml;
  readonly workbook: Uint8Array;
}

/** A native, editable chart with the workbook behind it. */
export function chartPart(figure: FigureSpec, locale: Report['locale']): ChartPart {
  const write = PLOTS[figure.kind];
  if (write === undefined) throw new Error(`no chart writer for ${figure.kind}`);
  const plot = write(figure, locale);
  return {
    workbook: workbook(plot.sheet),
    xml: (workbookId) =>
      el(
        'c:chartSpace',
        { 'xmlns:c': C, 'xmlns:a': A, 'xmlns:r': R },
        flag('c:date1904', false),
        el('c:lang', { val: languageOf(locale) }),
        flag('c:roundedCorners', false),
        el(
          'c:chart',
          {},
          title(figure, locale),
          flag('c:autoTitleDeleted', false),
          el('c:plotArea', {}, '<c:layout/>', plot.xml, shape(NO_FILL, NO_LINE)),
          plot.hasLegend ? legend(locale) : '',
          flag('c:plotVisOnly', true),
          el('c:dispBlanksAs', { val: 'gap' }),
        ),
        shape(NO_FILL, NO_LINE),
        textProperties(locale, 10, 'ink-soft'),
        el('c:externalData', { 'r:id': workbookId }, flag('c:autoUpdate', false)),
      ),
  };
}

/** What is drawn and in which unit, small and to the left. */
const title = (figure: FigureSpec, locale: Report['locale']): Xml =>
  el(
    'c:title',
    {},
    el(
      'c:tx',
      {},
      el(
        'c:rich',
        {},
        '<a:bodyPr/><a:lstStyle/>',
        el('a:p', {}, '<a:pPr algn="l"/>', run(locale, figure.title, { size: 11, bold: false, colour: 'ink-soft' })),
      ),
    ),
    el(
      'c:layout',
      {},
      '<c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/><c:y val="0"/></c:manualLayout>',
    ),
    flag('c:overlay', false),
  );

const legend = (locale: Report['locale']): Xml =>
  el('c:legend', {}, el('c:legendPos', { val: 't' }), flag('c:overlay', false), textProperties(locale, 10, 'ink-soft'));
