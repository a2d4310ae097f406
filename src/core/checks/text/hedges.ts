/** Whose opinion is a fact worth reporting: a survey says what customers think. */
const THEIRS =
  '(?:客户|客戶|顾客|顧客|用户|用戶|会员|會員|消费者|消費者|受访者|受訪者|买家|買家|老客|舊客|旧客|新客)(?:们|們|普遍|大多|多数|多數|都|也|仍|还|還)*';
const CAUSAL_ZH =
  '(?:是|会(?!员)|會(?!員)|跟|和|与|與|因|由于|由於|源于|源於|来自|來自|属于|屬於|没|沒|不是|不会|不會|受|算|主要)';
const WE = '(?:i|we)';

/** Words that state a guess whatever the text is. */
const GUESSES: readonly RegExp[] = [
  /(?<![不尽盡])可能(?!性)/u,
  new RegExp(`(?<!${THEIRS})(?<!被)(?:认为|認為)`, 'u'),
  /大概(?!念)/u,
  /或许|或許|也许|也許|恐怕|似乎|貌似|疑似|想必|说不定|說不定|猜测|猜測|推测|推測|不排除|好像/u,
  /(?<![据據点點的間间]|保守|专家|專家|机构|機構|增量|区间|區間|[据據][^，。]{0,8})(?:估计|估計)(?![值量区區范範模方误誤增结結口数數])/u,
  /(?:^|[，,、：:；;。\s]|我们?|我們|咱们|大家|个人|個人|团队|團隊|总体|總體|整体|整體|主要是|就是)(?:感觉|感覺|觉得|覺得)(?![到不])/u,
  new RegExp(`多半(?=${CAUSAL_ZH})`, 'u'),
  /\b(?:maybe|perhaps|probably|possibly|presumably|seemingly|supposedly|potentially|apparently)\b/iu,
  new RegExp(`\\b${WE} (?:think|believe|feel|guess|suppose|assume|reckon)\\b`, 'iu'),
  /\b(?:best guess|a guess|hunch|gut feeling|in (?:my|our) opinion)\b/iu,
  /(?<!\b(?:its|their|his|her|our|the|all|of|and|buying|market|financial) )\bmight\b/iu,
  /\bmay (?:well |also |not )?(?:have|be (?:due|because|caused|related|linked|that|the|a|too)|come from|stem|reflect|explain)\b/u,
  /\bcould (?:be (?:due|because|caused|related|linked|that|the)|have been|explain)\b/iu,
  /\bseem(?:s|ed)?\b|\bappear(?:s|ed)? to\b/iu,
  /(?<!\b(?:more|less|as|equally|how|times) )\blikely\b(?! (?:to (?:re)?(?:buy|purchase|order|return|churn)|buyers|customers|churners))/iu,
];

/** "Should" as a guess, where it may also say what is due. */
const SHOULD: readonly RegExp[] = [
  new RegExp(`(?<!原本|本来|本來|原来|原來|本)(?:应该|應該|应当|應當)(?=${CAUSAL_ZH})`, 'u'),
  /\bshould be (?:due|because|caused|related|from|down to|the (?:reason|cause)|a result|fine|enough)\b/iu,
];

/** In a cause there is nothing due: "should" is a guess there, save where it introduces what is pointed out or tells a plan. */
const SHOULD_IN_CAUSE =
  /(?<!原本|本来|本來|原来|原來|本)(?:应该|應該)(?!指出|说明|說明|看到|承认|承認|注意|强调|強調|知道)/u;

/**
 * The hedge in a text, as written; `null` where it states something. `cause` says that the text is one, where "should" cannot
 * speak of what is due.
 */
export function hedgeIn(text: string, cause = false): string | null {
  const all = cause ? [...GUESSES, ...SHOULD, SHOULD_IN_CAUSE] : [...GUESSES, ...SHOULD];
  for (const hedge of all) {
    const found = hedge.exec(text);
    if (found) return found[0].replace(/^[，,、：:；;。\s]+/, '');
  }
  return null;
}
