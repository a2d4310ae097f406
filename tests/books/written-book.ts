import type { Book } from '#core/book/book.ts';
import type { BookEdits } from '#core/book/edits.ts';
import { bookEdits } from '#document/edits.ts';
import { fillBook } from '#document/fill-book.ts';
import { BookReader } from '#document/read-book.ts';
import { BookUndo } from '#document/undo.ts';
import * as Y from 'yjs';

/** A book as people write it: from a content, by the verbs of editing, read back from the shared document. */
export function writtenBook(content: Omit<Book, 'id'>, write: (edit: BookEdits) => void): Book {
  const doc = new Y.Doc({ guid: 'book' });
  fillBook(doc, content);
  write(bookEdits(doc, new BookUndo(doc)));
  return new BookReader(doc).book;
}
