import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';

export const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

/**
 * Every journey fails on an uncaught error or a refused script, wherever it happened; and leaves a page only once the device has
 * what was typed there. Annum asks a person who leaves too early whether to stay, and here nobody would read the question.
 */
export const test = base.extend<{ quiet: void }>({
  locale: 'en-GB',
  page: async ({ page }, use) => {
    const goto = page.goto.bind(page);
    const reload = page.reload.bind(page);
    page.goto = async (...to) => (await unhurried(page), goto(...to));
    page.reload = async (...how) => (await unhurried(page), reload(...how));
    await use(page);
  },
  quiet: [
    async ({ context }, use) => {
      const problems: string[] = [];
      const watch = (page: Page): void => {
        page.on('pageerror', (error) => problems.push(String(error)));
        page.on('console', (message) => {
          if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text())) problems.push(message.text());
        });
      };
      context.pages().forEach(watch);
      context.on('page', watch);
      await use();
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export interface BookWish {
  readonly team: string;
  readonly year: number;
  readonly currency?: string;
}

/** From the start screen, through the dialog, to the new book's Data screen. Returns the book's path. */
export async function makeBook(page: Page, wish: BookWish): Promise<string> {
  await page.goto('/');
  await page.getByRole('button', { name: 'New book' }).click();
  const dialog = page.getByRole('dialog', { name: 'New book' });
  await dialog.getByLabel('Team or brand').fill(wish.team);
  await dialog.getByLabel('Year under review').selectOption({ label: String(wish.year) });
  if (wish.currency) await dialog.getByLabel('Currency').selectOption(wish.currency);
  await dialog.getByRole('button', { name: 'Create book' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data' })).toBeVisible();
  return new URL(page.url()).pathname.replace(/\/data$/, '');
}

type InputFiles = Parameters<ReturnType<Page['locator']>['setInputFiles']>[0];

/** Gives order files to the Data screen, as the file dialog would. */
export async function chooseFiles(page: Page, files: InputFiles): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(files);
}

/** Imports files with the mapping that was guessed and waits for the quality report. */
export async function importFiles(page: Page, files: InputFiles): Promise<void> {
  await chooseFiles(page, files);
  await page.getByRole('button', { name: /^Import( \d+ files)?$/ }).click();
  await expect(page.getByRole('heading', { name: /^Quality report/ })).toBeVisible({ timeout: 60_000 });
}

/**
 * Gives the Data screen an order file of that size, made inside the page: through the browser's protocol it would take
 * longer than its import.
 */
export async function chooseMadeFile(
  page: Page,
  wish: { readonly name: string; readonly header: string; readonly megabytes: number },
): Promise<void> {
  await page.locator('input[type=file]').evaluate((input, { name, header, megabytes }) => {
    if (!(input instanceof HTMLInputElement)) throw new Error('no file input');
    const parts = [`${header}\n`];
    for (let part = 0; part < megabytes; part++) {
      const rows = [];
      for (let at = 0; at < 16_000; at++)
        rows.push(`L${part}-${at},1,c${at},2025-01-05 10:00:00,100.00,1,0.00,p,Tea,Tea,Web,\n`);
      parts.push(rows.join(''));
    }
    const carried = new DataTransfer();
    carried.items.add(new File(parts, name));
    input.files = carried.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, wish);
}

/** The datasets that the Data screen lists. */
export const datasetsOf = (page: Page): Locator =>
  page
    .getByRole('region', { name: /Datasets on this device|本机的数据集|本機的資料集/ })
    .locator('li')
    .filter({ has: page.getByRole('heading') });

/** A figure of the KPI explorer by what is read out for it: "Sales, Jan 2025: 150". */
export const kpiOf = (page: Page, told: string): Locator =>
  page.getByRole('button', { name: `${told}. How it is made`, exact: true });

export const csv = (name: string, text: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.isBuffer(text) ? text : Buffer.from(text),
});

/** One cell of a grid by its row's and column's headings, as a reader finds it. */
export async function cellOf(page: Page, row: string, column: string | RegExp): Promise<Locator> {
  const grid = page.getByRole('grid').first();
  await expect(grid.getByRole('rowheader', { name: row }).first()).toBeVisible();
  // Headings far out of view are not drawn, and what is not drawn has no text to read.
  const headings = grid.getByRole('columnheader');
  if ((await headings.nth(1).innerText()) === '') {
    await headings.nth(1).scrollIntoViewIfNeeded();
    await expect(headings.nth(1)).not.toHaveText('', { useInnerText: true });
  }
  const heads = await headings.allInnerTexts();
  const wanted = (head: string) => (typeof column === 'string' ? head.startsWith(column) : column.test(head));
  const at = heads.map((head) => head.replace(/\s+/g, ' ').trim()).findIndex(wanted);
  if (at < 1) throw new Error(`no column ${String(column)} among ${heads.join(' | ')}`);
  return grid
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: row }) })
    .getByRole('gridcell')
    .nth(at - 1);
}

/** Types into a cell as in a spreadsheet: select, type over, Enter. */
export async function typeInto(page: Page, row: string, column: string | RegExp, text: string): Promise<void> {
  const cell = await cellOf(page, row, column);
  await cell.click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Makes the sample from the start screen and waits for its scorecard. Returns the book's path. */
export async function openSample(page: Page): Promise<string> {
  await page.goto('/');
  await page.getByRole('button', { name: /Open the sample|打开示例|開啟範例/ }).click();
  await page.waitForURL(/\/book\/[^/]+\/\w+/, { timeout: 60_000 });
  return new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
}

// The status stands there in two lengths, one for each width.
const shown = (page: Page, status: string | RegExp) => page.getByText(status).filter({ visible: true });
const unhurried = (page: Page): Promise<void> => expect(shown(page, /^(Saving…|正在保存…|正在儲存…)$/)).toHaveCount(0);

/** What the status line says once the device has answered. */
export async function saved(page: Page): Promise<void> {
  await unhurried(page);
  await expect(shown(page, 'Saved').first()).toBeVisible();
}
