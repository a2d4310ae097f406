import type { CampaignId } from './season.ts';
import type { Words } from './words.ts';
import { words } from './words.ts';

export type CategoryId = 'nuts' | 'fruit' | 'bakery' | 'meat' | 'sea' | 'crisps' | 'sweets' | 'gifts';

interface Category {
  readonly name: Words;
  /** Share of lines in each of the three years. */
  readonly shares: readonly [number, number, number];
}

export const CATEGORIES: Readonly<Record<CategoryId, Category>> = {
  nuts: { name: words('Nuts', '坚果炒货', '堅果炒貨'), shares: [26, 24, 20] },
  fruit: { name: words('Dried fruit', '果干蜜饯', '果乾蜜餞'), shares: [13, 12, 12] },
  bakery: { name: words('Bakery', '饼干糕点', '餅乾糕點'), shares: [18, 18, 17] },
  meat: { name: words('Meat snacks', '肉类零食', '肉類零食'), shares: [12, 14, 18] },
  sea: { name: words('Seaweed & seafood', '海味零食', '海味零食'), shares: [7, 7, 7] },
  crisps: { name: words('Crisps', '膨化薯片', '膨化薯片'), shares: [12, 12, 12] },
  sweets: { name: words('Sweets', '糖果巧克力', '糖果巧克力'), shares: [8, 8, 8] },
  gifts: { name: words('Gift boxes', '礼盒', '禮盒'), shares: [4, 5, 6] },
};

export const CATEGORY_IDS: readonly CategoryId[] = [
  'nuts',
  'fruit',
  'bakery',
  'meat',
  'sea',
  'crisps',
  'sweets',
  'gifts',
];

export interface Product {
  readonly code: string;
  readonly category: CategoryId;
  readonly name: Words;
  /** Minor units. */
  readonly price: number;
  /** The sample's year (0, 1, 2) in which it comes to market. */
  readonly since: 0 | 1 | 2;
}

const product = (code: string, category: CategoryId, price: number, since: Product['since'], name: Words): Product => ({
  code,
  category,
  price: Math.round(price * 100),
  since,
  name,
});

