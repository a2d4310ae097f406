import type { FigureSpec, Hero, Page, Span, Table } from '../page.ts';

/** A slide is 16:9, measured in points: 13.333 × 7.5 inches. */
export const SLIDE = { width: 960, height: 540 } as const;

/** One page of a report laid out; a long page becomes several slides. */
export interface Slide {
  /** Unique in the report. */
  readonly id: string;
  readonly page: Page;
  /** 1, 2, … in the report. */
  readonly number: number;
  /** Which slide of its page it is, from 0. */
  readonly part: number;
  readonly title: FittedText;
  readonly lead: FittedText | null;
  readonly boxes: readonly Box[];
  /** Where the figures come from, cut to the footer. */
  readonly source: string;
}

/** A place in points from the slide's top left. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Text that is known to fit its place at this size. */
export interface FittedText extends Rect {
  readonly text: string;
  readonly size: number;
}

export type Box = Rect & BoxContent;

export type BoxContent =
  | { readonly kind: 'heroes'; readonly heroes: readonly Hero[] }
  | { readonly kind: 'text'; readonly paragraphs: readonly (readonly Span[])[]; readonly size: number }
  | { readonly kind: 'table'; readonly table: FittedTable }
  | { readonly kind: 'figure'; readonly figure: FigureSpec };

/** A table whose texts fit their cells. */
export interface FittedTable extends Table {
  readonly size: number;
  /** Points, by column. */
  readonly widths: readonly number[];
  readonly headHeight: number;
  /** Points, by row. */
  readonly heights: readonly number[];
}
