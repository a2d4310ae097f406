import type { PresetId } from '../book/book.ts';
import type { CampaignId } from './season.ts';
import type { Words } from './words.ts';
import { words } from './words.ts';

/** What the team set for a campaign and wrote of it. Money in whole yuan. Figures of the orders are put in when the sample is made. */
export interface SampleCampaignText {
  readonly goal: number;
  /** Of a campaign with cost lines these tell it. */
  readonly cost?: number;
  readonly margin: number;
  readonly owner: Words;
  readonly metric: PresetId;
  /** Goes on after the goal. */
  readonly aim: Words;
  readonly cause: Words;
  readonly lesson: Words;
}

const FANG_ZE = words('Fang Ze', '方泽', '方澤');
const SU_WAN = words('Su Wan', '苏婉', '蘇婉');
const CHEN_BO = words('Chen Bo', '陈博', '陳博');

export const SAMPLE_CAMPAIGN_TEXTS: Readonly<Record<CampaignId, SampleCampaignText>> = {
  newYear: {
    ...{ goal: 85_000, margin: 0.4, owner: FANG_ZE, metric: 'returningSales' },
    aim: words(
      'Members who bought last winter were to make their first purchase of the year, most of it in gift boxes.',
      '让去年冬天买过的会员完成今年首单，以礼盒为主。',
      '讓去年冬天買過的會員完成今年第一單，以禮盒為主。',
    ),
    cause: words(
      'Gift boxes were in the front of the shop from the first day and sold far above their ordinary share.',
      '礼盒从第一天起就放在店铺首屏，销量远高于平日。',
      '禮盒從第一天起就放在商店首頁最上方，銷量遠高於平日。',
    ),
    lesson: words(
      'Put the gift boxes in front on the first day again, and order them by mid-November. The last week needs no extra vouchers.',
      '礼盒继续首日上首屏，并在 11 月中旬前备好货。最后一周不必加券。',
      '禮盒繼續首日放上首頁最上方，並在 11 月中旬前備好貨。最後一週不必加券。',
    ),
  },
  spring: {
    ...{ goal: 55_000, cost: 2_500, margin: 0.38, owner: SU_WAN, metric: 'spendPerReturning' },
    aim: words(
      'Picnic bundles were to bring new customers in a quiet month.',
      '用野餐组合装在淡季带来新客。',
      '用野餐組合包在淡季帶來新客。',
    ),
    cause: words(
      'The discount had no occasion: members bought their usual goods at campaign prices.',
      '打折没有由头：会员按活动价买了平常就会买的货。',
      '打折沒有名目：會員用活動價買了平常就會買的商品。',
    ),
    lesson: words(
      'Drop the spring discount and give its money to the New-Year gift boxes. Offer the bundles at full price.',
      '取消春季打折，把费用转给年货礼盒。组合装按原价销售。',
      '取消春季打折，把費用轉給年貨禮盒。組合包依原價銷售。',
    ),
  },
  midYear: {
    ...{ goal: 75_000, margin: 0.36, owner: FANG_ZE, metric: 'newCustomers' },
    aim: words(
      'Three weeks were to win more new customers than the year before.',
      '用三周时间赢得比上一年更多的新客。',
      '用三週時間贏得比上一年更多的新客。',
    ),
    cause: words(
      'Orders piled up on the first day and on the 18th; the weeks between cost as much and sold at campaign prices, too.',
      '订单集中在首日和 18 日，中间两周照样花钱、照样按活动价卖。',
      '訂單集中在首日和 18 日，中間兩週照樣花錢、照樣用活動價賣。',
    ),
    lesson: words(
      'Shorten 618 to the days around its two peaks. Messages in the weeks between go to nobody.',
      '把 618 缩短到两个高峰前后几天。中间两周不再发信息。',
      '把 618 縮短到兩個高峰前後幾天。中間兩週不再發訊息。',
    ),
  },
  school: {
    ...{ goal: 50_000, cost: 2_200, margin: 0.38, owner: SU_WAN, metric: 'secondPurchase' },
    aim: words(
      'Parents were to buy lunch-box snacks and come back in October.',
      '让家长买走便当零食，并在 10 月回来再买。',
      '讓家長買走便當零食，並在 10 月回來再買。',
    ),
    cause: words(
      'The parcel held nothing that asked for a second order.',
      '包裹里没有任何引导第二单的内容。',
      '包裹裡沒有任何引導第二單的內容。',
    ),
    lesson: words(
      'Put a second-order voucher for October into every school-season parcel. Count it by its code.',
      '开学季每个包裹放一张 10 月可用的二单券。按券码统计。',
      '開學季每個包裹放一張 10 月可用的第二單優惠券。依券碼統計。',
    ),
  },
  doubleEleven: {
    ...{ goal: 70_000, margin: 0.36, owner: FANG_ZE, metric: 'returningSales' },
    aim: words(
      'Members were to buy in the first wave, before the market’s own peak on the 11th.',
      '让会员在第一波下单，赶在大盘 11 日高峰之前。',
      '讓會員在第一波下單，趕在整體市場 11 日高峰之前。',
    ),
    cause: words(
      'The members’ first wave on 1 November sold more than the 11th did; the week after was quiet.',
      '11 月 1 日的会员第一波卖得比 11 日还多，活动后一周转淡。',
      '11 月 1 日的會員第一波賣得比 11 日還多，活動後一週轉淡。',
    ),
    lesson: words(
      'Keep the members’ first wave. Judge its new customers by their second purchases before the next budget is set.',
      '保留会员第一波。新客等二转率出来后再定明年预算。',
      '保留會員第一波。新客等二購率出來後再訂明年預算。',
    ),
  },
  doubleTwelve: {
    ...{ goal: 22_000, cost: 1_200, margin: 0.38, owner: CHEN_BO, metric: 'returningBuyers' },
    aim: words(
      'Members who had not bought at Double 11 were to come back once more in the year.',
      '让双 11 没有下单的会员年内再回来一次。',
      '讓雙 11 沒有下單的會員年內再回來一次。',
    ),
    cause: words(
      'Messages went only to members without an order at Double 11, so little was spent.',
      '信息只发给双 11 没下单的会员，花费很少。',
      '訊息只發給雙 11 沒下單的會員，花費很少。',
    ),
    lesson: words(
      'Keep it at five days and to members who had not bought. Add no discount beyond the members’ price.',
      '继续控制在五天，只面向双 11 未下单的会员。不在会员价之外再打折。',
      '繼續控制在五天，只面向雙 11 未下單的會員。不在會員價之外再打折。',
    ),
  },
};
