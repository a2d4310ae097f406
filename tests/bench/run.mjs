import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { findBrowser, launchArgs } from '../browser/find.mjs';
import { generateOrders } from './generate-orders.mjs';

/** `npm run bench [-- lines rounds]`: the same CSV to the same KPIs, in a worker of Chromium, by Annum and by DuckDB-WASM. */
const lineCount = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 3);
const CONTENDERS = ['annum', 'duckdb'];
const root = resolve(import.meta.dirname, '../..');
const work = mkdtempSync(join(tmpdir(), 'annum-bench-'));
const csv = join(work, 'orders.csv');

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' };

function serve(folders) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const [prefix, folder] = folders.find(([start]) => path.startsWith(start)) ?? ['/', work];
    const file = join(folder, path === '/' ? 'index.html' : path.slice(prefix.length));
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  return new Promise((done) =>
    server.listen(Number(process.env.ANNUM_BENCH_PORT ?? 0), '127.0.0.1', () => done(server)),
  );
}

/** Resident memory of the page's process in MiB from /proc (Linux): now, and the highest since it was last reset. */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kib = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]);
    return { now: kib('VmRSS') / 1024, peak: kib('VmHWM') / 1024 };
  } catch {
    return null;
  }
}

/** Processes that draw pages: ours and the spare one that Chromium keeps ready. */
async function renderersOf(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** How far each page process rose above where it began; one that was not there yet, above the least of the others. */
async function growthSince(before, browser) {
  const least = Math.min(...before.map(({ memory }) => memory?.now ?? Infinity));
  return (await renderersOf(browser)).flatMap((pid) => {
    const memory = memoryOf(pid);
    const start = before.find((process) => process.pid === pid)?.memory?.now ?? least;
    return memory ? [memory.peak - start] : [];
  });
}

async function runOnce(contender, url) {
  const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: launchArgs });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(600_000);
    page.on('pageerror', (problem) => console.error(problem));
    await page.goto(url);
    await page.setInputFiles('input', csv);
    const before = (await renderersOf(browser)).map((pid) => ({ pid, memory: memoryOf(pid) }));
    for (const { pid, memory } of before) if (memory) writeFileSync(`/proc/${pid}/clear_refs`, '5');
    const outcome = await page.evaluate((name) => globalThis.run(name), contender);
    const growth = await growthSince(before, browser);
    const { init, load, kpis } = outcome.timings;
    return {
      ...outcome,
      init,
      load,
      kpis,
      wall: load + kpis,
      memory: growth.length > 0 ? Math.max(...growth) : null,
    };
  } finally {
    await browser.close();
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[(values.length - 1) >> 1];

/** Every cell of every table of the first, against the second. */
function differences(left, right) {
  const found = [];
  let cells = 0;
  const keyed = (rows) =>
    new Map(
      rows.map((row) => [
        KEYS.filter((key) => key in row)
          .map((key) => row[key])
          .join('|'),
        row,
      ]),
    );
  for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const [ours, theirs] = [keyed(left[name] ?? []), keyed(right[name] ?? [])];
    for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
      const [a = {}, b = {}] = [ours.get(key), theirs.get(key)];
      for (const column of new Set([...Object.keys(a), ...Object.keys(b)])) {
        cells++;
        if (a[column] !== b[column]) found.push(`${name} ${key} ${column}: ${a[column]} and ${b[column]}`);
      }
    }
  }
  return { cells, found };
}
const KEYS = ['v', 'fmon', 'mon', 'yr', 'fifth', 'rs', 'fs', 'ms'];

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

try {
  console.log(`Writing ${lineCount.toLocaleString('en')} lines …`);
  await generateOrders(csv, lineCount);
  console.log(`${(statSync(csv).size / 1e6).toFixed(0)} MB. Building the page …`);
  await build({
    root: join(root, 'tests/bench/page'),
    configFile: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: { outDir: join(work, 'page'), emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 4_000 },
  });
  const server = await serve([
    ['/duckdb/', join(root, 'node_modules/@duckdb/duckdb-wasm/dist')],
    ['/', join(work, 'page')],
  ]);
  const url = `http://127.0.0.1:${server.address().port}/`;
  const results = { annum: [], duckdb: [] };
  for (let round = 0; round < rounds; round++) {
    for (const contender of CONTENDERS) {
      const result = await runOnce(contender, url);
      results[contender].push(result);
      console.log(
        `round ${round + 1} ${contender}: load ${seconds(result.load)}, KPIs ${seconds(result.kpis)}, start ${seconds(result.init)}` +
          (result.memory === null ? '' : `, peak +${result.memory.toFixed(0)} MiB`),
      );
    }
  }
  server.close();
  const wall = (contender) => median(results[contender].map((result) => result.wall));
  const peak = (contender) => Math.max(...results[contender].map((result) => result.memory ?? NaN));
  const { cells, found } = differences(results.annum[0].tables, results.duckdb[0].tables);
  console.log(`\nCSV to KPIs, medians of ${rounds}, starting the engine not counted:`);
  console.log(`  Annum       ${seconds(wall('annum'))}   peak +${peak('annum').toFixed(0)} MiB`);
  console.log(`  DuckDB-WASM ${seconds(wall('duckdb'))}   peak +${peak('duckdb').toFixed(0)} MiB`);
  console.log(`  Annum is ${(wall('duckdb') / wall('annum')).toFixed(2)} times as fast.`);
  console.log("  Memory: resident set of the page's process at its highest, less before the run (/proc, Linux only).");
  console.log(`  ${cells.toLocaleString('en')} cells compared, ${found.length} differ.`);
  for (const difference of found.slice(0, 20)) console.log(`    ${difference}`);
  if (found.length > 0) process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
