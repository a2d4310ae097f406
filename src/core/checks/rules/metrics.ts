import type { FigureKind, FigureRef } from '../../book/book.ts';
import { asksNothing } from '../../comparison/change.ts';
import { marketGrowth } from '../../comparison/market.ts';
import type { Change, FigureValue, Part, ScorecardRow, Split } from '../../evaluation.ts';
import type { Objection, Review, Rule } from '../rule.ts';

/** From half of last year on, a segment is what the metric was. */
const MOST = 0.5;
/** A segment that fell by less has held. */
const HELD = 0.01;

export const rate = ({ kind, value }: Change): FigureValue => ({
  value,
  form: kind === 'points' ? 'change-points' : 'change-ratio',
  signed: true,
  toDate: false,
});

export const amount = (value: number | null, form: FigureValue['form']): FigureValue => ({
  value,
  form,
  signed: false,
  toDate: false,
});

const isLeading = (row: ScorecardRow): boolean => row.metric.level !== 'supporting';

export const METRIC_RULES: readonly Rule[] = [
  {
    id: 'no-figures',
    severity: 'hint',
    find: ({ figures }) =>
      figures.scorecard.some((row) => row.actual !== null) ? [] : [{ place: { screen: 'metrics' }, facts: {} }],
  },
  {
    id: 'no-core-metric',
    severity: 'hint',
    find: ({ figures }) =>
      figures.scorecard.every((row) => row.actual === null) ||
      figures.scorecard.some((row) => row.metric.level === 'core')
        ? []
        : [{ place: { screen: 'metrics' }, facts: {} }],
  },
  {
    id: 'figure-without-target',
    severity: 'error',
    find: ({ figures }) =>
      figures.scorecard
        .filter((row) => row.actual !== null && row.target === null)
        .map((row) => onScorecard(row, 'target', 'hint', { actual: amount(row.actual, row.metric.unit) })),
  },
  {
    id: 'few-comparisons',
    severity: 'warn',
    find: ({ figures }) =>
      figures.scorecard.flatMap((row) => {
        if (row.actual === null) return [];
        const count = comparisonsOf(row).length;
        if (count >= 2) return [];
        const objection = onScorecard(row, row.lastYear === null ? 'lastYear' : 'market', 'hint');
        return [{ ...objection, facts: { ...objection.facts, count } }];
      }),
  },
  {
    id: 'behind-market',
    severity: 'warn',
    find: (review) =>
      review.figures.scorecard
        .filter(
          (row) =>
            row.verdict === 'easy-target' &&
            !isTold(
              review,
              row,
              ['relativeShare', 'benchmark'],
              /市场|市場|行业|行業|产业|產業|大盘|大盤|\bmarket\b|\bindustry\b/iu,
            ),
        )
        .map((row) =>
          inConclusion(row, {
            own: rate(row.growth),
            market: rate({ ...row.growth, value: heldGrowth(review, row) }),
            share: amount(row.relativeShare, 'change-ratio'),
          }),
        ),
  },
  {
    id: 'zero-growth-target',
    severity: 'warn',
    find: (review) =>
      review.figures.scorecard
        .filter(
          (row) =>
            row.target !== null &&
            asksNothing(row.impliedGrowth, row.target, row.metric.direction) &&
            !isTold(review, row, ['impliedGrowth'], /零增长|零增長|零成長|\b(?:zero|no)[- ]growth\b/iu),
        )
        .map((row) =>
          onScorecard(row, 'target', 'hint', {
            implied: rate(row.impliedGrowth),
            target: amount(row.target, row.metric.unit),
          }),
        ),
  },
  {
    id: 'growth-hides-decline',
    severity: 'warn',
    find: (review) =>
      review.figures.scorecard.flatMap((row) => {
        const fallen = fallenMost(review.figures.explanations[row.metric.id]?.splits ?? []);
        if (row.metric.direction === 'lower' || !fallen || isSegmentTold(review, row, fallen)) return [];
        const { part, by } = fallen;
        const facts = {
          ...inConclusion(row, {
            fell: amount(-part.effect / (part.from ?? 1), 'percent'),
            growth: rate(row.growth),
          }).facts,
          segment: { by, name: part.id },
        };
        return [{ place: { screen: 'metrics', of: row.metric.id, at: 'conclusion' }, facts }];
      }),
  },
  {
    id: 'conclusion-order',
    severity: 'hint',
    find: ({ spoken, metrics }) => {
      const levels = spoken
        .filter((one) => one.kind === 'conclusion' && one.metric === null)
        .flatMap((one) => one.chips.map((chip) => metrics.get(chip.metric)?.level));
      const begins = levels.find((level) => level !== undefined);
      return begins !== undefined && begins !== 'core' && levels.includes('core')
        ? [{ place: { screen: 'metrics', at: 'conclusion' }, facts: {} }]
        : [];
    },
  },
];

/** The market's growth that the verdict rests on; `null` where levels were compared. */
const heldGrowth = ({ book }: Review, { metric, growth }: ScorecardRow): number | null =>
  growth.value === null ? null : marketGrowth(metric, book.benchmarks, book.settings.year);

/** What the row can be held against: its target, last year, anything from outside. */
const comparisonsOf = (row: ScorecardRow): readonly string[] => [
  ...(row.target === null ? [] : ['target']),
  ...(row.lastYear === null ? [] : ['time']),
  ...([row.market, row.industry, row.leader, ...row.competitors].some((one) => (one?.value ?? null) !== null)
    ? ['outside']
    : []),
];

function onScorecard(
  row: ScorecardRow,
  column: string,
  softened: 'warn' | 'hint',
  figures: Readonly<Record<string, FigureValue>> = {},
): Objection {
  return {
    place: { screen: 'metrics', at: `${row.metric.id}.${column}` },
    facts: { metric: row.metric.id, figures },
    ...(isLeading(row) ? {} : { severity: softened }),
  };
}

const inConclusion = (row: ScorecardRow, figures: Readonly<Record<string, FigureValue>>): Objection => ({
  place: { screen: 'metrics', of: row.metric.id, at: 'conclusion' },
  facts: { metric: row.metric.id, figures },
});

/** Whether a conclusion says it already: by a chip of the metric, in its own or the whole review's, or in its own words. */
function isTold(review: Review, row: ScorecardRow, figures: readonly FigureKind[], words: RegExp): boolean {
  const { id } = row.metric;
  return review.spoken.some(
    (one) =>
      one.kind === 'conclusion' &&
      ((one.metric?.id === id && words.test(one.text)) ||
        one.chips.some((chip) => chip.metric === id && figures.includes(chip.figure))),
  );
}

interface Fallen {
  readonly by: string;
  readonly part: Part;
}

/** Of what grew as a whole, the segment that was most of it a year ago and fell. */
function fallenMost(splits: readonly Split[]): Fallen | null {
  for (const { by, from, to, parts } of splits) {
    if (by === 'drivers' || to <= from || from <= 0) continue;
    const part = parts.find((one) => one.id !== '' && (one.from ?? 0) >= MOST * from);
    if (part && part.effect < -HELD * (part.from ?? 0)) return { by, part };
  }
  return null;
}

function isSegmentTold(review: Review, row: ScorecardRow, { by, part }: Fallen): boolean {
  const names = (ref: FigureRef | null): boolean =>
    ref?.metric === row.metric.id && ref.figure === 'segment' && ref.of === `${by}|${part.id}`;
  return (
    review.spoken.some((one) => one.kind === 'conclusion' && one.chips.some(names)) ||
    [...review.evidence.values()].some((all) => all.some((one) => names(one.figure)))
  );
}
