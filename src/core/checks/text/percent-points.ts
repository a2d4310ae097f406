import { clausesOf, type Statement } from './statement.ts';

const NUMBER = '\\d+(?:\\.\\d+)?';
/** Rates as reviews name them. Efficiency, frequency and the like end in 率 and are none; turnover is in times. */
const RATE_ZH = '(?:[^\\s，。效频頻速功汇匯倍]率(?!先|领|領)|占比|佔比|份额|份額)';
const NOT_A_RATE = /[连連][带帶]率|[周週][转轉]率/gu;
/** What stands between a rate and its change must not name an amount that changes instead, nor say that it moved something else. */
const AMOUNT_ZH =
  '额|額|量|数|數|价|價|收入|利润|利潤|成本|费用|費用|销售|銷售|订单|訂單|人|频次|頻次|带动|帶動|推动|推動|拉动|拉動|使|令|让|讓|促|导致|導致|贡献|貢獻';
const RISES_ZH =
  '提升|提高|上升|增长|增長|成長|增加|上涨|上漲|下降|下滑|降低|减少|減少|回落|下跌|改善|高出|低了|领先|領先|落后|落後|多了?|少了?|升了?|降了?|增了?|涨了?|漲了?';
const CHANGE_ZH = `(?:${RISES_ZH})(?:了|约|約|近|逾|超|幅度|为|為|仅|僅)*\\s*${NUMBER}\\s*[%％]`;

const ZH = new RegExp(
  `${RATE_ZH}(?:(?!${AMOUNT_ZH})[^，。；]){0,16}?(?:${CHANGE_ZH}|[有得现現]\\s*${NUMBER}\\s*[%％]\\s*的?(?:${RISES_ZH}))`,
  'u',
);
const BARE_ZH = new RegExp(`^(?:(?!${AMOUNT_ZH})[^，。；])*?${CHANGE_ZH}`, 'u');

const RATE_EN =
  '(?:retention|conversion|penetration|churn|attainment|market share|share of (?:sales|revenue|buyers|orders)|its share|their share|(?<!\\b(?:at any|run|exchange|hourly|day|daily) )(?<=[a-z-] )rate)';
const AMOUNT_EN =
  'sales|revenue|orders?|buyers?|customers?|spend(?:ing)?|value|volume|profits?|costs?|basket|budget|number|items?|drove|lifted|raised|pushed|brought|made|helped';
const RISES_EN =
  '(?:rose|grew|increased|improved|fell|dropped|declined|decreased|slipped|climbed|gained|lost|(?:went|was|is|are|were) (?:up|down)|up|down)';
const PERCENT_EN = `${NUMBER}\\s*(?:%|per ?cent\\b)(?![- ]points?)`;
const EN = new RegExp(
  `(?<!\\b(?:spend|spending|budget|costs?|sales|money|investment) (?:on|of|for|from|in) )\\b${RATE_EN}\\b(?:(?!\\b(?:${AMOUNT_EN})\\b)[^,.;]){0,24}?\\b${RISES_EN}(?: (?:by|about|roughly|some|a|just|only|another|nearly|almost|around))* ?${PERCENT_EN}`,
  'iu',
);
const BARE_EN = new RegExp(
  `^(?:(?!\\b(?:${AMOUNT_EN})\\b)[^,.;])*?\\b${RISES_EN}(?: (?:by|about|roughly|some|a|just|only|another|nearly|almost|around))* ?${PERCENT_EN}`,
  'iu',
);
const NOUN_EN = new RegExp(
  `${PERCENT_EN} (?:rise|increase|gain|drop|decline|fall|improvement|decrease) in (?:the |our |customer |member )?(?:[a-z-]+ )?${RATE_EN}\\b`,
  'iu',
);

/** Says itself how it is meant: in points, or relative to the rate before. */
const TOLD = /百分点|百分點|个点|個點|\bpp\b|\bpct\b|percentage[- ]points?|percent points?|相对|相對|relative/iu;

/**
 * A rate that is said to have moved by so many percent, where percentage points are meant; as written, `null` where none is.
 * "To 35%" is a level. `ofRate` says that the text is about a metric that is a percentage, so that it need not be named.
 */
export function percentForPointsIn(statement: Statement, ofRate: boolean): string | null {
  if (TOLD.test(statement.text)) return null;
  const text = statement.text.replace(NOT_A_RATE, '');
  const named = ZH.exec(text) ?? EN.exec(text) ?? NOUN_EN.exec(text);
  if (named) return named[0].trim();
  if (!ofRate) return null;
  for (const clause of clausesOf(statement)) {
    const bare = BARE_ZH.exec(clause.text) ?? BARE_EN.exec(clause.text);
    if (bare) return bare[0].trim();
  }
  return null;
}
