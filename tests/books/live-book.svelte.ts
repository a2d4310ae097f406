import type { Book } from '#core/book/book.ts';
import { comovementsOf, type CoMovement } from '#core/comparison/co-movement.ts';
import { evaluate } from '#core/evaluate.ts';
import type { Evaluation } from '#core/evaluation.ts';
import type { DatasetRecord } from '#core/orders/dataset.ts';
import { conclusionFragment } from '#document/conclusion-text.ts';
import { bookEdits } from '#document/edits.ts';
import { fillBook } from '#document/fill-book.ts';
import { BookReader } from '#document/read-book.ts';
import { BookUndo } from '#document/undo.ts';
import type { BookSession, DataDesk, SaveStatus } from '#session/book-session.ts';
import * as Y from 'yjs';

const none = () => Promise.reject(new Error('no orders here'));
const NO_ORDERS: DataDesk = {
  datasets: [],
  inspect: async () => [],
  importOrders: none,
  kpis: none,
  campaignFacts: none,
  campaignTags: none,
  customerGroups: none,
  remove: async () => {},
};

/** A dataset as listed; its report is that of an empty file. */
export const datasetOf = (id: string, name: string): DatasetRecord => ({
  id,
  bookId: 'book',
  name,
  version: 1,
  sample: false,
  files: [],
  report: {
    rowsRead: 0,
    rowsKept: 0,
    refusedCount: 0,
    refused: [],
    refusedByReason: {},
    duplicates: 0,
    orders: 0,
    customers: 0,
    guestOrders: 0,
    refundRows: 0,
    customerConflicts: 0,
    damagedIds: 0,
    firstDay: null,
    lastDay: null,
    incompleteMonths: [],
    implausibleRepeat: false,
  },
});

/** An open book for tests of screens: a real shared document, evaluated at once instead of in the worker, kept nowhere. */
export class LiveBook implements BookSession {
  readonly id = 'book';
  book = $state.raw<Book>(new BookReader(new Y.Doc()).book);
  evaluation = $state.raw<Evaluation | null>(null);
  readonly status: SaveStatus = { kind: 'saved' };
  readonly readOnly = false;
  readonly canUndo = true;
  readonly canRedo = true;
  readonly doc = new Y.Doc({ guid: 'book' });
  readonly conclusionUndo: BookUndo;
  readonly edit: BookSession['edit'];
  readonly data: DataDesk;

  /** `orders`: what a test lets the order data of this device answer. */
  constructor(content: Omit<Book, 'id'>, orders: Partial<DataDesk> = {}) {
    this.data = { ...NO_ORDERS, ...orders };
    fillBook(this.doc, content);
    this.conclusionUndo = new BookUndo(this.doc);
    this.edit = bookEdits(this.doc, this.conclusionUndo);
    const reader = new BookReader(this.doc, (book) => this.#take(book));
    this.#take(reader.book);
  }

  get lastStep(): object | null {
    return this.conclusionUndo.undoStack.at(-1) ?? null;
  }

  undo(): void {
    this.conclusionUndo.undo();
  }

  redo(): void {
    this.conclusionUndo.redo();
  }

  conclusionText(owner: string): Y.XmlFragment {
    return conclusionFragment(this.doc, owner);
  }

  async comovements(metricId: string): Promise<readonly CoMovement[]> {
    return comovementsOf(this.book, metricId);
  }

  async close(): Promise<void> {}

  #take(book: Book): void {
    this.book = book;
    this.evaluation = evaluate(book);
  }
}
