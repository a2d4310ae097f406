import { describe, expect, test } from 'vitest';
import type { FigureKind } from '../../book/book.ts';
import { CHIP } from '../../review/sentences.ts';
import { activityIn } from './activity.ts';
import { miscalledIn } from './comparison-terms.ts';
import { hedgeIn } from './hedges.ts';
import { indexGrowthIn } from './index-claims.ts';
import { percentForPointsIn } from './percent-points.ts';
import { shareAsContributionIn } from './share-claims.ts';
import type { Statement } from './statement.ts';

/** `[growth]` in a sentence is a chip of that figure. */
function said(text: string): Statement {
  const chip = /\[(growth|segment|actual|lastYear|benchmark)\]/g;
  const chips = [...text.matchAll(chip)].map((found) => ({
    metric: 'm',
    figure: found[1] as FigureKind,
    period: 'Y2025' as const,
  }));
  return { text: text.replace(chip, CHIP), chips };
}

type Judged = readonly [text: string, found: string | null];

const HEDGES_IN_CAUSES: readonly Judged[] = [
  ['可能是因为礼盒上新晚了两周', '可能'],
  ['不可能靠一次短信挽回流失客', null],
  ['尽可能提前通知老客，仍晚于竞品 6 天', null],
  ['会员流失的可能性分析由 3 月的问卷得出', null],
  ['我们认为是价格竞争加剧', '认为'],
  ['62% 的受访会员认为年货礼盒偏贵', null],
  ['大概是渠道换了首页位置', '大概'],
  ['大概念商品缺货 14 天', null],
  ['应该是物流慢导致的', '应该'],
  ['应该指出，二季度有 21 天断货', null],
  ['原本应该在 3 月上线的小程序拖到 6 月', null],
  ['老客或许被竞品分流', '或许'],
  ['估计是促销力度不够', '估计'],
  ['活动增量估计值为 52 万', null],
  ['据平台估计，品类流量下降 8%', null],
  ['感觉老客对满减疲劳了', '感觉'],
  ['没有让会员感觉到差异，权益使用率仅 4%', null],
  ['多半是因为触达频次太低', '多半'],
  ['多半会员（61%）只在活动期购买', null],
  ['似乎受天气影响', '似乎'],
  ['可能是因為禮盒上架晚了兩週', '可能'],
  ['我們認為是價格競爭加劇', '認為'],
  ['應該是物流太慢', '應該'],
  ['應該說明，第二季斷貨 21 天', null],
  ['顧客普遍認為運費過高，佔投訴的 38%', null],
  ['也許是簡訊太密', '也許'],
  ['估計是折扣不夠', '估計'],
  ['Maybe the vouchers expired too early', 'Maybe'],
  ['I think members were tired of coupons', 'I think'],
  ['62% of surveyed members think the box is expensive', null],
  ['Probably the late launch', 'Probably'],
  ['The launch might have come too late', 'might'],
  ['The almighty discount ended two weeks early', null],
  ['Rivals used the might of their channel: 41 shops', null],
  ['It should be due to slow delivery', 'should be due'],
  ['The stock should have arrived in March and came in May', null],
  ['Members seem to prefer larger packs', 'seem'],
  ['Members of two tiers are 20% less likely to return', null],
  ['The late gift was most likely the reason', 'likely'],
  ['The voucher ended in May, a month before 618', null],
  ['It may be due to the weather', 'may be due'],
  ['Perhaps the app was slow', 'Perhaps'],
];

const HEDGES_ELSEWHERE: readonly Judged[] = [
  ['每次大促前两周应该先给老客发预告', null],
  ['下滑应该和换季有关', '应该'],
  ['Reminders should go out two weeks before the window', null],
  ['We believe the gift box did it', 'We believe'],
];

