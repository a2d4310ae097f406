import type { ImportProblem } from '#core/orders/import.ts';

/** A problem of the bytes themselves: the disk, or a damaged archive. */
export class BytesProblem extends Error {
  constructor(readonly problem: ImportProblem) {
    super(problem.kind);
    this.name = 'BytesProblem';
  }
}

async function isGzip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

function unpacked(file: Blob, onPacked: (chunk: Uint8Array) => void): ReadableStream<Uint8Array<ArrayBuffer>> {
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, out) {
      onPacked(chunk);
      out.enqueue(chunk);
    },
  });
  return file.stream().pipeThrough(counted).pipeThrough(new DecompressionStream('gzip'));
}

/**
 * The file's bytes, unpacked when it is gzip whatever its name says. `onRead` hears how many bytes of the file itself have
 * been read. Throws `BytesProblem` for a damaged archive and for a file that can no longer be read.
 */
export async function* bytesOf(file: Blob, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array, void, void> {
  const isPacked = await isGzip(file).catch(unreadable);
  let done = 0;
  const count = (chunk: Uint8Array): void => onRead((done += chunk.length));
  const reader = (isPacked ? unpacked(file, count) : file.stream()).getReader();
  try {
    for (;;) {
      const { done: isEnd, value } = await reader.read();
      if (isEnd) return;
      if (!isPacked) count(value);
      yield value;
    }
  } catch (problem) {
    const isRead = problem instanceof DOMException;
    throw new BytesProblem({ kind: isPacked && !isRead ? 'broken-gzip' : 'unreadable' });
  } finally {
    // Ends the file's stream too when whoever asked has seen enough.
    await reader.cancel().catch(() => {});
  }
}

const unreadable = (): never => {
  throw new BytesProblem({ kind: 'unreadable' });
};

/** The first bytes, unpacked; fewer when the file is shorter. */
export async function firstBytes(file: Blob, most: number): Promise<Uint8Array> {
  const head = new Uint8Array(most);
  let length = 0;
  for await (const chunk of bytesOf(file, () => {})) {
    const part = chunk.subarray(0, most - length);
    head.set(part, length);
    length += part.length;
    if (length === most) break;
  }
  return head.subarray(0, length);
}
