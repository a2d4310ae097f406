import { EMPTY_BOOK } from '../book/empty-book.ts';
import type { Benchmark, Book, Cell, CellKey, Metric } from '../book/book.ts';
import type { Change, Evaluation, GoalRow, Part, ScorecardRow } from '../evaluation.ts';
import { evaluate } from '../evaluate.ts';
import { monthKey, monthsOf, yearKey } from '../period.ts';
import { costOf } from '../review/cost/cost.ts';

/** A small book of a fictional team with a hand-written evaluation: figures whose shown text a reader can check by eye. */

const metric = (change: Partial<Metric> & Pick<Metric, 'id'>): Metric => ({
  name: '',
  preset: null,
  level: 'supporting',
  unit: 'money',
  direction: 'higher',
  formula: null,
  owner: '',
  yearly: 'sum',
  ...change,
});

export const METRICS: readonly Metric[] = [
  metric({
    id: 'sales',
    preset: 'returningSales',
    level: 'core',
    formula: { kind: 'product', of: ['buyers', 'frequency', 'value'] },
  }),
  metric({ id: 'retention', preset: 'retention', level: 'key', unit: 'percent', yearly: 'none' }),
  metric({ id: 'buyers', preset: 'returningBuyers', level: 'key', unit: 'count', yearly: 'none' }),
  metric({ id: 'frequency', preset: 'frequency', unit: 'times', yearly: 'none' }),
  metric({ id: 'value', preset: 'orderValue', unit: 'money', yearly: 'none' }),
  metric({ id: 'gap', name: '复购间隔 <天> & "中位"', unit: 'days', direction: 'lower', yearly: 'none' }),
];

const MARKET: Benchmark = {
  id: 'b1',
  metric: 'sales',
  kind: 'market',
  year: 2025,
  name: '',
  measure: 'growth',
  value: 0.12,
  source: 'Industry yearbook 2025',
  date: '2026-03',
  confidence: 'B',
};

const change = (value: number | null, difference: number | null, kind: Change['kind'] = 'ratio'): Change => ({
  kind,
  value,
  difference,
});

const row = (id: string, figures: Partial<ScorecardRow>): ScorecardRow => {
  const own = METRICS.find((one) => one.id === id);
  if (own === undefined) throw new Error(id);
  return {
    metric: own,
    actual: null,
    toDate: false,
    target: null,
    attainment: null,
    gap: null,
    met: null,
    lastYear: null,
    growth: change(null, null),
    yearBeforeLast: null,
    growthTwoYears: change(null, null),
    impliedGrowth: change(null, null),
    market: null,
    industry: null,
    competitors: [],
    leader: null,
    relativeShare: null,
    verdict: null,
    monthly: [],
    monthlyLastYear: [],
    monthlyTarget: [],
    comparableMonths: 12,
    problem: null,
    ...figures,
  };
};

/** Minor units; they sum to 12,120,000.00 and 10,000,000.00. */
export const MONTHLY = [
  62000000, 71000000, 88000000, 76000000, 84000000, 146000000, 81000000, 79000000, 90000000, 95000000, 231000000,
  109000000,
];
export const MONTHLY_LAST_YEAR = [
  58000000, 74000000, 69000000, 66000000, 70000000, 118000000, 72000000, 70000000, 75000000, 80000000, 168000000,
  80000000,
];
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
export const ACTUAL = sum(MONTHLY);
export const LAST_YEAR = sum(MONTHLY_LAST_YEAR);
const TARGET = 1150000000;

const part = (id: string, from: number | null, to: number | null, effect: number): Part => ({
  id,
  from,
  to,
  effect,
  share: effect / (ACTUAL - LAST_YEAR),
});

/** Twelve segments, so that the chart must fold some of them. */
export const CATEGORY_EFFECTS = [9e7, 7e7, 5e7, -3e7, 2e7, -1e7, 8e6, 5e6, -4e6, 3e6, 2e6];
const rest = ACTUAL - LAST_YEAR - sum(CATEGORY_EFFECTS);

export const GOAL_MONTHS = MONTHLY.map((value) => Math.round(value * 1.18));
const goalTarget = sum(GOAL_MONTHS);
const quarter = (at: number): number => sum(GOAL_MONTHS.slice(at * 3, at * 3 + 3));

const goal = (id: string, figures: Partial<GoalRow>): GoalRow => ({
  metric: row(id, {}).metric,
  year: 2026,
  target: null,
  impliedGrowth: change(null, null),
  base: null,
  history: [],
  quarters: [null, null, null, null],
  months: [],
  locked: [],
  lockedQuarters: [false, false, false, false],
  seasons: 2,
  adds: null,
  unphased: 0,
  ...figures,
});

const source = {
  kind: 'data',
  dataset: 'd1',
  datasetName: 'orders-2025.csv',
  kpi: 'returningSales',
  computedAt: '2026-01-04T09:30:00Z',
  numerator: null,
  denominator: null,
  toDate: false,
} as const;

