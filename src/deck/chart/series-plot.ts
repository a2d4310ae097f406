import type { FigureSeries, FigureSpec, Report } from '#core/report/page.ts';
import { fill, hatch, NO_LINE, stroke } from '../ooxml/colour.ts';
import { EMPTY, numberCell, textCell, type Sheet } from '../ooxml/sheet.ts';
import { el, type Xml } from '../ooxml/xml.ts';
import { AXES, categoryAxis, valueAxis, type Side } from './axes.ts';
import {
  categories,
  flag,
  labelShows,
  NO_MARKER,
  seriesName,
  shape,
  SHEET,
  textProperties,
  values,
} from './chart-parts.ts';
import { numberCode } from './number-code.ts';
import type { Plot } from './plot.ts';

const MARKS = ['area', 'bar', 'line', 'tick'] as const;
type Mark = FigureSeries['mark'];

/** A series with its column in the embedded sheet. */
interface Placed {
  readonly series: FigureSeries;
  readonly index: number;
}

/** Bars, lines, areas and ticks over shared categories, on one axis or two. */
export function seriesPlot(figure: FigureSpec, locale: Report['locale']): Plot {
  const code = numberCode(figure, locale);
  const placed = figure.series.map((series, at) => ({ series, index: at + 1 }));
  const sides = (['left', 'right'] as const).filter((side) => placed.some((one) => one.series.axis === side));
  const charts = sides.flatMap((side) =>
    MARKS.map((mark) => {
      const group = placed.filter((one) => one.series.axis === side && one.series.mark === mark);
      return group.length === 0 ? '' : chartOf(figure, locale, side, mark, group, code);
    }),
  );
  const axes = sides.flatMap((side) => [
    categoryAxis(locale, side),
    valueAxis(locale, side, { code, fromZero: standsOnZero(placed, side), isShown: true }),
  ]);
  return { xml: [...charts, ...axes].join(''), sheet: sheetOf(figure), hasLegend: figure.series.length > 1 };
}

const standsOnZero = (placed: readonly Placed[], side: Side): boolean =>
  placed.some((one) => one.series.axis === side && (one.series.mark === 'bar' || one.series.mark === 'area')) &&
  placed.every((one) => one.series.axis !== side || one.series.values.every((value) => (value ?? 0) >= 0));

function chartOf(
  figure: FigureSpec,
  locale: Report['locale'],
  side: Side,
  mark: Mark,
  group: readonly Placed[],
  code: string,
): Xml {
  const inner = group.map((one) => seriesXml(figure, locale, one, code));
  const ids = el('c:axId', { val: AXES[side].cat }) + el('c:axId', { val: AXES[side].val });
  if (mark === 'bar') {
    const head = el('c:barDir', { val: 'col' }) + el('c:grouping', { val: 'clustered' }) + flag('c:varyColors', false);
    return el('c:barChart', {}, head, ...inner, el('c:gapWidth', { val: 55 }), el('c:overlap', { val: -4 }), ids);
  }
  const head = el('c:grouping', { val: 'standard' }) + flag('c:varyColors', false);
  return mark === 'area'
    ? el('c:areaChart', {}, head, ...inner, ids)
    : el('c:lineChart', {}, head, ...inner, flag('c:marker', true), ids);
}

function seriesXml(figure: FigureSpec, locale: Report['locale'], { series, index }: Placed, code: string): Xml {
  const isLine = series.mark === 'line' || series.mark === 'tick';
  return el(
    'c:ser',
    {},
    el('c:idx', { val: index - 1 }),
    el('c:order', { val: index - 1 }),
    seriesName({ index, name: series.name }),
    look(series),
    isLine ? marker(series) : flag('c:invertIfNegative', false).repeat(series.mark === 'bar' ? 1 : 0),
    series.mark === 'bar' ? incompletePoints(series) : '',
    series.labels ? labels(locale, series.mark, code) : '',
    categories(figure.categories),
    values(index, series.values, code),
    isLine ? flag('c:smooth', false) : '',
  );
}

const incompletePoints = (series: FigureSeries): Xml =>
  (series.incomplete ?? [])
    .map((idx) =>
      el(
        'c:dPt',
        {},
        el('c:idx', { val: idx }),
        flag('c:invertIfNegative', false),
        flag('c:bubble3D', false),
        shape(hatch(series.token), stroke(series.token, 0.75)),
      ),
    )
    .join('');

function look(series: FigureSeries): Xml {
  if (series.mark === 'bar' || series.mark === 'area') return shape(fill(series.token), NO_LINE);
  return el(
    'c:spPr',
    {},
    series.mark === 'tick' ? NO_LINE : stroke(series.token, 1.75, series.dash ? 'sysDash' : undefined),
  );
}

/** A dashed line is a target and carries diamonds; ticks stand alone. */
function marker(series: FigureSeries): Xml {
  if (series.mark === 'line' && !series.dash) return NO_MARKER;
  const symbol = series.mark === 'tick' ? 'dash' : 'diamond';
  const size = series.mark === 'tick' ? 14 : 6;
  return el(
    'c:marker',
    {},
    el('c:symbol', { val: symbol }),
    el('c:size', { val: size }),
    shape(fill(series.token), NO_LINE),
  );
}

const labels = (locale: Report['locale'], mark: Mark, code: string): Xml =>
  el(
    'c:dLbls',
    {},
    el('c:numFmt', { formatCode: code, sourceLinked: 0 }),
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    textProperties(locale, 10, 'ink'),
    mark === 'area' ? '' : el('c:dLblPos', { val: mark === 'bar' ? 'outEnd' : 't' }),
    labelShows(true),
  );

function sheetOf(figure: FigureSpec): Sheet {
  return {
    name: SHEET,
    rows: [
      [EMPTY, ...figure.series.map((series) => textCell(series.name))],
      ...figure.categories.map((name, at) => [
        textCell(name),
        ...figure.series.map((series) => numberCell(series.values[at] ?? null)),
      ]),
    ],
  };
}