/** Every product. Names hold no comma, quote or line break. */
export const PRODUCTS: readonly Product[] = [
  product('SG-N01', 'nuts', 39.9, 0, words('Daily mixed nuts', '每日坚果', '每日堅果')),
  product('SG-N02', 'nuts', 32.9, 0, words('Roasted cashews', '炭烧腰果', '炭燒腰果')),
  product('SG-N03', 'nuts', 29.9, 0, words('Paper-shell walnuts', '纸皮核桃', '紙皮核桃')),
  product('SG-N04', 'nuts', 24.9, 0, words('Salted pistachios', '盐焗开心果', '鹽焗開心果')),
  product('SG-N05', 'nuts', 16.9, 0, words('Caramel melon seeds', '焦糖瓜子', '焦糖瓜子')),
  product('SG-N06', 'nuts', 45.9, 1, words('Mixed nuts with yoghurt cubes', '酸奶块混合坚果', '優格塊綜合堅果')),
  product('SG-F01', 'fruit', 19.9, 0, words('Dried mango', '芒果干', '芒果乾')),
  product('SG-F02', 'fruit', 17.9, 0, words('Dried strawberries', '草莓干', '草莓乾')),
  product('SG-F03', 'fruit', 14.9, 0, words('Sour plums', '话梅', '話梅')),
  product('SG-F04', 'fruit', 22.9, 1, words('Freeze-dried durian', '冻干榴莲', '凍乾榴槤')),
  product('SG-F05', 'fruit', 21.9, 2, words('Dried figs without sugar', '无糖无花果干', '無糖無花果乾')),
  product('SG-B01', 'bakery', 25.9, 0, words('Egg-yolk pastry', '蛋黄酥', '蛋黃酥')),
  product('SG-B02', 'bakery', 19.9, 0, words('Hand-torn bread', '手撕面包', '手撕麵包')),
  product('SG-B03', 'bakery', 18.9, 0, words('Butter cookies', '黄油曲奇', '奶油曲奇')),
  product('SG-B04', 'bakery', 23.9, 0, words('Pineapple cakes', '凤梨酥', '鳳梨酥')),
  product('SG-B05', 'bakery', 16.9, 1, words('Wholegrain crackers', '全麦苏打饼', '全麥蘇打餅')),
  product('SG-B06', 'bakery', 26.9, 2, words('Matcha snowflake crisps', '抹茶雪花酥', '抹茶雪花酥')),
  product('SG-M01', 'meat', 34.9, 0, words('Beef jerky', '手撕牛肉干', '手撕牛肉乾')),
  product('SG-M02', 'meat', 28.9, 0, words('Pork jerky', '猪肉脯', '豬肉脯')),
  product('SG-M03', 'meat', 22.9, 0, words('Braised duck neck', '卤鸭脖', '滷鴨脖')),
  product('SG-M04', 'meat', 26.9, 1, words('Grilled chicken strips', '风味鸡胸肉条', '風味雞胸肉條')),
  product('SG-M05', 'meat', 36.9, 2, words('Low-salt beef cubes', '低盐牛肉粒', '低鹽牛肉粒')),
  product('SG-M06', 'meat', 24.9, 2, words('Konjac duck platter', '魔芋鸭货拼盘', '蒟蒻鴨貨拼盤')),
  product('SG-S01', 'sea', 19.9, 0, words('Crispy seaweed', '海苔脆', '海苔脆片')),
  product('SG-S02', 'sea', 27.9, 0, words('Shredded squid', '鱿鱼丝', '魷魚絲')),
  product('SG-S03', 'sea', 18.9, 1, words('Crab-flavour broad beans', '蟹黄蚕豆', '蟹黃蠶豆')),
  product('SG-C01', 'crisps', 9.9, 0, words('Potato crisps', '原切薯片', '原切洋芋片')),
  product('SG-C02', 'crisps', 12.9, 0, words('Rice crackers', '锅巴', '鍋巴')),
  product('SG-C03', 'crisps', 11.9, 0, words('Prawn crackers', '虾片', '蝦片')),
  product('SG-C04', 'crisps', 13.9, 2, words('Baked lotus crisps', '非油炸藕片', '非油炸藕片')),
  product('SG-W01', 'sweets', 15.9, 0, words('Nougat', '牛轧糖', '牛軋糖')),
  product('SG-W02', 'sweets', 26.9, 0, words('Dark chocolate', '黑巧克力', '黑巧克力')),
  product('SG-W03', 'sweets', 12.9, 0, words('Fruit jellies', '果汁软糖', '果汁軟糖')),
  product('SG-W04', 'sweets', 18.9, 1, words('Sugar-free mints', '无糖薄荷糖', '無糖薄荷糖')),
  product('SG-G01', 'gifts', 98, 0, words('New-Year nut box', '新春坚果礼盒', '新春堅果禮盒')),
  product('SG-G02', 'gifts', 78, 0, words('Mixed snack box', '零食大礼包', '零食大禮包')),
  product('SG-G03', 'gifts', 128, 1, words('Premium nut tower', '坚果礼盒臻选装', '堅果禮盒臻選裝')),
  product('SG-G04', 'gifts', 88, 2, words('Meat lover’s box', '肉食控礼盒', '肉食控禮盒')),
];

export type ChannelId = 'tmall' | 'jd' | 'douyin' | 'miniProgram' | 'store';

interface Channel {
  readonly name: Words;
  /** Weight for a first order in each year, and for a returning one. */
  readonly first: readonly [number, number, number];
  readonly again: readonly [number, number, number];
}

export const CHANNEL_IDS: readonly ChannelId[] = ['tmall', 'jd', 'douyin', 'miniProgram', 'store'];

export const CHANNELS: Readonly<Record<ChannelId, Channel>> = {
  tmall: { name: words('Tmall', '天猫旗舰店', '天貓旗艦店'), first: [46, 40, 34], again: [44, 40, 36] },
  jd: { name: words('JD', '京东自营', '京東自營'), first: [20, 19, 18], again: [18, 17, 16] },
  douyin: { name: words('Douyin', '抖音', '抖音'), first: [16, 24, 32], again: [7, 9, 11] },
  miniProgram: {
    name: words('WeChat mini-program', '微信小程序', '微信小程式'),
    first: [8, 8, 8],
    again: [21, 25, 29],
  },
  store: { name: words('Stores', '线下门店', '線下門市'), first: [10, 9, 8], again: [10, 9, 8] },
};

export const CAMPAIGN_NAMES: Readonly<Record<CampaignId, Words>> = {
  newYear: words('New-Year festival', '年货节', '年貨節'),
  spring: words('Spring outing', '春游季', '春遊季'),
  midYear: words('618', '618 大促', '618 大促'),
  school: words('Back to school', '开学季', '開學季'),
  doubleEleven: words('Double 11', '双 11', '雙 11'),
  doubleTwelve: words('Double 12', '双 12', '雙 12'),
};
