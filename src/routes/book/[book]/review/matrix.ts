import type { Book } from '#core/book/book.ts';
import type { Evaluation } from '#core/evaluation.ts';
import {
  verdictMatrix,
  type AsideReason,
  type MatrixPoint,
  type Quadrant,
  type VerdictMatrix,
} from '#core/comparison/verdict-matrix.ts';
import { m } from '#messages/compiled/messages.js';
import { formatChange, formatPercent } from '#messages/format.ts';
import { metricName, verdictWord } from '#messages/metric-words.ts';
import type { QuadrantPoint } from '#ui/charts/quadrant-point.ts';

const TOKENS: Record<Quadrant, QuadrantPoint['token']> = {
  win: 'good',
  'easy-target': 'warn',
  headwind: 'info',
  gap: 'bad',
};

const REASONS: Record<AsideReason, () => string> = {
  'no-actual': m.compare_aside_no_actual,
  'no-target': m.compare_aside_no_target,
  undecided: m.compare_aside_undecided,
  'target-zero': m.compare_aside_target_zero,
  'no-growth': m.compare_aside_no_growth,
  'level-only': m.compare_aside_level_only,
  'no-market': m.compare_aside_no_market,
};

/** What a metric that has no place needs: a market figure, a target, or a look at its own page. */
export type Remedy = 'market' | 'target' | 'page';
const REMEDIES: Record<AsideReason, Remedy> = {
  'no-actual': 'page',
  'no-target': 'target',
  undecided: 'page',
  'target-zero': 'target',
  'no-growth': 'page',
  'level-only': 'market',
  'no-market': 'market',
};

export interface MatrixMetric {
  readonly point: MatrixPoint;
  readonly name: string;
  readonly attainment: string;
  readonly ahead: string;
}

export interface AsideMetric {
  readonly id: string;
  readonly name: string;
  readonly why: string;
  readonly remedy: Remedy;
}

/** The matrix in words: who stands where, who stands aside and what would place them. */
export interface MatrixView {
  readonly title: string;
  readonly placed: readonly MatrixMetric[];
  readonly points: readonly QuadrantPoint[];
  readonly aside: readonly AsideMetric[];
}

export function matrixView(book: Book, evaluation: Evaluation): MatrixView {
  const matrix: VerdictMatrix = verdictMatrix(book, evaluation.scorecard);
  const names = new Map(book.metrics.map((metric) => [metric.id, metricName(metric)]));
  const placed = matrix.points.map((point) => ({
    point,
    name: names.get(point.metric) ?? '',
    attainment: formatPercent(1 + point.attainment),
    ahead: formatChange({ kind: 'points', value: point.ahead }),
  }));
  return {
    title: m.compare_matrix_title({
      wins: placed.filter(({ point }) => point.quadrant === 'win').length,
      total: placed.length,
    }),
    placed,
    points: placed.map(({ point, name, attainment, ahead }) => ({
      id: point.metric,
      x: point.attainment,
      y: point.ahead,
      label: name,
      told: [name, verdictWord(point.quadrant), attainment, ahead].join(' · '),
      href: `/book/${book.id}/review/${point.metric}`,
      token: TOKENS[point.quadrant],
    })),
    aside: matrix.aside.map(({ metric, why }) => ({
      id: metric,
      name: names.get(metric) ?? '',
      why: REASONS[why](),
      remedy: REMEDIES[why],
    })),
  };
}
