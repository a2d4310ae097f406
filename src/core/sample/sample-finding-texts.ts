import { CATEGORIES, CHANNELS } from './catalogue.ts';
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

const LIN_YUE = words('Lin Yue', '林悦', '林悅');
const HE_RUI = words('He Rui', '何睿', '何睿');
const PROFILES = madeUp('audit of member profiles', '会员资料盘点', '會員資料盤點');
const BASKETS = madeUp('basket report of the shop', '店铺购物篮报表', '商店購物籃報表');
const INTERVIEWS = madeUp('twenty calls to first-time buyers', '首购客户电话回访 20 通', '首購顧客電話回訪 20 通');

/** What the sample's team wrote about its core and key metrics: nothing that its orders do not show in every year they are made for. */
export const LEADING_FINDINGS: readonly SampleFinding[] = [
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
];
