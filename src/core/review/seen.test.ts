import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasMoved } from './seen-figures.ts';
import { firstSentence, sentencesOf } from './sentences.ts';

const cut = (text: string): string[] => sentencesOf(text).map(({ from, to }) => text.slice(from, to));

describe('DR3 sentences', () => {
  test.each<[string, string[]]>([
    ['Sales rose 3.5% to 1.2 m. Buyers fell.', ['Sales rose 3.5% to 1.2 m.', 'Buyers fell.']],
    ['销售额增长 3.5%。老客流失！为什么？', ['销售额增长 3.5%。', '老客流失！', '为什么？']],
    ['他说：“好。”然后走了', ['他说：“好。”', '然后走了']],
    ['  One (see below.)  Two', ['One (see below.)', 'Two']],
    ['No end', ['No end']],
    ['', []],
    ['。', ['。']],
    ['Really?! Yes…', ['Really?!', 'Yes…']],
  ])('%j', (text, sentences) => expect(cut(text)).toEqual(sentences));

  test('hold every letter once, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(cut(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  test.each([
    ['Start a week earlier. The first days sold most.', 'Start a week earlier.'],
    ['Cut 3.5 days of it', 'Cut 3.5 days of it'],
    ['明年提前一周开始。前三天卖得最多。', '明年提前一周开始。'],
    ['明年提前一週開始！前三天賣得最多。', '明年提前一週開始！'],
    ['他说“提前一周。”然后照做。', '他说“提前一周。”'],
    ['Two lines\nof text.', 'Two lines'],
    ['\n  Below. Blank lines', 'Below.'],
    ['', ''],
  ])('the first names a text of several lines: %j', (text, sentence) => expect(firstSentence(text)).toBe(sentence));
});

test.each([
  ['percent', 0.3521, 0.3524, false],
  ['percent', 0.352, 0.353, true],
  ['money', 123_456_789, 123_456_111, false],
  ['money', 123_456_789, 123_556_789, true],
  ['attainment', 1.2, 0.5, true],
  ['change-ratio', -0.0001, 0.0001, false],
  ['count', 12, 12, false],
  ['count', 12, 13, true],
  ['times', 1.851, 1.853, false],
] as const)('DR2 %s that was %d and is %d: moved %s', (form, seen, value, moved) =>
  expect(hasMoved({ value, form }, seen)).toBe(moved),
);

test('DR2 a figure that is gone has moved; one never seen has not', () => {
  expect(hasMoved({ value: null, form: 'count' }, 3)).toBe(true);
  expect(hasMoved({ value: 3, form: 'count' }, undefined)).toBe(false);
});
