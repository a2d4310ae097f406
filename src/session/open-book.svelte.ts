import type { Book } from '#core/book/book.ts';
import type { BookEdits } from '#core/book/edits.ts';
import type { CoMovement } from '#core/comparison/co-movement.ts';
import type { Evaluation } from '#core/evaluation.ts';
import { conclusionFragment } from '#document/conclusion-text.ts';
import { bookEdits, isReadOnly } from '#document/edits.ts';
import { BookReader } from '#document/read-book.ts';
import { BookUndo, ORIGIN } from '#document/undo.ts';
import { database } from '#storage/database.ts';
import { Journal } from '#storage/journal.ts';
import { keepDocument } from '#storage/keep-document.ts';
import type { Keeper } from '#storage/keep-document.ts';
import { joinTabs } from '#sync/tabs.ts';
import type { Analytics, Following } from '#worker/client.ts';
import * as Y from 'yjs';
import type { BookSession, SaveStatus } from './book-session.ts';
import { DeviceData } from './data-desk.svelte.ts';

/** Between the keys of somebody who types without haste. */
const REST_MS = 300;

/** What the shelf wants to know of an open book. */
export interface BookListener {
  changed(book: Book): void;
  /** The person has added something worth keeping. */
  filled(): void;
  closed(): Promise<void>;
}

/** An open book: its document, what keeps it, and the worker's evaluation of it. */
export class OpenBook implements BookSession {
  readonly id: string;
  book = $state.raw<Book>(readOnce(new Y.Doc()));
  evaluation = $state.raw<Evaluation | null>(null);
  status = $state.raw<SaveStatus>({ kind: 'saved' });
  canUndo = $state(false);
  canRedo = $state(false);
  lastStep = $state.raw<object | null>(null);
  readonly readOnly: boolean;
  readonly edit: BookEdits;
  readonly conclusionUndo: BookUndo;
  readonly data: DeviceData;
  readonly #doc: Y.Doc;
  readonly #reader: BookReader;
  readonly #journal: Journal;
  readonly #analytics: Analytics;
  readonly #worker: Following;
  readonly #leaveTabs: () => void;
  readonly #hear: BookListener;
  readonly #keeper: Keeper;
  #resting: ReturnType<typeof setTimeout> | undefined;

  static async open(id: string, worker: Analytics, hear: BookListener): Promise<OpenBook> {
    const doc = new Y.Doc({ guid: id });
    const opened: { session?: OpenBook } = {};
    const journal = new Journal(database(), id, (status) => {
      if (opened.session) opened.session.status = status;
    });
    const updates = await journal.load();
    doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)), ORIGIN.stored);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== ORIGIN.stored && origin !== ORIGIN.tab) journal.append(update);
    });
    const keeper = await keepDocument(doc, id);
    opened.session = new OpenBook(doc, journal, keeper, worker, hear);
    return opened.session;
  }

  private constructor(doc: Y.Doc, journal: Journal, keeper: Keeper, worker: Analytics, hear: BookListener) {
    this.id = doc.guid;
    this.#doc = doc;
    this.#journal = journal;
    this.#keeper = keeper;
    this.#hear = hear;
    this.status = journal.status;
    this.readOnly = isReadOnly(doc);
    this.conclusionUndo = new BookUndo(doc);
    this.edit = bookEdits(doc, this.conclusionUndo);
    this.#reader = new BookReader(doc, (book) => this.#take(book));
    this.book = this.#reader.book;
    this.data = new DeviceData(this.id, worker, () => hear.filled());
    this.#leaveTabs = joinTabs(doc, this.id);
    this.#followUndo();
    this.#analytics = worker;
    this.#worker = worker.follow(this.id, Y.encodeStateAsUpdate(doc), (evaluation) => (this.evaluation = evaluation));
    doc.on('update', this.#worker.update);
    addEventListener('beforeunload', this.#holdUnsaved);
  }

  undo(): void {
    this.conclusionUndo.undo();
  }

  redo(): void {
    this.conclusionUndo.redo();
  }

  conclusionText(owner: string): Y.XmlFragment {
    return conclusionFragment(this.#doc, owner);
  }

  comovements(metricId: string): Promise<readonly CoMovement[]> {
    return this.#analytics.comovements(this.id, metricId);
  }

  async close(): Promise<void> {
    this.#leaveTabs();
    this.data.stop();
    this.#worker.stop();
    await this.#journal.settled();
    // What could not be written is still tried again: then the browser must go on asking.
    if (this.status.kind === 'saved') removeEventListener('beforeunload', this.#holdUnsaved);
    await this.#keeper.stop();
    this.#reader.stop();
    clearTimeout(this.#resting);
    if (this.book !== this.#reader.book) this.#hear.changed(this.#reader.book);
    this.conclusionUndo.dispose();
    this.#doc.destroy();
    await this.#hear.closed();
  }

  /**
   * Words of a conclusion are in their editor already; what else tells of them follows when the hand rests, rather than at every
   * key. Anything else is shown at once, with the words so far.
   */
  #take(book: Book): void {
    clearTimeout(this.#resting);
    const show = (): void => {
      this.book = book;
      this.#hear.changed(book);
    };
    if (differOnlyInWords(this.book, book)) this.#resting = setTimeout(show, REST_MS);
    else show();
  }

  #followUndo(): void {
    const look = (): void => {
      this.lastStep = this.conclusionUndo.undoStack.at(-1) ?? null;
      this.canUndo = this.lastStep !== null;
      this.canRedo = this.conclusionUndo.redoStack.length > 0;
    };
    this.conclusionUndo.on('stack-item-added', () => {
      look();
      this.#hear.filled();
    });
    this.conclusionUndo.on('stack-item-popped', look);
    this.conclusionUndo.on('stack-cleared', look);
  }

  /** The browser asks before it throws away what is not on the disk yet. */
  readonly #holdUnsaved = (event: BeforeUnloadEvent): void => {
    if (this.status.kind !== 'saved') event.preventDefault();
  };
}

const differOnlyInWords = (a: Book, b: Book): boolean =>
  (Object.keys(b) as (keyof Book)[]).every((part) => part === 'conclusions' || a[part] === b[part]);

const readOnce = (doc: Y.Doc): Book => new BookReader(doc).book;
