import { describe, expect, test } from 'vitest';
import { bookOf, metricOf, yearCell } from '../../../../../../tests/books/book-of.ts';
import { causeOf } from '../../../../../../tests/books/finding-of.ts';
import { LiveBook } from '../../../../../../tests/books/live-book.svelte.ts';
import type { Cause } from '#core/book/review.ts';
import { addAction } from './add-action.ts';
import { Finding } from './finding.svelte.ts';
import type { Way } from './cause-tree.svelte.ts';

/** a (b (c), d), e */
const CAUSES = [causeOf('a'), causeOf('b', 'a'), causeOf('c', 'b'), causeOf('d', 'a'), causeOf('e')];

function open(causes: readonly Cause[] = CAUSES, actual = 90) {
  const session = new LiveBook(
    bookOf({
      metrics: [metricOf('sales')],
      cells: [yearCell('sales', 'actual', 2025, actual), yearCell('sales', 'target', 2025, 100)],
      causes,
    }),
  );
  const finding = new Finding(session, 'sales');
  const tree = finding.trees.gap;
  /** The outline as it reads: "a b› c›› d› e". */
  const outline = () => tree.rows.map((row) => row.cause.text + '›'.repeat(row.depth)).join(' ');
  return { session, finding, tree, outline };
}

/** A key on the line's field as a browser sends it; true when the outline took it. */
function press(
  tree: ReturnType<typeof open>['tree'],
  id: string,
  key: string,
  typed?: string,
  held: Partial<KeyboardEventInit> = {},
): boolean {
  const field = document.createElement('textarea');
  field.value = typed ?? tree.rows.find((row) => row.cause.id === id)?.cause.text ?? '';
  field.setSelectionRange(field.value.length, field.value.length);
  const event = new KeyboardEvent('keydown', { key, cancelable: true, ...held });
  const commit = (): void => {
    if (typed !== undefined) tree.say(id, typed);
  };
  field.onkeydown = () => tree.pressed(event, field, id, commit);
  field.dispatchEvent(event);
  return event.defaultPrevented;
}

