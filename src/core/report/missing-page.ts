import type { ReportContext } from './context.ts';
import type { Page } from './page.ts';
import type { MissingPart } from './words.ts';

/** A page that cannot speak yet: it says what is missing and where that is entered. */
export function missingPage(context: ReportContext, id: string, kind: Page['kind'], part: MissingPart): Page {
  const { title, text } = context.words.missing(part);
  return { id, kind, title, lead: '', layout: 'flow', blocks: [], source: '', notes: '', missing: text };
}
