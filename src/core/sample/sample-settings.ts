import type { BookSettings } from '../book/book.ts';
import type { FiscalYear } from '../period.ts';
import type { SampleLocale } from './words.ts';
import { words } from './words.ts';

const TEAM = words('Pinecone Pantry · Members', '松果集 · 会员运营部', '松果集 · 會員經營部');

export const sampleSettings = (locale: SampleLocale, year: FiscalYear): BookSettings => ({
  team: TEAM[locale],
  year,
  firstMonth: 1,
  currency: 'CNY',
  lookBack: 365,
  sample: true,
});
