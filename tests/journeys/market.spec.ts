import type { Page } from '@playwright/test';
import { expect, makeBook, openSample, saved, test } from './support.ts';

const noSideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const insight = (page: Page, name: string) => page.getByRole('article', { name, exact: true });

test.describe('insights', () => {
  test.beforeEach(({}, info) => {
    test.skip(info.project.name === 'phone', 'written at a desk; read and amended on a phone below');
  });

  test('a fact with its source becomes an opportunity, and the opportunity an initiative', async ({ page }) => {
    const book = await makeBook(page, { team: 'Tea club', year: 2025 });
    await page.goto(`${book}/review/market`);
    await page.getByRole('button', { name: 'Add an insight about a competitor' }).click();
    const fresh = insight(page, 'Competitors');
    await expect(fresh.getByLabel('About')).toBeFocused();
    await fresh.getByLabel('About').fill('Leaf & Cup');
    await fresh.getByLabel('About').press('Enter');
    const told = insight(page, 'Leaf & Cup');
    await expect(told.getByRole('button', { name: 'Carry into the plan' })).toBeDisabled();
    await expect(page.getByText('1 insight, no opportunity named yet')).toBeVisible();
    for (const [field, text] of [
      ['Fact', 'Sells a monthly box at 49 yuan.'],
      ['Source', 'Its own shop page'],
      ['Date', '2026-01'],
      ['Opportunity', 'Test a monthly box with 500 members'],
    ] as const) {
      await told.getByLabel(field, { exact: true }).fill(text);
      await told.getByLabel(field, { exact: true }).press('Enter');
    }
    await told.getByLabel('Confidence').selectOption({ label: 'A · official figure' });
    await told.getByLabel('Metric').selectOption({ label: 'Purchase frequency' });
    await told.getByRole('button', { name: 'Carry into the plan' }).click();
    await expect(told.getByRole('link', { name: 'In the plan' })).toBeVisible();
    await expect(page.getByText('1 insight; 1 of 1 opportunities in next year’s plan')).toBeVisible();
    await saved(page);
    await page.reload();
    await expect(told.getByLabel('Fact')).toHaveValue('Sells a monthly box at 49 yuan.');
    await expect(told.getByRole('link', { name: 'In the plan' })).toBeVisible();

    await told.getByRole('button', { name: 'Actions for Leaf & Cup' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect(told).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect(told).toBeVisible();
  });

  test('a block from Excel is read by its headings, and one undo takes it back', async ({ page }) => {
    const book = await makeBook(page, { team: 'Tea club', year: 2025 });
    await page.goto(`${book}/review/market`);
    await page.getByRole('button', { name: 'Paste from Excel' }).click();
    const dialog = page.getByRole('dialog', { name: 'Paste insights' });
    await dialog
      .getByLabel('Paste rows from Excel')
      .fill('Fact\tKind\tAbout\n47% come back\tLeaders\tBarn\nGrows 8%\tIndustry\tTea\nno idea\tRumour\tX');
    await expect(dialog.getByText('“Rumour” is none of: Industry / Competitors / Customers / Leaders')).toBeVisible();
    await dialog.getByRole('button', { name: 'Add 2 rows' }).click();
    await expect(insight(page, 'Barn').getByLabel('Fact')).toHaveValue('47% come back');
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect(insight(page, 'Barn')).toHaveCount(0);
    await expect(insight(page, 'Tea')).toHaveCount(0);
  });
});

test('the sample stands against the market, its customers against what was meant', async ({ page }, info) => {
  const book = await openSample(page);
  await page.goto(`${book}/review/market`);
  await expect(page.getByText('Ahead in 3 of 9 comparisons of core and key metrics')).toBeVisible();
  await expect(page.getByText('of customers would have to be in another group')).toBeVisible();

  await test.step('intended shares that do not make 100% are told', async () => {
    const champions = page.getByLabel('Champions: intended share');
    await champions.fill('18%');
    await champions.press('Enter');
    await expect(page.getByText('The intended shares make 110.0%, not 100%.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect(champions).toHaveValue('8.0%');
  });

  await test.step('a promising group becomes an insight with its figures', async () => {
    await page.getByRole('button', { name: 'Make it an insight: Buyers of Meat snacks' }).click();
    const made = insight(page, 'Buyers of Meat snacks');
    await expect(made.getByLabel('Fact')).toHaveValue(/buyers in the last 365 days/);
    await expect(made.getByLabel('Source')).not.toHaveValue('');
    await expect(page.getByText('Among the insights')).toBeVisible();
  });

  if (info.project.name === 'phone') {
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await noSideways(page)).toBeLessThanOrEqual(0);
  }
});

test('an index stands in the table and is compared with nothing', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'the same table');
  const book = await openSample(page);
  await page.goto(`${book}/review/newCustomers`);
  await page.getByRole('button', { name: 'Edit metric' }).click();
  await page.getByLabel('Level').selectOption({ label: 'Key' });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Market', exact: true }).click();
  const index = page.getByRole('row').filter({ hasText: 'Index: not compared' });
  await expect(index).toContainText('Hillside Snacks');
  await expect(index.getByRole('cell').nth(2)).toContainText('–');
});
