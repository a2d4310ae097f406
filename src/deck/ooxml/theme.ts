import type { Report } from '#core/report/page.ts';
import { PALETTE } from './colour.ts';
import { A } from './namespaces.ts';
import { el, type Xml } from './xml.ts';

/** East Asian face by language; a reader without it falls back to their own. */
const EAST_ASIAN: Record<Report['locale'], string> = { en: '微软雅黑', 'zh-Hans': '微软雅黑', 'zh-Hant': '微軟正黑體' };

/** The theme holds the only fonts and colours of a file: runs name neither. */
export function theme(name: string, locale: Report['locale']): Xml {
  return el('a:theme', { 'xmlns:a': A, name }, el('a:themeElements', {}, colours(), fonts(locale), formats()));
}

function colours(): Xml {
  const slots = Object.entries(PALETTE).map(([slot, hex]) => el(`a:${slot}`, {}, el('a:srgbClr', { val: hex })));
  return el('a:clrScheme', { name: 'Annum' }, ...slots);
}

function fonts(locale: Report['locale']): Xml {
  const face = [
    el('a:latin', { typeface: 'Arial' }),
    el('a:ea', { typeface: EAST_ASIAN[locale] }),
    el('a:cs', { typeface: 'Arial' }),
    el('a:font', { script: 'Hans', typeface: EAST_ASIAN['zh-Hans'] }),
    el('a:font', { script: 'Hant', typeface: EAST_ASIAN['zh-Hant'] }),
  ];
  return el('a:fontScheme', { name: 'Annum' }, el('a:majorFont', {}, ...face), el('a:minorFont', {}, ...face));
}

/** Plain fills, hairlines and no effects; the schema asks for three of each. */
function formats(): Xml {
  const paint = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = (width: number): Xml => el('a:ln', { w: width, cap: 'flat' }, paint, '<a:prstDash val="solid"/>');
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return el(
    'a:fmtScheme',
    { name: 'Annum' },
    el('a:fillStyleLst', {}, paint, paint, paint),
    el('a:lnStyleLst', {}, line(6350), line(12700), line(19050)),
    el('a:effectStyleLst', {}, effect, effect, effect),
    el('a:bgFillStyleLst', {}, paint, paint, paint),
  );
}
