import type { Book, PresetId } from '../book/book.ts';
import type { RecordLists } from '../book/records.ts';
import type { Insight } from '../book/review.ts';
import { scorecardOf } from '../comparison/scorecard.ts';
import type { FactsSource } from '../kpis/actuals.ts';
import type { CustomerGroups } from '../kpis/customer-group-facts.ts';
import type { CustomerGroupId } from '../kpis/customer-group-registry.ts';
import { dayText } from '../period.ts';
import { groupFacts } from '../review/group-facts.ts';
import { customerGroupsOf } from '../review/intended-groups.ts';
import { titleOf } from '../review/sentences.ts';
import { CATEGORIES, PRODUCTS } from './catalogue.ts';
import { OUTSIDE_NAMES, OUTSIDE_SOURCES } from './sample-benchmarks.ts';
import type { SampleLocale, Words } from './words.ts';
import { words } from './words.ts';

/** What the team meant its customers to be, in per cent. */
const INTENDED: Readonly<Record<CustomerGroupId, number>> = {
  champions: 8,
  loyal: 4,
  promising: 6,
  promisingNew: 2,
  new: 9,
  atRisk: 8,
  dormantValuable: 3,
  dormant: 12,
  lost: 48,
};

/** Figures of the sample's own orders that a text names. */
interface Own {
  readonly growth: string;
  readonly retention: string;
  readonly behindLeader: string;
  readonly champions: string;
  readonly championSales: string;
  readonly meatProducts: number;
}

interface Told {
  readonly kind: Insight['kind'];
  readonly name: Words;
  readonly fact: (own: Own) => Words;
  /** `null` is the team's own orders. */
  readonly source: Words | null;
  readonly confidence: Insight['confidence'];
  readonly metric: PresetId;
  readonly gap: (own: Own) => Words;
  readonly opportunity: Words;
  /** Taken up by next year's plan. */
  readonly taken: boolean;
}

const LEADER_RETENTION = 0.47;

const TOLD: readonly Told[] = [
  {
    kind: 'industry',
    name: OUTSIDE_NAMES.market,
    fact: () =>
      words('The market’s sales to returning customers grew 8%.', '市场老客销售额增长 8%。', '市場舊客銷售額成長 8%。'),
    source: OUTSIDE_SOURCES.yearbook,
    confidence: 'A',
    metric: 'returningSales',
    gap: ({ growth }) => words(`Ours grew ${growth}.`, `我们增长 ${growth}。`, `我們成長 ${growth}。`),
    opportunity: words(
      'Keep the lead where it came from: buyers of three orders and more.',
      '守住领先的来处：一年买三单以上的客户。',
      '守住領先的來處：一年買三單以上的顧客。',
    ),
    taken: false,
  },
  {
    kind: 'industry',
    name: CATEGORIES.meat.name,
    fact: () =>
      words(
        'Meat snacks took 4 pp of category sales from nuts in two years.',
        '两年里，肉类零食从坚果手里拿走 4 个百分点的品类销售额。',
        '兩年裡，肉類零食從堅果手裡拿走 4 個百分點的品類銷售額。',
      ),
    source: OUTSIDE_SOURCES.yearbook,
    confidence: 'B',
    metric: 'returningSales',
    gap: ({ meatProducts }) =>
      words(
        `We sell ${meatProducts} meat snacks; the market leader lists 15.`,
        `我们有 ${meatProducts} 款肉类零食，市场第一有 15 款。`,
        `我們有 ${meatProducts} 款肉類零食，市場第一有 15 款。`,
      ),
    opportunity: words(
      'Bring three meat snacks to market by April and offer them first to nut buyers.',
      '4 月前上市三款肉类零食，先向坚果买家推荐。',
      '4 月前上市三款肉類零食，先向堅果買家推薦。',
    ),
    taken: true,
  },
  {
    kind: 'competitor',
    name: OUTSIDE_NAMES.rival,
    fact: () =>
      words(
        'Grew sales to returning customers 11% with a monthly members’ box at 49 yuan.',
        '靠 49 元的会员月盒，老客销售额增长 11%。',
        '靠 49 元的會員月盒，舊客銷售額成長 11%。',
      ),
    source: OUTSIDE_SOURCES.survey,
    confidence: 'B',
    metric: 'frequency',
    gap: () =>
      words('We sell nothing that arrives every month.', '我们没有按月送达的商品。', '我們沒有按月送達的商品。'),
    opportunity: words(
      'Test a monthly nut box with 500 of our best customers in the first quarter.',
      '一季度选 500 位高价值客户试卖每月坚果盒。',
      '第一季選 500 位高價值顧客試賣每月堅果盒。',
    ),
    taken: true,
  },
  {
    kind: 'competitor',
    name: OUTSIDE_NAMES.rival,
    fact: () =>
      words(
        'Traffic index 132: first among snack shops for new visitors. It ranks, it does not count people.',
        '流量指数 132，新访客在零食店中排第一。指数只说明名次，不代表人数。',
        '流量指數 132，新訪客在零食店中排第一。指數只說明名次，不代表人數。',
      ),
    source: OUTSIDE_SOURCES.index,
    confidence: 'C',
    metric: 'newCustomers',
    gap: () => words('We rank fourth by the same index.', '同一指数中我们排第四。', '同一指數中我們排第四。'),
    opportunity: words(
      'Open two live-stream evenings a month to first orders under 30 yuan.',
      '每月两晚直播，主推 30 元以内的首单商品。',
      '每月兩晚直播，主推 30 元以內的首購商品。',
    ),
    taken: false,
  },
  {
    kind: 'customer',
    name: words('Champions', '高价值常客', '高價值常客'),
    fact: ({ champions, championSales }) =>
      words(
        `${champions} of customers bring ${championSales} of the last 365 days’ sales.`,
        `${champions} 的客户带来近 365 天 ${championSales} 的销售额。`,
        `${champions} 的顧客帶來近 365 天 ${championSales} 的銷售額。`,
      ),
    source: null,
    confidence: 'A',
    metric: 'spendPerReturning',
    gap: ({ champions }) =>
      words(
        `8.0% were intended; ${champions} it is.`,
        `预期占 8.0%，实际 ${champions}。`,
        `預期占 8.0%，實際 ${champions}。`,
      ),
    opportunity: words(
      'Remind customers of two orders at day 45 with what they have not tasted yet.',
      '买过两单的客户，第 45 天提醒一次，推荐没买过的品类。',
      '買過兩單的顧客，第 45 天提醒一次，推薦沒買過的品類。',
    ),
    taken: true,
  },
  {
    kind: 'leader',
    name: OUTSIDE_NAMES.leader,
    fact: () =>
      words(
        '47.0% of last year’s buyers bought again; a second-order voucher lies in every parcel.',
        '上年买家中 47.0% 再次购买；每个包裹都放第二单优惠券。',
        '上年買家中 47.0% 再次購買；每個包裹都放第二單優惠券。',
      ),
    source: OUTSIDE_SOURCES.survey,
    confidence: 'B',
    metric: 'retention',
    gap: ({ retention, behindLeader }) =>
      words(
        `Ours: ${retention}, ${behindLeader} pp behind.`,
        `我们 ${retention}，差 ${behindLeader} 个百分点。`,
        `我們 ${retention}，差 ${behindLeader} 個百分點。`,
      ),
    opportunity: words(
      'Put a second-order voucher into every first parcel and count it by code.',
      '每个首单包裹放第二单优惠券，按券码统计。',
      '每個首購包裹放第二單優惠券，依券碼統計。',
    ),
    taken: true,
  },
];

