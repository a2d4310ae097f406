import {
  benchmark,
  CHEN_BO,
  figure,
  madeUp,
  MESSAGE_LOG,
  source,
  SU_WAN,
  type SampleFinding,
} from './sample-finding-parts.ts';
import { words } from './words.ts';

const FANG_ZE = words('Fang Ze', '方泽', '方澤');
const CALENDAR = madeUp('the year’s message calendar', '全年触达日历', '全年訊息行事曆');
const GIFT_REPORT = madeUp('report on the come-back gift', '回归礼复盘报告', '回歸禮檢討報告');
const LIVE_REPORT = madeUp('report on live shows', '直播复盘报告', '直播檢討報告');
const MEMBER_SURVEY = madeUp('survey of 600 members', '600 名会员调研', '600 名會員調查');

/** What the sample's team wrote about its supporting metrics, under the same rule as of the leading ones. */
export const SUPPORTING_FINDINGS: readonly SampleFinding[] = [
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
