import { overwriteGetLocale } from './compiled/runtime.js';

export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name. */
export const LANGUAGE_NAMES: Record<Language, string> = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' };

const STORE_KEY = 'annum.language';

/** The first language of the list that Annum speaks; English when it speaks none of them. */
export function pickLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    if (/^zh\b/i.test(tag)) return /^zh-(?:hant|tw|hk|mo)\b/i.test(tag) ? 'zh-Hant' : 'zh-Hans';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

const remembered = (): Language | undefined => {
  const text = typeof localStorage === 'undefined' ? null : localStorage.getItem(STORE_KEY);
  return LANGUAGES.find((language) => language === text);
};

let current = $state<Language>(
  remembered() ?? pickLanguage(typeof navigator === 'undefined' ? [] : (navigator.languages ?? [])),
);

/** The language of every word on screen. Reactive: what calls `m.x()` while rendering follows it. */
export const locale = {
  get current(): Language {
    return current;
  },
};

overwriteGetLocale(() => current);
mark();

/** Changes the language in place and remembers it on this device. */
export function setLanguage(language: Language): void {
  current = language;
  if (typeof localStorage !== 'undefined') localStorage.setItem(STORE_KEY, language);
  mark();
}

/** Screen readers, fonts and hyphenation read the language from the root element. */
function mark(): void {
  if (typeof document !== 'undefined') document.documentElement.lang = current;
}
