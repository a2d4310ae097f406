import { expect, test } from 'vitest';
import { placeOf, SECTIONS } from './sections.ts';

test('a path tells the section and the place to remember', () => {
  expect(placeOf('/book/b1/review/m2')).toMatchObject({ place: 'review/m2', section: { id: 'review' } });
  expect(placeOf('/book/b1/plan/')).toMatchObject({ place: 'plan', section: { id: 'plan' } });
  expect(placeOf('/book/b1')).toEqual({ place: '', section: null });
  expect(placeOf('/')).toEqual({ place: '', section: null });
});

test('every section has a letter of its own', () => {
  const letters = SECTIONS.map((section) => section.letter);
  expect(new Set(letters).size).toBe(letters.length);
  expect(letters).not.toContain('g');
  expect(letters).not.toContain('h');
});
