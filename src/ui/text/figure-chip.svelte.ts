import { mergeAttributes, Node } from '@tiptap/core';
import { mount, unmount } from 'svelte';
import { CHIP_ATTRIBUTES, CHIP_NODE, SEEN_ATTRIBUTE } from '#core/book/conclusion-nodes.ts';
import { refOf } from './chip-ref.ts';
import FigureChip from './FigureChip.svelte';
import type { FigureDesk } from './figure-desk.ts';

/** A live figure inside the text: one character that shows what its reference stands for today. */
export const figureChip = (desk: FigureDesk) =>
  Node.create({
    name: CHIP_NODE,
    group: 'inline',
    inline: true,
    atom: true,
    selectable: true,

    addAttributes: () =>
      Object.fromEntries(
        [...CHIP_ATTRIBUTES, SEEN_ATTRIBUTE].map((name) => [
          name,
          {
            default: '',
            parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
            renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
          },
        ]),
      ),

    parseHTML: () => [{ tag: 'span[data-figure-chip]' }],

    renderHTML: ({ node, HTMLAttributes }) => {
      const ref = refOf(node.attrs);
      return ['span', mergeAttributes(HTMLAttributes, { 'data-figure-chip': '' }), ref ? desk.facts(ref).short : '–'];
    },

    renderText: ({ node }) => {
      const ref = refOf(node.attrs);
      return ref ? desk.facts(ref).short : '';
    },

    addNodeView:
      () =>
      ({ node }) => {
        const dom = document.createElement('span');
        dom.contentEditable = 'false';
        const ref = refOf(node.attrs);
        const props = $state({ desk, selected: false });
        const chip = ref ? mount(FigureChip, { target: dom, props: { ref, of: props } }) : null;
        return {
          dom,
          ignoreMutation: () => true,
          stopEvent: (event) => event.type === 'click',
          selectNode: () => void (props.selected = true),
          deselectNode: () => void (props.selected = false),
          destroy: () => void (chip && unmount(chip)),
        };
      },
  });
