import { cellOf, expect, makeBook, saved, test, typeInto } from './support.ts';

test.beforeEach(async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'the sheet is the desktop’s; the phone’s cards have their own journey');
  const book = await makeBook(page, { team: 'Tea club', year: 2025, currency: 'CNY' });
  await page.goto(`${book}/review`);
});

test('typing target, actual and market growth gives attainment, growth and verdict', async ({ page }) => {
  await typeInto(page, 'Returning sales', 'Actual', '10m');
  await typeInto(page, 'Returning sales', 'Target', '8.33m');
  await typeInto(page, 'Returning sales', 'Last year', '8,330,000');
  await expect(await cellOf(page, 'Returning sales', 'Attainment')).toContainText('120.0%');
  await expect(await cellOf(page, 'Returning sales', 'Year on year')).toContainText('+20.0%');
  await expect(await cellOf(page, 'Returning sales', 'Verdict')).toContainText('Met, market unknown');
});

test('a bad entry says so, keeps the old value and can be left with Escape', async ({ page }) => {
  await typeInto(page, 'Returning sales', 'Target', '100');
  await typeInto(page, 'Returning sales', 'Target', 'plenty');
  await expect(page.getByText('“plenty” is not a number here.').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(await cellOf(page, 'Returning sales', 'Target')).toContainText('100');
});

test('a block from Excel goes onto the sheet in one step, and one undo takes it back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('35%\t40%\r\n200\t210\r\n'));
  await (await cellOf(page, 'Customer retention', 'Actual')).click();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(await cellOf(page, 'Customer retention', 'Actual')).toContainText('35.0%');
  await expect(await cellOf(page, 'Customer retention', 'Target')).toContainText('40.0%');
  await expect(await cellOf(page, 'Spend per returning customer', 'Actual')).toContainText('200');
  await expect(await cellOf(page, 'Spend per returning customer', 'Target')).toContainText('210');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(await cellOf(page, 'Customer retention', 'Actual')).toContainText('–');
  await expect(await cellOf(page, 'Spend per returning customer', 'Target')).toContainText('–');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(await cellOf(page, 'Customer retention', 'Target')).toContainText('40.0%');
});

test('what was typed is there after the page is loaded again', async ({ page }) => {
  await typeInto(page, 'New customers', 'Target', '12,345');
  await saved(page);
  await page.reload();
  await expect(await cellOf(page, 'New customers', 'Target')).toContainText('12,345');
});

test('two tabs on one book stay consistent, each undoing its own', async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto(page.url());
  await typeInto(page, 'New customers', 'Target', '500');
  await expect(await cellOf(other, 'New customers', 'Target')).toContainText('500');
  await typeInto(other, 'New customers', 'Actual', '400');
  await expect(await cellOf(page, 'New customers', 'Actual')).toContainText('400');
  await expect(await cellOf(page, 'New customers', 'Attainment')).toContainText('80.0%');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(await cellOf(other, 'New customers', 'Target')).toContainText('–');
  await expect(await cellOf(other, 'New customers', 'Actual')).toContainText('400');
});
