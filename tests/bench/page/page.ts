import { runDuckDb } from './duckdb.ts';
import type { Tables } from './tables.ts';

/** Milliseconds: starting the engine, file to columns, columns to KPIs. */
export interface Timings {
  readonly init: number;
  readonly load: number;
  readonly kpis: number;
}

export interface Outcome {
  readonly tables: Tables;
  readonly timings: Timings;
}

function runAnnum(file: File): Promise<Outcome> {
  const worker = new Worker(new URL('./annum.worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<Outcome & { readonly failed?: string }>) => {
      worker.terminate();
      if (data.failed) reject(new Error(data.failed));
      else resolve(data);
    };
    worker.postMessage(file);
  });
}

/** Called by the runner, once a page. */
Object.assign(globalThis, {
  run: (contender: 'annum' | 'duckdb'): Promise<Outcome> => {
    const file = document.querySelector('input')?.files?.[0];
    if (!file) throw new Error('no file was given');
    return contender === 'annum' ? runAnnum(file) : runDuckDb(file);
  },
});
