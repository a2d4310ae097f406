import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const HEADER = '订单编号,子单序号,会员ID,下单时间,实付金额,数量,退款金额,商品编码,商品名称,类目,渠道,活动\n';
const CATEGORIES = [
  '坚果炒货',
  '果干蜜饯',
  '饼干糕点',
  '肉脯卤味',
  '糖果巧克力',
  '海味零食',
  '冲饮茶点',
  '礼盒套装',
  '膨化食品',
  '豆制零食',
  '方便速食',
  '节令特供',
];
const CHANNELS = ['天猫旗舰店', '京东自营', '抖音直播', '微信小程序', '有赞商城', '线下门店', '拼多多', '企业团购'];
const CAMPAIGNS = ['双十一大促', '年货节', '618年中庆', '会员日', '周年庆', '开学季'];
const FLAVOURS = ['原味', '奶油味', '麻辣', '五香', '海盐', '蜂蜜', '芥末', '炭烧'];
const DAYS = 1_096;
const PRODUCTS = 800;
const FIRST_DAY = Date.UTC(2023, 0, 1);

/** A small seeded generator of numbers in [0, 1) (mulberry32): the same file on every machine. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const two = (value) => String(value).padStart(2, '0');
const money = (cents) => `${Math.floor(cents / 100)}.${two(cents % 100)}`;

/**
 * Writes a CSV of exactly `lineCount` order lines in the neutral layout: 36 months that grow and peak in November, members
 * who come back unequally often, guests, refunds within a line and as rows of their own, a few repeated lines, quoted names.
 */
export async function generateOrders(path, lineCount, seed = 20_260_101) {
  const random = randomFrom(seed);
  const below = (limit) => Math.floor(random() * limit);
  const memberCount = Math.max(50, Math.round(lineCount * 0.16));
  const products = Array.from({ length: PRODUCTS }, (_, at) => {
    const category = at % CATEGORIES.length;
    const name = `${CATEGORIES[category]}${FLAVOURS[at % FLAVOURS.length]}${100 + at}g`;
    return {
      code: `SKU${String(100_000 + at)}`,
      name: at % 40 === 0 ? `"${name}, 限定""款"""` : name,
      category,
      price: 990 + below(12_000),
    };
  });
  const days = Array.from({ length: DAYS }, (_, at) => {
    const date = new Date(FIRST_DAY + at * 86_400_000);
    return {
      text: date.toISOString().slice(0, 10),
      peak: date.getUTCMonth() === 10 ? 2.2 : date.getUTCMonth() === 0 ? 1.4 : 1,
    };
  });
  const weights = days.map(({ peak }, at) => peak * (1 + at / DAYS));
  const total = weights.reduce((sum, weight) => sum + weight, 0);

  const out = createWriteStream(path);
  let text = HEADER;
  let written = 0;
  let order = 0;
  let reached = 0;
  for (let day = 0; day < DAYS && written < lineCount; day++) {
    reached += weights[day];
    const until = day === DAYS - 1 ? lineCount : Math.round((lineCount * reached) / total);
    while (written < until) {
      const id = `${2_600_000_000_000 + order * 7}${String(100_000 + below(900_000))}`;
      order++;
      // The share of members that exist grows with time; squaring makes some of them regulars.
      const known = Math.max(20, Math.floor((memberCount * (day + 90)) / (DAYS + 90)));
      const member =
        random() < 0.03
          ? ''
          : `M${String(10_000_000 + Math.floor(known * (random() < 0.4 ? random() ** 3 : random())))}`;
      const time = `${days[day].text} ${two(8 + below(15))}:${two(below(60))}:${two(below(60))}`;
      const channel = CHANNELS[Math.floor(CHANNELS.length * random() ** 2)];
      const campaign = random() < 0.35 ? CAMPAIGNS[below(CAMPAIGNS.length)] : '';
      const isReturn = random() < 0.004;
      const size = isReturn ? 1 : 1 + Math.floor(4 * random() ** 1.6);
      for (let line = 1; line <= size && written < until; line++) {
        const product = products[Math.floor((PRODUCTS / 2) * (1 + day / DAYS) * random() ** 1.6)];
        const quantity = 1 + Math.floor(3 * random() ** 3);
        const paid = Math.round(product.price * quantity * (0.7 + 0.3 * random()));
        const refund = random() < 0.03 ? (random() < 0.5 ? paid : Math.round(paid * random())) : 0;
        const sign = isReturn ? '-' : '';
        const row = `${id},${line},${member},${time},${sign}${money(paid)},${sign}${quantity},${money(isReturn ? 0 : refund)},${product.code},${product.name},${CATEGORIES[product.category]},${channel},${campaign}\n`;
        text += row;
        written++;
        if (random() < 0.001 && written < until) {
          text += row;
          written++;
        }
      }
      if (text.length > 1 << 20) {
        if (!out.write(text)) await once(out, 'drain');
        text = '';
      }
    }
  }
  out.end(text);
  await once(out, 'finish');
}
