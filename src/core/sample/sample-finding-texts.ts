import type { BenchmarkKind, FigureKind, PresetId } from '../book/book.ts';
import type { FindingKind } from '../finding-facts.ts';
import { CATEGORIES, CHANNELS } from './catalogue.ts';
import { words, type Words } from './words.ts';

export interface SampleFinding {
  readonly metric: PresetId;
  readonly kind: FindingKind;
  readonly text: Words;
  readonly leaves: readonly SampleLeaf[];
  readonly initiative: Words;
  readonly owner: Words;
}

export interface SampleLeaf {
  readonly text: Words;
  readonly evidence: readonly SampleEvidence[];
  /** Of a winning factor. */
  readonly condition?: Words;
  /** Of a root cause. */
  readonly action?: SampleAction;
}

export type SampleEvidence =
  | {
      readonly kind: 'figure';
      readonly of: PresetId;
      readonly figure: FigureKind;
      readonly part?: readonly [by: string, name: Words];
    }
  | { readonly kind: 'benchmark'; readonly of: PresetId; readonly by: BenchmarkKind }
  /** Said and sourced; every source says that it is made up. */
  | { readonly kind: 'source'; readonly text: Words; readonly source: Words };

export interface SampleAction {
  readonly text: Words;
  readonly owner: Words;
  /** Month and day of the planned year. */
  readonly due: string;
  /** In the metric's own unit. */
  readonly effect: number;
}

const LIN_YUE = words('Lin Yue', '林悦', '林悅');
const CHEN_BO = words('Chen Bo', '陈博', '陳博');
const SU_WAN = words('Su Wan', '苏婉', '蘇婉');
const HE_RUI = words('He Rui', '何睿', '何睿');
const FANG_ZE = words('Fang Ze', '方泽', '方澤');

const madeUp = (en: string, hans: string, hant: string): Words =>
  words(`Made up for the sample: ${en}`, `示例虚构：${hans}`, `範例虛構：${hant}`);
const MESSAGE_LOG = madeUp('send log of the message tool', '短信平台发送记录', '簡訊平台發送紀錄');
const PROFILES = madeUp('audit of member profiles', '会员资料盘点', '會員資料盤點');
const BASKETS = madeUp('basket report of the shop', '店铺购物篮报表', '商店購物籃報表');
const INTERVIEWS = madeUp('twenty calls to first-time buyers', '首购客户电话回访 20 通', '首購顧客電話回訪 20 通');
const CALENDAR = madeUp('the year’s message calendar', '全年触达日历', '全年訊息行事曆');
const GIFT_REPORT = madeUp('report on the come-back gift', '回归礼复盘报告', '回歸禮檢討報告');
const LIVE_REPORT = madeUp('report on live shows', '直播复盘报告', '直播檢討報告');
const MEMBER_SURVEY = madeUp('survey of 600 members', '600 名会员调研', '600 名會員調查');

const figure = (of: PresetId, kind: FigureKind, part?: readonly [string, Words]): SampleEvidence => ({
  kind: 'figure',
  of,
  figure: kind,
  ...(part && { part }),
});
const benchmark = (of: PresetId, by: BenchmarkKind): SampleEvidence => ({ kind: 'benchmark', of, by });
const source = (from: Words, text: Words): SampleEvidence => ({ kind: 'source', text, source: from });

