import type { Report } from '#core/report/page.ts';
import { fill, NO_FILL, NO_LINE, type DeckColour } from '../ooxml/colour.ts';
import { columnName, numberText } from '../ooxml/sheet.ts';
import { languageOf } from '../ooxml/text.ts';
import { el, escapeXml, type Xml } from '../ooxml/xml.ts';

/** The sheet of a chart's embedded workbook. */
export const SHEET = 'Data';

/** A column of the embedded sheet as a series refers to it; rows start under the head. */
export interface Column {
  readonly index: number;
  readonly name: string;
}

const cell = (column: number, row: number): string => `${SHEET}!$${columnName(column)}$${row}`;
export const rangeOf = (column: number, count: number): string =>
  `${cell(column, 2)}:$${columnName(column)}$${count + 1}`;

const point = (idx: number, text: string): Xml => el('c:pt', { idx }, el('c:v', {}, text));

export const seriesName = ({ index, name }: Column): Xml =>
  el(
    'c:tx',
    {},
    el(
      'c:strRef',
      {},
      el('c:f', {}, cell(index, 1)),
      el('c:strCache', {}, el('c:ptCount', { val: 1 }), point(0, escapeXml(name))),
    ),
  );

export const categories = (names: readonly string[]): Xml =>
  el(
    'c:cat',
    {},
    el(
      'c:strRef',
      {},
      el('c:f', {}, rangeOf(0, names.length)),
      el(
        'c:strCache',
        {},
        el('c:ptCount', { val: names.length }),
        ...names.map((name, at) => point(at, escapeXml(name))),
      ),
    ),
  );

/** Values with their cache; unknown ones are left out, never 0. */
export const values = (column: number, numbers: readonly (number | null)[], code: string): Xml =>
  el(
    'c:val',
    {},
    el(
      'c:numRef',
      {},
      el('c:f', {}, rangeOf(column, numbers.length)),
      el(
        'c:numCache',
        {},
        el('c:formatCode', {}, escapeXml(code)),
        el('c:ptCount', { val: numbers.length }),
        ...numbers.map((value, at) => (value === null ? '' : point(at, numberText(value)))),
      ),
    ),
  );

/** Text of a chart, in the theme's fonts. */
export function textProperties(locale: Report['locale'], size: number, token: DeckColour): Xml {
  return el(
    'c:txPr',
    {},
    '<a:bodyPr rot="0" vert="horz"/><a:lstStyle/>',
    el(
      'a:p',
      {},
      el('a:pPr', {}, fontProperties(size, token, 'a:defRPr')),
      el('a:endParaRPr', { lang: languageOf(locale) }),
    ),
  );
}

export const fontProperties = (size: number, token: DeckColour, name: string, lang?: string): Xml =>
  el(
    name,
    { lang, sz: Math.round(size * 100), b: 0 },
    fill(token),
    '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>',
  );

export const shape = (paint: Xml, line: Xml): Xml => el('c:spPr', {}, paint, line);
export const INVISIBLE = shape(NO_FILL, NO_LINE);
export const NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>';

export const flag = (name: string, isOn: boolean): Xml => el(name, { val: isOn ? 1 : 0 });

/** Which parts of a data label show: only its value, or nothing of its own. */
export const labelShows = (showsValue: boolean): Xml =>
  [
    flag('c:showLegendKey', false),
    flag('c:showVal', showsValue),
    flag('c:showCatName', false),
    flag('c:showSerName', false),
    flag('c:showPercent', false),
    flag('c:showBubbleSize', false),
  ].join('');