const MISCALLED: readonly (readonly [text: string, found: ReturnType<typeof miscalledIn>])[] = [
  ['全年销售额 1,000 万，环比增长 20%', { kind: 'year-as-period', word: '环比' }],
  ['老客销售额较去年同期环比增长 20%', { kind: 'year-as-period', word: '环比' }],
  ['2025 年复购人数环比上升 12%', { kind: 'year-as-period', word: '环比' }],
  ['与去年相比，环比增长 18%', { kind: 'year-as-period', word: '环比' }],
  ['老客销售额环比 [growth]', { kind: 'year-as-period', word: '环比' }],
  ['销售额环比增长 23.4%', { kind: 'year-as-period', word: '环比' }],
  ['销售额环比增长 5%', null],
  ['11 月销售额环比增长 35%', null],
  ['全年 1,000 万，其中 11 月环比增长 35%', null],
  ['第四季度环比增长 8%', null],
  ['12 月销售额较去年 11 月环比持平', null],
  ['全年同比增长 20%，12 月环比下降 3%', null],
  ['1 月同比、环比分别增长 20% 和 3%', null],
  ['较上月同比增长 6%', { kind: 'period-as-year', word: '同比' }],
  ['8 月同比上月下降 4%', { kind: 'period-as-year', word: '同比' }],
  ['上月同比增长 6%', null],
  ['3 月同比增长 8%', null],
  ['各品类按同比例缩减预算，比上月少 3 万', null],
  ['全年銷售額環比成長 20%', { kind: 'year-as-period', word: '環比' }],
  ['11 月銷售額環比成長 35%', null],
  ['較上個月同比增長 6%', { kind: 'period-as-year', word: '同比' }],
  ['Full-year sales grew 20% month on month', { kind: 'year-as-period', word: 'month on month' }],
  ['Sales rose 20% MoM against last year', { kind: 'year-as-period', word: 'MoM' }],
  ['November sales rose 35% month on month', null],
  ['Sales rose 20% year on year', null],
  ['Last month sales rose 8% year on year', null],
  ['Sales rose 6% year-on-year against the previous month', { kind: 'period-as-year', word: 'year-on-year' }],
  ['Q1 rose 3% quarter-on-quarter over last year’s Q4', null],
];

const POINTS: readonly (readonly [text: string, ofRate: boolean, found: boolean])[] = [
  ['老客留存率提升了 3%', false, true],
  ['老客留存率提升了 3 个百分点', false, false],
  ['老客留存率提升 3pp', false, false],
  ['留存率提升至 35%', false, false],
  ['留存率从 32% 提升到 35%', false, false],
  ['留存率相对提升 9%', false, false],
  ['留存率提升带动销售额增长 8%', false, false],
  ['新品占比同比提高 5%', false, true],
  ['客服效率提升 30%', false, false],
  ['购买频率提高 6%', false, false],
  ['连带率提升 4%', false, false],
  ['品牌率先提升 3% 的折扣', false, false],
  ['老客销售额提升 3%', false, false],
  ['同比提升 3%', true, true],
  ['同比提升 3%', false, false],
  ['本年为 35%，比去年高 3 个百分点', true, false],
  ['带动老客销售额增长 8%', true, false],
  ['舊客留存率提升了 3%', false, true],
  ['舊客留存率提升了 3 個百分點', false, false],
  ['復購率比去年下降 2%', false, true],
  ['回購率年成長 2%', false, true],
  ['Retention rose 3%', false, true],
  ['Retention rose by 3 percentage points', false, false],
  ['Retention rose 3 percent points', false, false],
  ['Retention rose to 35%', false, false],
  ['Retention rose from 32% to 35%', false, false],
  ['The repurchase rate fell by about 2%', false, true],
  ['A 3% rise in retention', false, true],
  ['Spending on retention rose 3%', false, false],
  ['Retention lifted sales: they grew 8%', false, false],
  ['Sales rose by 3% to 10.3m', false, false],
  ['The run rate grew 12%', false, false],
  ['Retention improved 9% in relative terms', false, false],
  ['It was up 3% on last year', true, true],
  ['It was up 3 pp on last year', true, false],
];

