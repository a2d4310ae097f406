import type { Currency } from '#core/money.ts';
import { locale } from '#messages/locale.svelte.ts';

const ALL: Record<Currency, true> = {
  CNY: true,
  TWD: true,
  HKD: true,
  USD: true,
  EUR: true,
  GBP: true,
  JPY: true,
  SGD: true,
  MYR: true,
};
const isCurrency = (code: string): code is Currency => code in ALL;

/** Every currency a book may count in, named by the browser in the reader's language. */
export function currencyOptions(): { readonly value: Currency; readonly label: string }[] {
  const names = new Intl.DisplayNames([locale.current], { type: 'currency' });
  return Object.keys(ALL)
    .filter(isCurrency)
    .map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
}
