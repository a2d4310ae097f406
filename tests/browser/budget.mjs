/** Sums the JavaScript that the first screen loads, gzipped, and fails above the budget. Run after a build. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KIB = 150;
const GENERATED = '.svelte-kit/generated/client-optimized';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const kib = (bytes) => (bytes / 1024).toFixed(1);

const manifest = JSON.parse(read('.svelte-kit/output/client/.vite/manifest.json'));
const startNode = /"\/":\s*\[(\d+)/.exec(read(`${GENERATED}/app.js`))?.[1];
if (startNode === undefined) throw new Error('The start route was not found in the generated app');

const html = read('build/index.html');
const scripts = new Set([...html.matchAll(/(?:href|src)="\/([^"]+\.js)"/g)].map(([, path]) => path));
const styles = new Set();

/** What a chunk needs before it runs: itself, its static imports, their styles. */
function need(key) {
  const chunk = manifest[key];
  for (const style of chunk.css ?? []) styles.add(style);
  if (scripts.has(chunk.file) && chunk.seen) return;
  chunk.seen = true;
  scripts.add(chunk.file);
  for (const each of chunk.imports ?? []) need(each);
}
need(`${GENERATED}/nodes/${startNode}.js`);

const sizes = (paths) =>
  [...paths].map((path) => [path, gzipSync(read(`build/${path}`), { level: 9 }).length]).sort((a, b) => b[1] - a[1]);
const total = (rows) => rows.reduce((sum, [, bytes]) => sum + bytes, 0);

const js = sizes(scripts);
for (const [path, bytes] of js.slice(0, 6)) console.log(`  ${kib(bytes).padStart(6)} KiB  ${path}`);
console.log(
  `First screen: ${kib(total(js))} KiB of JavaScript gzipped in ${js.length} files (budget ${BUDGET_KIB}), styles ${kib(total(sizes(styles)))} KiB`,
);
if (total(js) > BUDGET_KIB * 1024) {
  console.error(
    `The first screen is over its budget of ${BUDGET_KIB} KiB. Load what it does not need when it is needed.`,
  );
  process.exit(1);
}
