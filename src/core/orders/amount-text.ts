/** Which sign parts the decimals, as the file was found or confirmed to write them. */
export type DecimalSign = '.' | ',';

const WRAPPING = /^="?(.*?)"?$/;
const CURRENCY = /(?:CNY|RMB|HKD|TWD|NT|USD|US|EUR|GBP|JPY|SGD|MYR|RM|HK|元)|[¥€£$\s']/gi;

/**
 * An amount as people and shops write it (`￥1,234.50`, `(12.00)`, `1.234,50` when the file does so), in units of
 * 10^−`digits`, halves rounded away from zero. NaN for what is not a number. Text after a full-width bracket is a remark
 * (`499.00（系统计算中…）`).
 */
export function readAmountText(text: string, decimal: DecimalSign, digits: number): number {
  let plain = text.normalize('NFKC').trim();
  plain = WRAPPING.exec(plain)?.[1] ?? plain;
  const bracketed = /^\((.*)\)$/.exec(plain);
  if (bracketed) plain = bracketed[1] ?? '';
  else plain = plain.replace(/(?<=\d)\s*\([^)]*\)?$/, '');
  plain = plain.replace(/[−–]/g, '-').replace(CURRENCY, '');
  let negative = bracketed !== null;
  const sign = /^([+-])(.*)$/.exec(plain) ?? /^(.*?)([-])$/.exec(plain);
  if (sign) {
    if (sign[1] === '-' || sign[2] === '-') negative = !negative;
    plain = sign[1] === '-' || sign[1] === '+' ? (sign[2] ?? '') : (sign[1] ?? '');
  }
  const parts = (decimal === '.' ? DOTTED : COMMAED).exec(plain);
  if (!parts) return NaN;
  const whole = (parts[1] ?? '').replace(/[.,]/g, '') || '0';
  const fraction = parts[2] ?? '';
  if (whole === '0' && fraction === '' && (parts[1] ?? '') === '') return NaN;
  if (whole.length > 15) return NaN;
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  const half = (fraction.charCodeAt(digits) || 48) >= 53 ? 1 : 0;
  const value = Number(whole + kept) + half;
  if (value > 999_999_999_999_999) return NaN;
  return negative && value !== 0 ? -value : value;
}

const DOTTED = /^(\d+|\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+|)(?:\.(\d*))?$/;
const COMMAED = /^(\d+|\d{1,3}(?:\.\d{3})+|)(?:,(\d*))?$/;
