import type { Book, PresetId } from '../book/book.ts';
import type { RecordLists } from '../book/records.ts';
import type { Evidence, StrategicTask } from '../book/review.ts';
import { scorecardOf } from '../comparison/scorecard.ts';
import type { SampleLocale, Words } from './words.ts';
import { words } from './words.ts';

/** The figures of a task's metric, as a text names them. */
interface Measured {
  readonly actual: string;
  readonly target: string;
}

interface SampleTask {
  readonly name: Words;
  readonly outcome: Words;
  /** A metric of the book, or a measure of its own with what was planned and came of it. */
  readonly by:
    | { readonly metric: PresetId }
    | {
        readonly measure: Words;
        readonly unit: StrategicTask['unit'];
        readonly direction?: StrategicTask['direction'];
        readonly planned: number;
        readonly actual: number;
        readonly shows: Words;
        readonly source: Words;
      };
  readonly activity: Words;
  readonly grade: StrategicTask['grade'];
  readonly reason: Words;
  readonly result: (measured: Measured) => Words;
  readonly owner: Words;
}

const TASKS: readonly SampleTask[] = [
  {
    name: words('Win back members who had stopped', '召回沉睡会员', '喚回沉睡會員'),
    outcome: words(
      'More of last year’s members buy again in the year',
      '让更多去年的会员今年再次购买',
      '讓更多去年的會員今年再次購買',
    ),
    by: { metric: 'returningBuyers' },
    activity: words(
      'Six recall series by what members used to buy; birthday gifts by post.',
      '按过往购买分六组召回，寄送生日礼。',
      '依過往購買分六組喚回，寄送生日禮。',
    ),
    grade: 'B',
    reason: words(
      'The target is reached; three of the six series did most of it.',
      '目标达成，主要靠六组中的三组。',
      '目標達成，主要靠六組中的三組。',
    ),
    result: ({ actual, target }) =>
      words(
        `${actual} returning buyers against ${target} planned`,
        `回购老客 ${actual} 人，计划 ${target} 人`,
        `回購舊客 ${actual} 人，計畫 ${target} 人`,
      ),
    owner: words('Chen Bo', '陈博', '陳博'),
  },
  {
    name: words('Welcome series for new members', '新会员欢迎旅程', '新會員歡迎旅程'),
    outcome: words(
      'More new customers make a second purchase within 90 days',
      '让更多新客在 90 天内完成第二单',
      '讓更多新客在 90 天內完成第二單',
    ),
    by: { metric: 'secondPurchase' },
    activity: words(
      'Four messages in the first thirty days, live since February.',
      '首单后 30 天内四次触达，2 月起运行。',
      '首購後 30 天內發四次訊息，2 月起上線。',
    ),
    grade: 'C',
    reason: words(
      'It reaches app members only; parcels to the others say nothing about a second order.',
      '只覆盖小程序会员，其他新客的包裹里没有引导第二单的内容。',
      '只涵蓋小程式會員，其他新客的包裹裡沒有引導第二單的內容。',
    ),
    result: ({ actual, target }) =>
      words(
        `Second purchase reached ${actual} against ${target} planned`,
        `90 天二转率达到 ${actual}，计划 ${target}`,
        `90 天二購率達到 ${actual}，計畫 ${target}`,
      ),
    owner: words('Su Wan', '苏婉', '蘇婉'),
  },
  {
    name: words('Send less, aim better', '精准触达，减少打扰', '精準溝通，減少打擾'),
    outcome: words(
      'Members who never open a message get none, and orders do not fall',
      '从不打开的会员不再发送，订单不减少',
      '從不開啟的會員不再發送，訂單不減少',
    ),
    by: {
      measure: words('Messages per order they led to', '每带来一单的发送量', '每帶來一單的發送量'),
      unit: 'count',
      direction: 'lower',
      planned: 60,
      actual: 52,
      shows: words(
        '52 messages per order in the year, 71 in the year before',
        '全年每单发送 52 条，上一年 71 条',
        '全年每單發送 52 則，上一年 71 則',
      ),
      source: words('Made up for the sample: the message log', '示例虚构：短信发送记录', '範例虛構：簡訊發送紀錄'),
    },
    activity: words(
      'Lists are cleaned every month; each message is tested on a tenth first.',
      '每月清理名单，每条先在一成会员中测试。',
      '每月清理名單，每則先在一成會員中測試。',
    ),
    grade: 'A',
    reason: words(
      'Better than planned, and the monthly clean-up runs without anybody’s help.',
      '优于计划，名单清理已能自动运行。',
      '優於計畫，名單清理已能自動執行。',
    ),
    result: () =>
      words(
        '52 messages per order against 60 planned, down from 71',
        '每单发送量从 71 条降到 52 条，计划 60 条',
        '每單發送量從 71 則降到 52 則，計畫 60 則',
      ),
    owner: words('He Rui', '何睿', '何睿'),
  },
  {
    name: words('Members’ live evenings', '会员直播夜', '會員直播夜'),
    outcome: words(
      'Members buy new products in the live room at full price',
      '会员在直播间原价购买新品',
      '會員在直播間原價購買新品',
    ),
    by: {
      measure: words('Orders at full price from the live room', '直播间原价订单', '直播間原價訂單'),
      unit: 'count',
      planned: 600,
      actual: 140,
      shows: words(
        '140 orders at full price over twelve evenings',
        '十二场共 140 笔原价订单',
        '十二場共 140 筆原價訂單',
      ),
      source: words(
        'Made up for the sample: the live room’s order list',
        '示例虚构：直播间订单表',
        '範例虛構：直播間訂單表',
      ),
    },
    activity: words(
      'Twelve evenings held, 9,300 viewers, two hosts trained.',
      '办了十二场，观看 9,300 人次，培养两名主播。',
      '辦了十二場，觀看 9,300 人次，培養兩名直播主。',
    ),
    grade: 'D',
    reason: words(
      'Viewers waited for vouchers; at full price hardly anybody bought.',
      '观众等券，原价几乎没有人买。',
      '觀眾等券，原價幾乎沒有人買。',
    ),
    result: () =>
      words(
        '140 orders at full price against 600 planned: the evenings end',
        '原价订单达到 140 笔，计划 600 笔，明年停办',
        '原價訂單達到 140 筆，計畫 600 筆，明年停辦',
      ),
    owner: words('Tang Li', '唐莉', '唐莉'),
  },
  {
    name: words('Benefits by member tier', '会员分级权益', '會員分級權益'),
    outcome: words('More of last year’s customers stay', '让更多去年的客户留下来', '讓更多去年的顧客留下來'),
    by: { metric: 'retention' },
    activity: words(
      'Three tiers with refills at member price; the top tier has a customer adviser.',
      '三级会员享会员价补货，最高级配专属顾问。',
      '三級會員享會員價補貨，最高級配專屬顧問。',
    ),
    grade: 'C',
    reason: words(
      'The top tier stayed; the largest tier hardly knew its benefits.',
      '最高级留住了，人数最多的一级不清楚权益。',
      '最高級留住了，人數最多的一級不清楚權益。',
    ),
    result: ({ actual, target }) =>
      words(
        `Retention reached ${actual} against ${target} planned`,
        `老客留存率达到 ${actual}，计划 ${target}`,
        `舊客留存率達到 ${actual}，計畫 ${target}`,
      ),
    owner: words('Lin Yue', '林悦', '林悅'),
  },
];

