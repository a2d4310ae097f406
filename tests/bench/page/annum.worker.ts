import { computeKpis } from '#core/kpis/compute-kpis.ts';
import { DEFAULT_OPTIONS } from '#core/kpis/facts.ts';
import { HEAD_BYTES, inspect } from '#core/orders/inspect.ts';
import { OrderImport } from '#core/orders/order-import.ts';
import type { Timings } from './page.ts';
import { tablesOf } from './tables.ts';

/** From the file to every KPI, as the app's worker does it. */
async function run(file: File) {
  const started = performance.now();
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const seen = inspect(head, file.name, file.size);
  if (!seen.ok) throw new Error(seen.error.kind);
  const orders = new OrderImport();
  orders.begin({ name: file.name, mapping: seen.value.mapping, minorDigits: 2 });
  const reader = file.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const problem = orders.feed(part.value);
    if (problem) throw new Error(JSON.stringify(problem));
  }
  orders.end();
  const result = orders.finish();
  if (!result.ok) throw new Error(result.error.kind);
  const imported = performance.now();
  const kpis = computeKpis(result.value.columns, DEFAULT_OPTIONS);
  const done = performance.now();
  const timings: Timings = { init: 0, load: imported - started, kpis: done - imported };
  return { tables: tablesOf(kpis), timings };
}

addEventListener('message', ({ data }: MessageEvent<File>) => {
  void run(data).then(
    (result) => postMessage(result),
    (reason: unknown) => postMessage({ failed: String(reason) }),
  );
});
