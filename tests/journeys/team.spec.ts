import type { Page } from '@playwright/test';
import { expect, makeBook, openSample, saved, test } from './support.ts';

const noSideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const listed = (page: Page, list: string) => page.getByRole('list', { name: list }).getByRole('listitem');

test.describe('a team writes its year', () => {
  test.beforeEach(({}, info) => {
    test.skip(info.project.name === 'phone', 'written at a desk; read and amended on a phone below');
  });

  test('standard rhythms, rates as they are typed, an entry without a goal, one undo', async ({ page }) => {
    const book = await makeBook(page, { team: 'Tea club', year: 2025 });
    await page.goto(`${book}/review/team`);
    await page.getByRole('button', { name: 'Add the standard rhythms' }).click();
    await expect(listed(page, 'Working rhythm')).toHaveCount(3);
    await expect(page.getByText('defaults, to be replaced by your own calendar')).toBeVisible();
    await expect(page.getByText('3 entries serve no goal.')).toBeVisible();

    const weekly = listed(page, 'Working rhythm').nth(1);
    await expect(weekly.getByLabel('Weekly report: Planned')).toHaveValue('52');
    await weekly.getByLabel('Weekly report: Held').fill('39');
    await weekly.getByLabel('Weekly report: Held').press('Enter');
    await weekly.getByLabel('Weekly report: Items', { exact: true }).fill('200');
    await weekly.getByLabel('Weekly report: Items done').fill('150');
    await weekly.getByLabel('Weekly report: Items done').press('Tab');
    await expect(weekly.getByText('75%')).toHaveCount(2);
    await weekly.getByLabel('Goal served').selectOption({ label: 'Customer retention' });
    await expect(page.getByText('2 entries serve no goal.')).toBeVisible();

    await weekly.getByLabel('Weekly report: Held').fill('most');
    await weekly.getByLabel('Weekly report: Held').press('Enter');
    await expect(weekly.getByText('“most” is not a number here.')).toBeVisible();
    await weekly.getByLabel('Weekly report: Held').press('Escape');

    await weekly.getByRole('button', { name: 'Actions for Weekly report' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect(listed(page, 'Working rhythm')).toHaveCount(2);
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect(listed(page, 'Working rhythm').nth(1).getByText('75%')).toHaveCount(2);

    await saved(page);
    await page.reload();
    await expect(listed(page, 'Working rhythm').nth(1).getByText('75%')).toHaveCount(2);
  });

  test('people pasted from a sheet: bad rows are told, the others counted by month', async ({ page }) => {
    const book = await makeBook(page, { team: 'Tea club', year: 2025 });
    await page.goto(`${book}/review/team`);
    await page.getByRole('button', { name: 'Add person' }).click();
    await page.getByRole('button', { name: 'Paste from Excel' }).last().click();
    const dialog = page.getByRole('dialog', { name: 'Paste people' });
    await dialog
      .getByLabel('Paste rows from Excel')
      .fill('Name\tRole\tFrom\tTo\nAda\tAnalysis\t2025/7/1\t\nBo\tCare\t\t2025-03-31\nCy\tContent\tsoon\t');
    await expect(dialog.getByText('2 rows can be added')).toBeVisible();
    await expect(dialog.getByText('“soon” is not a date here: write 2025-03-15.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Add 2 rows' }).click();
    await expect(listed(page, 'People')).toHaveCount(3);
    // One all year, 184 days of one more and 90 of another: (365 + 184 + 90) ÷ 365.
    await expect(page.getByText('1.8 people a day over the year; 1 joined, 1 left')).toBeVisible();
  });

  test('the growth log keeps to its dates, and says which goals it forgot', async ({ page }) => {
    const book = await makeBook(page, { team: 'Tea club', year: 2025 });
    await page.goto(`${book}/review/team`);
    await page.getByRole('button', { name: 'Add growth entry' }).click();
    const [first] = await listed(page, 'Team growth').all();
    await first?.getByLabel('Topic').fill('Reading a test');
    await first?.getByLabel('Date').fill('2025-09-01');
    await first?.getByLabel('Goal served').selectOption({ label: 'Returning sales' });
    await page.getByRole('button', { name: 'Add growth entry' }).click();
    const second = listed(page, 'Team growth').nth(1);
    await expect(second.getByLabel('Date')).toBeFocused();
    await second.getByLabel('Topic').fill('Groups');
    await second.getByLabel('Topic').press('Enter');
    await second.getByLabel('Date').fill('2025-02-01');
    await expect(listed(page, 'Team growth').nth(0).getByLabel('Topic')).toHaveValue('Groups');
    await expect(page.getByText('For 3 goals nothing was learned this year.')).toBeVisible();
  });
});

test('a check leads to the field it is about', async ({ page }) => {
  const book = await openSample(page);
  await page.goto(`${book}/review/team?at=sample-rhythm-2.held`);
  await expect(page.getByLabel(/Weekly report: Held|周报：执行/)).toBeFocused();
});

test('on a phone, every row is a small form that can be amended', async ({ page }, info) => {
  test.skip(info.project.name !== 'phone', 'how the phone reads and amends');
  await page.setViewportSize({ width: 360, height: 740 });
  const book = await openSample(page);
  await page.goto(`${book}/review/team`);
  const weekly = listed(page, 'Working rhythm').nth(1);
  await weekly.getByLabel('Weekly report: Held').fill('52');
  await weekly.getByLabel('Weekly report: Held').press('Enter');
  await expect(weekly.getByText('100%')).toBeVisible();
  expect(await noSideways(page)).toBeLessThanOrEqual(0);
});
