import * as Y from 'yjs';

/** Who made a transaction. Only the person's own are undone. */
export const ORIGIN = {
  person: 'annum:person',
  create: 'annum:create',
  stored: 'annum:stored',
  tab: 'annum:tab',
} as const;

/**
 * One undo for the whole book, conclusions' text included. The text editor shares it: it adds its own origin with
 * `addTrackedOrigin` and passes this as its undo manager. An editor destroys its undo manager when it closes; this one
 * lives as long as the book, so `destroy` does nothing and `dispose` ends it.
 */
export class BookUndo extends Y.UndoManager {
  constructor(doc: Y.Doc) {
    super(doc, {
      trackedOrigins: new Set([ORIGIN.person]),
      // The text editor also opens transactions to draw a mark: a step without a change would stand between a person and their own.
      captureTransaction: ({ changed }) => changed.size > 0,
    });
  }

  override destroy(): void {}

  dispose(): void {
    super.destroy();
  }
}
