/** One page model feeds the browser's slides and every file format. Texts are words already, in the report's language. */
export interface Report {
  readonly locale: 'en' | 'zh-Hans' | 'zh-Hant';
  readonly title: string;
  readonly subtitle: string;
  /** "Sample" on a sample book, else ''. Shown on every page. */
  readonly stamp: string;
  readonly pages: readonly Page[];
}

export type PageKind = 'cover' | 'conclusion' | 'scorecard' | 'trend' | 'explanation' | 'goals' | 'appendix';

export interface Page {
  readonly id: string;
  readonly kind: PageKind;
  /** Says the finding, not the topic. */
  readonly title: string;
  readonly lead: string;
  /** `split` sets the last two blocks side by side; `flow` stacks them. */
  readonly layout: 'cover' | 'flow' | 'split';
  readonly blocks: readonly Block[];
  /** Where the figures come from, in the footer. */
  readonly source: string;
  /** Speaker notes: definitions and sources. */
  readonly notes: string;
  /** What is missing and where it is entered, when the page has nothing to say yet; else ''. Such a page is left out of files. */
  readonly missing: string;
}

export type Block =
  | { readonly kind: 'heroes'; readonly heroes: readonly Hero[] }
  | { readonly kind: 'text'; readonly paragraphs: readonly (readonly Span[])[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'figure'; readonly figure: FigureSpec };

/** One of the few figures a page stands on, set large. */
export interface Hero {
  readonly label: string;
  readonly text: string;
  /** The exact number behind `text` (money in major units); `null` when unknown. */
  readonly value: number | null;
  readonly note: string;
  readonly tone: TableCell['tone'];
}

export interface Span {
  readonly text: string;
  readonly bold: boolean;
  /** A figure's text, drawn with tabular numerals. */
  readonly figure: boolean;
}

export interface Table {
  readonly id: string;
  readonly caption: string;
  /** Widths are shares of the table's width. */
  readonly columns: readonly { readonly title: string; readonly align: 'start' | 'end'; readonly width: number }[];
  readonly rows: readonly { readonly cells: readonly TableCell[]; readonly emphasis: boolean }[];
}

export interface TableCell {
  /** As shown. */
  readonly text: string;
  /** The exact number behind it (money in major units), `null` for words. */
  readonly value: number | null;
  readonly tone: 'plain' | 'good' | 'bad' | 'faint';
}

/** A chart, neutral of where it is drawn: Layer Cake on screen, DrawingML in Office. */
export interface FigureSpec {
  readonly id: string;
  readonly kind: 'bar' | 'line' | 'combo' | 'waterfall' | 'bullet' | 'doughnut' | 'heatmap';
  readonly title: string;
  readonly alt: string;
  readonly categories: readonly string[];
  readonly series: readonly FigureSeries[];
  /** How values read on the axis and labels. Money values are in major units here. */
  readonly format: NumberFormat;
  /** Waterfall: indexes of categories that are totals standing on the ground. */
  readonly totals?: readonly number[];
  /** A range around one series, by its index: drawn pale behind it, and told with its names. */
  readonly range?: {
    readonly of: number;
    readonly low: readonly (number | null)[];
    readonly high: readonly (number | null)[];
    readonly lowName: string;
    readonly highName: string;
  };
  /** Stretches of categories with a name, shaded behind the series; both ends within. */
  readonly spans?: readonly {
    readonly from: number;
    readonly to: number;
    readonly name: string;
    readonly strong: boolean;
  }[];
  /** Waterfall: how a step upwards is meant; of costs it is bad. Good when absent. */
  readonly rising?: 'good' | 'bad';
}

export interface FigureSeries {
  readonly name: string;
  readonly mark: 'bar' | 'line' | 'area' | 'tick';
  readonly axis: 'left' | 'right';
  readonly token: ColourToken;
  readonly dash: boolean;
  readonly labels: boolean;
  readonly values: readonly (number | null)[];
  /** Indexes of values whose period is not complete in the data: drawn hatched and labelled "to date". */
  readonly incomplete?: readonly number[];
}

export type ColourToken =
  | 'accent'
  | 'accent-soft'
  | 'ink'
  | 'ink-faint'
  | 'good'
  | 'bad'
  | 'warn'
  | 'info'
  | `chart-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;

export interface NumberFormat {
  readonly unit: 'money' | 'count' | 'percent' | 'times' | 'days';
  readonly digits: number;
  /** ISO 4217 code when unit is money. */
  readonly currency?: string;
}
