import { apportion } from '../apportion.ts';
import type { CellKind, PresetId } from '../book/book.ts';
import type { CellEdit } from '../book/edits.ts';
import type { COST_CATEGORIES, CostLine } from '../book/review.ts';
import { monthKey, monthsOf, type FiscalYear } from '../period.ts';
import { sampleCampaignId } from './sample-campaigns.ts';
import type { CampaignId } from './season.ts';
import type { SampleLocale, Words } from './words.ts';
import { words } from './words.ts';

/** A line in whole yuan; prices in yuan apiece. Months are shares of the year, as planned and as spent. */
interface Spending {
  readonly name: Words;
  readonly note: Words | null;
  readonly category: (typeof COST_CATEGORIES)[number];
  readonly metric: PresetId;
  readonly campaign?: CampaignId;
  readonly budget: number;
  readonly actual: number;
  readonly planned: readonly number[];
  readonly spent: readonly number[];
  readonly bought?: readonly [budget: number, actual: number];
  readonly sales?: number;
  readonly margin?: number;
  readonly hours?: readonly [saved: number, cost: number, realisation: number];
  readonly need?: readonly [amount: number, reason: Words];
}

const EVEN = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
/** The New-Year festival, 618 and Double 11 take more. */
const SEASONS = [3, 1, 1, 1, 1, 3, 1, 1, 1, 1, 4, 2];
const AS_SPENT = [10, 9, 11, 10, 12, 9, 10, 11, 9, 10, 12, 11];
const IN = (...months: readonly number[]): number[] => EVEN.map((_, at) => (months.includes(at + 1) ? 1 : 0));

const SPENDING: readonly Spending[] = [
  {
    name: words('SMS to members', '会员短信', '會員簡訊'),
    note: words(
      'Recall and birthday messages; half were sent in the three campaigns.',
      '召回与生日短信，一半发在三场大型活动里。',
      '召回與生日簡訊，一半發在三場大型活動裡。',
    ),
    ...{ category: 'sms', metric: 'retention', planned: SEASONS, spent: SEASONS },
    ...{ budget: 7_200, actual: 8_250, bought: [144_000, 165_000], sales: 43_000, margin: 11_400 },
    need: [
      7_500,
      words(
        'Fewer, better aimed: members who never open one are left out.',
        '少发、发准：从不打开的会员不再发送。',
        '少發、發準：從不開啟的會員不再發送。',
      ),
    ],
  },
  {
    name: words('Birthday gifts', '生日礼', '生日禮'),
    note: null,
    ...{ category: 'gifts', metric: 'retention', planned: EVEN, spent: AS_SPENT },
    ...{ budget: 9_000, actual: 10_449, bought: [750, 810], sales: 44_000, margin: 14_200 },
  },
  {
    name: words('New-Year gift boxes', '年货礼盒', '年貨禮盒'),
    note: words('For the 400 best customers.', '送给消费最高的 400 位客户。', '送給消費最高的 400 位顧客。'),
    ...{ category: 'gifts', metric: 'returningSales', campaign: 'newYear', planned: IN(1), spent: IN(1, 2) },
    ...{ budget: 10_000, actual: 9_600, bought: [400, 400], sales: 55_000, margin: 15_900 },
  },
  {
    name: words('Member-day coupons', '会员日优惠券', '會員日優惠券'),
    note: null,
    ...{ category: 'benefits', metric: 'repurchase', planned: EVEN, spent: AS_SPENT },
    ...{ budget: 18_000, actual: 16_740, sales: 75_000, margin: 24_600 },
  },
  {
    name: words('Free delivery for members', '会员包邮', '會員免運'),
    note: null,
    ...{ category: 'benefits', metric: 'frequency', planned: SEASONS, spent: SEASONS },
    ...{ budget: 12_000, actual: 13_222, bought: [3_000, 3_225], sales: 60_000, margin: 18_300 },
  },
  {
    name: words('Ads to lapsed members', '流失会员广告', '流失會員廣告'),
    note: words(
      'The second half brought little: the same people saw it again.',
      '下半年效果很弱：看到的还是同一批人。',
      '下半年效果很弱：看到的還是同一批人。',
    ),
    ...{ category: 'media', metric: 'returningBuyers', planned: EVEN, spent: AS_SPENT },
    ...{ budget: 12_000, actual: 13_800, sales: 29_000, margin: 9_700 },
  },
  {
    name: words('618 live stream', '618 直播专场', '618 直播專場'),
    note: null,
    ...{ category: 'events', metric: 'spendPerReturning', campaign: 'midYear', planned: IN(6), spent: IN(6) },
    ...{ budget: 7_500, actual: 7_100, sales: 38_000, margin: 9_900 },
  },
  {
    name: words('Double 11 warm-up', '双 11 预热', '雙 11 預熱'),
    note: null,
    ...{
      category: 'events',
      metric: 'returningSales',
      campaign: 'doubleEleven',
      planned: IN(10, 11),
      spent: IN(10, 11),
    },
    ...{ budget: 9_000, actual: 9_950, sales: 46_000, margin: 13_100 },
  },
  {
    name: words('Membership system', '会员系统', '會員系統'),
    note: words('Tags and scheduled messages.', '标签与定时触达。', '標籤與定時訊息。'),
    ...{ category: 'systems', metric: 'retention', planned: EVEN, spent: EVEN },
    ...{ budget: 9_600, actual: 9_600, hours: [420, 55, 0.5] },
  },
  {
    name: words('Part-time designer', '兼职设计', '兼職設計'),
    note: null,
    ...{ category: 'people', metric: 'secondPurchase', planned: EVEN, spent: EVEN },
    ...{ budget: 14_400, actual: 14_400, sales: 51_000, margin: 16_800 },
  },
];