const idOf = (at: number): string => `sample-task-${at + 1}`;

/** The year's strategic tasks with their evidence, one of them done without an outcome; figures of metrics are the book's. */
export function sampleTasks(locale: SampleLocale, book: Book): Pick<RecordLists, 'tasks' | 'evidence'> {
  const { year } = book.settings;
  const rows = scorecardOf(book);
  const tasks = TASKS.map((task, at): StrategicTask => {
    const { by } = task;
    const row = 'metric' in by ? rows.find(({ metric }) => metric.preset === by.metric) : undefined;
    const text = (value: number | null | undefined): string =>
      value === null || value === undefined
        ? '–'
        : row?.metric.unit === 'percent'
          ? `${(value * 100).toFixed(1)}%`
          : String(value).replace(/\B(?=(\d{3})+$)/g, ',');
    const own = 'metric' in by ? null : by;
    return {
      ...{ id: idOf(at), year, name: task.name[locale], outcome: task.outcome[locale] },
      ...{ metric: row?.metric.id ?? '', measure: own?.measure[locale] ?? '' },
      ...{ unit: own?.unit ?? 'count', direction: own?.direction ?? 'higher' },
      ...{ planned: own?.planned ?? null, actual: own?.actual ?? null },
      ...{ activity: task.activity[locale], attained: '', grade: task.grade, gradeReason: task.reason[locale] },
      result: task.result({ actual: text(row?.actual), target: text(row?.target) })[locale],
      owner: task.owner[locale],
      initiative: '',
    };
  });
  return { tasks, evidence: TASKS.flatMap(({ by }, at) => ('source' in by ? [cited(by, at)] : [])) };

  function cited({ shows, source }: { readonly shows: Words; readonly source: Words }, at: number): Evidence {
    return {
      ...{ id: `${idOf(at)}-evidence`, owner: idOf(at), kind: 'source', figure: null, benchmark: '' },
      ...{ text: shows[locale], source: source[locale], date: `${year + 1}-01`, confidence: 'B' },
    };
  }
}
