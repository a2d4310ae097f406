import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { panel } from './checks/panel.svelte.ts';
import { frameKeys } from './keys.ts';
import { overlay } from './overlay.svelte.ts';

const goTo = vi.fn<(href: string) => void>();
const book = { id: 'b1', undo: vi.fn(), redo: vi.fn() };
let press: (key: string, more?: KeyboardEventInit) => KeyboardEvent;
let stop: () => void;

beforeEach(() => {
  document.body.innerHTML = '<main></main><input />';
  const keydown = frameKeys(book, goTo);
  window.addEventListener('keydown', keydown);
  stop = () => window.removeEventListener('keydown', keydown);
  press = (key, more = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    (document.activeElement ?? document.body).dispatchEvent(event);
    return event;
  };
});
afterEach(() => {
  stop();
  overlay.hide();
  if (panel.shown) panel.toggle();
  vi.clearAllMocks();
});

test('g and a letter go to a section; the letter alone does nothing', () => {
  press('r');
  expect(goTo).not.toHaveBeenCalled();
  press('g');
  press('r');
  press('p');
  expect(goTo.mock.calls).toEqual([['/book/b1/review']]);
});

test('undo and redo are the book’s outside of fields and the field’s inside', () => {
  press('z', { ctrlKey: true });
  press('Z', { metaKey: true, shiftKey: true });
  expect([book.undo.mock.calls.length, book.redo.mock.calls.length]).toEqual([1, 1]);
  document.querySelector('input')?.focus();
  expect(press('z', { ctrlKey: true }).defaultPrevented).toBe(false);
  expect(book.undo).toHaveBeenCalledTimes(1);
});

test('letters typed into a field are text; the palette opens from there too', () => {
  document.querySelector('input')?.focus();
  press('?');
  press('g');
  press('r');
  expect([overlay.shown, goTo.mock.calls.length]).toEqual([null, 0]);
  press('k', { ctrlKey: true });
  expect(overlay.shown).toBe('palette');
});

test('keys of a composition are left to the input method', () => {
  press('k', { ctrlKey: true, isComposing: true });
  expect(overlay.shown).toBeNull();
});

test('c shows the checks and hides them, where letters are not text and no dialog is open', () => {
  press('c');
  expect(panel.shown).toBe(true);
  press('C');
  expect(panel.shown, 'capitals lock or not').toBe(false);
  document.querySelector('input')?.focus();
  press('c');
  expect(panel.shown, 'in a field it is text').toBe(false);
  document.querySelector('input')?.blur();
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) press('c', more);
  expect(panel.shown, 'copying is not asking').toBe(false);
  document.body.insertAdjacentHTML('beforeend', '<dialog open></dialog>');
  press('c');
  expect(panel.shown).toBe(false);
});

test('c after g is a section’s letter, and without a book there are no checks', () => {
  press('g');
  press('c');
  expect([panel.shown, goTo.mock.calls.length]).toEqual([false, 0]);
  const alone = frameKeys(null, goTo);
  alone(new KeyboardEvent('keydown', { key: 'c' }));
  expect(panel.shown).toBe(false);
});
