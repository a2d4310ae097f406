import type { Book } from '../book/book.ts';
import type { Evaluation } from '../evaluation.ts';
import { appendixPages } from './appendix-page.ts';
import { conclusionPage } from './conclusion-page.ts';
import { coreRow, type ReportContext } from './context.ts';
import { coverPage, reportSpan, reportTitle } from './cover-page.ts';
import { explanationPages } from './explanation-pages.ts';
import { goalsPage } from './goals-page.ts';
import type { Page, Report } from './page.ts';
import { scorecardPage } from './scorecard-page.ts';
import { trendPage } from './trend-page.ts';
import type { ReportFormats, ReportWords } from './words.ts';

/** Every page of a report, in the order a boss reads. */
const PAGES: readonly ((context: ReportContext) => readonly Page[])[] = [
  (context) => [coverPage(context)],
  (context) => [conclusionPage(context)],
  (context) => [scorecardPage(context)],
  (context) => [trendPage(context)],
  explanationPages,
  (context) => [goalsPage(context)],
  appendixPages,
];

/**
 * Book and Evaluation as pages of words and figures, in the language of `words`. Every table cell and chart value is the
 * evaluation's own figure (money in major units). A page that lacks its figures says so in `missing`; it never shows zeros.
 */
export function report(book: Book, evaluation: Evaluation, words: ReportWords, formats: ReportFormats): Report {
  const context: ReportContext = { book, evaluation, words, formats, core: coreRow(evaluation) };
  return {
    locale: words.locale,
    title: reportTitle(context),
    subtitle: reportSpan(context),
    stamp: book.settings.sample ? words.label('sample') : '',
    pages: PAGES.flatMap((pages) => pages(context)),
  };
}
