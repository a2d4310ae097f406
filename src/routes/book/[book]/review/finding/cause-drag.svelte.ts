import { edgePull, levelAt, standing } from './cause-drop.ts';
import type { CauseTree } from './cause-tree.svelte.ts';

/** As `--step` in the tree's style: what a level is indented by. */
export const STEP_PX = 24;

/** A line of a tree on its way with the pointer: where it would fall, and that it falls there. */
export class CauseDrag {
  readonly #tree: CauseTree;
  /** Between which standing lines it would fall, and how deep. */
  at = $state.raw<{ readonly id: string; readonly gap: number; readonly depth: number } | null>(null);

  constructor(tree: CauseTree) {
    this.#tree = tree;
  }

  /** The line that the place to fall is drawn at, and on which side of it. */
  readonly mark = $derived.by(() => {
    if (!this.at) return null;
    const lines = standing(this.#tree.rows, this.at.id);
    const below = lines[this.at.gap];
    const row = below ?? lines.at(-1);
    return row ? { id: row.cause.id, side: below ? 'above' : 'below', depth: this.at.depth } : null;
  });

  /** Follows the pointer that went down on the line's handle until it lets go. */
  follow(down: PointerEvent & { currentTarget: HTMLElement }, id: string, list: HTMLElement): void {
    if (down.button !== 0) return;
    down.preventDefault();
    const handle = down.currentTarget;
    const depth = this.#tree.rows.find((row) => row.cause.id === id)?.depth ?? 0;
    const ended = new AbortController();
    const on = (type: 'pointermove' | 'pointerup' | 'pointercancel', run: (event: PointerEvent) => void): void =>
      handle.addEventListener(type, run, { signal: ended.signal });
    let frame = 0;
    const end = (): void => {
      ended.abort();
      cancelAnimationFrame(frame);
      this.at = null;
    };
    const place = ({ clientX, clientY }: PointerEvent): void => {
      const gap = this.#gapAt(id, clientY, list);
      const wanted = depth + Math.round((clientX - down.clientX) / STEP_PX);
      this.at = { id, gap, depth: levelAt(standing(this.#tree.rows, id), gap, wanted) };
    };
    // A tree may be longer than the window: held at an edge, the pointer draws what lies beyond it in.
    let last: PointerEvent = down;
    const draw = (): void => {
      if (!handle.isConnected) return end();
      const by = last === down ? 0 : edgePull(last.clientY, window.innerHeight);
      if (by !== 0) {
        window.scrollBy(0, by);
        place(last);
      }
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    handle.setPointerCapture(down.pointerId);
    on('pointermove', (event) => place((last = event)));
    on('pointerup', () => {
      const at = this.at;
      end();
      if (at) this.#tree.drop(id, at.gap, at.depth);
    });
    on('pointercancel', end);
    window.addEventListener('keydown', (event) => event.key === 'Escape' && end(), { signal: ended.signal });
  }

  /** How many of the standing lines lie above the pointer. */
  #gapAt(id: string, y: number, list: HTMLElement): number {
    return standing(this.#tree.rows, id).filter(({ cause }) => {
      const box = list.querySelector(`[data-cause="${CSS.escape(cause.id)}"]`)?.getBoundingClientRect();
      return box !== undefined && y > box.top + box.height / 2;
    }).length;
  }
}
