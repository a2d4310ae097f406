import { expect, test } from 'vitest';
import type { Unit } from '#core/figure.ts';
import { parseTyped } from '#core/typed-number.ts';
import { effectText } from './effect-text.ts';

test.each<[number | null, Unit, string]>([
  [1_200_000_000, 'money', '+12000000'],
  [-350, 'money', '-3.5'],
  [0.02, 'percent', '+2pp'],
  [-0.005, 'percent', '-0.5pp'],
  [0.04, 'times', '+0.04'],
  [0, 'count', '0'],
  [null, 'count', ''],
])('an effect of %j in %s is typed %j, and read back the same', (value, unit, text) => {
  expect(effectText(value, unit, 'CNY')).toBe(text);
  expect(parseTyped(text, unit, 'CNY')).toEqual({ ok: true, value });
});
