import type { Editor } from '@tiptap/core';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { CHIP_NODE, SEEN_ATTRIBUTE, seenOf } from '#core/book/conclusion-nodes.ts';
import { figureValue } from '#core/review/figure-value.ts';
import { CHIP } from '#core/review/sentences.ts';
import { m } from '#messages/compiled/messages.js';
import { refOf } from './chip-ref.ts';
import type { FigureDesk } from './figure-desk.ts';
import { draftedSentences, staleSentences, wordsOf, type Paragraph, type StaleSentence } from './stale-sentences.ts';

/** A stale sentence of the text being edited: positions are the document's. */
export interface MarkedSentence extends StaleSentence {
  readonly words: string;
}

const key = new PluginKey('stale-marks');

/** Every character of a paragraph's inline content is one position: chips are atoms of size one, text its letters. */
function paragraphIn(node: Node): Paragraph {
  const chips = new Map<number, { figure: NonNullable<ReturnType<typeof refOf>>; seen: number | undefined }>();
  let text = '';
  node.forEach((child) => {
    const figure = child.type.name === CHIP_NODE ? refOf(child.attrs) : null;
    if (figure) chips.set(text.length, { figure, seen: seenOf(child.attrs[SEEN_ATTRIBUTE]) });
    text += child.isText ? (child.text ?? '') : CHIP;
  });
  return { text, chips };
}

/** The sentences of a document that must be read again, in order. */
export function markedSentences(doc: Node, desk: FigureDesk, owner: string): readonly MarkedSentence[] {
  const drafted = draftedSentences(desk, owner);
  const marked: MarkedSentence[] = [];
  doc.forEach((node, offset) => {
    const paragraph = paragraphIn(node);
    const begin = offset + 1;
    for (const { from, to, moved } of staleSentences(desk, drafted, paragraph)) {
      marked.push({
        from: begin + from,
        to: begin + to,
        words: wordsOf(paragraph, { from, to }, (figure) => desk.facts(figure).short),
        moved: moved.map((each) => ({ ...each, at: begin + each.at })),
      });
    }
  });
  return marked;
}

/** Marks the sentences that must be read again. They are found anew at every change of the text, and when `refreshMarks` says so. */
export const staleMarks = (desk: FigureDesk, owner: string) =>
  Extension.create({
    name: 'staleMarks',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, { doc }) => decorations(doc, desk, owner),
          apply: (transaction, known) =>
            transaction.docChanged || transaction.getMeta(key) ? decorations(transaction.doc, desk, owner) : known,
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ],
  });

const decorations = (doc: Node, desk: FigureDesk, owner: string): DecorationSet =>
  DecorationSet.create(
    doc,
    markedSentences(doc, desk, owner).map(({ from, to }) =>
      Decoration.inline(from, to, { class: 'stale', title: m.metrics_stale_mark() }),
    ),
  );

/** Draws the marks anew after the figures or the language changed. */
export function refreshMarks(editor: Editor): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, true).setMeta('addToHistory', false));
}

/** Notes that the sentences were read with the figures as they are now: one step of undo. */
export function confirmSentences(editor: Editor, desk: FigureDesk, sentences: readonly MarkedSentence[]): void {
  const { book, evaluation } = desk;
  if (!evaluation) return;
  const { tr, doc } = editor.state;
  for (const { from, to } of sentences)
    doc.nodesBetween(from, to, (node, position) => {
      const figure = node.type.name === CHIP_NODE ? refOf(node.attrs) : null;
      if (!figure) return;
      const { value } = figureValue(book, evaluation, figure);
      tr.setNodeAttribute(position, SEEN_ATTRIBUTE, value === null ? '' : String(value));
    });
  editor.view.dispatch(tr);
}
