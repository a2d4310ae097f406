import { beforeEach, describe, expect, test } from 'vitest';
import type { GridEdit, GridModel } from './grid-model.ts';
import { Grid } from './grid.svelte.ts';

/** Three rows; the last of three columns is computed. Texts are numbers or ''. */
class Sheet implements GridModel {
  rows = ['a', 'b', 'c'].map((id) => ({ id, title: id }));
  columns = ['x', 'y', 'sum'].map((id) => ({ id, title: id, width: '5rem', align: 'end' as const }));
  values = new Map<string, string>();
  written: (readonly GridEdit[])[] = [];
  undone = 0;
  redone = 0;

  cell = (row: number, column: number) => ({
    text: this.values.get(`${row}${column}`) ?? '',
    editable: column < 2,
  });
  refuse = (_row: number, _column: number, text: string) => (/^-?\d*$/.test(text) ? null : `not a number: ${text}`);
  write = (edits: readonly GridEdit[]) => {
    this.written.push(edits);
    for (const { row, column, text } of edits) this.values.set(`${row}${column}`, text);
  };
  undo = () => void this.undone++;
  redo = () => void this.redone++;
}

let sheet: Sheet;
let grid: Grid;

const press = (key: string, more: KeyboardEventInit = {}): boolean =>
  grid.press(new KeyboardEvent('keydown', { key, ...more }));
const column = (index: number): string[] => [0, 1, 2].map((row) => sheet.cell(row, index).text);

beforeEach(() => {
  sheet = new Sheet();
  grid = new Grid(() => sheet);
});

describe('a row that another tab moves, adds or removes', () => {
  /** Rows from elsewhere while a cell of the second row is typed in. */
  function typeIn(text: string) {
    let rows = $state.raw(sheet.rows);
    const own = sheet;
    grid = new Grid(() => ({
      ...own,
      get rows() {
        return rows;
      },
    }));
    grid.go({ row: 1, column: 1 });
    grid.typed(text);
    return (ids: string) => (rows = [...ids].map((id) => ({ id, title: id })));
  }

  test('takes what is being typed along', () => {
    const elsewhere = typeIn('7');
    elsewhere('nabc');
    expect(grid.active).toEqual({ row: 2, column: 1 });
    grid.blur();
    expect(sheet.written).toEqual([[{ row: 2, column: 1, text: '7' }]]);
  });

  test('takes its refused text along', () => {
    const elsewhere = typeIn('seven');
    grid.blur();
    elsewhere('bac');
    expect([grid.problem(0, 1)?.text, grid.problem(1, 1)]).toEqual(['seven', undefined]);
  });

  test('keeps what another tab writes into a cell that is open and untouched', () => {
    sheet.values.set('11', '5');
    grid.go({ row: 1, column: 1 });
    grid.edit();
    sheet.values.set('11', '6');
    grid.blur();
    expect(sheet.written).toEqual([]);
  });

  test('and is gone leaves its text to no other row', () => {
    const elsewhere = typeIn('7');
    elsewhere('ac');
    expect([grid.commit(), grid.editing]).toEqual([true, false]);
    expect(sheet.written).toEqual([]);
    expect(grid.active).toEqual({ row: 1, column: 1 });
  });
});

describe('moving', () => {
  test('arrows stop at the edges, Ctrl goes to them', () => {
    press('ArrowUp');
    expect(grid.active).toEqual({ row: 0, column: 0 });
    press('ArrowDown', { ctrlKey: true });
    press('End');
    expect(grid.active).toEqual({ row: 2, column: 2 });
    press('Home', { ctrlKey: true });
    expect(grid.active).toEqual({ row: 0, column: 0 });
  });

  test('Tab goes through the cells that can be typed and then leaves', () => {
    press('Tab');
    press('Tab');
    expect(grid.active).toEqual({ row: 1, column: 0 });
    grid.go({ row: 2, column: 1 });
    expect(press('Tab')).toBe(false);
    grid.go({ row: 0, column: 0 });
    expect(press('Tab', { shiftKey: true })).toBe(false);
  });

  test('Esc at rest lets Tab leave from anywhere', () => {
    press('Escape');
    expect(press('Tab')).toBe(false);
    press('ArrowDown');
    expect(press('Tab')).toBe(true);
  });

  test('a grid that shrinks keeps a cell active', () => {
    grid.go({ row: 2, column: 2 });
    sheet.rows = sheet.rows.slice(0, 1);
    grid = new Grid(() => sheet);
    grid.go({ row: 2, column: 2 });
    expect(grid.active).toEqual({ row: 0, column: 2 });
  });
});

