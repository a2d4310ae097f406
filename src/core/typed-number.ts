import type { Unit } from './figure.ts';
import { MINOR_DIGITS, type Currency } from './money.ts';
import { err, ok, type Result } from './result.ts';

const SIGNS = /[−‐‑‒–—﹣]/g;
const CURRENCY =
  /^(?:rmb|cny|twd|nt\$|hkd|hk\$|usd|us\$|sgd|s\$|myr|rm|jpy|eur|gbp|[¥$€£])|(?:rmb|cny|twd|hkd|usd|sgd|myr|jpy|eur|gbp|[元圆圓块塊円¥$€£])$/;
const COUNTED = /(?:days?|[人位名个個次件笔筆单單天日倍x×])$/;
const POINTS = /(?:pp|pts?|个?百分点|個?百分點)$/;
/** Powers of ten by what people write after a number; `w` is 万 as typed on a Latin keyboard. */
const POWERS: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  萬: 4,
  w: 4,
  百万: 6,
  百萬: 6,
  千万: 7,
  千萬: 7,
  亿: 8,
  億: 8,
  万亿: 12,
  萬億: 12,
  k: 3,
  m: 6,
  mn: 6,
  b: 9,
  bn: 9,
};
const PIECE = /([\d.,' ]*\d[\d.,']*\.?)(e[+-]?\d+)?\s*([百千万萬亿億wkmbn]*)/gy;

/**
 * Reads what a person typed or pasted into a cell of the given unit. Money comes back in minor units (rounded half away from
 * zero), percent as a ratio, others as typed. Understood: 1200万, 1亿2000万, 1.2亿, 12k, 1,234.5, 1.2E+06, full-width digits,
 * ￥ $ and 元, (12) for −12, 35% and +5pp. As in Excel's percent cells, a bare number below 1 in size is a ratio and any other
 * is per cent: 0.35 and 35 are both 35%. Empty text and a lone dash mean "unknown" and give `null`.
 */
export function parseTyped(text: string, unit: Unit, currency: Currency): Result<number | null, 'not-a-number'> {
  if (text.length > 80) return err('not-a-number');
  let rest = text.normalize('NFKC').replace(SIGNS, '-').trim().toLowerCase();
  if (/^-*$/.test(rest)) return ok(null);
  const bracketed = /^\((.*)\)$/.exec(rest);
  if (bracketed) rest = bracketed[1] ?? '';
  let sign = bracketed ? -1 : 1;
  const take = (pattern: RegExp): boolean => {
    const shorter = rest.replace(pattern, '').trim();
    const taken = shorter !== rest;
    rest = shorter;
    return taken;
  };
  const takeSign = (): void => {
    if (rest.startsWith('-')) sign = -sign;
    take(/^[+-]/);
  };
  takeSign();
  if (unit === 'money' && take(CURRENCY)) takeSign();
  if (unit === 'money') take(CURRENCY);
  const isPoints = unit === 'percent' && take(POINTS);
  const isPercent = !isPoints && (unit === 'percent' || unit === 'times') && take(/%$/);
  if (unit !== 'money' && unit !== 'percent') take(COUNTED);
  const size = magnitude(rest, unit === 'money' ? MINOR_DIGITS[currency] : isPercent || isPoints ? -2 : 0);
  if (size === null) return err('not-a-number');
  if (unit === 'money') return whole(sign * Math.round(size));
  if (unit === 'percent' && !isPercent && !isPoints && size >= 1) return ok(sign * (magnitude(rest, -2) ?? 0) + 0);
  return ok(sign * size + 0);
}

/**
 * A value as a person would type it: exact, ungrouped, in major units or with its percent sign; '' for unknown. What
 * `parseTyped` makes of it is the value again.
 */
export function typedText(value: number | null, unit: Unit, currency: Currency): string {
  if (value === null || !Number.isFinite(value)) return '';
  if (unit === 'money') return shifted(value, -MINOR_DIGITS[currency]);
  return unit === 'percent' ? `${shifted(value, 2)}%` : String(value);
}

/** `value × 10^power` moved in the text, so that no digit is made up on the way. */
function shifted(value: number, power: number): string {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return String(Number(`${digits}e${Number(exponent) + power}`));
}

const whole = (value: number): Result<number, 'not-a-number'> =>
  Number.isSafeInteger(value) ? ok(value + 0) : err('not-a-number');

/**
 * The size of "1亿2000万", shifted by a power of ten. The shift is made in the text, because 1.005 × 100 is not 100.5 in
 * binary. What is beyond exact numbers, an order's number say, is no figure. Each further piece must be smaller in power than the one before it.
 */
function magnitude(text: string, shift: number): number | null {
  let total = 0;
  let lastPower = Infinity;
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < text.length) {
    const piece = PIECE.exec(text);
    if (!piece) return null;
    const digits = plainDigits((piece[1] ?? '').trim());
    const power = piece[3] ? POWERS[piece[3]] : 0;
    if (digits === null || power === undefined || power >= lastPower) return null;
    total += Number(`${digits}e${Number((piece[2] ?? 'e0').slice(1)) + power + shift}`);
    lastPower = power;
  }
  return lastPower === Infinity || total > Number.MAX_SAFE_INTEGER ? null : total;
}

/** Digits with a decimal point only. Commas must group by three, or by four as in 1,2345; `1,5` is refused as ambiguous. */
function plainDigits(text: string): string | null {
  const plain = text.replace(/[' ]/g, '');
  const grouped = /^(\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+)(\.\d*)?$/.exec(plain);
  if (grouped) return plain.replaceAll(',', '');
  return /^(?:\d+\.?\d*|\.\d+)$/.test(plain) ? plain : null;
}
