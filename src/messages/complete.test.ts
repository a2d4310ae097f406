import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from './locale.svelte.ts';

const here = new URL('./', import.meta.url);
const areas = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['compiled', 'project.inlang'].includes(entry.name))
  .map((entry) => entry.name);

type Words = Readonly<Record<string, string>>;
/** English tells one from many: such a message is its forms by number, of which the last, the general one, is held here. */
type Message = string | readonly [{ readonly match: Words }];
const read = (area: string, language: Language): Words => {
  const messages: Readonly<Record<string, Message>> = JSON.parse(
    readFileSync(new URL(`${area}/${language}.json`, here), 'utf8'),
  );
  const general = (message: Message): string =>
    typeof message === 'string' ? message : (Object.values(message[0].match).at(-1) ?? '');
  return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, general(message)]));
};
const variables = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '').sort();
const words = (text: string): string => text.replace(/\{\w+\}/g, '');

/** Every character of a double-byte national standard: Big5 holds the traditional ones in use, GB 2312 the simplified ones. */
function charactersOf(encoding: 'big5' | 'gb2312', leads: readonly [number, number]): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding);
  const trails = encoding === 'big5' ? [0x40, 0xfe] : [0xa1, 0xfe];
  const found = new Set<string>();
  for (let lead = leads[0]; lead <= leads[1]; lead++)
    for (let trail = trails[0] ?? 0; trail <= (trails[1] ?? 0); trail++)
      found.add(decoder.decode(Uint8Array.of(lead, trail)));
  return found;
}

/** Big5 also holds these as rare characters of their own; in our words they would be simplified ones. */
const RARE_IN_TRADITIONAL = new Set('万与个么无体号种网处来实点关证节标厂广旧权极机价优坏圣据担适胜确离礼筑');
const big5 = charactersOf('big5', [0xa4, 0xf9]);
const gb2312 = charactersOf('gb2312', [0xb0, 0xf7]);
const BELONGS: Record<'zh-Hans' | 'zh-Hant', (character: string) => boolean> = {
  'zh-Hans': (character) => gb2312.has(character),
  'zh-Hant': (character) => big5.has(character) && !RARE_IN_TRADITIONAL.has(character),
};
/** Half-width punctuation beside a Chinese character. Latin phrases and numbers keep their own. */
const HALF_WIDTH = /\p{Script=Han}\s*[,;:?!()]|[,;?!()]\s*\p{Script=Han}|\p{Script=Han}\.(?!\w)/u;
const LATIN_BESIDE_HAN = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{Script=Han}/u;

test('the standards tell the scripts apart', () => {
  expect([...'统数据汇'].map(BELONGS['zh-Hant'])).toEqual([false, false, false, false]);
  expect([...'統數據匯'].map(BELONGS['zh-Hans'])).toEqual([false, false, false, false]);
  expect([...'年度目標'].every(BELONGS['zh-Hant']) && [...'年度目标'].every(BELONGS['zh-Hans'])).toBe(true);
});

describe.each(areas)('messages of %s', (area) => {
  const en = read(area, 'en');
  const keys = Object.keys(en);

  test('have the same keys, prefixed by their area, in every language', () => {
    for (const language of LANGUAGES)
      expect(Object.keys(read(area, language)).sort(), language).toEqual([...keys].sort());
    expect(keys.filter((key) => !/^[a-z0-9_]+$/.test(key) || !key.startsWith(`${area}_`))).toEqual([]);
  });

  test('say something, with the same variables', () => {
    for (const language of LANGUAGES) {
      const other = read(area, language);
      expect(
        keys.filter((key) => (other[key] ?? '').trim() === ''),
        language,
      ).toEqual([]);
      expect(
        keys.filter((key) => variables(other[key] ?? '').join() !== variables(en[key] ?? '').join()),
        language,
      ).toEqual([]);
    }
  });

  test.each(['zh-Hans', 'zh-Hant'] as const)('in %s use no character of the other script', (language) => {
    const strangers = Object.entries(read(area, language))
      .map(([key, text]) => ({
        key,
        found: [...text].filter((each) => /\p{Script=Han}/u.test(each) && !BELONGS[language](each)).join(''),
      }))
      .filter(({ found }) => found !== '');
    expect(strangers).toEqual([]);
  });

  test.each(['zh-Hans', 'zh-Hant'] as const)(
    'in %s set full-width punctuation, and a space beside Latin and digits',
    (language) => {
      const texts = Object.entries(read(area, language));
      expect(texts.filter(([, text]) => HALF_WIDTH.test(words(text)))).toEqual([]);
      expect(texts.filter(([, text]) => LATIN_BESIDE_HAN.test(words(text)))).toEqual([]);
    },
  );
});