describe('editing', () => {
  test('typing replaces, Enter commits and goes down', () => {
    sheet.values.set('00', '7');
    grid.typed('12');
    expect(grid.mode).toBe('type');
    press('Enter');
    expect(column(0)).toEqual(['12', '', '']);
    expect(grid.active.row).toBe(1);
  });

  test('arrows commit what was typed over, but move the caret after F2', () => {
    grid.typed('1');
    expect(press('ArrowDown')).toBe(true);
    expect(column(0)).toEqual(['1', '', '']);
    press('F2');
    expect(press('ArrowLeft')).toBe(false);
    expect(grid.mode).toBe('edit');
  });

  test('Esc keeps the old value', () => {
    sheet.values.set('00', '7');
    press('F2');
    expect(grid.draft).toBe('7');
    grid.typed('8');
    press('Escape');
    expect(column(0)).toEqual(['7', '', '']);
    expect(sheet.written).toEqual([]);
  });

  test('a bad entry stays open with its reason and the old value stands', () => {
    sheet.values.set('00', '7');
    grid.typed('abc');
    press('Enter');
    expect(grid.active).toEqual({ row: 0, column: 0 });
    expect(grid.editing).toBe(true);
    expect(grid.problem(0, 0)?.reason).toBe('not a number: abc');
    grid.blur();
    expect(grid.editing).toBe(false);
    expect(column(0)).toEqual(['7', '', '']);
    press('Escape');
    expect(grid.problem(0, 0)).toBeUndefined();
  });

  test('an unchanged cell is not written', () => {
    press('F2');
    press('Enter');
    expect(sheet.written).toEqual([]);
  });

  test('a computed cell cannot be typed', () => {
    grid.go({ row: 0, column: 2 });
    grid.typed('1');
    press('F2');
    expect(grid.editing).toBe(false);
  });

  test('composition never commits early', () => {
    grid.composing(true);
    grid.typed('shi');
    expect(press('Enter')).toBe(false);
    expect(press('ArrowDown')).toBe(false);
    grid.composing(false);
    grid.typed('10');
    expect(sheet.written).toEqual([]);
    press('Enter');
    expect(column(0)).toEqual(['10', '', '']);
  });

  test('the Enter that ends a composition is not ours', () => {
    grid.typed('10');
    expect(press('Enter', { isComposing: true })).toBe(false);
    expect(sheet.written).toEqual([]);
  });
});

describe('blocks', () => {
  test('a pasted block is one step and says what did not fit', () => {
    grid.go({ row: 1, column: 0 });
    grid.paste('', '1\t2\t3\r\nx\t5\t6\r\n7\t8\t9\r\n');
    expect(sheet.written).toHaveLength(1);
    expect(column(0)).toEqual(['', '1', '']);
    expect(column(1)).toEqual(['', '2', '5']);
    expect(grid.outcome).toEqual({ written: 3, refused: 1, fixed: 2, outside: 3 });
    expect(grid.problem(2, 0)?.text).toBe('x');
  });

  test('one value fills the selection', () => {
    press('ArrowDown', { shiftKey: true });
    press('ArrowRight', { shiftKey: true });
    grid.paste('', '4');
    expect([column(0), column(1)]).toEqual([
      ['4', '4', ''],
      ['4', '4', ''],
    ]);
    expect(grid.outcome).toBeNull();
  });

  test('copy takes the selection', () => {
    grid.paste('', '1\t2\n3\t4');
    expect(grid.block()).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('Delete clears the selection in one step', () => {
    grid.paste('', '1\n2\n3');
    press('Delete');
    expect(column(0)).toEqual(['', '', '']);
    expect(sheet.written).toHaveLength(2);
  });

  test('Ctrl-D fills from the first row, or from above a single cell', () => {
    grid.paste('', '1');
    press('ArrowDown', { shiftKey: true });
    press('ArrowDown', { shiftKey: true });
    press('d', { ctrlKey: true });
    expect(column(0)).toEqual(['1', '1', '1']);
    grid.go({ row: 0, column: 1 });
    grid.paste('', '9');
    press('ArrowDown');
    press('d', { ctrlKey: true });
    expect(column(1)).toEqual(['9', '9', '']);
  });

  test('Ctrl-R fills to the right and leaves computed cells', () => {
    grid.paste('', '6');
    press('End', { shiftKey: true });
    press('r', { ctrlKey: true });
    expect(sheet.cell(0, 1).text).toBe('6');
    expect(grid.outcome?.fixed).toBe(1);
  });

  test('Ctrl-Enter writes the whole selection', () => {
    press('ArrowDown', { shiftKey: true });
    grid.typed('3');
    press('Enter', { ctrlKey: true });
    expect(column(0)).toEqual(['3', '3', '']);
  });
});

test('undo and redo belong to the book', () => {
  press('z', { ctrlKey: true });
  press('y', { ctrlKey: true });
  press('z', { metaKey: true, shiftKey: true });
  expect([sheet.undone, sheet.redone]).toEqual([1, 2]);
  grid.typed('1');
  expect(press('z', { ctrlKey: true })).toBe(false);
});
