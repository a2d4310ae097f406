import type { Benchmark, PresetId } from '../book/book.ts';
import type { FiscalYear } from '../period.ts';
import type { SampleLocale, Words } from './words.ts';
import { words } from './words.ts';

interface Outside {
  readonly metric: PresetId;
  readonly kind: Benchmark['kind'];
  readonly name: Words;
  readonly measure: Benchmark['measure'];
  readonly value: number;
  readonly source: Words;
  readonly confidence: Benchmark['confidence'];
}

/** Who the sample compares with; none is a real company. */
export const OUTSIDE_NAMES = {
  market: words('Snack market', '休闲零食市场', '休閒零食市場'),
  industry: words('Snack brands', '零食品牌', '零食品牌'),
  rival: words('Hillside Snacks', '山脚零食', '山腳零食'),
  otherRival: words('Tidewater Bites', '潮汐小食', '潮汐小食'),
  leader: words('Golden Barn', '金谷仓', '金穀倉'),
} as const;

export const OUTSIDE_SOURCES = {
  yearbook: words('Made up for the sample: a snack yearbook', '示例虚构：零食行业年鉴', '範例虛構：零食產業年鑑'),
  survey: words('Made up for the sample: a survey of members', '示例虚构：会员消费调研', '範例虛構：會員消費調查'),
  index: words('Made up for the sample: a traffic index', '示例虚构：流量指数', '範例虛構：流量指數'),
} as const;

const { market: MARKET, industry: INDUSTRY, rival: RIVAL, otherRival: OTHER_RIVAL, leader: LEADER } = OUTSIDE_NAMES;
const { yearbook: YEARBOOK, survey: SURVEY, index: INDEX } = OUTSIDE_SOURCES;

/** Nothing here is about a real company: every source says so. */
const OUTSIDE: readonly Outside[] = [
  {
    metric: 'returningSales',
    kind: 'market',
    name: MARKET,
    measure: 'growth',
    value: 0.08,
    source: YEARBOOK,
    confidence: 'A',
  },
  {
    metric: 'returningSales',
    kind: 'competitor',
    name: RIVAL,
    measure: 'growth',
    value: 0.11,
    source: SURVEY,
    confidence: 'B',
  },
  {
    metric: 'returningSales',
    kind: 'leader',
    name: LEADER,
    measure: 'growth',
    value: 0.21,
    source: YEARBOOK,
    confidence: 'B',
  },
  {
    metric: 'retention',
    kind: 'market',
    name: MARKET,
    measure: 'growth',
    value: -0.012,
    source: SURVEY,
    confidence: 'B',
  },
  {
    metric: 'retention',
    kind: 'industry',
    name: INDUSTRY,
    measure: 'value',
    value: 0.38,
    source: YEARBOOK,
    confidence: 'A',
  },
  { metric: 'retention', kind: 'leader', name: LEADER, measure: 'value', value: 0.47, source: SURVEY, confidence: 'B' },
  {
    metric: 'spendPerReturning',
    kind: 'market',
    name: MARKET,
    measure: 'growth',
    value: 0.03,
    source: YEARBOOK,
    confidence: 'A',
  },
  {
    metric: 'spendPerReturning',
    kind: 'competitor',
    name: OTHER_RIVAL,
    measure: 'value',
    value: 19_200,
    source: SURVEY,
    confidence: 'C',
  },
  {
    metric: 'secondPurchase',
    kind: 'industry',
    name: INDUSTRY,
    measure: 'value',
    value: 0.24,
    source: YEARBOOK,
    confidence: 'A',
  },
  {
    metric: 'newCustomers',
    kind: 'market',
    name: MARKET,
    measure: 'growth',
    value: 0.16,
    source: YEARBOOK,
    confidence: 'A',
  },
  {
    metric: 'newCustomers',
    kind: 'competitor',
    name: RIVAL,
    measure: 'index',
    value: 132,
    source: INDEX,
    confidence: 'C',
  },
  {
    metric: 'repurchase',
    kind: 'industry',
    name: INDUSTRY,
    measure: 'value',
    value: 0.36,
    source: YEARBOOK,
    confidence: 'A',
  },
];

/** Benchmarks of the year under review, in the person's language. */
export const sampleBenchmarks = (locale: SampleLocale, year: FiscalYear): readonly Benchmark[] =>
  OUTSIDE.map(({ name, source, ...rest }, index) => ({
    ...rest,
    id: `sample-${index + 1}`,
    year,
    name: name[locale],
    source: source[locale],
    date: `${year + 1}-02`,
  }));
