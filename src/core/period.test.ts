import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, dayOfText, dayText } from './period.ts';

test('a day as text is read back as the same day', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayOf(1970, 1, 1), max: dayOf(2200, 12, 31) }), (day) => {
      expect(dayOfText(dayText(day))).toBe(day);
    }),
  );
  expect(dayText(dayOf(2025, 3, 4))).toBe('2025-03-04');
});

test.each(['', '2025-3-4', '2025-02-30', '2025-13-01', '2025-03-04T08:00', 'soon'])('“%s” is no day', (text) => {
  expect(dayOfText(text)).toBeNull();
});
