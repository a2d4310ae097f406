import type { Page } from '@playwright/test';
import { expect, openSample, saved, test } from './support.ts';

/** Where the caret and the focus are while somebody types, with a second tab on the same book. */

const METRIC = 'Spend per returning customer';
let book: string;

test.beforeEach(async ({ page }, { project }) => {
  test.skip(project.name === 'phone', 'hands on keys, and two tabs');
  book = await openSample(page);
});

const conclusion = (page: Page) => page.getByRole('textbox', { name: 'Conclusion' });
const actions = (page: Page) => page.locator('[data-at="finding.actions"]');
const focused = (page: Page) => page.locator(':focus');

async function openMetric(page: Page): Promise<void> {
  await page.goto(`${book}/review`);
  await page.getByRole('link', { name: METRIC }).first().click();
  await expect(actions(page)).toBeVisible();
}

async function openTeam(page: Page): Promise<void> {
  await page.goto(`${book}/review/team`);
  await expect(page.getByRole('heading', { name: 'Team growth' })).toBeVisible();
}

test('what was added asks for the caret once, and never in another tab', async ({ page, context }) => {
  await openMetric(page);
  await page.getByRole('button', { name: 'Add a root cause' }).click();
  await page.keyboard.type('Gift boxes ran out');
  await conclusion(page).click();
  await expect(conclusion(page)).toBeFocused();

  await actions(page).getByRole('button', { name: 'Add an improvement action' }).click();
  await expect(focused(page)).toHaveAccessibleName('Improvement action');
  await page.keyboard.type('Order earlier');
  await page.keyboard.press('Enter');
  await focused(page).fill('');
  await page.keyboard.press('Tab');
  await expect(focused(page)).toHaveAccessibleName('Remove this action');

  await saved(page);
  const other = await context.newPage();
  await other.goto(page.url());
  const rows = actions(other).getByRole('textbox', { name: 'Improvement action' });
  await expect(rows.last()).toHaveValue('');
  await expect(rows.last()).not.toBeFocused();
  await conclusion(other).click();
  const count = await rows.count();
  await actions(page).getByRole('button', { name: 'Add an improvement action' }).click();
  await expect(rows).toHaveCount(count + 1);
  await expect(conclusion(other)).toBeFocused();
});

test('a field that is only visited writes nothing over another tab', async ({ page, context }) => {
  await openTeam(page);
  const other = await context.newPage();
  await openTeam(other);
  const held = (tab: Page) => tab.getByRole('textbox', { name: /held/i }).first();
  await held(page).focus();
  await held(other).fill('77');
  await held(other).press('Enter');
  await saved(other);
  await held(page).press('Tab');
  await expect(held(page)).toHaveValue('77');
  await expect(held(other)).toHaveValue('77');
});

test('a date is typed whole before its row is sorted, and is one step of undo', async ({ page }) => {
  await openTeam(page);
  const date = page.getByRole('list', { name: 'Team growth' }).getByLabel('Date').first();
  const before = await date.inputValue();
  await date.focus();
  await page.keyboard.type('03152026');
  await expect(focused(page)).toHaveValue('2026-03-15');
  await page.keyboard.press('Enter');
  await expect(date).not.toHaveValue(before);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(date).toHaveValue(before);
});

test('a row that is moved or removed by keyboard does not drop the focus', async ({ page }) => {
  await openTeam(page);
  const menu = page.getByRole('button', { name: 'Actions for Daily list' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Move down' }).press('Enter');
  await expect(menu).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Remove' }).press('Enter');
  await expect(menu).toHaveCount(0);
  await expect(focused(page)).toHaveAccessibleName(/^Actions for /);
});

test('a dialog keeps what is typed while another tab works, and gives the focus back when it saves', async ({
  page,
  context,
}) => {
  await page.goto(`${book}/review/benchmarks`);
  await page.getByRole('button', { name: 'Add a benchmark' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Value' }).fill('12%');
  await dialog.getByLabel('Source', { exact: true }).fill('Annual report');
  const other = await context.newPage();
  await openMetric(other);
  await actions(other).getByRole('button', { name: 'Add an improvement action' }).click();
  await saved(other);
  await page.bringToFront();
  await expect(dialog.getByRole('textbox', { name: 'Value' })).toHaveValue('12%');
  await expect(dialog.getByLabel('Source', { exact: true })).toHaveValue('Annual report');
  await page.keyboard.press('Escape');

  await openMetric(page);
  const add = page.getByRole('button', { name: 'Add evidence' }).first();
  await add.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem').last().press('Enter');
  await page.keyboard.type('Stock ran out in week 44');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Warehouse report');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(add).toBeFocused();
});
