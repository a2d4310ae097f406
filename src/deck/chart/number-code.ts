import type { FigureSpec, Report } from '#core/report/page.ts';

interface Scale {
  /** The largest value from which the scale is used. */
  readonly from: number;
  readonly code: string;
}

/** Office scales by thousands only, so 万 and 亿 set their decimal mark as a letter. */
const chinese = (tenThousands: string, hundredMillions: string): readonly Scale[] => [
  { from: 1e8, code: `0\\.00,,"${hundredMillions}"` },
  { from: 1e4, code: `0\\.0,"${tenThousands}"` },
];

const SCALES: Record<Report['locale'], readonly Scale[]> = {
  en: [
    { from: 1e9, code: '#,##0.0,,,"B"' },
    { from: 1e6, code: '#,##0.0,,"M"' },
    { from: 1e4, code: '#,##0,"K"' },
  ],
  'zh-Hans': chinese('万', '亿'),
  'zh-Hant': chinese('萬', '億'),
};

/** Office's number format of a chart's axis and labels: one scale for the whole chart, by its largest value. */
export function numberCode({ format, series }: FigureSpec, locale: Report['locale']): string {
  const largest = Math.max(0, ...series.flatMap((one) => one.values).map((value) => Math.abs(value ?? 0)));
  const { unit, digits } = format;
  const decimals = digits === 0 ? '' : `.${'0'.repeat(digits)}`;
  const scaled = unit === 'money' || unit === 'count' ? SCALES[locale].find((one) => largest >= one.from) : undefined;
  const code = scaled?.code ?? (unit === 'percent' ? `0${decimals}%` : `#,##0${decimals}`);
  return `${code};−${code};0`;
}
