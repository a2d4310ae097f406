import type { FigureKind } from '../../book/book.ts';
import type { Ratio } from '../../ratio.ts';
import { clausesOf, type Statement } from './statement.ts';

/** Against the period before: 环比. */
const ON_PERIOD =
  /环比|環比|month[- ](?:on|over)[- ]month|quarter[- ](?:on|over)[- ]quarter|\bMoM\b|\bQoQ\b|\b[mq]\/[mq]\b/iu;
/** Against the same period last year: 同比. */
const ON_YEAR = /同比(?![例重])|year[- ](?:on|over)[- ]year|\bYoY\b|\by\/y\b/iu;

const MONTH_ZH = '(?:\\d{1,2}|[一二三四五六七八九十]{1,2})\\s*月';
const WITHIN_YEAR_ZH = `(?:\\s*${MONTH_ZH}|\\s*(?:Q[1-4]|第?[一二三四1-4]\\s*季)|\\s*[上下]半年)`;
const MONTH_EN = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*';

/** A named base a year ago: "against last year", not "last year's December". */
const YEAR_BASE = new RegExp(
  [
    `(?:去年|上年|前年|上一年度?)同期`,
    `(?:较|較|比|与|與|和|跟)(?:同期|\\s*(?:去年|上年|前年|上一年度?|20\\d\\d\\s*年)(?!${WITHIN_YEAR_ZH}))`,
    `\\b(?:on|over|from|than|against|versus|vs\\.?|with|to|above|below) (?:the )?(?:last|previous|prior|preceding) year(?!['’]s (?:q[1-4]|${MONTH_EN}|last|first|\\w+ quarter))`,
    `\\ba year (?:ago|earlier|before)\\b|\\bthe year before\\b|\\bsame (?:period|month|quarter|time) (?:of )?(?:last|the previous) year\\b`,
  ].join('|'),
  'iu',
);
/** A named base one period ago: "against last month". */
const PERIOD_BASE =
  /(?:较|較|比|与|與|和|跟)\s*上\s*(?:一|个|個)*\s*(?:月|季|周|週)|\b(?:on|over|from|than|against|versus|vs\.?|with|to|above|below) (?:the )?(?:last|previous|prior|preceding) (?:month|quarter|week)\b|\bthe (?:month|quarter|week) before\b/iu;
/** A period shorter than a year is spoken of. */
const SHORT_PERIOD = new RegExp(
  `${MONTH_ZH}|[单單当當本上下次每逐首末]\\s*(?:个|個)?\\s*月|月度|月均|Q[1-4]|季|半年|[周週旬]|逐日|\\b(?:${MONTH_EN}|months?|monthly|quarters?|quarterly|weeks?|weekly|q[1-4])\\b`,
  'iu',
);
/** A whole year is spoken of. */
const WHOLE_YEAR =
  /全年|整年|年度|[今本去上]年|20\d\d\s*(?:财|財)?年|\b(?:full[- ]year|for the year|over the year|this year|last year|whole year|in 20\d\d|annual(?:ly)?)\b/iu;

/** Chips whose base is last year, whatever their period. */
const ON_LAST_YEAR: readonly FigureKind[] = ['growth', 'growthTwoYears', 'change', 'lastYear'];

export interface Miscalled {
  readonly kind: 'year-as-period' | 'period-as-year';
  /** The term as written. */
  readonly word: string;
}

/**
 * A year-on-year comparison called 环比, or one with the period before called 同比. What is compared is told by the base that the
 * clause names, else by the span it speaks of, else by the clause before, else by the number: `growth` is the metric's own on last
 * year. Where nothing tells, nothing is objected to; a clause that names both terms tells them apart itself.
 */
export function miscalledIn(statement: Statement, growth: Ratio | null): Miscalled | null {
  const clauses = clausesOf(statement);
  for (const [index, clause] of clauses.entries()) {
    const period = ON_PERIOD.exec(clause.text)?.[0];
    const year = ON_YEAR.exec(clause.text)?.[0];
    if ((period === undefined) === (year === undefined)) continue;
    const before = clauses[index - 1];
    const context = before && !ON_PERIOD.test(before.text) && !ON_YEAR.test(before.text) ? before : null;
    if (period !== undefined) {
      const base = baseOf(clause, period) ?? (context && baseOf(context, '')) ?? baseByNumber(clause, growth);
      if (base === 'year') return { kind: 'year-as-period', word: period };
    } else if (year !== undefined) {
      const rest = clause.text.replace(year, ' ');
      const isPeriod =
        PERIOD_BASE.test(clause.text) ||
        new RegExp(`${year}\\s*上\\s*(?:个|個|一)*\\s*[月季周週]`, 'u').test(clause.text);
      if (isPeriod && !YEAR_BASE.test(rest)) return { kind: 'period-as-year', word: year };
    }
  }
  return null;
}

/** What a clause compares with; `null` where it does not say. `term` is left out of it. */
function baseOf({ text, chips }: Statement, term: string): 'year' | 'period' | null {
  if (PERIOD_BASE.test(text)) return 'period';
  if (YEAR_BASE.test(text)) return 'year';
  const rest = text.replace(term, ' ');
  if (chips.some(({ figure }) => ON_LAST_YEAR.includes(figure)) && term !== '') return 'year';
  if (SHORT_PERIOD.test(rest)) return 'period';
  return WHOLE_YEAR.test(rest) ? 'year' : null;
}

/** The number told is the growth on last year, to the digits it was typed with. */
function baseByNumber({ text }: Statement, growth: Ratio | null): 'year' | null {
  const typed = /(\d+(?:\.(\d+))?)\s*[%％]/u.exec(text);
  if (growth === null || !typed) return null;
  return Number(typed[1]) === Number(Math.abs(growth * 100).toFixed(typed[2]?.length ?? 0)) ? 'year' : null;
}
