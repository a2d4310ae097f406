import type { Report, Span } from '#core/report/page.ts';
import { fill, type DeckColour } from './colour.ts';
import { el, escapeXml, type Xml } from './xml.ts';

/** A run's language and the one its other script is in: Office picks fonts and spelling by both. */
const LANGUAGES: Record<Report['locale'], { readonly lang: string; readonly altLang: string }> = {
  en: { lang: 'en-US', altLang: 'zh-CN' },
  'zh-Hans': { lang: 'zh-CN', altLang: 'en-US' },
  'zh-Hant': { lang: 'zh-TW', altLang: 'en-US' },
};

export const languageOf = (locale: Report['locale']): string => LANGUAGES[locale].lang;

export interface RunStyle {
  /** Points; the placeholder's own when left out. */
  readonly size?: number | undefined;
  readonly bold?: boolean;
  readonly colour?: DeckColour;
}

export interface ParagraphStyle extends RunStyle {
  readonly align?: 'l' | 'r' | 'ctr';
  /** Space after, in em of the paragraph's size. */
  readonly after?: number;
}

/** Properties of a run; `name` is also that of an empty paragraph's end. */
export const runProperties = (locale: Report['locale'], style: RunStyle, name = 'a:rPr'): Xml =>
  el(
    name,
    {
      ...LANGUAGES[locale],
      sz: style.size === undefined ? undefined : Math.round(style.size * 100),
      b: style.bold === undefined ? undefined : Number(style.bold),
      dirty: 0,
    },
    style.colour === undefined ? '' : fill(style.colour),
  );

export const run = (locale: Report['locale'], text: string, style: RunStyle): Xml =>
  el('a:r', {}, runProperties(locale, style), el('a:t', {}, escapeXml(text)));

/** One paragraph of plain text; line breaks in it become breaks. */
export function paragraph(locale: Report['locale'], text: string, style: ParagraphStyle = {}): Xml {
  return spans(locale, [{ text, bold: style.bold ?? false, figure: false }], style);
}

/** One paragraph of spans. */
export function spans(locale: Report['locale'], parts: readonly Span[], style: ParagraphStyle): Xml {
  const written = parts
    .filter((part) => part.text !== '')
    .map((part) => {
      const look: RunStyle = style.bold === undefined && !part.bold ? style : { ...style, bold: part.bold };
      return part.text
        .split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/u)
        .map((line) => (line === '' ? '' : run(locale, line, look)))
        .join(el('a:br', {}, runProperties(locale, look)));
    });
  const space =
    style.after === undefined
      ? ''
      : el('a:spcAft', {}, el('a:spcPts', { val: Math.round(style.after * (style.size ?? 12) * 100) }));
  return el(
    'a:p',
    {},
    style.align === undefined && space === '' ? '' : el('a:pPr', { algn: style.align }, space),
    ...written,
    written.length === 0 ? runProperties(locale, style, 'a:endParaRPr') : '',
  );
}
