import type { FigureSpec, NumberFormat, Report } from '#core/report/page.ts';

/** How a chart's values read: as Office's number format and as text. */
export interface NumberCode {
  readonly plain: string;
  /** With a sign before every value, for steps. */
  readonly signed: string;
  /** What Office shows for a value in one of the two. */
  shown(value: number, isSigned: boolean): string;
}

interface Scale {
  /** The largest value from which the scale is used. */
  readonly from: number;
  readonly divisor: number;
  readonly places: number;
  readonly suffix: string;
  readonly code: string;
}

const WEST: readonly Scale[] = [
  { from: 1e9, divisor: 1e9, places: 2, suffix: 'B', code: '#,##0.00,,,"B"' },
  { from: 1e6, divisor: 1e6, places: 2, suffix: 'M', code: '#,##0.00,,"M"' },
  { from: 1e4, divisor: 1e3, places: 0, suffix: 'K', code: '#,##0,"K"' },
];

/** Office scales by thousands only, so 万 and 亿 set their decimal mark as a letter. */
const chinese = (tenThousands: string, hundredMillions: string): readonly Scale[] => [
  { from: 1e8, divisor: 1e8, places: 2, suffix: hundredMillions, code: `0\\.00,,"${hundredMillions}"` },
  { from: 1e4, divisor: 1e4, places: 1, suffix: tenThousands, code: `0\\.0,"${tenThousands}"` },
];

const SCALES: Record<Report['locale'], readonly Scale[]> = {
  en: WEST,
  'zh-Hans': chinese('万', '亿'),
  'zh-Hant': chinese('萬', '億'),
};

/** One scale for the whole chart, by its largest value. */
export function numberCode(figure: FigureSpec, locale: Report['locale']): NumberCode {
  const largest = Math.max(0, ...figure.series.flatMap((one) => one.values).map((value) => Math.abs(value ?? 0)));
  const { unit } = figure.format;
  const scaled = unit === 'money' || unit === 'count' ? SCALES[locale].find((one) => largest >= one.from) : undefined;
  const { divisor, places, suffix, code } = scaled ?? unscaled(figure.format);
  return {
    plain: `${code};−${code};0`,
    signed: `+${code};−${code};0`,
    shown: (value, isSigned) => {
      const digits = grouped((Math.abs(value) / divisor).toFixed(places), code.startsWith('#'));
      if (value === 0) return '0';
      return `${value < 0 ? '−' : isSigned ? '+' : ''}${digits}${suffix}`;
    },
  };
}

function unscaled({ unit, digits }: NumberFormat): Omit<Scale, 'from'> {
  const decimals = digits === 0 ? '' : `.${'0'.repeat(digits)}`;
  return unit === 'percent'
    ? { divisor: 0.01, places: digits, suffix: '%', code: `0${decimals}%` }
    : { divisor: 1, places: digits, suffix: '', code: `#,##0${decimals}` };
}

function grouped(digits: string, isGrouped: boolean): string {
  const [whole = '0', part] = digits.split('.');
  const head = isGrouped ? whole.replace(/\B(?=(\d{3})+$)/gu, ',') : whole;
  return part === undefined ? head : `${head}.${part}`;
}