/** What the sample's team wrote about each of its metrics: nothing that its orders do not show in every year they are made for. */
export const SAMPLE_FINDINGS: readonly SampleFinding[] = [
  {
    metric: 'returningSales',
    kind: 'win',
    text: words(
      'Returning buyers were led to what they buy again, in the place where they buy it',
      '把老客引到会再买的品类、常去的渠道',
      '把舊客引到會再買的品類、常去的通路',
    ),
    leaves: [
      {
        text: words(
          'Meat snacks stood on the first screen of returning members all year',
          '肉类零食全年放在老会员首屏',
          '肉類零食全年放在舊會員首頁最上方',
        ),
        evidence: [figure('returningSales', 'segment', ['category', CATEGORIES.meat.name])],
        condition: words(
          'Two new flavours a season, and no line out of stock for more than three days',
          '每季两款新口味，且任何单品缺货不超过三天',
          '每季兩款新口味，且任何單品缺貨不超過三天',
        ),
      },
      {
        text: words(
          'A card in every parcel invited members into the mini-program',
          '每个包裹附卡片，邀请会员进入小程序',
          '每個包裹附卡片，邀請會員進入小程式',
        ),
        evidence: [figure('returningSales', 'segment', ['channel', CHANNELS.miniProgram.name])],
        condition: words(
          'A card costs less than 0.30 yuan, and the platform allows parcel cards',
          '卡片成本低于 0.30 元，且平台允许随包裹附卡',
          '卡片成本低於 0.30 元，且平台允許隨包裹附卡',
        ),
      },
    ],
    initiative: words(
      'Grow meat snacks and the mini-program among members',
      '在会员中做大肉类零食与小程序',
      '在會員中擴大肉類零食與小程式',
    ),
    owner: LIN_YUE,
  },
  {
    metric: 'retention',
    kind: 'gap',
    text: words(
      'Customers with a single order were not called back before they left',
      '只买过一次的客户，流失之前没有召回',
      '只買過一次的顧客，流失之前沒有喚回',
    ),
    leaves: [
      {
        text: words(
          'The recall message left on day 180, after most of those who return had come back by themselves',
          '召回短信在第 180 天才发出，会回来的人大多已自行回购',
          '喚回簡訊在第 180 天才發出，會回來的人大多已自行回購',
        ),
        evidence: [
          figure('retention', 'gap'),
          source(
            MESSAGE_LOG,
            words(
              'Recall messages leave on day 180; seven of ten who came back did so before day 120',
              '召回短信在第 180 天发出；回购者中七成在第 120 天之前已回来',
              '喚回簡訊在第 180 天發出；回購者中七成在第 120 天之前已回來',
            ),
          ),
        ],
        action: {
          text: words(
            'Move the recall to days 60 and 90, by the category last bought',
            '把召回提前到第 60 天和第 90 天，按最近购买品类分组',
            '把喚回提前到第 60 天和第 90 天，依最近購買品類分組',
          ),
          owner: CHEN_BO,
          due: '03-31',
          effect: 0.01,
        },
      },
      {
        text: words(
          'Over half of the members have neither a birthday nor a favourite on file, so they got no offer of their own',
          '过半会员没有登记生日和口味偏好，收不到专属权益',
          '過半會員沒有登記生日和口味偏好，收不到專屬權益',
        ),
        evidence: [
          source(
            PROFILES,
            words(
              'Birthday or favourite filled in for 46% of members',
              '登记了生日或口味偏好的会员占 46%',
              '登記了生日或口味偏好的會員占 46%',
            ),
          ),
          benchmark('retention', 'leader'),
        ],
        action: {
          text: words(
            'Ask for birthday and favourite on the thank-you page, for a 5-yuan coupon',
            '在下单完成页登记生日和口味，赠 5 元券',
            '在下單完成頁登記生日和口味，贈 5 元券',
          ),
          owner: CHEN_BO,
          due: '05-31',
          effect: 0.005,
        },
      },
    ],
    initiative: words(
      'Call single-order customers back before they leave',
      '在流失之前召回只买过一次的客户',
      '在流失之前喚回只買過一次的顧客',
    ),
    owner: CHEN_BO,
  },
  {
    metric: 'spendPerReturning',
    kind: 'gap',
    text: words(
      'Nothing led a returning customer from the usual small order to a larger one',
      '老客习惯小单，没有任何环节引导其买得更多',
      '舊客習慣小單，沒有任何環節引導其買得更多',
    ),
    leaves: [
      {
        text: words(
          'Returning customers bought fewer nuts, the dearest everyday line',
          '老客的坚果买得更少，而坚果是日常单价最高的品类',
          '舊客的堅果買得更少，而堅果是日常單價最高的品類',
        ),
        evidence: [figure('returningSales', 'segment', ['category', CATEGORIES.nuts.name])],
        action: {
          text: words(
            'Offer returning members a 30-bag nut subscription with monthly delivery',
            '面向老会员推出坚果 30 包月订，按月配送',
            '面向舊會員推出堅果 30 包月訂，按月配送',
          ),
          owner: HE_RUI,
          due: '04-30',
          effect: 450,
        },
      },
      {
        text: words(
          'Free shipping stayed at 59 yuan while prices rose, so baskets close early',
          '包邮门槛一直是 59 元，涨价之后凑单更早结束',
          '免運門檻一直是 59 元，漲價之後湊單更早結束',
        ),
        evidence: [
          source(
            BASKETS,
            words(
              'Half of the baskets end within 10 yuan above the threshold',
              '半数购物篮止于门槛以上 10 元以内',
              '半數購物籃止於門檻以上 10 元以內',
            ),
          ),
          benchmark('spendPerReturning', 'competitor'),
        ],
        action: {
          text: words(
            'Raise free shipping to 79 yuan and add a shelf of fillers at the till',
            '包邮门槛提到 79 元，结算页增加凑单货架',
            '免運門檻提到 79 元，結帳頁增加湊單貨架',
          ),
          owner: HE_RUI,
          due: '02-28',
          effect: 350,
        },
      },
    ],
    initiative: words('Lift the basket of returning customers', '提高老客购物篮金额', '提高舊客購物籃金額'),
    owner: HE_RUI,
  },
  {
    metric: 'secondPurchase',
    kind: 'gap',
    text: words(
      'First-time buyers heard nothing while the second order is decided',
      '首购客户在决定是否再买的阶段没有收到任何触达',
      '首購顧客在決定是否再買的階段沒有收到任何訊息',
    ),
    leaves: [
      {
        text: words(
          'The welcome series ends on day 7; from then to day 45 there is no message',
          '欢迎系列在第 7 天结束，之后到第 45 天没有任何消息',
          '歡迎系列在第 7 天結束，之後到第 45 天沒有任何訊息',
        ),
        evidence: [
          figure('secondPurchase', 'gap'),
          source(
            MESSAGE_LOG,
            words(
              'No message to first-time buyers between day 8 and day 45',
              '第 8 天至第 45 天没有向首购客户发送消息',
              '第 8 天至第 45 天沒有向首購顧客發送訊息',
            ),
          ),
        ],
        action: {
          text: words(
            'Send three messages on days 8, 15 and 25, by the category first bought',
            '在第 8、15、25 天各发一条消息，按首购品类分组',
            '在第 8、15、25 天各發一則訊息，按首購品類分組',
          ),
          owner: SU_WAN,
          due: '03-15',
          effect: 0.01,
        },
      },
      {
        text: words(
          'The first-order coupon cannot be used again, and nothing replaces it',
          '首单券用完即止，第二单没有接续的权益',
          '首購券用完即止，第二單沒有接續的優惠',
        ),
        evidence: [
          benchmark('secondPurchase', 'industry'),
          source(
            INTERVIEWS,
            words(
              'Eleven of twenty asked what the second order would bring them',
              '20 位客户中有 11 位问到第二单有什么优惠',
              '20 位顧客中有 11 位問到第二單有什麼優惠',
            ),
          ),
        ],
        action: {
          text: words(
            'Put a second-order coupon, valid for 45 days, into the first parcel',
            '首个包裹附第二单券，有效期 45 天',
            '首個包裹附第二單券，有效期 45 天',
          ),
          owner: SU_WAN,
          due: '04-15',
          effect: 0.005,
        },
      },
    ],
    initiative: words(
      'Bring first-time buyers to a second order within 90 days',
      '让首购客户在 90 天内完成第二单',
      '讓首購顧客在 90 天內完成第二單',
    ),
    owner: SU_WAN,
  },
  {
    metric: 'newCustomers',
    kind: 'win',
    text: words(
      'Live shows on Douyin brought first orders, at a pace still below the market’s',
      '抖音直播带来首单，增速仍慢于市场',
      '抖音直播帶來首購，成長仍慢於市場',
    ),
    leaves: [
      {
        text: words(
          'Trial packs at 19.9 yuan were sold in live shows only',
          '19.9 元尝鲜装只在直播间销售',
          '19.9 元嘗鮮包只在直播間銷售',
        ),
        evidence: [
          figure('newCustomers', 'growth'),
          benchmark('newCustomers', 'market'),
          source(
            LIVE_REPORT,
            words(
              'Four of ten first orders of the year began with a trial pack',
              '全年首单中四成来自尝鲜装',
              '全年首購訂單中四成來自嘗鮮包',
            ),
          ),
        ],
        condition: words(
          'A first order costs less than 45 yuan in fees and gifts',
          '单个首单的佣金与赠品成本低于 45 元',
          '每筆首購訂單的佣金與贈品成本低於 45 元',
        ),
      },
    ],
    initiative: words(
      'Win new customers in live shows at a held cost',
      '以可控成本在直播间获取新客',
      '以可控成本在直播間取得新客',
    ),
    owner: SU_WAN,
  },
  {
    metric: 'repurchase',
    kind: 'win',
    text: words(
      'Points made the next order cheaper than a new shop’s welcome',
      '积分让下一单比别家的迎新优惠更划算',
      '點數讓下一單比別家的迎新優惠更划算',
    ),
    leaves: [
      {
        text: words(
          'Points paid for shipping from the first order on',
          '积分从首单起即可抵运费',
          '點數從首購起即可折抵運費',
        ),
        evidence: [
          figure('repurchase', 'attainment'),
          benchmark('repurchase', 'industry'),
          source(
            MEMBER_SURVEY,
            words(
              'Shipping paid in points is the benefit used most, by 58% of members',
              '积分抵运费是使用最多的权益，58% 的会员用过',
              '點數折抵運費是使用最多的權益，58% 的會員用過',
            ),
          ),
        ],
        condition: words(
          'Shipping paid in points stays below 3% of the sales it goes with',
          '积分抵扣的运费低于对应销售额的 3%',
          '點數折抵的運費低於對應銷售額的 3%',
        ),
      },
    ],
    initiative: words(
      'Keep points for shipping, and tell it on every parcel',
      '保留积分抵运费，并在每个包裹上告知',
      '保留點數折抵運費，並在每個包裹上告知',
    ),
    owner: CHEN_BO,
  },
  {
    metric: 'frequency',
    kind: 'gap',
    text: words(
      'Between campaigns members had no reason to come by',
      '大促之间，会员没有来逛的理由',
      '大促之間，會員沒有來逛的理由',
    ),
    leaves: [
      {
        text: words(
          'Member messages went out around campaigns and hardly ever between them',
          '会员消息集中在大促前后，其余时间几乎没有',
          '會員訊息集中在大促前後，其餘時間幾乎沒有',
        ),
        evidence: [
          figure('frequency', 'growth'),
          source(
            CALENDAR,
            words(
              'Eleven of the year’s twelve mailings fall into a campaign or the week before it',
              '全年 12 次群发中有 11 次在大促期间或前一周',
              '全年 12 次群發中有 11 次在大促期間或前一週',
            ),
          ),
        ],
        action: {
          text: words(
            'Hold a member day on the 8th of each month without a campaign, with refills at member price',
            '没有大促的月份每月 8 日办会员日，补货享会员价',
            '沒有大促的月份每月 8 日辦會員日，補貨享會員價',
          ),
          owner: FANG_ZE,
          due: '02-08',
          effect: 0.04,
        },
      },
      {
        text: words(
          'Refill reminders run in the mini-program only; members who buy elsewhere get none',
          '补货提醒只在小程序内，在其他渠道购买的会员收不到',
          '補貨提醒只在小程式內，在其他通路購買的會員收不到',
        ),
        evidence: [
          source(
            MESSAGE_LOG,
            words(
              'Of the reminders sent, every one went to a mini-program member',
              '已发送的补货提醒全部发给小程序会员',
              '已發送的補貨提醒全部發給小程式會員',
            ),
          ),
        ],
        action: {
          text: words(
            'Send refill reminders by text message to Tmall and JD members',
            '以短信向天猫和京东会员发送补货提醒',
            '以簡訊向天貓和京東會員發送補貨提醒',
          ),
          owner: FANG_ZE,
          due: '04-30',
          effect: 0.02,
        },
      },
    ],
    initiative: words(
      'Give members a reason to come between campaigns',
      '让会员在大促之间也有理由来',
      '讓會員在大促之間也有理由來',
    ),
    owner: FANG_ZE,
  },
  {
    metric: 'returningBuyers',
    kind: 'win',
    text: words(
      'Lapsed members were won back with what they already liked',
      '用会员本来就喜欢的口味，把沉睡会员请回来',
      '用會員本來就喜歡的口味，把沉睡會員請回來',
    ),
    leaves: [
      {
        text: words(
          'Their usual flavour came as a gift with the first order back',
          '回归首单附赠其常买口味',
          '回歸首單附贈其常買口味',
        ),
        evidence: [
          figure('returningBuyers', 'change'),
          source(
            GIFT_REPORT,
            words(
              'One in six of those invited came back; without the gift it was one in eleven',
              '受邀者每 6 人有 1 人回归；没有赠品的对照组每 11 人有 1 人',
              '受邀者每 6 人有 1 人回歸；沒有贈品的對照組每 11 人有 1 人',
            ),
          ),
        ],
        condition: words(
          'The gift costs less than 5% of the order, and a control group goes without it',
          '赠品成本低于订单金额的 5%，并保留不送赠品的对照组',
          '贈品成本低於訂單金額的 5%，並保留不送贈品的對照組',
        ),
      },
    ],
    initiative: words(
      'Run the come-back gift twice a year, with a control group',
      '每年两次回归礼，并设对照组',
      '每年兩次回歸禮，並設對照組',
    ),
    owner: CHEN_BO,
  },
];
