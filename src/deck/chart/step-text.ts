import type { NumberFormat, Report } from '#core/report/page.ts';

/** A step's label: what it says now, and the formula by which it keeps saying it when the step's cell changes. */
export interface StepText {
  readonly text: string;
  readonly formula: string;
}

const SUFFIXES: Record<Report['locale'], readonly (readonly [at: number, suffix: string])[]> = {
  en: [
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'K'],
  ],
  'zh-Hans': [
    [1e8, '亿'],
    [1e4, '万'],
  ],
  'zh-Hant': [
    [1e8, '億'],
    [1e4, '萬'],
  ],
};

/** Rounds as the titles and tables do (`messages/format.ts`, short form), so that one figure reads the same everywhere. */
export function stepText(
  value: number,
  cell: string,
  isSigned: boolean,
  format: NumberFormat,
  locale: Report['locale'],
): StepText {
  const { divisor, digits, suffix } = scaleOf(value, format, locale);
  const code = `#,##0${digits === 0 ? '' : `.${'0'.repeat(digits)}`}`;
  const sign = value < 0 ? '−' : isSigned && value > 0 ? '+' : '';
  const shown = grouped((Math.abs(value) / divisor).toFixed(digits));
  const scaled = divisor === 1 ? cell : `${cell}/${divisor}`;
  const tail = suffix === '' ? '' : `&"${suffix}"`;
  return {
    text: `${sign}${shown}${suffix}`,
    formula: `TEXT(${scaled},"${isSigned ? '+' : ''}${code};−${code};${code}")${tail}`,
  };
}

function scaleOf(
  value: number,
  { unit, digits }: NumberFormat,
  locale: Report['locale'],
): { readonly divisor: number; readonly digits: number; readonly suffix: string } {
  if (unit === 'percent') return { divisor: 0.01, digits, suffix: '%' };
  if (unit !== 'money' && unit !== 'count') return { divisor: 1, digits, suffix: '' };
  const size = Math.abs(value);
  const [at, suffix] = SUFFIXES[locale].find(([from]) => size >= from * 0.99995) ?? [1, ''];
  if (at === 1) return { divisor: 1, digits: size < 100 && !Number.isInteger(value) ? 1 : 0, suffix: '' };
  const scaled = size / at;
  return { divisor: at, digits: scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0, suffix };
}

function grouped(digits: string): string {
  const [whole = '0', part] = digits.split('.');
  const head = whole.replace(/\B(?=(\d{3})+$)/gu, ',');
  return part === undefined ? head : `${head}.${part}`;
}
