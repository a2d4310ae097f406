import type { Report } from '#core/report/page.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** The report as a PowerPoint file. The writer is loaded when it is first asked for. */
export async function deckFile(report: Report, author: string, now: Date): Promise<Blob> {
  const { pptx } = await import('#deck/pptx/pptx.ts');
  const bytes = pptx(report, { author, created: `${now.toISOString().slice(0, 19)}Z` });
  return new Blob([bytes], { type: TYPE });
}
