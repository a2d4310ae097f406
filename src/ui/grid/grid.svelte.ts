import { SvelteMap } from 'svelte/reactivity';
import { readBlock, type Block } from './block.ts';
import type { GridCell, GridEdit, GridModel, GridOutcome } from './grid-model.ts';
import { clamp, inside, nextPlace, placeByKey, placesOf, rangeOf, same, type Place, type Size } from './selection.ts';

/** A text that was refused: the cell keeps its old value and says why. */
export interface GridProblem {
  readonly text: string;
  readonly reason: string;
}

const NOTHING: GridOutcome = { written: 0, refused: 0, fixed: 0, outside: 0 };

/** A place with the row that stands there: when another tab moves the row, the place goes along. */
interface Held extends Place {
  readonly id?: string | undefined;
}

/**
 * A sheet as in Excel and WPS. The active cell is an input whose text is selected, so typing over it, and composing Chinese
 * over it, needs no help; this class decides what the keys and the clipboard mean.
 *
 * `move`: keys move. `type`: typing began over the cell, arrows commit. `edit`: F2 or a second tap, arrows move the caret.
 */
export class Grid {
  readonly #model: () => GridModel;
  #anchor = $state.raw<Held>({ row: 0, column: 0 });
  #head = $state.raw<Held>({ row: 0, column: 0 });
  mode = $state<'move' | 'type' | 'edit'>('move');
  draft = $state('');
  outcome = $state.raw<GridOutcome | null>(null);
  readonly problems = new SvelteMap<string, GridProblem>();
  /** The next active input takes the focus: a person moved there, the page did not just appear. */
  takesFocus = false;
  /** What the cell said when it was opened: left so, it writes nothing over what another tab wrote meanwhile. */
  #opened: string | null = null;
  #composing = false;
  /** Esc in a resting grid lets the next Tab leave it. */
  #leaving = false;
  #dragging = false;

