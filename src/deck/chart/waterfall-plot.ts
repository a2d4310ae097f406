import type { FigureSpec, Report } from '#core/report/page.ts';
import { fill, NO_LINE, stroke, type DeckColour } from '../ooxml/colour.ts';
import { el, type Xml } from '../ooxml/xml.ts';
import { AXES, categoryAxis, valueAxis } from './axes.ts';
import { categories, flag, INVISIBLE, NO_MARKER, seriesName, shape, SHEET, values } from './chart-parts.ts';
import { labelRange, stepLabels } from './step-labels.ts';
import { numberCode } from './number-code.ts';
import type { Plot } from './plot.ts';
import { connectorsOf, STACKS, waterfallSheet, waterfallSteps, type Step } from './waterfall-sheet.ts';

/** More columns than this are set smaller. */
const CROWDED = 6;

const PAINT: Record<(typeof STACKS)[number]['paint'], DeckColour | null> = {
  none: null,
  total: 'chart-8',
  rise: 'good',
  fall: 'bad',
};

/**
 * A waterfall as stacked columns: an unseen base carries each step, and every step has a part above and a part below zero,
 * so that a running sum may cross it. Labels and connectors are lines without marks of their own.
 */
export function waterfallPlot(figure: FigureSpec, locale: Report['locale']): Plot {
  const steps = waterfallSteps(figure);
  const code = numberCode(figure, locale);
  const sheet = waterfallSheet(figure, steps, locale);
  const count = steps.length;
  const names = steps.map((step) => step.name);
  const texts = sheet.labels;
  const bars = STACKS.map((stack) => {
    const token = PAINT[stack.paint];
    return el(
      'c:ser',
      {},
      head(sheet.columns.stacks[stack.id] ?? 0, stack.id),
      token === null ? INVISIBLE : shape(fill(token), NO_LINE),
      flag('c:invertIfNegative', false),
      categories(names),
      values(sheet.columns.stacks[stack.id] ?? 0, steps.map(stack.value), code),
    );
  });
  const lines = [
    el(
      'c:ser',
      {},
      head(sheet.columns.top, 'Top'),
      el('c:spPr', {}, NO_LINE),
      NO_MARKER,
      stepLabels(locale, texts, count > CROWDED ? 9 : 10),
      categories(names),
      values(
        sheet.columns.top,
        steps.map((step) => Math.max(step.from, step.to)),
        code,
      ),
      flag('c:smooth', false),
      labelRange(sheet.columns.label, texts),
    ),
    ...connectorsOf(steps).map((connector, at) =>
      el(
        'c:ser',
        {},
        head(sheet.columns.connectors + at, `Connector ${at + 1}`),
        el('c:spPr', {}, stroke('ink-faint', 0.75)),
        NO_MARKER,
        categories(names),
        values(sheet.columns.connectors + at, connector, code),
        flag('c:smooth', false),
      ),
    ),
  ];
  const ids = el('c:axId', { val: AXES.left.cat }) + el('c:axId', { val: AXES.left.val });
  return {
    xml: [
      el(
        'c:barChart',
        {},
        el('c:barDir', { val: 'col' }),
        el('c:grouping', { val: 'stacked' }),
        flag('c:varyColors', false),
        ...bars,
        el('c:gapWidth', { val: count > CROWDED ? 40 : 60 }),
        el('c:overlap', { val: 100 }),
        ids,
      ),
      el(
        'c:lineChart',
        {},
        el('c:grouping', { val: 'standard' }),
        flag('c:varyColors', false),
        ...lines,
        flag('c:marker', true),
        ids,
      ),
      categoryAxis(locale, 'left', count > CROWDED ? 9 : 10),
      valueAxis(locale, 'left', { code: code, fromZero: neverBelow(steps), isShown: false }),
    ].join(''),
    sheet: { name: SHEET, rows: sheet.rows },
    hasLegend: false,
  };
}

const neverBelow = (steps: readonly Step[]): boolean => steps.every((step) => Math.min(step.from, step.to) >= 0);

const head = (column: number, name: string): Xml =>
  el('c:idx', { val: column }) + el('c:order', { val: column }) + seriesName({ index: column, name });
