import { Editor } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Placeholder } from '@tiptap/extensions/placeholder';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager, XmlFragment } from 'yjs';
import type { FigureRef } from '#core/book/book.ts';
import { CHIP_NODE, SEEN_ATTRIBUTE } from '#core/book/conclusion-nodes.ts';
import { figureChip } from './figure-chip.svelte.ts';
import type { FigureDesk } from './figure-desk.ts';
import { staleMarks } from './stale-marks.ts';

export interface EditorWishes {
  readonly element: HTMLElement;
  readonly fragment: XmlFragment;
  /** The book's undo: text and cells share their steps. */
  readonly undo: UndoManager;
  readonly desk: FigureDesk;
  /** Whose conclusion it is. */
  readonly owner: string;
  readonly label: string;
  readonly placeholder: () => string;
  readonly editable: boolean;
  /** `/` was typed where a word begins. */
  readonly onslash: () => void;
  readonly onchange: (editor: Editor, transaction: { readonly docChanged: boolean }) => void;
}

/** An editor of paragraphs, bold words and figures on a shared text; nothing else can enter, whatever is pasted. */
export function makeEditor(wishes: EditorWishes): Editor {
  wishes.undo.addTrackedOrigin(ySyncPluginKey);
  return new Editor({
    element: wishes.element,
    editable: wishes.editable,
    // Given as JSON and without injected styles: strings as HTML are what Trusted Types forbids.
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
    injectCSS: false,
    extensions: [
      Document,
      Paragraph,
      Text,
      Bold,
      figureChip(wishes.desk),
      staleMarks(wishes.desk, wishes.owner),
      Collaboration.configure({ fragment: wishes.fragment, yUndoOptions: { undoManager: wishes.undo } }),
      Placeholder.configure({ placeholder: wishes.placeholder }),
    ],
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': wishes.label },
      handleKeyDown: (view, event) => {
        if (event.key !== '/' || event.isComposing || view.composing || !beginsWord(view.state)) return false;
        wishes.onslash();
        return true;
      },
    },
    onTransaction: ({ editor, transaction }) => wishes.onchange(editor, transaction),
  });
}

/** `/` inside "Q1/Q2" is a letter; at the start of a word it asks for a figure. */
function beginsWord(state: Editor['state']): boolean {
  const { $from, empty } = state.selection;
  if (!empty) return false;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset, undefined, '\uFFFC');
  return before === '' || /[\s，。；：、（(]/.test(before);
}

/** Puts a figure where the caret is, and a space after it, so that writing goes on. */
export function insertFigure(editor: Editor, ref: FigureRef, value: number | null): void {
  const { metric, figure, period, of = '' } = ref;
  editor
    .chain()
    .focus()
    .insertContent([
      { type: CHIP_NODE, attrs: { metric, figure, period, of, [SEEN_ATTRIBUTE]: value === null ? '' : String(value) } },
      { type: 'text', text: ' ' },
    ])
    .run();
}
