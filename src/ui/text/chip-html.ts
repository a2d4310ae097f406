import type { FigureRef } from '#core/book/book.ts';
import { SEEN_ATTRIBUTE } from '#core/book/conclusion-nodes.ts';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** A figure as it travels on the clipboard: the editor reads the attributes back, every other program the text. */
export const chipHtml = (ref: FigureRef, text: string, value: number | null): string =>
  `<span data-figure-chip data-metric="${escaped(ref.metric)}" data-figure="${ref.figure}" data-period="${ref.period}" data-of="${escaped(ref.of ?? '')}" data-${SEEN_ATTRIBUTE}="${value ?? ''}">${escaped(text)}</span>`;
