import type { Span } from '../page.ts';
import { LINE_EM, wrap } from './text-measure.ts';

type Paragraph = readonly Span[];

const SIZES = [15, 14, 13, 12] as const;
/** Space after a paragraph, in em. */
export const PARAGRAPH_EM = 0.5;

/** Paragraphs at the largest size at which they fit, and what must continue elsewhere. */
export function fitParagraphs(
  paragraphs: readonly Paragraph[],
  width: number,
  height: number,
): { readonly paragraphs: readonly Paragraph[]; readonly size: number; readonly rest: readonly Paragraph[] } {
  for (const size of SIZES) {
    if (textHeight(paragraphs, width, size) <= height) return { paragraphs, size, rest: [] };
  }
  const size = SIZES[SIZES.length - 1] ?? 12;
  const kept: Paragraph[] = [];
  let used = 0;
  for (const [at, paragraph] of paragraphs.entries()) {
    const lines = wrap(plain(paragraph), width, size);
    const room = Math.floor((height - used) / (size * LINE_EM));
    if (lines.length > room) {
      const [head, tail] = cutParagraph(paragraph, lines.slice(0, Math.max(0, room)).join('').length);
      if (head.length > 0) kept.push(head);
      return { paragraphs: kept, size, rest: [...(tail.length > 0 ? [tail] : []), ...paragraphs.slice(at + 1)] };
    }
    kept.push(paragraph);
    used += lines.length * size * LINE_EM + size * PARAGRAPH_EM;
  }
  return { paragraphs: kept, size, rest: [] };
}

export const textHeight = (paragraphs: readonly Paragraph[], width: number, size: number): number =>
  paragraphs.reduce(
    (sum, paragraph) => sum + wrap(plain(paragraph), width, size).length * size * LINE_EM + size * PARAGRAPH_EM,
    0,
  );

const plain = (paragraph: Paragraph): string => paragraph.map((span) => span.text).join('');

/** The spans before and after a place in the paragraph's text. */
function cutParagraph(paragraph: Paragraph, place: number): readonly [Paragraph, Paragraph] {
  let start = 0;
  const head: Span[] = [];
  const tail: Span[] = [];
  for (const span of paragraph) {
    const cut = Math.min(Math.max(place - start, 0), span.text.length);
    if (cut > 0) head.push({ ...span, text: span.text.slice(0, cut) });
    if (cut < span.text.length) tail.push({ ...span, text: span.text.slice(cut) });
    start += span.text.length;
  }
  return [head, tail];
}
