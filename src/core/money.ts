declare const moneyBrand: unique symbol;

/** An amount in integer minor units (fen, cents). Exact up to 2^53; never a fraction of a minor unit. */
export type Money = number & { readonly [moneyBrand]?: 'money' };

export type Currency = 'CNY' | 'TWD' | 'HKD' | 'USD' | 'EUR' | 'GBP' | 'JPY' | 'SGD' | 'MYR';

/** Minor units in one major unit, as a power of ten. Order files carry at most this many decimals. */
export const MINOR_DIGITS: Record<Currency, 0 | 2> = {
  CNY: 2,
  TWD: 2,
  HKD: 2,
  USD: 2,
  EUR: 2,
  GBP: 2,
  JPY: 0,
  SGD: 2,
  MYR: 2,
};