  readonly size = $derived.by<Size>(() => ({ rows: this.model.rows.length, columns: this.model.columns.length }));
  readonly active = $derived(this.#placeOf(this.#anchor));
  readonly head = $derived(this.#placeOf(this.#head));
  readonly range = $derived(rangeOf(this.active, this.head));
  readonly many = $derived(!same(this.active, this.head));

  constructor(model: () => GridModel) {
    this.#model = model;
  }

  get model(): GridModel {
    return this.#model();
  }

  get editing(): boolean {
    return this.mode !== 'move';
  }

  get activeCell(): GridCell {
    return this.model.cell(this.active.row, this.active.column);
  }

  isActive(row: number, column: number): boolean {
    return same(this.active, { row, column });
  }

  isSelected(row: number, column: number): boolean {
    return this.many && inside(this.range, row, column);
  }

  problem(row: number, column: number): GridProblem | undefined {
    return this.problems.get(this.#keyOf({ row, column }));
  }

  /** Makes a place active, or stretches the selection to it. What was being typed is committed first. */
  go(place: Place, stretch = false): void {
    if (!this.commit()) return;
    this.#head = this.#hold(place);
    if (!stretch) this.#anchor = this.#head;
    this.#leaving = false;
    this.takesFocus = true;
  }

  selectAll(): void {
    this.#anchor = this.#hold({ row: 0, column: 0 });
    this.#head = this.#hold({ row: this.size.rows - 1, column: this.size.columns - 1 });
    this.takesFocus = true;
  }

  /** Opens the active cell for editing with its exact value. */
  edit(): void {
    if (this.editing || !this.activeCell.editable) return;
    const refused = this.problem(this.active.row, this.active.column);
    this.#open('edit', this.#exact(this.active.row, this.active.column));
    this.draft = refused?.text ?? this.#opened ?? '';
  }

  /** The input's text changed: typing over a resting cell begins an edit. */
  typed(text: string): void {
    if (!this.activeCell.editable) return;
    this.draft = text;
    if (this.mode === 'move') this.#open('type', null);
  }

  /** While an input method composes, no key commits. The edit itself begins with the first text it gives. */
  composing(on: boolean): void {
    this.#composing = on;
  }

  cancel(): void {
    this.mode = 'move';
    this.problems.delete(this.#keyOf(this.active));
    this.takesFocus = true;
  }

  /** Writes what was typed. `false` when it was refused: the cell stays open with the reason. */
  commit(): boolean {
    if (!this.editing) return true;
    const { row, column } = this.active;
    const unchanged = this.#isGone() || this.draft === (this.#opened ?? this.#exact(row, column));
    const refused = unchanged ? 0 : this.#write([{ row, column, text: this.draft }]).refused;
    if (unchanged) this.problems.delete(this.#keyOf(this.active));
    if (refused === 0) this.mode = 'move';
    return refused === 0;
  }

  /** The focus went elsewhere: a refused text leaves its mark, the old value stands. */
  blur(): void {
    if (!this.commit()) this.mode = 'move';
    this.#composing = false;
    this.#leaving = false;
  }

  clear(): void {
    this.#write(this.#rangeEdits(() => ''));
  }

  /** The first row (or column) of the selection fills the rest; a single cell takes what is above (or left of) it. */
  fill(direction: 'down' | 'right'): void {
    const { top, left } = this.range;
    const step = this.many ? 0 : 1;
    const from = direction === 'down' ? top - step : left - step;
    if (from < 0) return;
    this.#report(
      this.#write(
        this.#rangeEdits(({ row, column }) =>
          direction === 'down' ? this.#exact(from, column) : this.#exact(row, from),
        ).filter((edit) => (direction === 'down' ? edit.row !== from : edit.column !== from)),
      ),
    );
  }

  /** The selection's exact values. */
  block(): Block {
    const { top, left, bottom, right } = this.range;
    return Array.from({ length: bottom - top + 1 }, (_, down) =>
      Array.from({ length: right - left + 1 }, (__, across) => this.#exact(top + down, left + across)),
    );
  }

  /** Lays a block from the clipboard over the grid; a selection that is a multiple of it is tiled, as in a spreadsheet. */
  paste(html: string, text: string): void {
    const block = readBlock(html, text);
    const height = block.length;
    const width = Math.max(0, ...block.map((row) => row.length));
    if (height === 0 || width === 0) return;
    const { top, left, bottom, right } = this.range;
    const tiles = (bottom - top + 1) % height === 0 && (right - left + 1) % width === 0;
    const rows = tiles ? bottom - top + 1 : height;
    const columns = tiles ? right - left + 1 : width;
    const edits = placesOf({ top, left, bottom: top + rows - 1, right: left + columns - 1 }).flatMap(
      ({ row, column }) => {
        const text = block[(row - top) % height]?.[(column - left) % width];
        return text === undefined ? [] : [{ row, column, text }];
      },
    );
    this.#report(this.#write(edits));
    this.#anchor = this.#hold({ row: top, column: left });
    this.#head = this.#hold({ row: top + rows - 1, column: left + columns - 1 });
  }

  grab(place: Place, stretch: boolean): void {
    this.#dragging = true;
    this.go(place, stretch);
  }

  drag(place: Place): void {
    if (this.#dragging) this.go(place, true);
  }

  release(): void {
    this.#dragging = false;
  }

  /** What a key means here; `true` when it was used and the browser must not act on it. */
  press(event: KeyboardEvent): boolean {
    if (this.#composing || event.isComposing || event.keyCode === 229) return false;
    const command = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape') return this.#escape();
    if (event.key === 'Enter' && !event.altKey) return this.#enter(event, command);
    if (event.key === 'Tab' && !command && !event.altKey) return this.#tab(event.shiftKey ? -1 : 1);
    if (this.mode === 'edit') return false;
    if (command && this.mode === 'move' && this.#shortcut(event.key.toLowerCase(), event.shiftKey)) return true;
    const place = placeByKey(event.key, command, event.shiftKey ? this.head : this.active, this.size);
    if (place !== null && !event.altKey) {
      if (this.mode === 'type' && (event.key === 'Home' || event.key === 'End')) return false;
      this.go(place, event.shiftKey);
      return true;
    }
    if (this.mode === 'type') return false;
    if (event.key === 'F2' && this.activeCell.editable && !event.shiftKey) this.edit();
    else if (event.key === 'Delete' || event.key === 'Backspace') this.clear();
    else return false;
    return true;
  }

  #escape(): boolean {
    if (this.editing || this.problems.has(this.#keyOf(this.active))) this.cancel();
    else if (this.many) this.go(this.active);
    else {
      this.#leaving = true;
      return false;
    }
    return true;
  }

  #enter(event: KeyboardEvent, command: boolean): boolean {
    if (command && this.editing && !this.#isGone()) {
      const text = this.draft;
      this.mode = 'move';
      this.#report(this.#write(this.#rangeEdits(() => text)));
      return true;
    }
    if (!this.editing && !this.activeCell.editable && this.model.open) return false;
    if (!this.editing && this.activeCell.editable && this.many) this.#head = this.active;
    this.go({ row: this.active.row + (event.shiftKey ? -1 : 1), column: this.active.column });
    return true;
  }

  /** On to the next cell that can be typed, as in a protected sheet; past the last one Tab leaves the grid. */
  #tab(step: 1 | -1): boolean {
    if (this.#leaving) return false;
    if (!this.commit()) return true;
    const next = nextPlace(this.active, step, this.size, ({ row, column }) => this.model.cell(row, column).editable);
    if (next === null) return false;
    this.go(next);
    return true;
  }

  #shortcut(key: string, shift: boolean): boolean {
    if (key === 'z' && !shift) this.model.undo();
    else if (key === 'y' || key === 'z') this.model.redo();
    else if (key === 'd') this.fill('down');
    else if (key === 'r' && !shift) this.fill('right');
    else if (key === 'a') this.selectAll();
    else return false;
    this.problems.clear();
    if (key === 'z' || key === 'y') this.outcome = null;
    return true;
  }

  #open(mode: 'edit' | 'type', text: string | null): void {
    this.mode = mode;
    this.#opened = text;
    this.#anchor = this.#hold(this.active);
  }

  #hold(place: Place): Held {
    const at = clamp(place, this.size);
    return { ...at, id: this.model.rows[at.row]?.id };
  }

  #placeOf({ row, column, id }: Held): Place {
    const { rows } = this.model;
    const at = id === undefined || rows[row]?.id === id ? row : rows.findIndex((one) => one.id === id);
    return clamp({ row: at === -1 ? row : at, column }, this.size);
  }

  /** The row that is typed in was removed meanwhile, and another one stands there. */
  #isGone(): boolean {
    return this.model.rows[this.active.row]?.id !== this.#anchor.id;
  }

  #keyOf({ row, column }: Place): string {
    return `${this.model.rows[row]?.id ?? row}|${column}`;
  }