const SHARES: readonly (readonly [text: string, found: boolean])[] = [
  ['新品占比 22%，带动增长', true],
  ['新品占全年销售 22%，是增长的主要来源', true],
  ['新品贡献了 22% 的销售额，拉动整体增长 20%', true],
  ['新品占比 22%', false],
  ['新品占比 22%，比去年高 6 个百分点', false],
  ['新品占比 22%，贡献了增量的 132%', false],
  ['新品占比 22%，拉动增长 3.1 个百分点', false],
  ['新品占比 22%，但占比不等于带动增长', false],
  ['新品占比 22%，增长主要来自新品：[segment]', false],
  ['高单价品类占比提升，带动客单价增长', false],
  ['618 大促带动增长', false],
  ['新品佔比 22%，帶動業績成長', true],
  ['新品佔比 22%，不代表帶動增長', false],
  ['New products made up 22% of sales, driving growth', true],
  ['At 22% of sales, new products were the main driver of growth', true],
  ['New products made up 22% of sales', false],
  ['New products made up 22% of sales and 132% of the growth', false],
  ['New products made up 22% of sales but did not drive the growth', false],
  ['The festival drove growth', false],
];

const INDEXES: readonly (readonly [text: string, found: boolean])[] = [
  ['竞品流量指数增长 32%', true],
  ['竞品流量指数 132，排名第 3', false],
  ['新客呈指数增长 3 个月', false],
  ['用户数指数级增长 200%', false],
  ['競品流量指數上升 12%', true],
  ['The rival’s traffic index rose 32%', true],
  ['The traffic index stood at 132, third of ten', false],
];

const ACTIVITIES: readonly (readonly [text: string, found: boolean])[] = [
  ['Set up a service desk for members', true],
  ['Set up a service desk; complaints are down', false],
  ['Built up a list of ideas and drew up rules', true],
  ['Held twelve member days, second purchases up 4 points', false],
  ['Ran twelve member days from January to December', true],
  ['Launched the card; renewals went from one in five to one in three', false],
  ['组织会员日 12 场，从一月办到十二月', true],
  ['上线积分商城，兑换周期从 9 天到 2 天', false],
  ['举办 12 场会员日', true],
  ['举办 12 场会员日，二转率提升 4 个百分点', false],
  ['完成了会员体系改版并上线', true],
  ['二转率从 18% 到 22%', false],
  ['舉辦 12 場會員日', true],
  ['Held twelve member days', true],
  ['Held twelve member days; second purchases rose by 4 pp', false],
  ['Reached 4,300 returning buyers', false],
];

describe('TX sentences judged right', () => {
  test.each(HEDGES_IN_CAUSES)('TX1 hedge in a cause: %s', (text, found) => expect(hedgeIn(text, true)).toBe(found));
  test.each(HEDGES_ELSEWHERE)('TX1 hedge elsewhere: %s', (text, found) => expect(hedgeIn(text)).toBe(found));
  test.each(MISCALLED)('TX2 comparison term: %s', (text, found) =>
    expect(miscalledIn(said(text), 0.234)).toEqual(found),
  );
  test.each(POINTS)('TX3 percent or points: %s (of a rate: %s)', (text, ofRate, found) =>
    expect(percentForPointsIn(said(text), ofRate) !== null).toBe(found),
  );
  test.each(SHARES)('TX4 share as contribution: %s', (text, found) =>
    expect(shareAsContributionIn(said(text)) !== null).toBe(found),
  );
  test.each(INDEXES)('TX5 index as growth: %s', (text, found) =>
    expect(indexGrowthIn(said(text)) !== null).toBe(found),
  );
  test.each(ACTIVITIES)('TX6 activity as result: %s', (text, found) => expect(activityIn(text) !== null).toBe(found));
});
