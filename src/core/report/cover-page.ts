import type { ReportContext } from './context.ts';
import type { Page } from './page.ts';

export function coverPage(context: ReportContext): Page {
  return {
    id: 'cover',
    kind: 'cover',
    title: reportTitle(context),
    lead: reportSpan(context),
    layout: 'cover',
    blocks: [],
    source: '',
    notes: '',
    missing: '',
  };
}

export function reportTitle({ book, words }: ReportContext): string {
  const { team, year } = book.settings;
  return words.reportTitle({ team, year: String(year), nextYear: String(year + 1) });
}

/** The first and last month of the year under review. */
export function reportSpan({ evaluation, words, formats }: ReportContext): string {
  const from = evaluation.months[0];
  const to = evaluation.months.at(-1);
  return from === undefined || to === undefined
    ? ''
    : words.reportSpan({ from: formats.month(from, 'long'), to: formats.month(to, 'long') });
}
