/**
 * What a grid shows and edits. The grid itself knows only texts and places; whoever owns the figures reads what is typed
 * and writes it as one step of undo.
 */
export interface GridModel {
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  cell(row: number, column: number): GridCell;
  /** Why a text cannot stand in this cell, in words; `null` when it can. '' clears. */
  refuse(row: number, column: number, text: string): string | null;
  /** One step of undo. Texts were not refused; cells are editable. */
  write(edits: readonly GridEdit[]): void;
  undo(): void;
  redo(): void;
  /** Shows what stands behind a cell. `byKey` when it was asked for from the keyboard. */
  open?(row: number, column: number, anchor: HTMLElement, byKey: boolean): void;
}

export interface GridRow {
  readonly id: string;
  /** Names the row to those who hear the grid. */
  readonly title: string;
  /** A heading drawn above the first row of each group. */
  readonly group?: string;
}

export interface GridColumn {
  readonly id: string;
  readonly title: string;
  /** A second line of the heading, e.g. the unit. */
  readonly note?: string;
  /** A CSS length such as '7rem': rows are laid out one by one, so a track must not depend on its content. */
  readonly width: string;
  readonly align: 'start' | 'end' | 'center';
  /** A hairline before the column, where another kind of comparison begins. */
  readonly divides?: boolean;
}

export interface GridCell {
  /** As shown. */
  readonly text: string;
  /** As edited and copied: the exact value without grouping; `text` when absent. */
  readonly exact?: string;
  readonly editable: boolean;
  readonly tone?: 'plain' | 'good' | 'bad' | 'faint' | 'strong';
  /** The value came from data, not from a person. */
  readonly computed?: boolean;
  /** The period is not complete. */
  readonly toDate?: boolean;
  /** Shown on hover. */
  readonly hint?: string;
}

export interface GridEdit {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What became of a pasted or filled block. */
export interface GridOutcome {
  readonly written: number;
  /** Not understood: the old value stands and the cell says why. */
  readonly refused: number;
  /** Cells that are computed and cannot be typed. */
  readonly fixed: number;
  /** Beyond the last row or column. */
  readonly outside: number;
}
