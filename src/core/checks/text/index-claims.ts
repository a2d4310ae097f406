import type { Statement } from './statement.ts';

const NUMBER = '(?:\\d+(?:\\.\\d+)?|\\uFFFC)';
const INDEX_ZH = '(?:指数|指數)(?![级級型式]|增长曲线|增長曲線)';
const MOVED_ZH = `(?:同比|环比|環比)?(?:增长|增長|成長|提升|提高|上升|上涨|上漲|下降|下滑|高出|高|涨|漲|升|降)[了约約近\\s]*${NUMBER}\\s*(?:[%％]|倍)`;
const ZH = new RegExp(`(?<!呈|成)${INDEX_ZH}[^，。；]{0,12}?${MOVED_ZH}`, 'u');
const EN = new RegExp(
  `\\b(?:index|indices|indexes)\\b[^,.;]{0,24}?\\b(?:rose|grew|increased|fell|dropped|declined|gained|lost|up|down|higher|lower)(?: by| about| some| nearly)* ${NUMBER}\\s*(?:%|per ?cent)`,
  'iu',
);
const GROWTH = /增长|增長|成長|增速|涨幅|漲幅|跌幅|领先|領先|\bgr(?:ew|owth|owing)\b|\brose\b|\bfaster\b|\boutgrew\b/iu;

/** An index told as if it measured: that it grew by so much; as written, `null` where none is. */
export const indexGrowthIn = ({ text }: Statement): string | null =>
  (ZH.exec(text) ?? EN.exec(text))?.[0].trim() ?? null;

/** Whether a text tells of growth, so that an index quoted in it is read as one. */
export const tellsGrowth = (text: string): boolean => GROWTH.test(text);
