import type { PresetId } from '../book/book.ts';
import type { RecordLists } from '../book/records.ts';
import type { Growth, Rhythm } from '../book/review.ts';
import type { FiscalYear } from '../period.ts';
import type { SampleLocale, Words } from './words.ts';
import { words } from './words.ts';

type Counts = readonly [planned: number, held: number, items: number, done: number];

/** A name of its own where it is not the kind's. */
const RHYTHMS: readonly (readonly [kind: Rhythm['kind'], name: Words | null, Counts, goal: PresetId, note: Words])[] = [
  [
    'daily',
    null,
    [250, 236, 1_480, 1_391],
    'returningSales',
    words(
      '14 days were missed, 11 of them in the two weeks before Double 11.',
      '缺 14 天，其中 11 天在双 11 前两周。',
      '缺 14 天，其中 11 天在雙 11 前兩週。',
    ),
  ],
  [
    'weekly',
    null,
    [52, 48, 312, 281],
    'retention',
    words(
      'Four weeks fell on holidays; each opens with the customers about to lapse.',
      '4 周逢假期；每次先看即将流失的客户。',
      '4 週逢假期；每次先看即將流失的顧客。',
    ),
  ],
  [
    'monthly',
    null,
    [12, 12, 96, 88],
    'spendPerReturning',
    words(
      'Held every month; eight items waited for the new system.',
      '每月按期；8 项等新系统上线。',
      '每月按期；8 項等新系統上線。',
    ),
  ],
  [
    'monthly',
    words('Second-order clinic', '二单复盘会', '二購檢討會'),
    [10, 9, 40, 34],
    'secondPurchase',
    words(
      'Begun in March: the figures of new customers, parcel by parcel.',
      '3 月开始，逐批看新客包裹的数据。',
      '3 月開始，逐批看新客包裹的數字。',
    ),
  ],
];

interface Learned {
  readonly date: string;
  readonly kind: Growth['kind'];
  readonly topic: Words;
  readonly skill: Words;
  readonly person: number;
  readonly goal: PresetId;
}

const LEARNED: readonly Learned[] = [
  {
    date: '02-18',
    kind: 'training',
    topic: words('RFM groups and what to send to each', 'RFM 分组与分组触达', 'RFM 分組與各組訊息'),
    skill: words(
      'Builds the monthly groups alone, in two hours instead of two days',
      '能独立做每月分组，从两天缩到两小时',
      '能獨立做每月分組，從兩天縮到兩小時',
    ),
    person: 1,
    goal: 'retention',
  },
  {
    date: '03-21',
    kind: 'sharing',
    topic: words('What the New-Year festival taught us', '年货节复盘分享', '年貨節檢討分享'),
    skill: words(
      'Plans a campaign from the baseline, not from last year’s total',
      '会从基线而不是去年总额做活动计划',
      '會從基線而不是去年總額做活動計畫',
    ),
    person: 0,
    goal: 'returningSales',
  },
  {
    date: '04-16',
    kind: 'study',
    topic: words('A day in the parcel line of our warehouse', '仓库包裹线跟岗一天', '倉庫包裹線跟班一天'),
    skill: words(
      'Knows what a parcel insert costs and when it can change',
      '清楚包裹插页的成本和更换时点',
      '清楚包裹插頁的成本和更換時點',
    ),
    person: 2,
    goal: 'secondPurchase',
  },
  {
    date: '05-22',
    kind: 'training',
    topic: words('Reading a controlled test', '对照测试怎么看', '對照測試怎麼看'),
    skill: words('Sets the size of a test before it runs', '会在测试前定好样本量', '會在測試前定好樣本數'),
    person: 3,
    goal: 'spendPerReturning',
  },
  {
    date: '07-09',
    kind: 'sharing',
    topic: words('618: which messages were opened', '618 短信打开情况分享', '618 簡訊開啟情況分享'),
    skill: words(
      'Leaves out members who never open, which saved 21,000 messages',
      '会剔除从不打开的会员，少发 2.1 万条',
      '會剔除從不開啟的會員，少發 2.1 萬則',
    ),
    person: 1,
    goal: 'retention',
  },
  {
    date: '09-11',
    kind: 'study',
    topic: words('Visit to a tea brand’s members’ day', '走访一家茶饮品牌的会员日', '走訪一家茶飲品牌的會員日'),
    skill: words('Runs a members’ day without a discount', '会办不打折的会员日', '會辦不打折的會員日'),
    person: 0,
    goal: 'spendPerReturning',
  },
  {
    date: '10-15',
    kind: 'training',
    topic: words('Writing for the second order', '促二单的文案写作', '促二購的文案寫作'),
    skill: words('Writes and tests three versions a week', '每周能写三版并测试', '每週能寫三版並測試'),
    person: 4,
    goal: 'secondPurchase',
  },
];

interface Member {
  readonly name: Words;
  readonly role: Words;
  /** Month and day of joining and leaving, when that was within the year. */
  readonly from?: string;
  readonly to?: string;
  readonly goal: PresetId;
}

const MEMBERS: readonly Member[] = [
  {
    name: words('Lin Yue', '林悦', '林悅'),
    role: words('Team lead', '部门负责人', '部門負責人'),
    goal: 'returningSales',
  },
  {
    name: words('Chen Bo', '陈博', '陳博'),
    role: words('Member operations', '会员运营', '會員經營'),
    goal: 'retention',
  },
  {
    name: words('Su Wan', '苏婉', '蘇婉'),
    role: words('New customers', '新客运营', '新客經營'),
    goal: 'secondPurchase',
  },
  { name: words('He Rui', '何睿', '何睿'), role: words('Analysis', '数据分析', '資料分析'), goal: 'spendPerReturning' },
  {
    name: words('Tang Li', '唐莉', '唐莉'),
    role: words('Content', '内容策划', '內容企劃'),
    from: '06-03',
    goal: 'secondPurchase',
  },
  {
    name: words('Fang Ze', '方泽', '方澤'),
    role: words('Campaigns', '活动运营', '活動經營'),
    goal: 'returningSales',
  },
  {
    name: words('Gu Min', '顾敏', '顧敏'),
    role: words('Customer care', '客户关怀', '顧客關懷'),
    to: '09-30',
    goal: 'retention',
  },
];

/** A team's finished year: rhythms with counts, what was learned and who was there, everything tied to a goal. */
export function sampleTeam(
  locale: SampleLocale,
  year: FiscalYear,
): Pick<RecordLists, 'rhythms' | 'growths' | 'people'> {
  const dated = (monthDay: string | undefined): string => (monthDay === undefined ? '' : `${year}-${monthDay}`);
  return {
    rhythms: RHYTHMS.map(([kind, name, [planned, held, items, done], goal, note], at) => ({
      ...{ id: `sample-rhythm-${at + 1}`, year, kind, name: name?.[locale] ?? '' },
      ...{ planned, held, items, done, goal, note: note[locale] },
    })),
    growths: LEARNED.map(({ date, kind, topic, skill, person, goal }, at) => ({
      ...{ id: `sample-growth-${at + 1}`, year, date: dated(date), kind, goal },
      ...{ topic: topic[locale], skill: skill[locale], person: MEMBERS[person]?.name[locale] ?? '' },
    })),
    people: MEMBERS.map(({ name, role, from, to, goal }, at) => ({
      ...{ id: `sample-person-${at + 1}`, year, name: name[locale], role: role[locale] },
      ...{ from: dated(from), to: dated(to), goal },
    })),
  };
}
