import { expect, test } from 'vitest';
import { edgePull } from './cause-drop.ts';

test('a pointer draws the page in at the edges of the window, faster the nearer it is, and nowhere else', () => {
  const at = (y: number): number => edgePull(y, 800);
  expect([at(80), at(400), at(720)]).toEqual([0, 0, 0]);
  expect([at(60), at(40), at(0), at(-50)]).toEqual([-4, -8, -16, -16]);
  expect([at(740), at(760), at(800), at(900)]).toEqual([4, 8, 16, 16]);
});
