import { describe, expect, test } from 'vitest';
import { reportFormats } from '../../messages/report-formats.ts';
import { reportWords } from '../../messages/report-words.ts';
import { setLanguage } from '../../messages/locale.svelte.ts';
import type { Book } from '../book/book.ts';
import type { Evaluation } from '../evaluation.ts';
import type { Block, FigureSpec, Page, Report, Table } from './page.ts';
import { report } from './report.ts';
import {
  BOOK,
  CATEGORY_EFFECTS,
  EMPTY_EVALUATION,
  EVALUATION,
  GOAL_MONTHS,
  MONTHLY,
  MONTHLY_LAST_YEAR,
} from './report.fixture.ts';

function made(evaluation: Evaluation = EVALUATION, book: Book = BOOK): Report {
  return report(book, evaluation, reportWords(BOOK.settings), reportFormats('CNY', 1));
}

const page = (id: string, of = made()): Page => {
  const found = of.pages.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no page ${id}`);
  return found;
};
const only = <K extends Block['kind']>(from: Page, kind: K): Extract<Block, { kind: K }> => {
  const found = from.blocks.find((block): block is Extract<Block, { kind: K }> => block.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};
const table = (id: string): Table => only(page(id), 'table').table;
const figure = (id: string): FigureSpec => only(page(id), 'figure').figure;
const column = (of: Table, at: number) => of.rows.map((one) => one.cells[at]?.value ?? null);
const major = (values: readonly number[]) => values.map((value) => value / 100);

describe('the pages of a report', () => {
  test('RE1 pages come in the order a boss reads', () => {
    expect(made().pages.map((one) => one.id)).toEqual([
      'cover',
      'conclusion',
      'scorecard',
      'trend',
      'explanation-drivers',
      'explanation-category',
      'goals',
      'appendix-definitions',
      'appendix-benchmarks',
    ]);
  });

  test('RE2 the scorecard holds the evaluation’s own figures, money in major units', () => {
    const rows = EVALUATION.scorecard;
    expect(column(table('scorecard'), 1)).toEqual(
      rows.map((one) => (one.metric.unit === 'money' && one.actual !== null ? one.actual / 100 : one.actual)),
    );
    expect(column(table('scorecard'), 3)).toEqual(rows.map((one) => one.attainment));
    expect(column(table('scorecard'), 5)).toEqual(rows.map((one) => one.growth.value));
  });

  test('RE3 the trend draws twelve months of actual, last year and target', () => {
    const { series, categories } = figure('trend');
    expect(categories).toHaveLength(12);
    expect(series[0]?.values).toEqual(major(MONTHLY));
    expect(series[1]?.values).toEqual(major(MONTHLY_LAST_YEAR));
    expect(series).toHaveLength(3);
  });

  test('RE3 part of a month is drawn as such, and is neither the worst month nor compared', () => {
    const december = BOOK.cells.get('sales|actual|M2025-12');
    if (december?.source.kind !== 'data') throw new Error('the fixture’s months come from data');
    const cells = new Map(BOOK.cells).set('sales|actual|M2025-12', {
      value: 100,
      source: { ...december.source, toDate: true },
    });
    const [row, ...rows] = EVALUATION.scorecard;
    if (!row) throw new Error('no metric');
    const monthly = row.monthly.with(11, 100);
    const { pages } = made({ ...EVALUATION, scorecard: [{ ...row, monthly }, ...rows] }, { ...BOOK, cells });
    const trend = pages.find((one) => one.id === 'trend');
    if (!trend) throw new Error('no trend');
    const table = only(trend, 'table').table;
    expect(only(trend, 'figure').figure.series[0]?.incomplete).toEqual([11]);
    expect(table.rows[2]?.cells.at(-1)?.value).toBeNull();
    expect(table.rows[2]?.cells.at(-2)?.value).not.toBeNull();
    expect(trend.title).toContain('11');
    expect(trend.title).not.toContain('12');
  });

  test('RE4 a waterfall’s steps lead from its first total to its last', () => {
    for (const id of ['explanation-drivers', 'explanation-category']) {
      const values = figure(id).series[0]?.values ?? [];
      const steps = values.slice(0, -1).reduce<number>((total, value) => total + (value ?? 0), 0);
      expect(steps).toBeCloseTo(values.at(-1) ?? NaN, 6);
    }
  });

  test('RE5 parts that a chart folds stay in its table', () => {
    expect(figure('explanation-category').categories).toHaveLength(8);
    const parts = table('explanation-category').rows;
    expect(parts).toHaveLength(CATEGORY_EFFECTS.length + 2);
    const effects = column(table('explanation-category'), 3);
    expect(effects.slice(0, -1).reduce<number>((total, value) => total + (value ?? 0), 0)).toBeCloseTo(
      effects.at(-1) ?? NaN,
      6,
    );
  });

  test('RE6 quarters and months of a goal sum to its target', () => {
    const [target, ...quarters] = [2, 4, 5, 6, 7].map((at) => column(table('goals'), at)[0] ?? NaN);
    expect(quarters.reduce((total, value) => total + value, 0)).toBeCloseTo(target ?? NaN, 6);
    expect(figure('goals').series[0]?.values).toEqual(major(GOAL_MONTHS));
  });

  test('RE7 a page without its figures says what is missing and shows none', () => {
    const lacking = made(EMPTY_EVALUATION).pages.filter((one) => one.missing !== '');
    expect(lacking.map((one) => one.id)).toEqual([
      'conclusion',
      'scorecard',
      'trend',
      'explanation-drivers',
      'explanation-segments',
      'goals',
    ]);
    for (const one of lacking) expect(one.blocks).toEqual([]);
  });

  test('RE8 unknown is a dash, never a zero', () => {
    const target = table('scorecard').rows[3]?.cells[2];
    expect(target).toEqual({ text: '–', value: null, tone: 'faint' });
  });

  test('RE9 chips of the conclusion read as their figures', () => {
    const { paragraphs } = only(page('conclusion'), 'text');
    expect(paragraphs[0]?.[1]).toEqual({ text: '+21.2%', bold: true, figure: true });
  });

  test('RE10 a sample says so', () => {
    expect(made().stamp).not.toBe('');
    const real = { ...BOOK, settings: { ...BOOK.settings, sample: false } };
    const words = reportWords(real.settings);
    expect(report(real, EVALUATION, words, reportFormats('CNY', 1)).stamp).toBe('');
  });

  test.each(['en', 'zh-Hans', 'zh-Hant'] as const)('RE11 titles say the finding in %s', (language) => {
    setLanguage(language);
    const titles = made().pages.map((one) => one.title);
    setLanguage('en');
    expect(titles).toMatchSnapshot();
  });
});
