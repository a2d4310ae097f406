import type { Book } from '#core/book/book.ts';
import { comovementsOf, type CoMovement } from '#core/comparison/co-movement.ts';
import { evaluate } from '#core/evaluate.ts';
import type { Evaluation } from '#core/evaluation.ts';
import { conclusionFragment } from '#document/conclusion-text.ts';
import { bookEdits } from '#document/edits.ts';
import { fillBook } from '#document/fill-book.ts';
import { BookReader } from '#document/read-book.ts';
import { BookUndo } from '#document/undo.ts';
import type { BookSession, DataDesk, SaveStatus } from '#session/book-session.ts';
import * as Y from 'yjs';

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
  readonly data: DataDesk = {
    datasets: [],
    inspect: async () => [],
    importOrders: () => Promise.reject(new Error('no orders here')),
    kpis: () => Promise.reject(new Error('no orders here')),
    campaignFacts: () => Promise.reject(new Error('no orders here')),
    campaignTags: () => Promise.reject(new Error('no orders here')),
    customerGroups: () => Promise.reject(new Error('no orders here')),
    remove: async () => {},
  };

  constructor(content: Omit<Book, 'id'>) {
    fillBook(this.doc, content);
    this.conclusionUndo = new BookUndo(this.doc);
    this.edit = bookEdits(this.doc, this.conclusionUndo);
    const reader = new BookReader(this.doc, (book) => this.#take(book));
    this.#take(reader.book);
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
