import { beforeEach, describe, expect, test } from 'vitest';
import { metricOf } from '../../tests/books/book-of.ts';
import type { CheckFacts, CheckId } from '#core/checks/check.ts';
import { CHECKS } from '#core/checks/registry.ts';
import { checkWords, partWord, severityWord } from './check-words.ts';
import { setLanguage } from './locale.svelte.ts';
import { reportFormats } from './report-formats.ts';

beforeEach(() => setLanguage('en'));

const METRICS = [metricOf('sales', { name: 'Returning sales' })];
const FORMATS = reportFormats('CNY', 1);
const words = (id: CheckId, facts: CheckFacts) => checkWords({ id, facts }, METRICS, FORMATS);
const figure = (value: number | null, form: 'percent' | 'change-ratio' | 'money' | 'change-points') =>
  ({ value, form, signed: false, toDate: false }) as const;

/** Everything that any rule tells. */
const FULL: CheckFacts = {
  metric: 'sales',
  name: 'Welcome series',
  quote: 'it should be the weather',
  word: 'should',
  count: 3,
  segment: { by: 'channel', name: 'Tmall' },
  figures: Object.fromEntries(
    ['gap', 'market', 'own', 'implied', 'fell', 'growth', 'spent'].map((name) => [name, figure(0.123, 'change-ratio')]),
  ),
};

describe.each(['en', 'zh-Hans', 'zh-Hant'] as const)('in %s', (language) => {
  test.each([...new Set(CHECKS.map(({ id }) => id))])('%s says what, why and what to do', (id) => {
    setLanguage(language);
    const { title, why, todo } = words(id, FULL);
    for (const text of [title, why, todo]) {
      expect(text.trim()).not.toBe('');
      expect(text, 'a hole is left in it').not.toMatch(/[{}]|undefined|null|NaN/);
    }
    expect(title, 'a title is one line').not.toContain('\n');
  });
});

test('a title names what it is about, with its figures as they are shown elsewhere', () => {
  const title = (id: CheckId, facts: CheckFacts) => words(id, facts).title;
  expect(title('missed-without-cause', { metric: 'sales', figures: { gap: figure(-0.081, 'change-ratio') } })).toMatch(
    /Returning sales.*8\.1%/,
  );
  expect(title('task-by-activity', { name: ' Live evenings ' })).toContain('“Live evenings”');
  expect(title('hedge-without-evidence', { quote: 'perhaps the rain', word: 'perhaps' })).toContain('perhaps the rain');
  expect(title('cost-without-return', { name: 'Gifts', figures: { spent: figure(1_234_500, 'money') } })).toMatch(
    /Gifts.*12\.3K|12\.3K.*Gifts/,
  );
});

test('what has no name, or is gone, is said to be unnamed and never left blank', () => {
  const unnamed = words('task-by-activity', { name: '  ' }).title;
  expect(unnamed).toBe(words('task-by-activity', {}).title);
  expect(unnamed).not.toContain('“”');
  expect(words('figure-without-target', { metric: 'gone' }).title).not.toContain('gone');
});

test('a figure that is unknown stands as “–”', () => {
  expect(
    words('missed-without-cause', { metric: 'sales', figures: { gap: figure(null, 'change-ratio') } }).title,
  ).toContain('–');
});

test('behind the market by level is worded without a growth that nobody knows', () => {
  const behind = {
    metric: 'sales',
    figures: { own: figure(0.02, 'change-ratio'), market: figure(0.05, 'change-ratio') },
  };
  const level = {
    metric: 'sales',
    figures: { own: figure(0.02, 'change-ratio'), market: figure(null, 'change-ratio') },
  };
  expect(words('behind-market', behind).title).toContain('5.0%');
  expect(words('behind-market', level).title).not.toContain('–');
  expect(words('behind-market', level)).not.toEqual(words('behind-market', behind));
});

test('weights and parts have their words, all different', () => {
  expect(new Set((['error', 'warn', 'hint'] as const).map(severityWord)).size).toBe(3);
  expect(new Set((['metrics', 'tasks', 'market', 'team', 'cost', 'plan'] as const).map(partWord)).size).toBe(6);
});
