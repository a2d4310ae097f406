import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { pptxFigures } from '../office/pptx-figures.ts';
import { expect, test } from './support.ts';

async function openDeck(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: /^Open the sample/ }).click();
  await page.waitForURL(/\/book\/[^/]+\/\w+/, { timeout: 60_000 });
  await page.goto(`${/\/book\/[^/]+/.exec(page.url())?.[0] ?? ''}/deck`);
  await expect(page.getByRole('article', { name: /annual review/ })).toBeVisible({ timeout: 30_000 });
}

const position = (page: Page) => page.getByText(/^\d+ \/ \d+$/);

test('the slides turn by key and button, present, and come back where they were', async ({ page }) => {
  await openDeck(page);
  const last = Number((await position(page).innerText()).split(' / ')[1]);
  await page.keyboard.press('End');
  await expect(position(page)).toHaveText(`${last} / ${last}`);
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: 'Next slide' }).click();
  await page.reload();
  await expect(position(page)).toHaveText(`2 / ${last}`);
  await page.keyboard.press('f');
  await expect(page.getByRole('button', { name: 'Leave presenting' })).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Leave presenting' })).toHaveCount(0);
  await expect(position(page)).toHaveText(`3 / ${last}`);
});

test('the file holds the tables that the slides show', async ({ page }) => {
  test.setTimeout(120_000);
  await openDeck(page);
  const last = Number((await position(page).innerText()).split(' / ')[1]);
  const shown: string[][][] = [];
  for (let slide = 1; slide <= last; slide += 1) {
    await expect(position(page)).toHaveText(`${slide} / ${last}`);
    for (const table of await page.getByRole('article').getByRole('table').all()) {
      shown.push(
        await table.evaluate((element: HTMLTableElement) =>
          [...element.rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? '')),
        ),
      );
    }
    await page.keyboard.press('ArrowRight');
  }
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download PPTX' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/_\d{4}_annual_review\.pptx$/);
  const { tables, charts } = pptxFigures(await readFile(await download.path()));
  expect(shown.length).toBeGreaterThan(3);
  expect(tables).toEqual(shown);
  expect(charts.length).toBeGreaterThan(2);
});