describe('an outline of causes', () => {
  test.each<[string, Way, string]>([
    ['e', 'indent', 'a b› c›› d› e›'],
    ['d', 'indent', 'a b› c›› d›› e'],
    ['b', 'outdent', 'a d› b c› e'],
    ['c', 'outdent', 'a b› c› d› e'],
    ['d', 'up', 'a d› b› c›› e'],
    ['b', 'down', 'a d› b› c›› e'],
    ['a', 'down', 'e a b› c›› d›'],
    ['e', 'up', 'e a b› c›› d›'],
  ])('%s goes %s with all below it, in one step of undo', (id, way, expected) => {
    const { session, tree, outline } = open();
    expect(tree.ways(id)[way]).toBe(true);
    expect(tree.go(id, way)).toBe(true);
    expect(outline()).toBe(expected);
    expect(tree.asked?.id).toBe(id);
    session.undo();
    expect(outline()).toBe('a b› c›› d› e');
  });

  test.each<[string, Way]>([
    ['a', 'up'],
    ['a', 'indent'],
    ['a', 'outdent'],
    ['b', 'up'],
    ['e', 'down'],
    ['d', 'down'],
    ['c', 'indent'],
  ])('%s has nowhere to go %s', (id, way) => {
    const { tree, outline } = open();
    expect(tree.ways(id)[way]).toBe(false);
    expect(tree.go(id, way)).toBe(false);
    expect(outline()).toBe('a b› c›› d› e');
  });

  test.each<[string, number, number, string]>([
    // Between e and nothing, from deepest wished to shallowest.
    ['b', 3, 9, 'a d› e b› c››'],
    ['b', 3, 0, 'a d› e b c›'],
    // Before everything there is only the top.
    ['c', 0, 3, 'c a b› d› e'],
    // Below a and before b: never shallower than what follows allows.
    ['e', 1, 0, 'a e› b› c›› d›'],
    ['d', 2, 2, 'a b› d›› c›› e'],
    ['e', 3, 1, 'a b› c›› e› d›'],
    ['e', 3, 3, 'a b› c›› e››› d›'],
  ])('%s dropped into gap %i at level %i', (id, gap, level, expected) => {
    const { tree, outline } = open();
    tree.drop(id, gap, level);
    expect(outline()).toBe(expected);
  });

  test('a line dropped where it stands stays there', () => {
    const { tree, outline } = open();
    tree.drop('d', 3, 1);
    expect(outline()).toBe('a b› c›› d› e');
  });

  test('Enter takes the text over and opens a line behind, each a step of undo', () => {
    const { session, tree, outline } = open();
    expect(press(tree, 'b', 'Enter', 'B')).toBe(true);
    expect(outline()).toBe('a B› c›› › d› e');
    const added = tree.rows[3]?.cause;
    expect(added).toMatchObject({ metric: 'sales', year: 2025, finding: 'gap', parent: 'a' });
    expect(tree.asked?.id).toBe(added?.id);
    session.undo();
    expect(outline()).toBe('a B› c›› d› e');
    session.undo();
    expect(outline()).toBe('a b› c›› d› e');
  });

  test('Enter on an empty line leads out, and at the top adds nothing', () => {
    const { tree, outline } = open([causeOf('a'), causeOf('b', 'a', { text: '' })]);
    expect(press(tree, 'b', 'Enter')).toBe(true);
    expect(outline()).toBe('a ');
    expect(press(tree, 'b', 'Enter')).toBe(true);
    expect(outline()).toBe('a ');
  });

  test('Tab and Shift-Tab change the level, and where there is none they leave the line', () => {
    const { tree, outline } = open();
    expect(press(tree, 'e', 'Tab')).toBe(true);
    expect(outline()).toBe('a b› c›› d› e›');
    expect(press(tree, 'e', 'Tab', undefined, { shiftKey: true })).toBe(true);
    expect(outline()).toBe('a b› c›› d› e');
    expect(press(tree, 'a', 'Tab')).toBe(false);
    expect(press(tree, 'a', 'Tab', undefined, { shiftKey: true })).toBe(false);
  });

  test('Alt with an arrow moves among siblings, an arrow alone goes to the next line', () => {
    const { tree, outline } = open();
    press(tree, 'e', 'ArrowUp', undefined, { altKey: true });
    expect(outline()).toBe('e a b› c›› d›');
    press(tree, 'c', 'ArrowDown');
    expect(tree.asked?.id).toBe('d');
  });

  test('Backspace removes an empty line that carries nothing, and the caret goes to the line above', () => {
    const bare = [causeOf('a'), causeOf('b', 'a', { text: '' }), causeOf('c', null, { text: '' }), causeOf('d', 'c')];
    const { session, tree, outline } = open(bare);
    expect(press(tree, 'b', 'Backspace')).toBe(true);
    expect(tree.asked?.id).toBe('a');
    expect(press(tree, 'c', 'Backspace')).toBe(false);
    expect(press(tree, 'a', 'Backspace')).toBe(false);
    session.edit.add('evidence', { owner: 'd', kind: 'source' });
    tree.say('d', '');
    expect(press(tree, 'd', 'Backspace')).toBe(false);
    expect(outline()).toBe('a  ›');
  });

  test('undo within a line is the book’s once its text is taken over, and the field’s before', () => {
    const { tree, outline } = open();
    tree.say('a', 'A');
    expect(press(tree, 'a', 'z', 'Ab', { ctrlKey: true })).toBe(false);
    expect(outline()).toBe('A b› c›› d› e');
    expect(press(tree, 'a', 'z', undefined, { ctrlKey: true })).toBe(true);
    expect(outline()).toBe('a b› c›› d› e');
    expect(press(tree, 'a', 'z', undefined, { ctrlKey: true, shiftKey: true })).toBe(true);
    expect(outline()).toBe('A b› c›› d› e');
  });

  test('removing takes all below with it, and undo brings it back', () => {
    const { session, tree, outline } = open();
    tree.remove('b');
    expect(outline()).toBe('a d› e');
    session.undo();
    expect(outline()).toBe('a b› c›› d› e');
  });
});

test('what was written stays in sight when the figure changes sides', () => {
  const { session, finding } = open();
  expect([finding.facts?.kind, finding.others]).toEqual(['gap', []]);
  session.edit.setCell('sales', 'actual', 'Y2025', 120);
  expect([finding.facts?.kind, finding.others]).toEqual(['win', ['gap']]);
  session.edit.setCell('sales', 'target', 'Y2025', null);
  expect([finding.facts?.kind, finding.others]).toEqual([null, ['gap']]);
});

test('what was written for the gap stays within reach once the target is met, actions without a cause among it', () => {
  const { session, finding } = open([], 90);
  expect(finding.others).toEqual([]);
  addAction(session, 'sales', '');
  expect(finding.others).toEqual([]);
  session.edit.setCell('sales', 'actual', 'Y2025', 110);
  expect(finding.others).toEqual(['gap']);
  expect(finding.written('gap')).toBe(1);
});
