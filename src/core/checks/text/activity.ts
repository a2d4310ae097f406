import { CHIP } from '../../review/sentences.ts';

/** What was done. */
const DONE =
  /举办|舉辦|开展|開展|组织|組織|召开|召開|上线|上線|推送|发布|發布|發佈|发送|發送|培训|培訓|走访|走訪|搭建|完成了|执行|執行|落地|启动|啟動|\b(?:held|organi[sz]ed|ran|launched|completed|finished|sent|published|delivered|hosted|rolled out|set up|carried out|trained|built|created|made|wrote)\b/iu;
/** From one level to another; from January to December is when it was done. */
const SPAN_ZH =
  '[从從由](?!\\s*(?:20\\d\\d\\s*年|[\\d一二三四五六七八九十]+\\s*[月日号號周週季]|年初|[去今明]年)).{1,16}[到至]';
const SPAN_EN =
  'from (?!(?:early |mid-?|late )?(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]* ).{1,24} to';
/** "Up 12%", "churn is down"; to set something up is no outcome. */
const UP_OR_DOWN =
  '(?<!\\b(?:set|built|drew|wrote|put|opened|rolled|signed|took) )\\b(?:up|down)\\b(?=\\s*(?:$|[,.;:(]|\\d|by |from |on |to \\d|about |nearly |some |over |more than ))';
/** What came of it: a level, a change, or a figure that follows the data. */
const OUTCOME = new RegExp(
  `${CHIP}|[%％]|百分点|百分點|提升|提高|增长|增長|成長|上升|下降|降低|减少|減少|缩短|縮短|节省|節省|达到|達到|达成|達成|转化|轉化|留存|复购|復購|回购|回購|带来|帶來|新增|${SPAN_ZH}|\\bpp\\b|per ?cent|\\b(?:rose|grew|increased?|fell|dropped|reduced|cut|saved|reached|gained|won|earned|brought|lifted|raised|improved|${SPAN_EN})\\b|${UP_OR_DOWN}`,
  'iu',
);

/** A result that tells what was done and nothing that came of it: the word that does; `null` otherwise. */
export function activityIn(text: string): string | null {
  const done = DONE.exec(text);
  return done && !OUTCOME.test(text) ? done[0] : null;
}
