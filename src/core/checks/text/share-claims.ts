import type { Statement } from './statement.ts';

/** A share of the whole: 占比 22%, "made up 22% of sales". */
const SHARE =
  /占比|佔比|[占佔]\s*(?:了|全年|总|總|整体|整體|本年|年度|销售|銷售|营收|營收|到|了?\s*[\d\uFFFC])|贡献了?\s*[\d.\uFFFC]+\s*[%％]?\s*的?(?:销售|营收|业绩|收入)|貢獻了?\s*[\d.\uFFFC]+\s*[%％]?\s*的?(?:銷售|營收|業績|收入)|\b(?:made? up|accounts? for|accounted for|represent(?:s|ed)|contributed?s?|came to|were|was|at|with) (?:about |some |nearly |only |over )?(?:\d+(?:\.\d+)?\s*(?:%|per ?cent)|\uFFFC) of\b|\b\d+(?:\.\d+)?\s*(?:%|per ?cent) of (?:all |total |our |the year['’]s )?(?:net )?(?:sales|revenue|orders|gmv)\b|\bshare of (?:sales|revenue)\b/iu;
/** A share that itself changed moves averages: a mix effect, not a share told as growth. */
const MIX =
  /[占佔]比(?:的)?(?:提升|提高|上升|增加|扩大|擴大|下降|降低|从|從|由)|\bshare\b[^.]{0,24}\b(?:rose|grew|fell|rising|shift)/iu;
/** That it brought the growth. */
const CLAIM =
  /(?:带动|帶動|拉动|拉動|推动|推動|驱动|驅動|拉抬|撑起|撐起|支撑|支撐)[^，。；]{0,12}(?:增长|增長|成長|增量|增幅|提升)|(?:增长|增長|成長|增量)的?[^，。；]{0,6}(?:主要|最大|核心|关键|關鍵|第一)?(?:来源|來源|动力|動力|引擎|功臣|贡献者|貢獻者)|(?:增长|增長|成長|增量)主要(?:来自|來自|靠|由)|\b(?:driv(?:es?|ing|en)|drove|fuel(?:s|led|ling)?|power(?:s|ed|ing)?) (?:the |our |this |most of the |all |year['’]s |overall |sales )*(?:growth|increase|rise)\b|\b(?:main |biggest |key )?(?:source|engine|driver)s? of (?:the |our |sales )?(?:growth|increase)\b|\bbehind the (?:growth|increase|rise)\b|\bresponsible for (?:the |our |most of the )?(?:growth|increase)\b/iu;
/** The contribution is told as such beside the share: in points, or as a part of the growth. */
const MEASURED =
  /(?:增量|增长额?|增長額?|成長)的\s*[\d.\uFFFC]+\s*[%％]?|百分点|百分點|\bpp\b|percentage points?|(?:%|per ?cent|\uFFFC) of (?:the |our )?(?:growth|increase|rise)\b/iu;
/** The sentence itself says that a share is no contribution. */
const DENIED =
  /不等于|不等於|不代表|并非|並非|不是|并不|並不|未能|没有|沒有|不意味|\bnot\b|n['’]t\b|\bwithout\b|\bnor\b|\bneither\b/iu;

/** A share of sales told as what brought the growth: the claim as written; `null` where none is. */
export function shareAsContributionIn({ text, chips }: Statement): string | null {
  const claim = CLAIM.exec(text);
  if (!claim || !SHARE.test(text) || MIX.test(text) || MEASURED.test(text)) return null;
  if (DENIED.test(text) || chips.some(({ figure }) => figure === 'segment' || figure === 'driver')) return null;
  return claim[0].trim();
}
