import { describe, expect, test } from 'vitest';
import { newMoonNear } from '../../../tests/oracle/new-moon.ts';
import { dayOf, type Day } from '../period.ts';
import { lunarNewYear } from './lunar-new-year.ts';

const YEARS = Array.from({ length: 26 }, (_, index) => 2010 + index);
/** New moons within ten minutes of midnight in Beijing, on which approximations of the calendar miss the day. */
const NEAR_MIDNIGHT = [2027, 2030];
const BEIJING = 8 / 24;

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
const hasChinese = chinese.resolvedOptions().calendar === 'chinese';

/** The first day of the first month by the engine's own Chinese calendar. */
function firstByIntl(year: number): Day | undefined {
  const days = Array.from({ length: 45 }, (_, index) => dayOf(year, 1, 15) + index);
  return days.find((day) => {
    const parts = chinese.formatToParts(day * 86_400_000);
    return ['month', 'day'].every((type) => parts.find((part) => part.type === type)?.value === '1');
  });
}

describe('KP20 lunar New Year', () => {
  test.runIf(hasChinese)(
    'is the first day of the month that the engine’s calendar says, whose day may differ by one near midnight',
    () => {
      const differing = YEARS.filter((year) => lunarNewYear(year) !== firstByIntl(year));
      expect(NEAR_MIDNIGHT).toEqual(expect.arrayContaining(differing));
      for (const year of differing)
        expect(Math.abs((lunarNewYear(year) ?? 0) - (firstByIntl(year) ?? 0)), `${year}`).toBe(1);
    },
  );

  test.each(YEARS)('of %i is the day of a new moon in Beijing', (year) => {
    const day = lunarNewYear(year) ?? NaN;
    expect(Math.floor(newMoonNear(day) + BEIJING)).toBe(day);
  });

  test('near midnight the moon stands minutes from it, more than the oracle may be off', () => {
    const minutes = NEAR_MIDNIGHT.map((year) => {
      const moment = newMoonNear(lunarNewYear(year) ?? NaN) + BEIJING;
      return Math.abs(moment - Math.round(moment)) * 1440;
    });
    expect(Math.min(...minutes)).toBeGreaterThan(3);
    expect(Math.max(...minutes)).toBeLessThan(10);
  });

  test('is known from 2010 to 2035 only', () => {
    expect([lunarNewYear(2009), lunarNewYear(2036)]).toEqual([null, null]);
  });
});
