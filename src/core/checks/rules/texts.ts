import type { Objection, Review, Rule, Spoken } from '../rule.ts';
import { miscalledIn } from '../text/comparison-terms.ts';
import { hedgeIn } from '../text/hedges.ts';
import { indexGrowthIn, tellsGrowth } from '../text/index-claims.ts';
import { percentForPointsIn } from '../text/percent-points.ts';
import { shareAsContributionIn } from '../text/share-claims.ts';
import { CHIP } from '../../review/sentences.ts';
import type { CheckId, Severity } from '../check.ts';

const LONGEST_QUOTE = { han: 42, latin: 90 } as const;
/** A Latin word is about this long at most. */
const WORD = 16;

/** A rule that reads sentences: the word it objects to, or nothing. */
const reading = (id: CheckId, severity: Severity, judge: (one: Spoken, review: Review) => string | null): Rule => ({
  id,
  severity,
  find: (review) =>
    review.spoken.flatMap((one) => {
      const word = judge(one, review);
      return word === null ? [] : [objectTo(one, word)];
    }),
});

function objectTo(one: Spoken, word: string): Objection {
  return {
    place: one.place,
    facts: { ...(one.metric && { metric: one.metric.id }), quote: quoteOf(one.text, word), word: withoutChips(word) },
    of: hashOf(one.text),
  };
}

export const TEXT_RULES: readonly Rule[] = [
  reading('hedge-without-evidence', 'warn', (one) => (one.shown ? null : hedgeIn(one.text, one.kind === 'cause'))),
  reading('year-called-period', 'error', (one, review) => miscalled(one, review, 'year-as-period')),
  reading('period-called-year', 'error', (one, review) => miscalled(one, review, 'period-as-year')),
  reading('percent-for-points', 'error', (one) => percentForPointsIn(one, one.metric?.unit === 'percent')),
  reading('share-as-contribution', 'error', shareAsContributionIn),
  reading('index-as-value', 'error', (one, { book }) => {
    const quoted = one.chips.find(({ figure, of }) => figure === 'benchmark' && isIndex(book.benchmarks, of));
    return quoted && tellsGrowth(one.text) ? one.text : indexGrowthIn(one);
  }),
];

function miscalled(one: Spoken, { figures }: Review, kind: 'year-as-period' | 'period-as-year'): string | null {
  const growth = figures.scorecard.find((row) => row.metric.id === one.metric?.id)?.growth;
  const found = miscalledIn(one, growth?.kind === 'ratio' ? growth.value : null);
  return found?.kind === kind ? found.word : null;
}

const isIndex = (benchmarks: Review['book']['benchmarks'], id: string | undefined): boolean =>
  benchmarks.some((one) => one.id === id && one.measure === 'index');

const withoutChips = (text: string): string => text.replaceAll(CHIP, '…');

/** The sentence where it is short, else what stands around the word, cut between words. */
function quoteOf(text: string, word: string): string {
  const longest = /\p{Script=Han}/u.test(text) ? LONGEST_QUOTE.han : LONGEST_QUOTE.latin;
  if (text.length <= longest) return withoutChips(text);
  const wanted = Math.max(0, Math.min(text.indexOf(word) - Math.floor(longest / 3), text.length - longest));
  const from = wanted === 0 ? 0 : wanted + Math.max(0, text.slice(wanted, wanted + WORD).search(/(?<= )\S/));
  const cut = text.slice(from, from + longest);
  return withoutChips(`${from > 0 ? '…' : ''}${cut.trim()}${from + cut.length < text.length ? '…' : ''}`);
}

/** FNV-1a: another sentence is another claim, so that what was dismissed comes back when it is rewritten. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