const FEN = 100;
const idOf = (index: number): string => `sample-cost-${index + 1}`;
const fen = (yuan: number | undefined): number | null => (yuan === undefined ? null : yuan * FEN);
const priceOf = (amount: number, quantity: number | undefined): number | null =>
  quantity === undefined ? null : Math.round((amount * FEN) / quantity);

/** The year's cost lines, in the person's language. */
export const sampleCosts = (locale: SampleLocale, year: FiscalYear): readonly CostLine[] =>
  SPENDING.map(
    ({ name, note, category, metric, campaign, budget, actual, bought, sales, margin, hours, need }, index) => ({
      ...{ id: idOf(index), year, category, metric, name: name[locale], note: note?.[locale] ?? '' },
      campaign: campaign ? sampleCampaignId(campaign, year) : '',
      budgetQuantity: bought?.[0] ?? null,
      budgetPrice: priceOf(budget, bought?.[0]),
      actualQuantity: bought?.[1] ?? null,
      actualPrice: priceOf(actual, bought?.[1]),
      sales: fen(sales),
      margin: fen(margin),
      hoursSaved: hours?.[0] ?? null,
      hourlyCost: fen(hours?.[1]),
      realisation: hours?.[2] ?? null,
      need: fen(need?.[0]),
      needReason: need?.[1][locale] ?? '',
    }),
  );

/** What the lines of a campaign cost, in whole yuan; `null` of one without lines. */
export function spentOnCampaign(id: CampaignId): number | null {
  const lines = SPENDING.filter(({ campaign }) => campaign === id);
  return lines.length === 0 ? null : lines.reduce((sum, { actual }) => sum + actual, 0);
}

/** Their budgets and actuals by month. */
export const sampleCostCells = (year: FiscalYear): readonly CellEdit[] =>
  SPENDING.flatMap(({ budget, actual, planned, spent }, index) => [
    ...cellsOf(idOf(index), 'target', year, budget, planned),
    ...cellsOf(idOf(index), 'actual', year, actual, spent),
  ]);

function cellsOf(
  metric: string,
  kind: CellKind,
  year: FiscalYear,
  yuan: number,
  shares: readonly number[],
): CellEdit[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const amounts = apportion(
    shares.map((share) => (yuan * share) / all),
    yuan,
  );
  return monthsOf(year, 1).map((month, at) => ({
    ...{ metric, kind, period: monthKey(month), source: { kind: 'typed' } as const },
    value: (amounts[at] ?? 0) * FEN,
  }));
}
