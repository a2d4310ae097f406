import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { findBrowser, launchArgs } from '../browser/find.mjs';

/**
 * `npm run bench:frames`, after a build: edits a review of 30 metrics, 12 campaigns, 60 causes and 200 cost lines in Chromium under
 * trace, and reports the longest piece of work that kept the page from drawing. Exits with 1 when one is over 50 ms.
 */
const MOST_MS = 50;
const ID = 'bigbook';
const port = Number(process.env.ANNUM_BENCH_PORT ?? 4190);
const origin = `http://localhost:${port}`;

async function documentBytes() {
  const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom', logLevel: 'error' });
  try {
    const { bigDocument } = await vite.ssrLoadModule('/tests/bench/big-book.ts');
    return Buffer.from(bigDocument(ID)).toString('base64');
  } finally {
    await vite.close();
  }
}

/** Puts the book where the app keeps its own: listed on the shelf, and as one row of the journal. */
async function place(page, bytes) {
  await page.goto(origin);
  await page.getByRole('button').first().waitFor();
  await page.evaluate(
    async ([id, base64]) => {
      const update = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const db = await new Promise((done, failed) => {
        const asked = indexedDB.open('annum');
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => failed(asked.error);
      });
      const transaction = db.transaction(['books', 'journal'], 'readwrite');
      transaction.objectStore('books').put({
        id,
        team: 'Big team',
        year: 2025,
        sample: false,
        lastOpened: new Date().toISOString(),
        progress: 'started',
        place: 'review',
      });
      transaction.objectStore('journal').put({ bookId: id, update });
      await new Promise((done) => (transaction.oncomplete = done));
      db.close();
    },
    [ID, bytes],
  );
}

/** The pieces of work of the page's main thread during `work`, longest first: by the clock, and by the processor's time. */
async function traced(browser, page, work) {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'blink.user_timing'] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const named = (name) => traceEvents.filter((event) => event.name === name);
  const main = named('thread_name').find((event) => event.args.name === 'CrRendererMain' && isOurs(event, traceEvents));
  const tasks = traceEvents.filter(
    (event) => event.pid === main?.pid && event.tid === main?.tid && /RunTask$/.test(event.name) && event.dur,
  );
  return tasks.map(({ dur, tdur = dur }) => ({ wall: dur / 1000, cpu: tdur / 1000 })).sort((a, b) => b.wall - a.wall);
}

/** Of several page processes, the one that laid out our page. */
const isOurs = (thread, events) =>
  events.some((event) => event.pid === thread.pid && event.tid === thread.tid && event.name === 'UpdateLayoutTree');

/** What is edited, where. Each leaves the page ready for the next. */
const EDITS = [
  {
    name: 'a target on the scorecard',
    path: 'review',
    async edit(page) {
      const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Metric 2' }) });
      const cell = row.first().getByRole('gridcell').nth(1);
      for (const digits of ['1', '22', '333', '4444', '55555']) {
        await cell.click();
        await page.keyboard.type(digits, { delay: 60 });
        await page.keyboard.press('Enter');
        await pause(250);
      }
    },
  },
  {
    name: 'an amount of a cost line',
    path: 'review/cost',
    async edit(page) {
      await page.getByRole('radio', { name: 'Actual by month' }).check({ force: true });
      const cell = page.getByRole('grid').getByRole('row').nth(2).getByRole('gridcell').nth(2);
      for (const digits of ['1', '22', '333', '4444', '55555']) {
        await cell.click();
        await page.keyboard.type(digits, { delay: 60 });
        await page.keyboard.press('Enter');
        await pause(250);
      }
    },
  },
  {
    name: 'a cause, its words and its level',
    path: 'review/m2',
    async edit(page) {
      const causes = page.getByRole('textbox', { name: /Root cause|Winning factor/ });
      await causes.nth(2).click();
      await page.keyboard.type(', which nobody had planned for', { delay: 60 });
      for (const key of ['Tab', 'Shift+Tab', 'Alt+ArrowUp', 'Alt+ArrowDown', 'Enter']) {
        await page.keyboard.press(key);
        await pause(250);
      }
      await page.keyboard.type('A cause of its own', { delay: 60 });
      await page.locator(':focus').blur();
      await pause(250);
    },
  },
  {
    name: 'a strategic task',
    path: 'review/tasks',
    async edit(page) {
      const task = page.locator('details[data-at="t1"]');
      await task.locator('summary').click();
      await task.getByLabel('Planned outcome').click();
      await page.keyboard.type(' and win members back', { delay: 60 });
      await page.locator(':focus').blur();
      await pause(250);
    },
  },
  {
    name: 'a lesson of a campaign',
    path: 'review/tasks/g0',
    async edit(page) {
      await page.locator('main textarea').last().click();
      await page.keyboard.type(' Order the gift boxes in week 30.', { delay: 60 });
      await page.locator(':focus').blur();
      await pause(250);
    },
  },
  {
    name: 'a conclusion',
    path: 'review/m2',
    async edit(page) {
      await page.getByRole('textbox').last().click();
      await page.keyboard.type('Members came back later and bought less. ', { delay: 60 });
    },
  },
];

const bytes = await documentBytes();
const server = spawn('npx', ['sirv', 'build', '--single', '--quiet', '--port', String(port), '--host', '127.0.0.1'], {
  stdio: 'ignore',
  detached: true,
});
let isOver = false;
try {
  for (
    let tries = 0;
    tries < 50 &&
    !(await fetch(origin).then(
      () => true,
      () => false,
    ));
    tries++
  )
    await pause(200);
  const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: launchArgs });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await place(page, bytes);
  for (const { name, path, edit } of EDITS) {
    await page.goto(`${origin}/book/${ID}/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await pause(2_000);
    const tasks = await traced(browser, page, () => edit(page));
    isOver ||= tasks.some(({ wall }) => wall > MOST_MS);
    const over = tasks.filter(({ wall }) => wall > MOST_MS).length;
    const told = tasks.slice(0, 4).map(({ wall, cpu }) => `${wall.toFixed(1)} (${cpu.toFixed(1)})`);
    console.log(`${name}: ${over} over ${MOST_MS} ms; longest, ms (processor): ${told.join(', ')}`);
  }
  await browser.close();
} finally {
  process.kill(-server.pid);
}
process.exitCode = isOver ? 1 : 0;