const percent = (value: number | null): string => (value === null ? '–' : `${(value * 100).toFixed(1)}%`);

/** Customer groups of the sample's orders against what was meant, insights whose outside sources are made up, and those the plan took up. */
export function sampleMarket(
  locale: SampleLocale,
  book: Book,
  groups: CustomerGroups,
  source: FactsSource,
): Pick<RecordLists, 'groups' | 'insights' | 'initiatives'> {
  const { year } = book.settings;
  const records = groupFacts(groups, source).map((facts, at) => ({
    ...{ ...facts, id: `sample-group-${at + 1}`, year, note: '' },
    intended: (Object.entries(INTENDED).find(([id]) => id === facts.group)?.[1] ?? 0) / 100,
  }));
  const own = ownFigures({ ...book, groups: records });
  const idOf = (at: number): string => `sample-insight-${at + 1}`;
  return {
    groups: records,
    insights: TOLD.map(({ kind, name, fact, source: from, confidence, metric, gap, opportunity }, at) => ({
      ...{ id: idOf(at), year, kind, name: name[locale], fact: fact(own)[locale], metric, confidence },
      source: from?.[locale] ?? source.datasetName,
      date: from ? `${year + 1}-02` : dayText(groups.day),
      ...{ gap: gap(own)[locale], opportunity: opportunity[locale] },
    })),
    initiatives: TOLD.flatMap(({ taken, opportunity, metric }, at) =>
      taken
        ? [
            {
              ...{
                id: `sample-opportunity-${at + 1}`,
                year: year + 1,
                name: titleOf(opportunity[locale]),
                metric,
                owner: '',
              },
              origin: { kind: 'opportunity', id: idOf(at) },
            } as const,
          ]
        : [],
    ),
  };
}

function ownFigures(book: Book): Own {
  const rows = scorecardOf(book);
  const retention = rows.find((row) => row.metric.id === 'retention')?.actual ?? null;
  const growth = rows.find((row) => row.metric.id === 'returningSales')?.growth.value ?? null;
  const champions = customerGroupsOf(book).rows.find((row) => row.id === 'champions');
  return {
    growth: percent(growth),
    retention: percent(retention),
    behindLeader: retention === null ? '–' : ((LEADER_RETENTION - retention) * 100).toFixed(1),
    champions: percent(champions?.share ?? null),
    championSales: percent(champions?.salesShare ?? null),
    meatProducts: PRODUCTS.filter(({ category }) => category === 'meat').length,
  };
}
