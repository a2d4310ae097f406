import { expect, test } from 'vitest';
import { placeHref, screenOf } from './place.ts';

test.each([
  [{ screen: 'metrics' }, '/book/b/review'],
  [{ screen: 'metrics', of: 'm1', at: 'c1.text' }, '/book/b/review/m1?at=c1.text'],
  [{ screen: 'tasks', of: 'k', at: 'k.lesson' }, '/book/b/review/tasks/k?at=k.lesson'],
  [{ screen: 'cost', at: 'a b' }, '/book/b/review/cost?at=a%20b'],
] as const)('%o is at %s', (place, href) => expect(placeHref('b', place)).toBe(href));

test.each([
  ['review', { screen: 'metrics' }],
  ['review/m1', { screen: 'metrics', of: 'm1' }],
  ['review/benchmarks', { screen: 'benchmarks' }],
  ['review/tasks', { screen: 'tasks' }],
  ['review/tasks/k', { screen: 'tasks', of: 'k' }],
  ['plan', { screen: 'plan' }],
  ['deck', null],
] as const)('the path %s shows %o', (path, place) => expect(screenOf(path)).toEqual(place));
