import type { Report } from '#core/report/page.ts';
import { C15 } from '../ooxml/namespaces.ts';
import { languageOf } from '../ooxml/text.ts';
import { el, escapeXml, type Xml } from '../ooxml/xml.ts';
import { flag, fontProperties, labelShows, rangeOf, textProperties } from './chart-parts.ts';

const LABEL_EXT = '{CE6537A1-D6FC-4f65-9D91-7224C49458BB}';
const RANGE_EXT = '{02D57815-91ED-43cb-92C2-25804820EDAC}';

/** Labels that read their text from cells; an application that does not know such labels shows the text written here. */
export function stepLabels(locale: Report['locale'], texts: readonly string[], size: number): Xml {
  return el(
    'c:dLbls',
    {},
    ...texts.map((text, at) =>
      el(
        'c:dLbl',
        {},
        el('c:idx', { val: at }),
        field(locale, text, at, size),
        '<c:dLblPos val="t"/>',
        labelShows(false),
        SHOWS_RANGE,
      ),
    ),
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    textProperties(locale, size, 'ink'),
    '<c:dLblPos val="t"/>',
    labelShows(false),
    SHOWS_RANGE,
  );
}

function field(locale: Report['locale'], text: string, at: number, size: number): Xml {
  const id = `{A1B2C3D4-0000-4000-8000-${String(at + 1).padStart(12, '0')}}`;
  const lang = languageOf(locale);
  return el(
    'c:tx',
    {},
    el(
      'c:rich',
      {},
      '<a:bodyPr/><a:lstStyle/>',
      el(
        'a:p',
        {},
        el(
          'a:fld',
          { id, type: 'CELLRANGE' },
          fontProperties(size, 'ink', 'a:rPr', lang),
          '<a:pPr/>',
          el('a:t', {}, escapeXml(text)),
        ),
        el('a:endParaRPr', { lang }),
      ),
    ),
  );
}

const SHOWS_RANGE = el(
  'c:extLst',
  {},
  el('c:ext', { uri: LABEL_EXT, 'xmlns:c15': C15 }, flag('c15:showDataLabelsRange', true)),
);

/** The cells that the labels read, with the texts they had. */
export const labelRange = (column: number, texts: readonly string[]): Xml =>
  el(
    'c:extLst',
    {},
    el(
      'c:ext',
      { uri: RANGE_EXT, 'xmlns:c15': C15 },
      el(
        'c15:datalabelsRange',
        {},
        el('c15:f', {}, rangeOf(column, texts.length)),
        el(
          'c15:dlblRangeCache',
          {},
          el('c:ptCount', { val: texts.length }),
          ...texts.map((text, idx) => el('c:pt', { idx }, el('c:v', {}, escapeXml(text)))),
        ),
      ),
    ),
  );
