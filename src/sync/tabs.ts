import { ORIGIN } from '#document/undo.ts';
import * as Y from 'yjs';

type TabMessage =
  | { readonly kind: 'hello'; readonly vector: Uint8Array }
  | { readonly kind: 'answer'; readonly update: Uint8Array; readonly vector: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array };

/** A message of another version of Annum may look otherwise: it is left alone. */
function isTabMessage(data: unknown): data is TabMessage {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return false;
  const hasVector = 'vector' in data && data.vector instanceof Uint8Array;
  const hasUpdate = 'update' in data && data.update instanceof Uint8Array;
  if (data.kind === 'hello') return hasVector;
  if (data.kind === 'answer') return hasVector && hasUpdate;
  return data.kind === 'update' && hasUpdate;
}

/**
 * Keeps the tabs of one browser on one book alike. A tab that joins says what it has; each other tab answers with what the
 * newcomer lacks and what it has itself, and so gets what it lacks. Returns what ends it.
 */
export function joinTabs(doc: Y.Doc, bookId: string): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => {};
  const channel = new BroadcastChannel(`annum-book-${bookId}`);
  const send = (message: TabMessage): void => channel.postMessage(message);

  const hear = (message: TabMessage): void => {
    if (message.kind !== 'hello') Y.applyUpdate(doc, message.update, ORIGIN.tab);
    if (message.kind === 'hello')
      send({
        kind: 'answer',
        update: Y.encodeStateAsUpdate(doc, message.vector),
        vector: Y.encodeStateVector(doc),
      });
    if (message.kind === 'answer') {
      const lacked = Y.encodeStateAsUpdate(doc, message.vector);
      if (lacked.length > 2) send({ kind: 'update', update: lacked });
    }
  };

  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    try {
      if (isTabMessage(data)) hear(data);
    } catch (problem) {
      console.error(problem);
    }
  };
  const tell = (update: Uint8Array, origin: unknown): void => {
    // A closed channel throws, and a throw here would silence the document.
    try {
      if (origin !== ORIGIN.tab) send({ kind: 'update', update });
    } catch (problem) {
      console.error(problem);
    }
  };
  doc.on('update', tell);
  send({ kind: 'hello', vector: Y.encodeStateVector(doc) });
  return () => {
    doc.off('update', tell);
    channel.close();
  };
}
