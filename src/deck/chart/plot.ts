import type { FigureSpec, Report } from '#core/report/page.ts';
import type { Sheet } from '../ooxml/sheet.ts';
import type { Xml } from '../ooxml/xml.ts';

/** What a kind of chart writes: the plot area's charts and axes, and the sheet that they refer to. */
export interface Plot {
  readonly xml: Xml;
  readonly sheet: Sheet;
  readonly hasLegend: boolean;
}

export type PlotWriter = (figure: FigureSpec, locale: Report['locale']) => Plot;
