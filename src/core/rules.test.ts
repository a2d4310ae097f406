import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const CORE = import.meta.dirname;
const files = readdirSync(CORE, { recursive: true, encoding: 'utf8' });
const matches = (name: RegExp, text: RegExp): readonly string[] =>
  files
    .filter((file) => name.test(file))
    .flatMap((file) => [...readFileSync(`${CORE}/${file}`, 'utf8').matchAll(text)].map(([, found]) => found ?? ''));

const rules = matches(/SPEC\.md$/, /^- \*\*([A-Z]{2}\d+)\b/gm);
/** Rules stand first in a name: `'KP1, KP2 …'`. */
const tested = matches(/\.test\.ts$/, /['"`]((?:[A-Z]{2}\d+(?:, | ))+)/g).flatMap((ids) =>
  ids.split(/[, ]+/).filter(Boolean),
);

test('every rule of a SPEC.md stands there once and is in the name of a test', () => {
  expect(rules.length).toBeGreaterThan(100);
  expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([]);
  expect(rules.filter((rule) => !tested.includes(rule))).toEqual([]);
});

test('every rule that a test names stands in a SPEC.md', () => {
  expect([...new Set(tested)].filter((rule) => !rules.includes(rule))).toEqual([]);
});
