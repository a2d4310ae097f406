/** A name in each language of Annum. */
export interface Words {
  readonly en: string;
  readonly 'zh-Hans': string;
  readonly 'zh-Hant': string;
}

export type SampleLocale = keyof Words;

export const words = (en: string, zhHans: string, zhHant: string): Words => ({
  en,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
});
