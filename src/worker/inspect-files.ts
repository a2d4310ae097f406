import type { ImportProblem, Inspection } from '#core/orders/import.ts';
import { HEAD_BYTES, inspect } from '#core/orders/inspect.ts';
import { err } from '#core/result.ts';
import type { Result } from '#core/result.ts';
import { BytesProblem, firstBytes } from './file-bytes.ts';

type Looked = Result<Inspection, ImportProblem>;

async function inspectFile(file: File): Promise<Looked> {
  try {
    const head = await firstBytes(file, HEAD_BYTES);
    // A packed file's own size says nothing of its text's: a head that was not filled is the whole.
    const isWhole = head.length < HEAD_BYTES;
    const looked = inspect(head, file.name, isWhole ? head.length : Math.max(file.size, HEAD_BYTES + 1));
    return looked.ok ? { ok: true, value: { ...looked.value, bytes: file.size } } : looked;
  } catch (problem) {
    if (problem instanceof BytesProblem) return err(problem.problem);
    throw problem;
  }
}

/** One after the other: a person may drop a hundred files, and each keeps its head in memory. */
export async function inspectFiles(files: readonly File[]): Promise<Looked[]> {
  const looked: Looked[] = [];
  for (const file of files) looked.push(await inspectFile(file));
  return looked;
}
