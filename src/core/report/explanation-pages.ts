import type { Part, ScorecardRow, Split } from '../evaluation.ts';
import { differenceCell, numberColumn, percentCell, toneOf, valueCell, wordCell, wordColumn } from './cells.ts';
import { exactValue, metricById, nameWithUnit, numberFormat, type ReportContext } from './context.ts';
import { missingPage } from './missing-page.ts';
import type { FigureSpec, Page, Table } from './page.ts';
import { sourceLine } from './source-line.ts';

/** Bars a reader takes in at once; the rest are folded into one, named as such. */
const SHOWN_PARTS = 6;
/** Segment splits a deck carries; every other split stays on the metric's own page. */
const SHOWN_SEGMENTS = 3;

/** Why the core metric moved: by its drivers, then by the segments of its sales. */
export function explanationPages(context: ReportContext): readonly Page[] {
  const { core, evaluation } = context;
  const splits = core === null ? [] : (evaluation.explanations[core.metric.id]?.splits ?? []);
  const told = splits.filter((split) => split.parts.length > 1);
  const drivers = told.filter((split) => split.by === 'drivers');
  const segments = told.filter((split) => split.by !== 'drivers').slice(0, SHOWN_SEGMENTS);
  return [...pagesOf(context, core, drivers, 'drivers'), ...pagesOf(context, core, segments, 'segments')];
}

function pagesOf(
  context: ReportContext,
  core: ScorecardRow | null,
  splits: readonly Split[],
  part: 'drivers' | 'segments',
): readonly Page[] {
  return core === null || splits.length === 0
    ? [missingPage(context, `explanation-${part}`, 'explanation', part)]
    : splits.map((split) => explanationPage(context, core, split));
}

/** A part as a page tells it. */
interface NamedPart extends Part {
  readonly name: string;
}

/** One split of a metric as a page: the finding, the waterfall and every part. */
export function explanationPage(context: ReportContext, row: ScorecardRow, split: Split): Page {
  const { words, formats, book } = context;
  const { unit } = row.metric;
  const parts = namedParts(context, split);
  const total = split.to - split.from;
  const facts = (part: NamedPart | undefined) =>
    part === undefined || part.effect === 0 ? null : { name: part.name, effect: formats.difference(part.effect, unit) };
  const largest = (sign: 1 | -1) =>
    split.parts
      .map((one) => ({ ...one, name: partName(context, split, one) }))
      .filter((one) => one.effect * sign > 0)
      .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))[0];
  const [main, against] = total >= 0 ? [largest(1), largest(-1)] : [largest(-1), largest(1)];
  return {
    id: `explanation-${split.by}`,
    kind: 'explanation',
    title: words.explanationTitle({
      metric: words.metric(row.metric),
      by: words.splitBy(split.by),
      change: formats.difference(total, unit),
      main: facts(main),
      against: facts(against),
    }),
    lead: words.explanationLead({
      from: formats.value(split.from, unit, 'short'),
      to: formats.value(split.to, unit, 'short'),
      method: split.method,
    }),
    layout: 'split',
    blocks: [
      { kind: 'figure', figure: waterfall(context, row, split, parts) },
      { kind: 'table', table: partTable(context, row, split) },
    ],
    source: sourceLine(context, [row.metric]),
    notes: `${words.metric(row.metric)}: ${words.definition(row.metric, book.metrics)}`,
    missing: '',
  };
}

function partName(context: ReportContext, split: Split, part: Part): string {
  const metric = split.by === 'drivers' ? metricById(context, part.id) : undefined;
  return metric === undefined ? context.words.segment(split.by, part.id) : context.words.metric(metric);
}

/** Drivers keep the formula's order; segments go by the size of their effect, the tail folded into one part. */
function namedParts(context: ReportContext, split: Split): readonly NamedPart[] {
  const named = ordered(split).map((part) => ({ ...part, name: partName(context, split, part) }));
  if (named.length <= SHOWN_PARTS) return named;
  const tail = named.slice(SHOWN_PARTS - 1);
  return [
    ...named.slice(0, SHOWN_PARTS - 1),
    {
      id: 'folded',
      name: context.words.otherParts(tail.length),
      from: null,
      to: null,
      effect: tail.reduce((sum, part) => sum + part.effect, 0),
      share: null,
    },
  ];
}

const ordered = (split: Split): readonly Part[] =>
  split.by === 'drivers' ? split.parts : split.parts.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect));

function waterfall(context: ReportContext, row: ScorecardRow, split: Split, parts: readonly NamedPart[]): FigureSpec {
  const { words, formats, book, evaluation } = context;
  const { unit } = row.metric;
  const exact = (value: number) => exactValue(value, unit, book.settings.currency);
  return {
    id: `explanation-${split.by}`,
    kind: 'waterfall',
    title: nameWithUnit(context, row.metric),
    alt: words.waterfallAlt({
      metric: words.metric(row.metric),
      from: formats.value(split.from, unit, 'short'),
      to: formats.value(split.to, unit, 'short'),
      parts: words.list(parts.map((part) => `${part.name} ${formats.difference(part.effect, unit)}`)),
    }),
    categories: [formats.year(evaluation.year - 1), ...parts.map((part) => part.name), formats.year(evaluation.year)],
    series: [
      {
        name: words.label('effect'),
        mark: 'bar',
        axis: 'left',
        token: 'accent',
        dash: false,
        labels: true,
        values: [exact(split.from), ...parts.map((part) => exact(part.effect)), exact(split.to)],
      },
    ],
    format: numberFormat(unit, book.settings.currency),
    totals: [0, parts.length + 1],
  };
}

/** Every part, also those that the chart folds; a driver's own values are in its own unit. */
function partTable(context: ReportContext, row: ScorecardRow, split: Split): Table {
  const { words, formats, evaluation } = context;
  const { unit, direction } = row.metric;
  const total = split.to - split.from;
  const unitOf = (part: Part) => (split.by === 'drivers' ? (metricById(context, part.id)?.unit ?? unit) : unit);
  return {
    id: `explanation-${split.by}`,
    caption: '',
    columns: [
      wordColumn(words.splitBy(split.by), 0.3),
      numberColumn(formats.year(evaluation.year - 1), 0.19),
      numberColumn(formats.year(evaluation.year), 0.19),
      numberColumn(words.label('effect'), 0.18),
      numberColumn(words.label('share'), 0.14),
    ],
    rows: [
      ...ordered(split).map((part) => ({
        emphasis: false,
        cells: [
          wordCell(partName(context, split, part)),
          shortCell(context, part.from, unitOf(part)),
          shortCell(context, part.to, unitOf(part)),
          differenceCell(context, part.effect, unit, toneOf(part.effect, direction)),
          percentCell(context, part.share),
        ],
      })),
      {
        emphasis: true,
        cells: [
          wordCell(words.label('total')),
          shortCell(context, split.from, unit),
          shortCell(context, split.to, unit),
          differenceCell(context, total, unit, toneOf(total, direction)),
          percentCell(context, total === 0 ? null : 1),
        ],
      },
    ],
  };
}

/** Beside a chart there is no room for every digit; the exact value stays behind the text. */
const shortCell = (context: ReportContext, value: number | null, unit: Parameters<typeof valueCell>[2]) => ({
  ...valueCell(context, value, unit),
  text: context.formats.value(value, unit, 'short'),
});
