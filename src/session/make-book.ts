import type { Book, BookSettings } from '#core/book/book.ts';
import { EMPTY_BOOK } from '#core/book/empty-book.ts';
import { presetMetrics } from '#core/book/presets.ts';
import { DEFAULT_OPTIONS } from '#core/kpis/facts.ts';
import { sampleBook } from '#core/sample/sample-book.ts';
import { sampleCampaignRequest } from '#core/sample/sample-campaign-records.ts';
import { sampleSettings } from '#core/sample/sample-settings.ts';
import { sampleYear } from '#core/sample/sample-year.ts';
import { fillBook } from '#document/fill-book.ts';
import { newId } from '#document/id.ts';
import { readBook } from '#document/read-book.ts';
import { database } from '#storage/database.ts';
import { removeDataset } from '#storage/datasets.ts';
import { Journal } from '#storage/journal.ts';
import type { Analytics } from '#worker/client.ts';
import * as Y from 'yjs';
import { sampleConclusions } from './sample-conclusions.ts';

type Locale = 'en' | 'zh-Hans' | 'zh-Hant';

/** Where on the progress bar the orders are made, and where their facts are computed. */
const ORDERS_MADE = 0.8;
const FACTS_COMPUTED = 0.9;

/** A new book with the preset metrics and nothing else. */
export const createBook = (settings: BookSettings): Promise<Book> =>
  keepNew(newId(), { ...EMPTY_BOOK, settings, metrics: presetMetrics() });

/** The sample's book and orders, in the person's language: made the way a person's own are, from file to accepted figures to drafts. */
export async function createSampleBook(
  locale: Locale,
  worker: Pick<Analytics, 'makeSample' | 'kpis' | 'customerGroups' | 'campaignFacts'>,
  onProgress: (share: number) => void,
): Promise<Book> {
  const id = newId();
  const year = sampleYear(new Date().toISOString());
  const settings = sampleSettings(locale, year);
  const request = { bookId: id, locale, year, name: settings.team };
  const dataset = await worker.makeSample(request, ({ bytesDone, bytesTotal }) =>
    onProgress((ORDERS_MADE * bytesDone) / bytesTotal),
  );
  try {
    onProgress(ORDERS_MADE);
    const options = { ...DEFAULT_OPTIONS, firstMonth: settings.firstMonth };
    const kpis = await worker.kpis(dataset.id, options);
    const groups = await worker.customerGroups(dataset.id, options);
    const campaigns = await worker.campaignFacts(dataset.id, sampleCampaignRequest(locale, year));
    onProgress(FACTS_COMPUTED);
    const source = { dataset: dataset.id, datasetName: dataset.name, computedAt: new Date().toISOString() };
    const content = sampleBook(locale, year, { kpis, groups, campaigns }, source);
    const book = await keepNew(id, { ...content, conclusions: sampleConclusions({ ...content, id }) });
    onProgress(1);
    return book;
  } catch (problem) {
    await removeDataset(database(), dataset.id);
    throw problem;
  }
}

/** Writes a new document; rejects when the device could not keep it. */
async function keepNew(id: string, content: Omit<Book, 'id'>): Promise<Book> {
  const doc = new Y.Doc({ guid: id });
  fillBook(doc, content);
  const journal = new Journal(database(), id, () => {});
  journal.append(Y.encodeStateAsUpdate(doc));
  await journal.settled();
  if (journal.status.kind === 'not-saved') throw new NotKept(journal.status.reason);
  return readBook(doc);
}

/** The device refused a new book; nothing of it is listed. */
class NotKept extends Error {
  constructor(readonly reason: 'quota' | 'closed' | 'unknown') {
    super(`The book could not be written: ${reason}`);
    this.name = 'NotKept';
  }
}
