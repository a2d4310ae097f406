/** A paragraph as one text: each chip is one `CHIP` character. */
export const CHIP = '\uFFFC';

export interface Sentence {
  /** Positions in the paragraph's text, end exclusive, blanks around left out. */
  readonly from: number;
  readonly to: number;
}

/** Ends after 。！？, or after . ! ? before a blank or the end; closing quotes and brackets go with it. A point inside a number ends nothing. */
const END = /(?:[。！？]+|[.!?]+(?=[\s”’"')\]]|$))[”’"'）)\]」』]*/g;

/** The sentences of a paragraph, in order. */
export function sentencesOf(paragraph: string): readonly Sentence[] {
  const ends = [...paragraph.matchAll(END)].map((found) => found.index + found[0].length);
  const found: Sentence[] = [];
  let from = 0;
  for (const to of [...ends, paragraph.length]) {
    const text = paragraph.slice(from, to);
    const start = from + text.length - text.trimStart().length;
    if (text.trim() !== '') found.push({ from: start, to: start + text.trim().length });
    from = to;
  }
  return found;
}

/** What a text of several lines is called by: the first sentence of its first line that says anything; '' where none does. */
export function firstSentence(text: string): string {
  const [line = ''] = text.trim().split('\n', 1);
  return sentencesOf(line).map(({ from, to }) => line.slice(from, to))[0] ?? '';
}

/** A sentence as a title: without its full stop. */
export const titleOf = (sentence: string): string => sentence.trim().replace(/[。．.]$/u, '');
