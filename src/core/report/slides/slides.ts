import type { Block, Page, Report } from '../page.ts';
import { fitTable, sharedHeight, tableHeight } from './fit-table.ts';
import { fitParagraphs, textHeight } from './fit-text.ts';
import { headOf, titleOfCover } from './slide-head.ts';
import type { Box, Rect, Slide } from './slide.ts';
import { clip, flat } from './text-measure.ts';

const MARGIN = 48;
const SOURCE = { width: 700, size: 9 } as const;
const BOTTOM = 494;
/** Room for a part's number in the title. */
const LONGEST_COUNT = ' (00/00)';
const GAP = 18;
const GUTTER = 30;
const HEROES = 84;
/** A chart lower than this says nothing; higher than this says no more. */
const FIGURE = { lowest: 150, highest: 340 } as const;
/** Share of the width that the left of two columns takes. */
const LEFT: Partial<Record<Page['kind'], number>> = { conclusion: 0.5, explanation: 0.58 };

/** The report's slides in order. Nothing leaves its slide; what does not fit continues on the next one. */
export function slidesOf(report: Report): readonly Slide[] {
  const slides: Slide[] = [];
  for (const page of report.pages) {
    const parts = boxesOf(page);
    for (const [part, boxes] of parts.entries()) {
      const head = page.layout === 'cover' ? titleOfCover(page) : headOf(page, countOf(part, parts.length));
      const id = part === 0 ? page.id : `${page.id}-${part + 1}`;
      slides.push({ id, page, number: slides.length + 1, part, ...head, boxes, source: sourceOf(page) });
    }
  }
  return slides;
}

const countOf = (part: number, count: number): string => (count > 1 ? ` (${part + 1}/${count})` : '');
const sourceOf = (page: Page): string => clip(flat(page.source), SOURCE.width, SOURCE.size, 1);

/** Boxes of a page, slide by slide: at least one slide. */
function boxesOf(page: Page): readonly (readonly Box[])[] {
  if (page.layout === 'cover' || page.blocks.length === 0) return [[]];
  const top = headOf(page, LONGEST_COUNT).bottom;
  const area: Rect = { x: MARGIN, y: top, width: 960 - 2 * MARGIN, height: BOTTOM - top };
  return page.layout === 'split' && page.blocks.length >= 2 ? split(page, area) : flow(page.blocks, area);
}

/** The last two blocks side by side, what stands before them above. */
function split(page: Page, area: Rect): readonly (readonly Box[])[] {
  const above = page.blocks
    .slice(0, -2)
    .map((block, at) => place(block, { ...area, y: area.y + at * (HEROES + GAP), height: HEROES }));
  const used = above.length * (HEROES + GAP);
  const y = area.y + used;
  const height = area.height - used;
  const left = (area.width - GUTTER) * (LEFT[page.kind] ?? 0.5);
  const pair = page.blocks.slice(-2);
  const placed = [
    pair[0] && place(pair[0], { x: area.x, y, width: left, height }),
    pair[1] && place(pair[1], { x: area.x + left + GUTTER, y, width: area.width - left - GUTTER, height }),
  ].filter((one) => one !== undefined);
  const rest = placed.flatMap((one) => one.rest);
  const first = [...above, ...placed].flatMap((one) => one.boxes);
  return rest.length === 0 ? [first] : [first, ...flow(rest, area)];
}

/** Blocks one under another; charts take the room that tables and texts leave. */
function flow(blocks: readonly Block[], area: Rect): readonly (readonly Box[])[] {
  const slides: Box[][] = [[]];
  const queue = [...blocks];
  let y = area.y;
  for (let block = queue.shift(); block !== undefined; block = queue.shift()) {
    const room = area.y + area.height - y;
    const height = HEIGHTS[block.kind](room, block, queue, area.width);
    const { boxes, rest } = height === null ? { boxes: [], rest: [block] } : place(block, { ...area, y, height });
    slides[slides.length - 1]?.push(...boxes);
    y = Math.max(y, ...boxes.map((box) => box.y + box.height + GAP));
    if (rest.length === 0) continue;
    queue.unshift(...rest);
    slides.push([]);
    y = area.y;
  }
  return slides.filter((boxes) => boxes.length > 0);
}

/** What a block may take of the room on this slide; `null` sends it to a new one. */
const HEIGHTS: Record<
  Block['kind'],
  (room: number, block: Block, later: readonly Block[], width: number) => number | null
> = { heroes: () => HEROES, text: (room) => room, table: tableRoom, figure: figureRoom };

/** A table takes no more than it needs where a chart follows on the same slide. */
function tableRoom(room: number, block: Block, later: readonly Block[], width: number): number {
  const least = leastHeight(block, width);
  const shared = room - needed(later, width);
  if (least > shared) return room;
  return later.some((one) => one.kind === 'figure') ? least : shared;
}

function figureRoom(room: number, _: Block, later: readonly Block[], width: number): number | null {
  const left = Math.min(FIGURE.highest, room - needed(later, width));
  if (left >= FIGURE.lowest) return left;
  return room >= FIGURE.lowest ? Math.min(FIGURE.highest, room) : null;
}

const needed = (later: readonly Block[], width: number): number =>
  later.reduce((sum, block) => sum + GAP + leastHeight(block, width), 0);

function leastHeight(block: Block, width: number): number {
  if (block.kind === 'heroes') return HEROES;
  if (block.kind === 'figure') return FIGURE.lowest;
  if (block.kind === 'text') return textHeight(block.paragraphs, width, 12);
  return sharedHeight(block.table, width);
}

/** A block in its place, and what of it must go on elsewhere. */
function place(block: Block, at: Rect): { readonly boxes: readonly Box[]; readonly rest: readonly Block[] } {
  switch (block.kind) {
    case 'heroes':
      return { boxes: [{ ...at, kind: 'heroes', heroes: block.heroes }], rest: [] };
    case 'figure':
      return { boxes: [{ ...at, kind: 'figure', figure: block.figure }], rest: [] };
    case 'text': {
      const { paragraphs, size, rest } = fitParagraphs(block.paragraphs, at.width, at.height);
      const height = Math.min(at.height, textHeight(paragraphs, at.width, size));
      return {
        boxes: paragraphs.length === 0 ? [] : [{ ...at, height, kind: 'text', paragraphs, size }],
        rest: rest.length === 0 ? [] : [{ kind: 'text', paragraphs: rest }],
      };
    }
    case 'table': {
      const { fitted, rest } = fitTable(block.table, at.width, at.height);
      return {
        boxes: fitted === null ? [] : [{ ...at, height: tableHeight(fitted), kind: 'table', table: fitted }],
        rest: rest === null ? [] : [{ kind: 'table', table: rest }],
      };
    }
  }
}
