import { expect, test } from 'vitest';
import { firstSentence } from './review-steps.ts';

test.each([
  ['Start a week earlier. The first days sold most.', 'Start a week earlier.'],
  ['Cut 3.5 days of it', 'Cut 3.5 days of it'],
  ['明年提前一周开始。前三天卖得最多。', '明年提前一周开始。'],
  ['Two lines\nof text.', 'Two lines'],
  ['', ''],
])('a lesson is called by its first sentence: %s', (text, sentence) => expect(firstSentence(text)).toBe(sentence));
