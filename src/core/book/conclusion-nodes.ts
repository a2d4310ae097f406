/**
 * Names of the nodes of a conclusion's shared text (a Yjs XmlFragment) — the one place where the editor, the document's
 * reader and its writer agree. A conclusion is a list of `paragraph` elements; each holds text, whose bold runs carry the
 * `bold` mark as a formatting attribute (`{ bold: {} }` in a text delta), and `figureChip` elements without content.
 */
export const PARAGRAPH_NODE = 'paragraph';
export const CHIP_NODE = 'figureChip';
export const BOLD_MARK = 'bold';

/** Attributes of a chip, all text: those of a `FigureRef`. `of` is absent or '' where the figure needs none. */
export const CHIP_ATTRIBUTES = ['metric', 'figure', 'period', 'of'] as const;

/** A chip's further attribute: its value when the words around it were written or confirmed, as text; '' when not noted. */
export const SEEN_ATTRIBUTE = 'seen';

/** A noted value as a number; `undefined` when none was noted. */
export function seenOf(text: unknown): number | undefined {
  const value = typeof text === 'string' && text !== '' ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** The owner of the conclusion of the whole review; every other owner is a metric's id. */
export const SUMMARY_OWNER = 'summary';