  #exact(row: number, column: number): string {
    const cell = this.model.cell(row, column);
    return cell.exact ?? cell.text;
  }

  #rangeEdits(text: (place: Place) => string): GridEdit[] {
    return placesOf(this.range).map((place) => ({ ...place, text: text(place) }));
  }

  #write(edits: readonly GridEdit[]): GridOutcome {
    const { rows, columns } = this.size;
    const reached = edits.filter(({ row, column }) => row < rows && column < columns);
    const open = reached.filter(({ row, column }) => this.model.cell(row, column).editable);
    const good: GridEdit[] = [];
    for (const edit of open) {
      const reason = this.model.refuse(edit.row, edit.column, edit.text);
      if (reason === null) {
        good.push(edit);
        this.problems.delete(this.#keyOf(edit));
      } else this.problems.set(this.#keyOf(edit), { text: edit.text, reason });
    }
    if (good.length > 0) this.model.write(good);
    this.outcome = null;
    return {
      written: good.length,
      refused: open.length - good.length,
      fixed: reached.length - open.length,
      outside: edits.length - reached.length,
    };
  }

  /** Only what did not go as asked is worth telling. */
  #report(outcome: GridOutcome): void {
    this.outcome = outcome.refused + outcome.fixed + outcome.outside > 0 ? { ...NOTHING, ...outcome } : null;
  }
}
