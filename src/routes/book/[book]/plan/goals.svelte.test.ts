import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Book } from '#core/book/book.ts';
import { withCells } from '#core/plan/goal-edits.ts';
import { bookOf, metricOf, monthCells } from '../../../../../tests/books/book-of.ts';
import GoalField from './GoalField.svelte';
import { goalsGrid } from './goals-grid.ts';
import { GoalsScreen } from './goals-screen.svelte.ts';

const seasonal = [10, 10, 20, 10, 10, 30, 10, 10, 10, 10, 60, 10].map((value) => value * 100);

class Desk {
  book = $state.raw<Book>(
    bookOf({
      metrics: [metricOf('sales'), metricOf('buyers', { unit: 'count' })],
      cells: monthCells('sales', 'actual', 2025, seasonal),
    }),
  );
  steps = 0;
  readonly session = {
    get book() {
      return desk.book;
    },
    edit: {
      setCells: (cells: Parameters<typeof withCells>[1]) => {
        this.steps += 1;
        this.book = withCells(this.book, cells);
      },
      setLock: (metric: string, period: string, locked: boolean) => {
        const locks = new Set(this.book.locks);
        if (locked) locks.add(`${metric}|${period}`);
        else locks.delete(`${metric}|${period}`);
        this.book = { ...this.book, locks };
      },
    },
    readOnly: false,
    undo: () => {},
    redo: () => {},
  };
}
let desk: Desk;

function screenOf(): GoalsScreen {
  desk = new Desk();
  return new GoalsScreen(desk.session, () => null);
}

describe('the goals sheet', () => {
  const column = (model: ReturnType<typeof goalsGrid>, id: string): number =>
    model.columns.findIndex((one) => one.id === id);

  test('a typed target stands at once with its quarters and the growth it asks for', () => {
    const screen = screenOf();
    const model = goalsGrid(screen, () => {});
    model.write([{ row: 0, column: column(model, 'target'), text: '400' }]);
    expect(model.cell(0, column(model, 'target')).exact).toBe('400');
    expect(model.cell(0, column(model, 'growth')).text).toBe('+100.0%');
    expect([0, 1, 2, 3].map((quarter) => model.cell(0, column(model, `quarter-${quarter}`)).exact)).toEqual([
      '80',
      '100',
      '60',
      '160',
    ]);
    expect(model.cell(0, column(model, 'sums')).tone).toBe('good');
  });
  test('a pasted row is one step of undo', () => {
    const screen = screenOf();
    const model = goalsGrid(screen, () => {});
    const from = column(model, 'quarter-0');
    model.write([
      { row: 0, column: column(model, 'target'), text: '40' },
      ...['10', '10', '10', '10'].map((text, index) => ({ row: 0, column: from + index, text })),
    ]);
    expect(desk.steps).toBe(1);
    expect(screen.rows[0]?.adds).toBe(true);
    expect(screen.rows[0]?.quarters).toEqual([1000, 1000, 1000, 1000]);
  });
  test('what is no number is refused with the reason, and history cannot be typed', () => {
    const model = goalsGrid(screenOf(), () => {});
    expect(model.refuse(0, column(model, 'target'), 'much')).toContain('much');
    expect(model.refuse(0, column(model, 'target'), '1.2亿')).toBeNull();
    expect(model.cell(0, column(model, 'history-0')).editable).toBe(false);
  });
  test('a locked quarter keeps its sum when the year changes', () => {
    const screen = screenOf();
    screen.set([{ metric: 'sales', place: { at: 'year' }, value: 4000 }]);
    const row = screen.rows[0];
    if (!row) throw new Error('no row');
    screen.lock(row, { at: 'quarter', index: 0 }, true);
    screen.set([{ metric: 'sales', place: { at: 'year' }, value: 8000 }]);
    expect(screen.rows[0]?.quarters[0]).toBe(800);
    expect(screen.rows[0]?.adds).toBe(true);
  });
});

describe('a goal’s field', () => {
  let mounted: ReturnType<typeof mount> | undefined;
  afterEach(() => mounted && void unmount(mounted));

  function field(onset: (value: number | null) => void) {
    const props = { label: 'Sales, 2026', period: '2026', value: 1000, unit: 'money', currency: 'CNY', onset } as const;
    mounted = mount(GoalField, { target: document.body, props });
    const input = document.querySelector('input');
    if (!input) throw new Error('no input');
    return {
      input,
      type: (text: string) => {
        input.dispatchEvent(new FocusEvent('focus'));
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        flushSync();
      },
    };
  }

  test('Enter sets once; leaving the field afterwards sets nothing more', () => {
    const onset = vi.fn();
    const { input, type } = field(onset);
    type('12万');
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    flushSync();
    input.dispatchEvent(new FocusEvent('blur'));
    expect(onset.mock.calls).toEqual([[12_000_000]]);
  });
  test('what is no number is told and not set', () => {
    const onset = vi.fn();
    const { input, type } = field(onset);
    type('much');
    input.dispatchEvent(new FocusEvent('blur'));
    flushSync();
    expect(onset).not.toHaveBeenCalled();
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });
});