export const BOOK: Book = {
  ...EMPTY_BOOK,
  id: 'book',
  settings: {
    team: '会员运营部',
    year: 2025,
    firstMonth: 1,
    currency: 'CNY',
    lookBack: 365,
    sample: true,
  },
  metrics: METRICS,
  cells: new Map<CellKey, Cell>([
    [`sales|actual|${yearKey(2025)}`, { value: ACTUAL, source }],
    ...[MONTHLY_LAST_YEAR, MONTHLY].flatMap((values, index) =>
      monthsOf(2024 + index, 1).map((month, at): [CellKey, Cell] => [
        `sales|actual|${monthKey(month)}`,
        { value: values[at] ?? null, source },
      ]),
    ),
    [`retention|actual|${yearKey(2025)}`, { value: 0.352, source: { kind: 'typed' } }],
  ]),
  benchmarks: [MARKET],
  conclusions: new Map([
    [
      'summary',
      {
        blocks: [
          {
            children: [
              { kind: 'text', text: '老客销售额 ', bold: false },
              { kind: 'chip', figure: { metric: 'sales', figure: 'growth', period: yearKey(2025) } },
              {
                kind: 'text',
                text: '，超过市场 12%；增长主要来自老客人数，客单价仍有下滑 <风险> & "隐患"。',
                bold: false,
              },
            ],
          },
          { children: [{ kind: 'text', text: '明年把新客二转做到前置。', bold: true }] },
        ],
      },
    ],
  ]),
};

export const EVALUATION: Evaluation = {
  ...evaluate({ ...EMPTY_BOOK, id: '', settings: BOOK.settings }),
  year: 2025,
  months: monthsOf(2025, 1),
  scorecard: [
    row('sales', {
      actual: ACTUAL,
      target: TARGET,
      attainment: ACTUAL / TARGET,
      gap: ACTUAL - TARGET,
      met: true,
      lastYear: LAST_YEAR,
      growth: change(ACTUAL / LAST_YEAR - 1, ACTUAL - LAST_YEAR),
      market: MARKET,
      relativeShare: ACTUAL / LAST_YEAR / 1.12 - 1,
      verdict: 'win',
      monthly: MONTHLY,
      monthlyLastYear: MONTHLY_LAST_YEAR,
      monthlyTarget: MONTHLY_LAST_YEAR.map((value) => Math.round(value * 1.15)),
    }),
    row('retention', {
      actual: 0.352,
      target: 0.38,
      attainment: 0.352 / 0.38,
      gap: -0.028,
      met: false,
      lastYear: 0.341,
      growth: change(0.011, 0.011, 'points'),
      verdict: 'missed-market-unknown',
    }),
    row('buyers', {
      actual: 48213,
      target: 46000,
      attainment: 48213 / 46000,
      met: true,
      lastYear: 41020,
      growth: change(48213 / 41020 - 1, 7193),
      verdict: 'met-market-unknown',
    }),
    row('frequency', { actual: 1.72, lastYear: 1.69, growth: change(1.72 / 1.69 - 1, 0.03) }),
    row('value', { actual: 14615, lastYear: 14425, growth: change(14615 / 14425 - 1, 190) }),
    row('gap', {
      actual: 46,
      target: 45,
      attainment: 2 - 46 / 45,
      met: false,
      lastYear: 49,
      growth: change(-3 / 49, -3),
      verdict: 'missed-market-unknown',
    }),
  ],
  explanations: {
    sales: {
      unit: 'money',
      splits: [
        {
          by: 'drivers',
          method: 'lmdi',
          from: LAST_YEAR,
          to: ACTUAL,
          parts: [
            part('buyers', 41020, 48213, 240000000),
            part('frequency', 1.69, 1.72, -60000000),
            part('value', 14425, 14615, ACTUAL - LAST_YEAR - 180000000),
          ],
        },
        {
          by: 'category',
          method: 'sum',
          from: LAST_YEAR,
          to: ACTUAL,
          parts: [
            ...CATEGORY_EFFECTS.map((effect, index) =>
              part(`类目 ${index + 1} 坚果炒货 & <礼盒>`, 100000000, 100000000 + effect, effect),
            ),
            part('', 50000000, 50000000 + rest, rest),
          ],
        },
      ],
      ranking: [],
      mixRate: [],
      tree: null,
    },
  },
  goals: [
    goal('sales', {
      target: goalTarget,
      impliedGrowth: change(goalTarget / ACTUAL - 1, goalTarget - ACTUAL),
      base: { kind: 'year', value: ACTUAL },
      history: [
        { year: 2025, value: ACTUAL, toDate: false },
        { year: 2024, value: LAST_YEAR, toDate: false },
        { year: 2023, value: null, toDate: false },
      ],
      quarters: [quarter(0), quarter(1), quarter(2), quarter(3)],
      months: GOAL_MONTHS,
      adds: true,
    }),
    goal('retention', {
      target: 0.37,
      impliedGrowth: change(0.018, 0.018, 'points'),
      history: [{ year: 2025, value: 0.352, toDate: false }],
    }),
    goal('buyers', { history: [{ year: 2025, value: 48213, toDate: false }] }),
  ],
  tasks: [],
  cost: costOf(BOOK),
  drafts: {},
  checks: [],
};

/** A book in which nothing was entered yet. */
export const EMPTY_EVALUATION: Evaluation = {
  ...EVALUATION,
  scorecard: EVALUATION.scorecard.map((one) => row(one.metric.id, { comparableMonths: 0 })),
  explanations: {},
  goals: METRICS.map((one) => goal(one.id, {})),
};
