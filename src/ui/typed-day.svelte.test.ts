import { describe, expect, test } from 'vitest';
import { TypedDay } from './typed-day.svelte.ts';

function setUp(value = '2025-02-18') {
  let day = $state(value);
  const taken: string[] = [];
  const field = new TypedDay(
    () => day,
    (typed) => taken.push((day = typed)),
  );
  const change = (text: string, badInput = false): void =>
    field.changed({ currentTarget: { value: text, validity: { badInput } } });
  return { field, taken, change, elsewhere: (text: string) => (day = text) };
}

describe('a day being typed', () => {
  test('is taken once, when the field is left, not at every digit', () => {
    const { field, taken, change } = setUp();
    for (const [key, day] of [
      ['2', '0002-02-18'],
      ['0', '0020-02-18'],
      ['2', '0202-02-18'],
      ['6', '2026-02-18'],
    ] as const) {
      field.pressed({ key });
      change(day);
      expect(field.shown).toBe(day);
    }
    expect(taken).toEqual([]);
    field.left();
    expect(taken).toEqual(['2026-02-18']);
    field.left();
    expect(taken).toEqual(['2026-02-18']);
  });

  test('is taken by Enter and given up by Escape', () => {
    const { field, taken, change } = setUp();
    field.pressed({ key: '3' });
    change('2025-03-18');
    field.pressed({ key: 'Escape' });
    expect(field.shown).toBe('2025-02-18');
    field.pressed({ key: '4' });
    change('2025-04-18');
    field.pressed({ key: 'Enter' });
    expect(taken).toEqual(['2025-04-18']);
  });

  test('picked from the calendar is taken at once, also after typing', () => {
    const { field, taken, change } = setUp('');
    change('2025-05-01');
    field.pressed({ key: 'Tab' });
    field.pointed();
    change('2025-05-02');
    expect(taken).toEqual(['2025-05-01', '2025-05-02']);
  });

  test('that no calendar has leaves the day there was; a cleared field takes it away', () => {
    const { field, taken, change } = setUp();
    field.pressed({ key: '3' });
    change('', true);
    field.left();
    expect([taken, field.shown]).toEqual([[], '2025-02-18']);
    field.pressed({ key: 'Backspace' });
    change('');
    field.left();
    expect([taken, field.shown]).toEqual([[''], '']);
  });

  test('that is only visited writes nothing over another tab', () => {
    const { field, taken, elsewhere } = setUp();
    field.pressed({ key: 'Tab' });
    elsewhere('2025-06-01');
    field.left();
    expect([taken, field.shown]).toEqual([[], '2025-06-01']);
  });
});
